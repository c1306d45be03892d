// What is noted of a vendor of the sample workspace between reviews, and what follows from it.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function monitoringSteps({ page, bridge, call, step, look }) {
  const dialog = page.getByRole("dialog");

  await step("an incident is noted with what follows from it", async () => {
    const vendor = (await call("vendors", {})).find(({ stage }) => stage === "active" || stage.startsWith("approved"));
    check(vendor, "the sample has a vendor in use");
    await page.goto(`${bridge.address}#/vendors/${vendor.id}?tab=monitoring`);
    await page.reload();
    await page.getByRole("heading", { name: "Nothing noted yet" }).waitFor();
    await page.getByRole("button", { name: "Note something" }).click();
    await dialog.getByLabel(/^What happened/).fill("Mail of customers could be read by others for a day.");
    await dialog.getByLabel(/^Where it is known from/).fill("Its status page");
    await dialog.getByRole("combobox", { name: "The vendor told us itself" }).click();
    await page.getByRole("option", { name: /^No/ }).click();
    await dialog.getByRole("checkbox", { name: "Propose to work out the tier again" }).check();
    await look("monitoring-note");
    await dialog.getByRole("button", { name: "Note it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("The vendor did not tell us").waitFor();
    await look("monitoring");
  });

  await step("it stands on Today and is settled with what came of it", async () => {
    await page.goto(`${bridge.address}#/`);
    await page.getByText(/did not tell us itself/).first().waitFor();
    await page.goBack();
    await page.getByRole("button", { name: /^Settle: Incident/ }).click();
    await dialog.getByLabel(/^What came of it/).fill("Explained, fixed and shown.");
    await dialog.getByRole("button", { name: "Settle" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Everything that was noted is settled.").waitFor();
    await look("monitoring-settled");
  });
}
