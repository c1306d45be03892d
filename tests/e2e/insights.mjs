// Figures of all vendors, from the sample workspace: cards with charts, one figure with its rows, a narrower population.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function insightSteps({ page, step, look }) {
  await step("insights show figures of all vendors, and each leads to those of whom it was counted", async () => {
    await page.getByRole("link", { name: "Insights" }).click();
    await page.getByRole("heading", { name: "Insights", level: 1 }).waitFor();
    await page.getByRole("region", { name: "Evidence" }).getByRole("link", { name: "Assured share", exact: true }).waitFor();
    await page.getByRole("region", { name: "Our side" }).waitFor();
    await page.waitForTimeout(1500);
    await look("insights");
    await page.getByRole("heading", { name: "Exceptions and findings" }).scrollIntoViewIfNeeded();
    await look("insights-findings");
    await page.getByRole("button", { name: "How Residual risk is counted" }).click();
    await page.getByText(/^Sum over vendors of the weight/).waitFor();
    await look("insights-formula");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Critical", exact: true }).click();
    await page.getByText(/^\d+ of \d+ vendors in use/).waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("link", { name: "Age of reports" }).click();
    await page.getByRole("table", { name: /^Age of reports: \d+ rows?$/ }).waitFor();
    const rows = await page.getByRole("table", { name: /^Age of reports: / }).getByRole("link").count();
    check(rows > 2, `the rows lead to vendors and documents: ${rows}`);
    await look("insight");
  });
}
