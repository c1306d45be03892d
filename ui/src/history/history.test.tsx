import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../contract/generated";
import { session } from "../testing/examples";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { HistoryView } from "../views/history/HistoryView";
import { byDay } from "./HistoryList";
import { detailLines, opText } from "./op-text";

const entry = (seq: number, at = new Date(2026, 2, 17, 9, seq % 60)): HistoryEntry => ({ seq, at: at.toISOString(), who: "Mara Lindqvist", op: "fact.judge", subject: `report ${seq}.pdf`, detail: {} });

describe("entries", () => {
  it("are grouped by the person's own day", () => {
    const days = byDay([entry(3, new Date(2026, 2, 17, 0, 30)), entry(2, new Date(2026, 2, 16, 23, 30)), entry(1, new Date(2026, 2, 16, 8))]);
    expect(days.map(({ day, entries }) => [day, entries.map(({ seq }) => seq)])).toEqual([["2026-03-17", [3]], ["2026-03-16", [2, 1]]]);
  });
  it("of a later version are shown as they are recorded", () => expect(opText({ op: "finding.accept", detail: {} }).done).toBe("finding.accept"));
  it("say how many facts were judged at once", () => {
    expect(opText({ op: "fact.judge", detail: { opinion: "confirmed", kind: "confirmed" } }).done).toBe("Judged 2 facts");
    expect(opText({ op: "fact.judge", detail: { opinion: "confirmed" } }).done).toBe("Judged a fact");
  });
  it("show their details as words", () => {
    expect(detailLines({ period_end: { was: "2025-12-30", became: "2025-12-31" }, roles: ["reviewer", "executive"], tier: { was: null, became: "high" }, categories: { rejected: ["Security"] } })).toEqual([
      ["Period end", "30 Dec 2025 → 31 Dec 2025"], ["Roles", "reviewer, executive"], ["Tier", "none → high"], ["Categories", "rejected: Security"],
    ]);
  });
});

describe("what the auditor gets", () => {
  it("is asked for with a period of a year, and says how the counts agree", async () => {
    const platform = fakePlatform({
      session: () => session(),
      history: () => [entry(1)],
      evidence_save: () => ({ name: "evidence.zip", lists: [{ title: "Inventory", rows: 12 }], checks: [{ what: "Inventory: 12.", holds: true }, { what: "Findings: 3.", holds: false }], uncovered: ["漢"] }),
    });
    const { user } = await renderScreen(<HistoryView />, platform);
    await user.click(await screen.findByRole("button", { name: /^For our auditor/ }));
    await user.click(await screen.findByText("Of the period"));
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    expect(await screen.findByText("Inventory 12")).toBeDefined();
    expect(screen.getByLabelText("Does not agree")).toBeDefined();
    expect(screen.getByText(/No font here draws 1 character.*U\+6F22/)).toBeDefined();
    expect(platform.inputsOf("evidence_save")).toEqual([{ from: "2025-03-18", to: "2026-03-17", packets: "period", decisions: [], paper: "letter" }]);

    await user.click(screen.getByText("By decision"));
    expect(screen.getByRole("button", { name: /^Save/ })).toHaveProperty("disabled", true);
    await user.type(screen.getByRole("textbox", { name: /^Decisions/ }), "P-0003, 7");
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() => expect(platform.inputsOf("evidence_save").at(-1)).toMatchObject({ packets: "chosen", decisions: [3, 7] }));
  });
});

describe("the register of information", () => {
  it("is saved, and says what is missing in it", async () => {
    const gap = (table: string, column: string) => ({ table, column, of: "Harbourlight", what: "LEI" });
    const platform = fakePlatform({
      session: () => session(),
      history: () => [entry(1)],
      dora_save: () => ({ name: "dora.zip", tables: [{ code: "B_02.01", rows: 12 }], missing: [gap("B_05.01", "c0010"), gap("B_05.01", "c0070"), gap("B_01.01", "c0010")] }),
    });
    const { user } = await renderScreen(<HistoryView />, platform);
    await user.click(await screen.findByRole("button", { name: /^DORA register/ }));
    await user.click(await screen.findByRole("button", { name: /^Save/ }));
    expect(await screen.findByText("B_02.01 12")).toBeDefined();
    expect(screen.getByText(/^Missing: 3 cells.*B_05.01 2 · B_01.01 1$/)).toBeDefined();
  });
});

describe("the history", () => {
  it("puts older entries below when asked, without a gap, and says when it is at its end", async () => {
    const all = Array.from({ length: 230 }, (_, at) => entry(230 - at));
    const platform = fakePlatform({ session: () => session(), history: ({ before, limit }) => all.filter(({ seq }) => before === null || seq < before).slice(0, limit) });
    const { user } = await renderScreen(<HistoryView />, platform);
    await user.click(await screen.findByText("Show older entries"));
    expect(await screen.findByText("report 131.pdf")).toBeDefined();
    expect(await screen.findByText("report 130.pdf")).toBeDefined();
    await user.click(screen.getByText("Show older entries"));
    expect(await screen.findByText("report 1.pdf")).toBeDefined();
    expect(screen.queryByText("Show older entries")).toBeNull();
    expect(platform.inputsOf("history").map(({ before }) => before)).toEqual([null, 131, 31]);
  });

  it.each([[null, "Whole: 3 entries checked"], [2, "Changed from outside, first at entry: 2"]])("says what verifying found", async (broken_at, text) => {
    const platform = fakePlatform({ session: () => session(), history: () => [entry(3)], history_verify: () => ({ entries: 3, broken_at }) });
    const { user } = await renderScreen(<HistoryView />, platform);
    await user.click(await screen.findByRole("button", { name: "Verify the chain" }));
    expect(await screen.findByText(text)).toBeDefined();
  });
});
