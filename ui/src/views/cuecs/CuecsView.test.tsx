import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CuecImport, CuecOfAll, CuecsOfAll } from "../../contract/generated";
import { person, session } from "../../testing/examples";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { CuecsView } from "./CuecsView";

const row = (number: number, more: Partial<CuecOfAll> = {}): CuecOfAll => ({
  vendor: "v-1", vendor_name: "Marrowstone", tier: "critical", document: "d-1", entry: `r:${number}`, number, text: `Control ${number} of the report.`, page: 30 + number, applies: "yes", controls: [], owner: null, owner_name: null, progress: "planned", has_evidence: false, in_place: false, due: "2026-04-30", overdue: false, carried: false, ...more,
});
const all = (rows: CuecOfAll[]): CuecsOfAll => ({
  rows, vendors: new Set(rows.map(({ vendor }) => vendor)).size,
  completion: { listed: rows.length, applying: rows.length, in_place: 0, verified: 0, planned: rows.length, open: 0, not_applying: 0, undecided: 0, carried: 0, overdue: 0 },
});
const preview: CuecImport = { file: "f-1", file_name: "answers.xlsx", refused: [], unchanged: 0, digest: "d", changes: [{ row: 2, vendor_name: "Marrowstone", text: "Control 1 of the report.", fields: [{ column: "Status", was: "Planned", becomes: "Verified" }] }] };

const open = (rows: CuecOfAll[], more: Answers = {}) => {
  const platform = fakePlatform({ session: () => session(), people: () => [person()], own_controls: () => [], cuecs_all: () => all(rows), cuecs_imports: () => [], ...more });
  return renderScreen(<CuecsView />, platform).then((shown) => ({ ...shown, platform }));
};

describe("what all vendors expect of us", () => {
  it("teaches where no report lists any", async () => {
    await open([]);
    expect(await screen.findByRole("heading", { name: "No report expects anything of us yet" })).toBeTruthy();
  });

  it("shows mine, filters, and opens the control in its vendor's workbook", async () => {
    const me = person().id;
    const { user, router } = await open([row(1), row(2, { owner: me, owner_name: "Mara Lindqvist" }), row(3, { vendor: "v-2", vendor_name: "Beech", progress: "verified", in_place: true })]);
    expect(await screen.findByText("Control 1 of the report.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Mine/ }));
    await waitFor(() => expect(screen.queryByText("Control 1 of the report.")).toBeNull());
    await user.click(screen.getByText("Control 2 of the report."));
    await waitFor(() => expect(router.state.location.href).toContain("/vendors/v-1?tab=cuecs&entry=r%3A2&report=d-1"));
  });

  it("draws only what is in view of ten thousand controls", async () => {
    await open(Array.from({ length: 10_000 }, (_, at) => row(at + 1)));
    const table = await screen.findByRole("table", { name: "CUECs of all vendors" });
    expect(table.getAttribute("aria-rowcount")).toBe("10001");
    expect(within(table).getAllByRole("row").length).toBeLessThan(60);
  });

  it("takes a table of answers and undoes it as a whole", async () => {
    const view = { import: "i-1", file_name: "answers.xlsx", who: "Mara Lindqvist", at: "2026-03-17T09:00:00Z", changed: 1, undone: null };
    const { user, platform } = await open([row(1)], { cuecs_import_choose: () => preview, cuecs_import_apply: () => ({ import: "i-1", changed: 1, refused: 0 }), cuecs_import_undo: () => ({ import: view, restored: 1, left: [] }) });
    await user.click(await screen.findByRole("button", { name: "Tables and memos" }));
    await user.click(await screen.findByRole("menuitem", { name: "Take answers from a table …" }));
    await user.click(await screen.findByRole("button", { name: "Take 1 answer" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.inputsOf("cuecs_import_undo")).toEqual([{ import: "i-1" }]));
    expect(await screen.findByText("Table undone: 1 answer put back")).toBeTruthy();
  });

  it("lists earlier tables with their way back, and says what stayed", async () => {
    const view = { import: "i-1", file_name: "answers.xlsx", who: "Mara Lindqvist", at: "2026-03-17T09:00:00Z", changed: 2, undone: null };
    const left = [{ vendor_name: "Marrowstone", text: "Control 1 of the report.", why: "changed_since" as const }];
    const { user } = await open([row(1)], { cuecs_imports: () => [view], cuecs_import_undo: () => ({ import: view, restored: 1, left }) });
    await user.click(await screen.findByRole("button", { name: "Tables and memos" }));
    await user.click(await screen.findByRole("menuitem", { name: "Tables that were taken …" }));
    await user.click(await screen.findByRole("button", { name: "Undo 2 answers from answers.xlsx" }));
    expect(await screen.findByText("Table undone: 1 answer put back, 1 left as it is")).toBeTruthy();
    expect(screen.getByText(/Marrowstone, “Control 1 of the report.”: changed or taken back since/)).toBeTruthy();
  });
});
