// A change of the acceptance policy in the sample workspace: what would change before it is saved, and what stays as it was.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function policySteps({ page, bridge, call, step, look }) {
  const change = [{ path: "tiers.medium.evidence_required", value: false }];
  let foretold;

  await step("the policy says each figure with its source, and what is fixed on purpose", async () => {
    await page.goto(`${bridge.address}#/policy`);
    await page.reload();
    await page.getByRole("heading", { name: "Policy", exact: true }).waitFor();
    await page.getByRole("button", { name: /^Maximum age of a report, critical: 12/ }).waitFor();
    await look("policy");
    await page.getByRole("tab", { name: "Acceptances" }).click();
    await page.getByRole("button", { name: /^Two different people approve, critical: / }).waitFor();
    await page.getByRole("tab", { name: "Fixed" }).click();
    await page.getByText(/never the only one to approve it/).waitFor();
    await look("policy-fixed");
  });

  await step("a changed figure says whose verdict flips before anything is saved", async () => {
    foretold = (await call("policy_check", { changes: change, whole: null })).flips;
    check(foretold.length > 0, "the sample has a medium vendor without the evidence that its class needs");
    await page.getByRole("tab", { name: "Rules by tier" }).click();
    await page.getByRole("button", { name: /^Main evidence must be held, medium: yes/ }).click();
    await page.getByRole("switch", { name: /^Main evidence must be held/ }).click();
    await page.keyboard.press("Escape");
    const aside = page.getByRole("complementary", { name: "What would change" });
    const flips = aside.getByRole("list", { name: "Vendors whose verdict changes" });
    for (const { name } of foretold) await flips.getByText(name).waitFor();
    await look("policy-draft");
    const shown = await call("vendors", {});
    for (const { vendor, before } of foretold) check(shown.find(({ id }) => id === vendor)?.verdict === before, "the register still shows the verdict that the draft starts from");
  });

  await step("saved with its reason, the verdicts are as foretold and a decision keeps the version it was made under", async () => {
    const decided = await call("decisions_stale", {});
    const aside = page.getByRole("complementary", { name: "What would change" });
    await aside.getByRole("textbox").first().fill("Medium vendors are accepted by their answers.");
    await aside.getByRole("button", { name: /^Save/ }).click();
    await aside.waitFor({ state: "detached" });
    await page.getByText(/^Version 2, in force since/).waitFor();
    const shown = await call("vendors", {});
    for (const { vendor, after, name } of foretold) check(shown.find(({ id }) => id === vendor)?.verdict === after, `${name} is as it was foretold`);
    const stale = await call("decisions_stale", {});
    check(stale.length >= decided.length && stale.some((one) => one.stale.some(({ stale: what }) => what === "policy")), "decisions rest on version 1 and say so");
    const { decision } = stale.find((one) => one.stale.some(({ stale: what }) => what === "policy"));
    check((await call("decision", { decision })).policy_version === 1, "the decision keeps its version");
    await page.getByRole("tab", { name: "Versions" }).click();
    await page.getByText("Medium vendors are accepted by their answers.").waitFor();
    await look("policy-versions");
  });

  await step("the next examination is entered where the policy asks for it", async () => {
    const vendor = foretold[0].vendor;
    await page.goto(`${bridge.address}#/vendors/${vendor}?tab=policy`);
    await page.getByRole("button", { name: "Record the next examination …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Firm that examines").fill("Merrow & Lisle LLP");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Needs a value.").first().waitFor();
    await dialog.getByRole("combobox", { name: "Leads to" }).click();
    await page.getByRole("option", { name: "SOC 2 Type 2" }).click();
    await dialog.getByLabel("Report expected on").fill("20 Feb 2027");
    await page.keyboard.press("Tab");
    await dialog.getByLabel(/^Or what the vendor said/).fill("The security lead, by e-mail.");
    await look("examination");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("SOC 2 Type 2, expected 20 Feb 2027").waitFor();
    await look("vendor-policy-examination");
  });
}
