// Terms of the field, explained where they stand and in one list; filters of the register that are kept under names.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function termSteps({ page, step, look }) {
  await step("every term is explained: by F1, and while the pointer rests on its mark", async () => {
    await page.getByRole("link", { name: /^Vendors, / }).click();
    await page.getByRole("cell", { name: /^Tidewrack/ }).first().click();
    await page.getByRole("tab", { name: /^Contracts/ }).click();
    await page.getByRole("button", { name: /^What is it: / }).first().hover();
    await page.getByRole("heading", { name: "Notice deadline" }).waitFor();
    await look("term");
    await page.getByRole("heading", { level: 1 }).hover();
    await page.keyboard.press("F1");
    const terms = page.getByRole("dialog", { name: "Terms" });
    await terms.getByRole("textbox", { name: "Find a term" }).fill("carve");
    await terms.getByText("Carve-out method", { exact: true }).waitFor();
    check((await terms.getByRole("term").first().textContent()) === "Carve-out method", "the name comes before what only mentions it");
    await look("terms");
    await page.keyboard.press("Escape");
    await terms.waitFor({ state: "detached" });
  });

  await step("a filter is kept under a name", async () => {
    await page.getByRole("link", { name: /^Vendors, / }).click();
    await page.getByRole("textbox", { name: "Filter vendors" }).fill("mail");
    await page.getByRole("button", { name: "Saved filters" }).click();
    await page.getByRole("textbox", { name: /^Keep what is chosen/ }).fill("Mail");
    await look("saved-filters");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("button", { name: "Saved filters" }).click();
    await page.getByRole("button", { name: "Mail", exact: true }).click();
    check((await page.getByRole("textbox", { name: "Filter vendors" }).inputValue()) === "mail", "what was kept is chosen");
    await page.getByRole("button", { name: "Clear" }).click();
  });
}
