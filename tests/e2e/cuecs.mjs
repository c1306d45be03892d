// Our side of what a vendor's report expects of us, in the sample workspace.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace takes the place of the open one. */
export async function cuecSteps({ page, bridge, call, step, look }) {
  const dialog = page.getByRole("dialog");
  const row = (number) => page.locator("tr[data-at]").nth(number - 1);

  await step("what a report expects of us is answered by keyboard", async () => {
    await call("workspace_sample", {});
    const books = [];
    for (const { id } of await call("vendors", {})) books.push(await call("cuecs", { vendor: id }));
    const book = books.toSorted((a, b) => b.rows.length - a.rows.length)[0];
    check(book.rows.length > 3, "a report of the sample lists controls");
    await page.goto(`${bridge.address}#/vendors/${book.vendor}`);
    await page.reload();
    await page.getByRole("tab", { name: "CUECs" }).click();
    await page.getByText(`${book.rows.length} undecided`).waitFor();
    await look("cuecs-open");

    await page.keyboard.press("Escape");
    await row(1).focus();
    await page.keyboard.press("y");
    await page.getByText("0 of 1 that apply are in place").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("n");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await dialog.getByLabel(/^Why/).fill("We do not use this part of the service.");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await row(2).getByText("Does not apply").waitFor();
  });

  await step("one of our own controls meets it, with an owner and a day", async () => {
    await page.getByRole("button", { name: "Answer control 1" }).click();
    await dialog.getByRole("button", { name: "New control" }).click();
    await dialog.getByLabel(/^Name/).fill("Access review");
    await dialog.getByLabel("What it does").fill("Each quarter team leads confirm who may still use the service.");
    await dialog.getByLabel("Where the evidence is").fill("Tickets in the access queue");
    await look("cuecs-own-control");
    await dialog.getByRole("button", { name: "Enter the control" }).click();
    await dialog.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Implemented" }).click();
    await look("cuecs-answer");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("1 of 1 that apply is in place").waitFor();
    // The notice of what was saved would lie over the table.
    await page.locator(".mantine-Notification-root").first().waitFor({ state: "detached" });
    await look("cuecs");
    await page.getByRole("button", { name: "Our controls" }).click();
    await dialog.getByText("Access review").waitFor();
    await look("cuecs-our-controls");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  await step("what all vendors expect of us stands in one list, and leads to the control in its workbook", async () => {
    await page.getByRole("link", { name: "CUECs" }).click();
    await page.getByRole("heading", { name: "CUECs", level: 1 }).waitFor();
    const table = page.getByRole("table", { name: "CUECs of all vendors" });
    await table.getByText("Implemented").waitFor();
    await look("cuecs-all");
    await page.getByRole("button", { name: /^Not verified/ }).click();
    await table.locator("tbody tr[data-at]").first().focus();
    await look("cuecs-all-filtered");
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: "CUECs", selected: true }).waitFor();
    await page.locator("tr[data-at][data-now]").waitFor();
  });

  await step("our own controls stand beside it, and the tables that were taken", async () => {
    await page.getByRole("link", { name: "CUECs" }).click();
    await page.getByRole("button", { name: /^Show all/ }).click();
    await page.getByRole("tab", { name: "Our own controls" }).click();
    await page.getByText("Access review").waitFor();
    await look("cuecs-own-library");
    await page.getByRole("tab", { name: "Expected of us" }).click();
    await page.getByRole("button", { name: "Tables and memos" }).click();
    await page.getByRole("menuitem", { name: "Tables that were taken …" }).click();
    await dialog.getByRole("heading", { name: "No table was taken yet" }).waitFor();
    await look("cuecs-tables");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });
}
