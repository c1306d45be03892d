import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CuecBook, CuecRow, CuecSide } from "../contract/generated";
import { session } from "../testing/examples";
import { type Answers, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { CuecsPanel } from "./CuecsPanel";

const side: CuecSide = {
  applies: "yes", why: null, controls: [{ id: "c-1", name: "Access review" }], owner: null, answerable: "Mara Lind", progress: "verified", evidence: "Tickets", proof: null, has_evidence: true, due: null, verified_on: "2026-03-02", verified_by: "Mara Lind", recheck_on: "2027-03-02", overdue: false, note: null, by: "Mara Lind", at: "2026-03-02T09:00:00Z",
};

const row = (number: number, more: Partial<CuecRow> = {}): CuecRow => ({
  entry: `r:${number}`, number, text: `Control ${number} of the report.`, criteria: ["CC6.2"], citations: [{ page: 30 + number, label: null, quote: "", rects: [] }], side: null, carried: null, change: { change: "first" }, ...more,
});

const book = (rows: CuecRow[], more: Partial<CuecBook> = {}): CuecBook => ({
  vendor: "v-1", vendor_name: "Marrowstone", tier: "critical", demand: "All applicable implemented with evidence before go-live", report: { document: "d-1", file_name: "report.pdf", from: "2025-01-01", to: "2025-12-31" }, before: null, reports: [], none_stated: false, rows, dropped: [], responsibilities: [], may_answer: true,
  completion: { listed: rows.length, applying: 0, in_place: 0, verified: 0, planned: 0, open: 0, not_applying: 0, undecided: rows.length, carried: rows.filter(({ carried }) => carried).length, overdue: 0 },
  ...more,
});

const open = (shown: CuecBook, more: Answers = {}) => {
  const platform = fakePlatform({ session: () => session(), people: () => [], own_controls: () => [], cuecs: () => shown, cuec_save: () => shown, cuecs_confirm: () => shown, ...more });
  return renderScreen(<CuecsPanel vendor="v-1" documents={[]} onDocuments={() => undefined} />, platform).then(({ user }) => ({ user, platform }));
};

describe("our side of a report", () => {
  it("teaches where there is no report", async () => {
    await open(book([], { report: null }));
    expect(await screen.findByRole("heading", { name: "No report yet that lists any" })).toBeTruthy();
  });

  it("is answered by keyboard, and asks why where a control does not apply", async () => {
    const { user, platform } = await open(book([row(1), row(2)]));
    await screen.findByText("Control 1 of the report.");
    await user.keyboard("y");
    await waitFor(() => expect(platform.inputsOf("cuec_save")).toHaveLength(1));
    expect(platform.inputsOf("cuec_save")[0]).toMatchObject({ vendor: "v-1", entry: "r:1", side: { applies: "yes", why: null } });
    await user.keyboard("jn");
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText(/^Why/), "We upload no files.");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(platform.inputsOf("cuec_save")).toHaveLength(2));
    expect(platform.inputsOf("cuec_save")[1]).toMatchObject({ entry: "r:2", side: { applies: "no", why: "We upload no files." } });
  });

  it("shows what changed since the report before, and confirms what was carried over", async () => {
    const reworded: CuecRow = row(2, { carried: side, change: { change: "reworded", words: [{ text: "Access is reviewed", standing: "same" }, { text: "yearly.", standing: "gone" }, { text: "quarterly.", standing: "new" }] } });
    const shown = book([row(1, { carried: side, change: { change: "same" } }), reworded, row(3, { change: { change: "new" } })], { before: { document: "d-0", file_name: "earlier.pdf", from: "2024-01-01", to: "2024-12-31" } });
    const { user, platform } = await open(shown);
    expect((await screen.findByText("yearly.")).tagName).toBe("DEL");
    expect(screen.getByText("quarterly.").tagName).toBe("INS");
    expect(screen.getByText("as in 2024")).toBeTruthy();
    expect(screen.getByText("New")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Confirm the 1 whose words are the same" }));
    await user.click(screen.getByRole("button", { name: "Confirm the answer carried over to control 2" }));
    await waitFor(() => expect(platform.inputsOf("cuecs_confirm")).toEqual([{ vendor: "v-1", report: "d-1", entries: [] }, { vendor: "v-1", report: "d-1", entries: ["r:2"] }]));
  });

  it("keeps responsibilities apart", async () => {
    await open(book([row(1)], { responsibilities: [{ text: "Keep contact details up to date.", citations: [] }] }));
    const table = await screen.findByRole("table", { name: "Complementary user entity controls" });
    expect(within(table).queryByText("Keep contact details up to date.")).toBeNull();
    expect(screen.getByText("Keep contact details up to date.")).toBeTruthy();
  });

  it("opens at the report that lists the control somebody wants to look at, where several count", async () => {
    const [first, second] = [{ document: "d-1", file_name: "mail.pdf", from: null, to: "2025-12-31" }, { document: "d-2", file_name: "backup.pdf", from: null, to: "2025-09-30" }];
    const of = (report: typeof first, rows: CuecRow[]) => book(rows, { report, reports: [first, second] });
    const books = { "d-1": of(first, [row(1), row(2)]), "d-2": of(second, [row(1, { text: "Keep copies of what is sent." }), row(2, { text: "Test what was kept." })]) };
    const platform = fakePlatform({ session: () => session(), people: () => [], own_controls: () => [], cuecs: ({ report }) => books[report === "d-2" ? "d-2" : "d-1"] });
    const show = (report: string) => renderScreen(<CuecsPanel vendor="v-1" documents={[]} onDocuments={() => undefined} entry="r:2" report={report} />, platform);
    const here = () => document.querySelector("tr[data-now]")?.textContent;
    const { unmount } = await show("d-2");
    await waitFor(() => expect(here()).toContain("Test what was kept."));
    expect(screen.getByRole("radio", { name: "backup.pdf" })).toHaveProperty("checked", true);
    unmount();
    // A report that no longer counts has no workbook of its own.
    await show("d-0");
    await waitFor(() => expect(here()).toContain("Control 2 of the report."));
    expect(platform.inputsOf("cuecs").map(({ report }) => report)).not.toContain("d-0");
  });
});
