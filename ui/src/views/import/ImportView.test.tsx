import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ImportFile, ImportPreview, ImportRow, ImportView as Imported } from "../../contract/generated";
import { session } from "../../testing/examples";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { ImportView } from "./ImportView";

const file: ImportFile = {
  file: "f-1",
  file_name: "suppliers.csv",
  read_as: "Text in Windows-1252 (Latin-1), as it is no UTF-8; semicolons between values",
  encoding_assumed: true,
  sheet: 0,
  sheets: [
    {
      name: null, header_row: 2, rows: 1201, remembered: false, date_order: null,
      columns: [
        { header: "Supplier", samples: ["Quill Ltd", "Marrowstone Data"], field: "name" },
        { header: "Ends", samples: ["03/04/2027"], field: "contract_end" },
        { header: "What", samples: [], field: null },
      ],
    },
  ],
  fields: [
    { field: "name", label: "Vendor", group: "Vendor" },
    { field: "service", label: "Product or service", group: "Vendor" },
    { field: "contract_end", label: "Contract end", group: "Contract" },
  ],
};
const row = (at: number, change: Partial<ImportRow> = {}): ImportRow => ({
  row: at, name: `Vendor ${at}`, vendor: null, outcome: "added", changes: [{ label: "Vendor", was: null, becomes: `Vendor ${at}` }], problems: [], ...change,
});
const rows = [
  row(3, { name: "Quill Ltd", outcome: "problem", changes: [], problems: [{ column: "Ends", text: "day or month first? Say the order of dates: 03/04/2027" }] }),
  row(4, { name: "Marrowstone Data", outcome: "changed", vendor: "v-1", changes: [{ label: "Product or service", was: "Storage", becomes: "Warehouse for results" }] }),
  ...Array.from({ length: 1199 }, (_, at) => row(at + 5)),
];
const preview = (change: Partial<ImportPreview> = {}): ImportPreview => ({ digest: "d-1", added: 1199, changed: 1, unchanged: 0, problems: 1, ambiguous_dates: 1, column_problems: [], rows, ...change });
const imported: Imported = { import: "i-1", file_name: "suppliers.csv", who: "Mara Lindqvist", at: "2026-03-17T09:00:00Z", added: 1199, changed: 1, undone: null };

const host = (more: Answers = {}) =>
  fakePlatform({ session: () => session(), imports: () => [], import_choose: () => file, import_preview: ({ date_order }) => (date_order ? preview({ digest: "d-2", problems: 0, ambiguous_dates: 0, added: 1200 }) : preview()), import_apply: () => imported, ...more });

async function atPreview(platform = host()) {
  const shown = await renderScreen(<ImportView />, platform);
  await shown.user.click(await screen.findByRole("button", { name: "Choose file…" }));
  await shown.user.click(await screen.findByRole("button", { name: "Preview" }));
  await screen.findByRole("table", { name: "Rows of the import" });
  return shown;
}

describe("importing vendors", () => {
  it("says how the file was read, and takes a field for one column only", async () => {
    const platform = host();
    const { user } = await renderScreen(<ImportView />, platform);
    await user.click(await screen.findByRole("button", { name: "Choose file…" }));
    expect(await screen.findByText(/1,?201 rows, headers in row 2/)).toBeTruthy();
    expect(screen.getByText(/The encoding was assumed/)).toBeTruthy();
    await user.click(screen.getByRole("combobox", { name: "What What holds" }));
    await user.click(await screen.findByRole("option", { name: "Vendor" }));
    expect(screen.getByRole("combobox", { name: "What Supplier holds" })).toHaveProperty("value", "");
    await user.click(screen.getByRole("button", { name: "Preview" }));
    await waitFor(() => expect(platform.inputsOf("import_preview")[0]).toEqual({ file: "f-1", sheet: 0, columns: [null, "contract_end", "name"], date_order: null }));
  });

  it("goes no further until it knows which column holds the vendor", async () => {
    const { user } = await renderScreen(<ImportView />, host());
    await user.click(await screen.findByRole("button", { name: "Choose file…" }));
    const supplier = await screen.findByRole("combobox", { name: "What Supplier holds" });
    await user.click(supplier);
    await user.click(await screen.findByRole("option", { name: "Product or service" }));
    expect(screen.getByText("Say which column holds the vendor.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Preview" })).toHaveProperty("disabled", true);
  });

  it("shows what was and what becomes, draws only the rows in view, and filters", async () => {
    const { user } = await atPreview();
    const table = screen.getByRole("table", { name: "Rows of the import" });
    expect(within(table).getByText("Product or service: Storage → Warehouse for results")).toBeTruthy();
    expect(within(table).getAllByRole("row").length).toBeLessThan(100);
    await user.click(screen.getByRole("button", { name: /^Problem/ }));
    await waitFor(() => expect(within(table).getAllByRole("row")).toHaveLength(2));
    const [, problem] = within(table).getAllByRole("row");
    problem?.focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/Column Ends: day or month first/)).toBeTruthy();
  });

  it("asks once which of day and month comes first, then imports what was shown and undoes it", async () => {
    const platform = host({ import_undo: () => ({ import: { ...imported, undone: "2026-03-17T09:05:00Z" }, removed: 1198, restored: 1, left: [{ vendor: "v-9", name: "Vendor 9", why: "changed since the import" }] }) });
    const { user } = await atPreview(platform);
    await user.click(screen.getByRole("radio", { name: "Day first" }));
    await user.click(await screen.findByRole("button", { name: "Import 1,201 vendors" }));
    expect(await screen.findByText("1,199 vendors entered, 1 changed, from suppliers.csv")).toBeTruthy();
    expect(platform.inputsOf("import_apply")).toEqual([{ matched: { file: "f-1", sheet: 0, columns: ["name", "contract_end", null], date_order: "dmy" }, digest: "d-2" }]);
    await user.click(screen.getByRole("button", { name: "Undo import" }));
    expect(await screen.findByText("Undone: 1,198 vendors removed, 1 put back, 1 left as they are")).toBeTruthy();
    expect(screen.getByText(/Vendor 9: changed since the import/)).toBeTruthy();
  });

  it("says why a file is no table, and takes another", async () => {
    let first = true;
    const platform = host({
      import_choose: () => {
        if (!first) return file;
        first = false;
        return fails({ code: "no_table", reason: { why: "quote_open", row: 7 } });
      },
    });
    const { user } = await renderScreen(<ImportView />, platform);
    await user.click(await screen.findByRole("button", { name: "Choose file…" }));
    expect(await screen.findByText("A quotation mark is opened and never closed, in row: 7")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Choose file…" }));
    expect(await screen.findByText(/suppliers.csv/)).toBeTruthy();
  });

  it("offers to undo what was imported before", async () => {
    const platform = host({ imports: () => [imported], import_undo: () => ({ import: imported, removed: 1199, restored: 1, left: [] }) });
    const { user } = await renderScreen(<ImportView />, platform);
    await user.click(await screen.findByRole("button", { name: /Undo the import of 1,200 vendors from suppliers.csv/ }));
    expect(platform.inputsOf("import_undo")).toEqual([{ import: "i-1" }]);
    expect(await screen.findByText(/Import undone: 1,199 vendors removed, 1 put back/)).toBeTruthy();
  });
});
