// What the sample workspace shows best: two reports of one vendor side by side, and the path of a vendor without a report.

import { press, reach } from "./keyboard.mjs";
import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function sampleSteps({ page, step, look }) {
  const vendor = async (name) => {
    await page.getByRole("link", { name: /^Vendors, / }).click();
    await page.getByRole("heading", { name: "Vendors", level: 1 }).waitFor();
    await page.getByRole("cell", { name: new RegExp(`^${name}`, "u") }).first().click();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  };

  await step("two reports of a vendor stand side by side, each difference with both pages", async () => {
    await vendor("Tidewrack Hosting, Inc.");
    await page.getByRole("tab", { name: /^Documents/ }).click();
    await press(page, page.getByRole("button", { name: "Compare the last two reports" }));
    await page.getByRole("heading", { name: "What changed between two reports" }).waitFor();
    await page.getByText("The newer period begins the day after the older one ended").waitFor();
    await page.getByRole("cell", { name: "CC6.2-2" }).first().waitFor();
    await page.keyboard.press("j");
    await page.getByText(/^Page \d+ of Tidewrack_SOC2_Type2_new\.pdf$/).waitFor();
    await page.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 200));
    await look("compare");
  });

  await step("a vendor without a current report has a path of its own, and says what it lacks", async () => {
    await vendor("Cobblewick Signing, Inc.");
    await page.getByRole("tab", { name: "Policy check" }).click();
    await press(page, page.getByRole("button", { name: /^Go on without it/ }));
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Does not suffice for the tier yet").waitFor();
    const before = await dialog.getByText(/^Not asked about: /).textContent();
    check(before?.includes("Identity and MFA"), `nothing is scored yet: ${before}`);
    await reach(page, dialog.getByRole("row", { name: /^Identity and MFA/ }).getByRole("radio").first());
    await page.keyboard.press("2");
    await dialog.getByText(/^Not asked about: Leavers/).waitFor();
    await look("without-report");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });
}
