import { describe, expect, it } from "vitest";
import type { CitationView, FactValue, FactView, Standing } from "../contract/generated";
import { condense, linesOf, marksOfFacts } from "./lines";

const open: Standing = { standing: "open" };
const cite = (page: number): CitationView => ({ page, label: null, quote: "q", rects: [[0, 0, 1, 1]] });
const fact = (key: string, value: FactValue | null, more: Partial<FactView> = {}): FactView => ({
  key,
  value,
  read: value,
  basis: "stated",
  citations: [cite(4)],
  cited: [],
  standing: open,
  differs: false,
  proposed: null,
  form: { form: "text" },
  ...more,
});
const facts = [
  fact("kind", { form: "choice", choice: "soc2_type2" }),
  fact("report_type", { form: "choice", choice: "2" }),
  fact("period_start", { form: "date", date: "2025-02-01" }),
  fact("period_end", { form: "date", date: "2026-01-31" }, { citations: [cite(4), cite(6)] }),
];

describe("condense", () => {
  it("says the period in one line, with each page once", () => {
    const lines = condense(linesOf(facts, []));
    expect(lines.map((line) => line.label)).toEqual(["Document", "Period"]);
    expect(lines[1]).toMatchObject({ text: "1 Feb 2025 – 31 Jan 2026", keys: ["period_start", "period_end"] });
    expect(lines[1]?.citations.map((each) => each.citation.page)).toEqual([4, 6]);
  });
  it("keeps both lines where one of them contradicts something", () => {
    const lines = condense(linesOf(facts, [{ about: "period_end", message: "two ends", citations: [] }]));
    expect(lines.map((line) => line.key)).toEqual(["kind", "period_start", "period_end"]);
    expect(lines[2]?.clash).toBe("two ends");
  });
  it("keeps the type where it was judged otherwise than the kind", () => {
    const judged = facts.map((each) => (each.key === "report_type" ? { ...each, standing: { standing: "confirmed", by: "Ada", at: "" } as const } : each));
    expect(condense(linesOf(judged, [])).map((line) => line.key)).toContain("report_type");
  });
});

describe("linesOf", () => {
  it("shows what was read beside what holds now", () => {
    const corrected = fact("opinion", { form: "choice", choice: "qualified" }, {
      read: { form: "choice", choice: "unqualified" },
      standing: { standing: "corrected", by: "Ada", at: "", reason: null },
    });
    expect(linesOf([corrected], [])[0]).toMatchObject({ text: "Qualified", was: "Unqualified" });
  });
  it("says nothing where nothing is stated", () => {
    expect(linesOf([fact("report_date", null)], [])[0]).toMatchObject({ text: null, was: null });
  });
});

describe("marksOfFacts", () => {
  it("gives every citation a name of its own", () => {
    const ids = marksOfFacts(facts, [{ about: "period_end", message: "m", citations: [cite(1), cite(4)] }]).map((mark) => mark.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(7);
  });
});
