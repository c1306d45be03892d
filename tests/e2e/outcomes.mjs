// How it can end with a vendor, in the sample workspace: renewed on its next report, turned down, approved without a report.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function outcomeSteps({ page, step, look, drop, act }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const form = page.getByRole("form", { name: "Decision" });
  const dialog = page.getByRole("dialog");

  const drawn = () => page.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 200));
  const open = async (name) => {
    await page.getByRole("link", { name: /^Vendors, / }).click();
    await page.getByRole("heading", { name: "Vendors", level: 1 }).waitFor();
    await page.getByRole("cell", { name: new RegExp(`^${name}`, "u") }).first().click();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  };
  const choose = async (field, option) => {
    await field.click();
    await page.getByRole("option", { name: option }).first().click();
  };
  /** Begins a decision of the open vendor. */
  const decide = async (outcome, reason) => {
    await button("Decide").click();
    await form.waitFor();
    await form.getByRole("radio", { name: outcome }).click();
    await form.getByLabel("Reason").fill(reason);
  };
  const residual = async (level, words) => {
    await form.getByRole("group", { name: /^Risk that stays/ }).getByText(level, { exact: true }).click();
    await form.getByRole("textbox", { name: "What can still happen" }).fill(words);
  };
  const record = async () => {
    await page.getByRole("button", { name: /^Record and make packet/ }).click();
    await page.getByRole("heading", { name: /^Packet P-\d{4}/ }).waitFor();
    await drawn();
  };

  await step("a vendor in use is renewed on its next report", async () => {
    const vendor = "Hollowmere Mail, Inc.";
    await open(vendor);
    // The year that ended with the last month but one.
    const end = new Date();
    end.setUTCDate(0);
    end.setUTCDate(0);
    const from = new Date(Date.UTC(end.getUTCFullYear() - 1, end.getUTCMonth() + 1, 1));
    const said = (day) => day.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
    const query = new URLSearchParams({ organization: vendor, system: "Hollowmere Mail Platform", from: said(from), to: said(end), dated: said(new Date(end.getTime() + 20 * 86_400_000)) });
    await drop("hollowmere next year.pdf", `/bridge/report?${query}`);
    await page.getByRole("link", { name: /^Inbox/ }).click();
    await page.locator("button").filter({ hasText: "hollowmere next year.pdf" }).click();
    await page.getByRole("heading", { name: `${vendor}, SOC 2 Type 2` }).waitFor();
    await drawn();
    await look("renewal-inbox");
    await page.getByRole("button", { name: /^Confirm and file/ }).click();
    await page.getByText("Read and filed").first().waitFor();
    await open(vendor);
    await page.getByRole("tab", { name: /^Documents/ }).click();
    await button("Compare the last two reports").click();
    await page.getByRole("heading", { name: "What changed between two reports" }).waitFor();
    await look("renewal-compare");
    await open(vendor);
    await decide(/^Approve We rely/, "The next report follows and covers what we use.");
    await residual("Low", "An invoice that goes out a day late.");
    await look("renewal-decision");
    await record();
    await open(vendor);
    await page.getByRole("tab", { name: /^Decisions/ }).click();
    await page.getByText("The next report follows and covers what we use.").waitFor();
    await look("renewal-done");
  });

  await step("a vendor is turned down and stays in the record", async () => {
    const vendor = "Quernstone Analytics, Inc.";
    await open(vendor);
    await decide(/^Reject/, "No report, and nothing that could stand in its place.");
    await record();
    await look("rejected-packet");
    await open(vendor);
    await page.getByText("Rejected", { exact: true }).first().waitFor();
    for (const name of ["Decide", "Start review"]) check(!(await button(name).isEnabled()), `what is decided is not open to: ${name}`);
    await look("rejected");
  });

  await step("a vendor without a report is approved for a time, one rank higher, with conditions", async () => {
    const vendor = "Cobblewick Signing, Inc.";
    await open(vendor);
    await page.getByRole("tab", { name: "Policy check" }).click();
    await page.getByRole("button", { name: /^Go on (without|with) it/ }).click();
    await choose(dialog.getByRole("combobox", { name: "Why there is none" }), "Too small");
    await choose(dialog.getByRole("combobox", { name: "Add something else" }), /^ISO\/IEC 27001/);
    const certificate = dialog.getByRole("group", { name: /^ISO\/IEC 27001/ });
    await certificate.getByLabel(/^What it is and where it was seen/).fill("Seen in the vendor's portal.");
    const year = new Date().getUTCFullYear() + 2;
    await certificate.getByLabel("Valid until").fill(`31 Jan ${year}`);
    await certificate.getByLabel("Valid until").press("Tab");
    for (const box of await certificate.getByRole("checkbox").all()) await box.check();
    for (const row of await dialog.getByRole("row").all()) {
      const shown = row.getByText("2 Shown", { exact: true });
      if ((await shown.count()) > 0) await shown.click();
    }
    await dialog.getByText("Suffices for the tier").waitFor();
    const until = new Date(Date.now() + 150 * 86_400_000).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
    const holds = dialog.getByLabel(/^Holds until/);
    await holds.fill(until);
    await holds.press("Tab");
    await look("without-report-sufficient");
    await dialog.getByRole("button", { name: "Record", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/must be approved by/).waitFor();
    await page.getByRole("button", { name: /^Ask for the approval/ }).click();
    await dialog.getByLabel(/^Why it is allowed/).fill("We need electronic signatures; nobody else offers them here.");
    await dialog.getByLabel(/^The worst that can happen/).fill("A contract draft is seen by others.");
    await dialog.getByLabel(/^What compensates/).fill("Only drafts without personal data.");
    await choose(dialog.getByRole("combobox", { name: "To be approved by" }), /Executive|Director|Chief|Halvorsen|Aasla/);
    await look("without-report-approval");
    await dialog.getByRole("button", { name: "Ask for the deviation" }).click();
    await dialog.waitFor({ state: "detached" });
    // It counts once whoever is asked approves it as themselves.
    const asked = page.getByRole("article", { name: /^Asked for: / });
    const waiting = (await asked.getByText(/^waits for /).textContent()) ?? "";
    const [, approver] = /waits for (.+), counts not yet/u.exec(waiting) ?? [];
    check(approver !== undefined, `who is asked is said: ${waiting}`);
    const before = ((await page.getByRole("button", { name: /^Acting: / }).getAttribute("aria-label")) ?? "").replace("Acting: ", "");
    await look("without-report-asked");
    await act(approver);
    await asked.getByRole("button", { name: "I approve" }).click();
    await page.getByText(/^Approved until/).waitFor();
    await act(before);
    await decide(/^Approve with conditions/, "Enough for a time.");
    const condition = (field) => form.getByLabel(new RegExp(`^${field} (of condition )?1$`, "u"));
    await condition("Condition").fill("Obtain a SOC 2 Type 2 report or another certificate.");
    await choose(form.getByRole("combobox", { name: "Owner of condition 1" }), /Maren Holt/);
    await condition("Day").fill(until);
    await condition("Day").press("Tab");
    await residual("Medium", "A contract draft is seen by others.");
    await look("without-report-decision");
    await record();
    await open(vendor);
    await page.getByText("Approved with conditions").first().waitFor();
  });
}
