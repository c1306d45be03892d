// What becomes of an exception: assessed term by term, asked about, and several changed at once; by keyboard alone.

import { choose, press, reach } from "./keyboard.mjs";
import { check } from "./support.mjs";

/** Runs the steps of exceptions. `drop` drops a report with exceptions of the vendor. */
export async function findingSteps({ page, step, look, drop, vendor }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = page.getByRole("dialog");
  const table = page.getByRole("table", { name: "Exceptions", exact: true });
  const row = (text) => table.getByRole("row").filter({ hasText: text });

  await step("without a report that states one, the screen says what comes here", async () => {
    await press(page, page.getByRole("link", { name: /^Exceptions/ }).first());
    await page.getByRole("heading", { name: "No exception yet" }).waitFor();
    await look("exceptions-empty");
  });

  await step("the exceptions of a report are there as soon as it is filed", async () => {
    await drop("harbourlight exceptions.pdf", "/bridge/exceptions");
    await page.getByRole("link", { name: /^Inbox/ }).click();
    // While it is read it cannot be chosen, and another document would be filed.
    const waiting = page.locator("button").filter({ hasText: "harbourlight exceptions.pdf" });
    await waiting.click();
    await waiting.and(page.locator('[aria-current="true"]')).waitFor();
    await page.getByRole("button", { name: /^Confirm and file/ }).click();
    await press(page, page.getByRole("link", { name: /^Exceptions/ }).first());
    await page.getByRole("heading", { name: "Exceptions", level: 1 }).waitFor();
    await row("2 of 25").waitFor();
    check((await table.getByText("not assessed").count()) === 2, "both are there and nobody has judged them");
    await look("exceptions-new");
  });

  await step("the severity adds up term by term while it is chosen", async () => {
    await reach(page, row("2 of 25"));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Severity", exact: true }).waitFor();
    await choose(page, page.getByRole("combobox", { name: "Impact on us" }), /^4 · Severe/);
    await choose(page, page.getByRole("combobox", { name: "Exposure of our use" }), /^3 · Direct/);
    const sum = page.getByRole("table", { name: "How the severity adds up" });
    await sum.getByText("12 + 1 − 2").waitFor();
    await look("exception-assess");
    await press(page, button("Record the assessment"));
    await page.getByText(/^High, 11/).first().waitFor();
    await page.getByText("Judged").first().waitFor();
    await look("exception");
  });

  await step("the question to the vendor is written, and the answer has a day", async () => {
    await press(page, button("Ask the vendor"));
    await dialog.getByText(/was it tested again\?/).waitFor();
    await look("exception-question");
    await press(page, dialog.getByRole("button", { name: "The question was sent" }));
    await page.getByText("With vendor", { exact: true }).waitFor();
  });

  await step("the list says how it stands, and the vendor's page too", async () => {
    await press(page, page.getByRole("link", { name: /^Exceptions/ }).first());
    await row("With vendor").waitFor();
    await look("exceptions");
    await page.getByRole("checkbox", { name: /^Choose/ }).last().focus();
    await page.keyboard.press("Space");
    await page.getByRole("region", { name: "Chosen exceptions" }).getByText("1 exception").waitFor();
    await look("exceptions-chosen");
    await page.getByRole("link", { name: /^Vendors, / }).click();
    await page.getByText(vendor).first().click();
    await page.getByRole("tab", { name: "Exceptions" }).click();
    await page.getByRole("button", { name: "Follow up all" }).waitFor();
    await look("vendor-exceptions");
  });
}
