// Vendors come in from a table, which is undone, and go out as one.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "./support.mjs";

/** Runs the steps; the workspace holds the one vendor. */
export async function tableSteps({ page, bridge, step, look, vendor }) {
  await step("vendors are imported from a table, and the import is undone", async () => {
    const lines = Array.from({ length: 1200 }, (_, at) => `Invented Vendor ${at + 1};Service ${at + 1};Mara Lind;medium;31.12.2027`);
    lines.push("Payroll Twin;x;Otto Nobody;low;", "Early Bird;x;Mara Lind;1;03/04/2027");
    const table = join(bridge.folder, "suppliers.csv");
    writeFileSync(table, `Supplier;Product/Service;Owner;Criticality;Contract end\n${lines.join("\n")}\n`);
    await fetch(new URL("/bridge/answer", bridge.address), { method: "POST", body: table });
    await page.getByRole("link", { name: /^Vendors/ }).click();
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByRole("heading", { name: "A table of vendors" }).waitFor();
    await look("import-file");
    await page.getByRole("button", { name: "Choose file…" }).click();
    await page.getByText(/1,202 rows, headers in row 1/).waitFor();
    await look("import-columns");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("button", { name: /^Problem/ }).click();
    await page.getByText(/nobody in the workspace has this name/).waitFor();
    await look("import-preview");
    await page.getByRole("row", { name: /Early Bird/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(/not a tier/).last().waitFor();
    await look("import-row");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Import 1,200 vendors" }).click();
    await page.getByText("1,200 vendors entered, 0 changed, from suppliers.csv").waitFor();
    await look("import-done");
    await page.getByRole("button", { name: "Undo import" }).click();
    await page.getByText("Undone: 1,200 vendors removed, 0 put back", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Show vendors" }).click();
    await page.getByText("1 vendor", { exact: true }).waitFor();
  });

  await step("the register is exported", async () => {
    const target = join(bridge.folder, "register.csv");
    await fetch(new URL("/bridge/answer", bridge.address), { method: "POST", body: target });
    await look("register");
    await page.getByRole("button", { name: "Export…" }).click();
    await page.getByRole("menuitem", { name: "Text with commas, one row a vendor (.csv)" }).click();
    await page.getByText("Saved: register.csv").waitFor();
    check(readFileSync(target, "utf8").includes(vendor), "the vendor is in the export");
  });
}
