// The first vendor with all that the register asks, and a vendor that is left; both by keyboard alone.

import { along, choose, down, press, reach, type } from "./keyboard.mjs";
import { check } from "./support.mjs";

const entered = "Cresset Ledger Ltd";
const day = (date) => date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).replace("Sept", "Sep");
const inDays = (days) => new Date(Date.now() + days * 86_400_000);

/** Runs the steps of the register. `left` is a vendor with a decision and the document `proof`. */
export async function registerSteps({ page, step, look, left, proof }) {
  const button = (name) => page.getByRole("button", { name });
  const dialog = page.getByRole("dialog");
  const inDialog = (role, name) => dialog.getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) });
  const closed = () => dialog.waitFor({ state: "detached" });
  const tab = async (name) => along(page, page.getByRole("tab", { selected: true }), page.getByRole("tab", { name }));
  const answer = async (question, wanted) => {
    const group = inDialog("radiogroup", question);
    await along(page, group.getByRole("radio", { checked: true }), group.getByRole("radio", { name: wanted, exact: true }));
  };

  await step("a vendor is entered, and the page says what is missing and leads there", async () => {
    await press(page, page.getByRole("link", { name: /^Vendors, / }));
    await press(page, button("New vendor"));
    await type(page, inDialog("textbox", /^Legal name/), entered);
    await choose(page, inDialog("combobox", "Owner here"), /Mara Lind/);
    await press(page, button("Enter vendor"));
    await page.getByRole("heading", { name: entered, level: 1 }).waitFor();
    await look("register-new");
    await press(page, page.getByRole("region", { name: "Missing" }).getByRole("button", { name: "Add the service, with its data and access" }));
    await inDialog("textbox", /^Product or service/).waitFor();
  });

  await step("fields of a service are asked when they matter", async () => {
    check((await dialog.getByText("Where the data is kept").count()) === 0, "nothing is asked about data before there is any");
    await type(page, inDialog("textbox", /^Product or service/), "Cresset Payroll");
    await type(page, inDialog("textbox", "What we use it for"), "Pays everybody.");
    await choose(page, inDialog("combobox", "Data that the vendor reaches"), "Bank details");
    await page.keyboard.press("Escape");
    await dialog.getByText("Where the data is kept").waitFor();
    await choose(page, inDialog("combobox", "Access to our systems"), /^Production/);
    check((await dialog.getByText("We can do without it for").count()) === 0, "an outage matters only where we depend on it");
    await choose(page, inDialog("combobox", "When it fails for a day"), /^Work stops/);
    await type(page, inDialog("textbox", "We can do without it for"), "8");
    await choose(page, inDialog("combobox", "Integration"), /^Embedded/);
    await choose(page, inDialog("combobox", "Could be replaced"), /^Nobody else/);
    await answer(/^Rules of law/, "Yes");
    await look("register-service");
    await press(page, inDialog("button", "Save"));
    await closed();
    await tab(/^Services/);
    await page.getByText("Production, administration, system to system").waitFor();
    await look("register-services");
  });

  await step("the tier follows from the answers, factor by factor", async () => {
    await press(page, page.getByTitle("Shows how the tier comes about"));
    await dialog.getByText("17 of 17").waitFor();
    await look("register-tier");
    await press(page, inDialog("button", "Assign critical"));
    await closed();
    await page.getByText("Tier set").first().waitFor();
  });

  await step("another tier by hand needs a reason", async () => {
    await press(page, page.getByTitle("Shows how the tier comes about"));
    await choose(page, inDialog("combobox", "Another tier, by hand"), "High");
    await press(page, inDialog("button", "Assign high by hand"));
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await page.keyboard.press("Escape");
    await closed();
  });

  await step("a contract says until when notice can be given", async () => {
    await tab("Contracts");
    await press(page, button("Add contract"));
    await type(page, inDialog("textbox", /^Contract/), "Master agreement");
    await type(page, dialog.getByLabel("First day"), day(inDays(-200)));
    await type(page, dialog.getByLabel("Last day"), day(inDays(100)));
    await choose(page, inDialog("combobox", "At the end"), "Ends");
    await type(page, inDialog("textbox", "Notice before the end"), "9999");
    await type(page, inDialog("textbox", "Cost of a year"), "48000");
    await type(page, inDialog("textbox", "Currency"), "EUR");
    await press(page, inDialog("button", "Save"));
    await dialog.getByText("Must lie between 0 and 1,095.").waitFor();
    await type(page, inDialog("textbox", "Notice before the end"), "60");
    await look("register-contract");
    await press(page, inDialog("button", "Save"));
    await closed();
    await page.getByText(`Notice by ${day(inDays(40))}, 40 days left`).waitFor();
    await page.getByText("€48,000").waitFor();
    await look("register-contracts");
  });

  await step("continuity has a panel of its own: what is not known says so, and source code alone warns", async () => {
    await tab("Continuity");
    await page.getByRole("heading", { name: "The way out" }).waitFor();
    await look("continuity-open");
    await press(page, button("Edit continuity"));
    await answer("There is an escrow agreement", "Yes");
    await type(page, inDialog("textbox", "Agent"), "Lockwood Escrow");
    await press(page, inDialog("button", "Save"));
    await closed();
    await page.getByText("Source code only", { exact: true }).waitFor();
    await page.getByText("Lockwood Escrow").waitFor();
    await look("continuity");
  });

  await step("a step says what is missing for it, and is taken when that is there", async () => {
    await press(page, button("Move on"));
    const asked = page.getByRole("menuitem", { name: /^Evidence requested/ });
    await asked.getByText(/Missing: Agree on confidentiality/).waitFor();
    await look("register-steps");
    await page.keyboard.press("Escape");
    await tab("Overview");
    await press(page, page.getByRole("region", { name: "Missing" }).getByRole("button", { name: /^Agree on confidentiality/ }));
    await choose(page, inDialog("combobox", "What was agreed"), "Signed agreement");
    await type(page, dialog.getByLabel("Since"), day(inDays(-90)));
    await press(page, inDialog("button", "Save"));
    await closed();
    await press(page, button("Move on"));
    await down(page, asked);
    await page.getByText("Now: evidence requested").waitFor();
  });

  await step("a vendor is left: plan, proofs, and the check 30 days after the end", async () => {
    await press(page, page.getByRole("link", { name: /^Vendors, / }));
    const row = page.getByRole("row", { name: new RegExp(left) });
    await reach(page, page.getByRole("row").nth(1));
    await down(page, row);
    await page.getByRole("heading", { name: left, level: 1 }).waitFor();
    await press(page, button("Move on"));
    const leaving = page.getByRole("menuitem", { name: /^Start offboarding/ });
    await down(page, leaving);
    const plan = async (end) => {
      await type(page, inDialog("textbox", /^Last day of use/), day(end));
      await page.keyboard.press("Tab");
    };
    await type(page, inDialog("textbox", /^Why we leave/), "Replaced by our own system.");
    await choose(page, inDialog("combobox", /^Owner of the exit/), /Mara Lind/);
    await plan(inDays(-5));
    await type(page, inDialog("textbox", /^What becomes of the data/), "Exported, then deleted by the last day.");
    await look("exit-plan");
    await press(page, inDialog("button", "Start offboarding"));
    await closed();
    await page.getByText("Offboarding", { exact: true }).first().waitFor();
    await look("exit-overview");

    await tab("Checklists");
    const list = page.getByRole("group").filter({ hasText: "Written certificate of destruction" });
    await list.getByText("0 of 15").waitFor();
    const mandatory = await list.getByRole("listitem").filter({ hasText: "mandatory" }).getByRole("button", { name: /^Done: / }).evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
    check(mandatory.length === 9, `nine items have to be done, ${mandatory.length} are offered`);
    for (const name of mandatory) {
      await press(page, list.getByRole("button", { name, exact: true }));
      await dialog.or(page.getByRole("button", { name: "Tick" })).first().waitFor();
      if (name.includes("certificate")) {
        await press(page, button("Tick"));
        await page.getByText("A document must prove it. Choose one that is filed with this vendor.").waitFor();
        await look("exit-proof");
        await choose(page, page.getByRole("combobox", { name: "Document that proves it", exact: true }), proof);
      }
      await press(page, button("Tick"));
      await list.getByRole("button", { name: name.replace("Done: ", "Take back: "), exact: true }).waitFor();
    }
    await press(page, list.getByRole("button", { name: "Take back: Owner of the exit named" }));
    const again = list.getByRole("button", { name: "Done: Owner of the exit named" });
    await again.waitFor();
    check(await again.evaluate((node) => node === document.activeElement), "who takes a tick back stays at its entry");
    check((await button("Tick").count()) === 0, "nothing opens by itself");
    await page.keyboard.press("Enter");
    await press(page, button("Tick"));
    await list.getByRole("button", { name: "Take back: Owner of the exit named" }).waitFor();
    await look("exit-checklist");

    const close = page.getByRole("menuitem", { name: /^Close/ });
    await press(page, button("Move on"));
    await close.getByText(`Missing: Check on ${day(inDays(25))} or later that access is dead`).waitFor();
    await page.keyboard.press("Escape");
    await tab("Overview");
    await press(page, button("Change the plan"));
    await plan(inDays(-45));
    await press(page, inDialog("button", "Save"));
    await closed();
    await press(page, button("Move on"));
    await down(page, close);
    await page.getByText("Closed", { exact: true }).first().waitFor();
    await look("exit-closed");
  });
}
