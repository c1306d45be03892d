import { describe, expect, it } from "vitest";
import type { AttentionGroup, AttentionView } from "../contract/generated";
import { figureState, grouped } from "./groups";
import { lineText, remedyText, whenText, whoseText } from "./words";

function item(key: string, group: AttentionGroup, more: Partial<AttentionView> = {}): AttentionView {
  return {
    key, kind: "notice_deadline", vendor: "v", vendor_name: "Cresset Ledger", tier: "high", what: "Master agreement", reason: "Notice is 60 days before",
    date: "2026-03-20", days: 3, group, remedy: "open_contracts", target: null, entry: null, owner: null, informed: [], mine: true, snoozed: null, ...more,
  };
}

describe("the list", () => {
  const off = { until: "2026-04-01", reason: "Later", by: "Mara Lind", for_all: false, may_wake: true };
  const items = [item("a", "overdue"), item("b", "days30", { mine: false }), item("c", "undated"), item("d", "week", { snoozed: off })];
  it("puts what is missing now before what comes in weeks, and leaves out empty groups", () => {
    expect(grouped(items, false, null).groups.map(({ group }) => group)).toEqual(["overdue", "undated", "days30"]);
  });
  it("shows what is put off apart, and only what is mine where that is asked for", () => {
    expect(grouped(items, false, null).snoozed.map(({ key }) => key)).toEqual(["d"]);
    expect(grouped(items, true, null).groups.map(({ group }) => group)).toEqual(["overdue", "undated"]);
  });
  it("narrows to what a figure counted", () => {
    expect(grouped(items, false, new Set(["c"])).groups.flatMap((each) => each.items.map(({ key }) => key))).toEqual(["c"]);
  });
});

describe("a line", () => {
  it("says when: late, today, a day of this year, a day of another", () => {
    const when = (date: string | null, days: number | null) => whenText({ date, days }, "2026-03-17");
    expect(when("2026-03-16", -1)).toBe("1 day late");
    expect(when("2026-03-17", 0)).toBe("today");
    expect(when("2026-04-30", 44)).toBe("30 Apr");
    expect(when("2027-01-02", 291)).toBe("2 Jan 2027");
    expect(when(null, null)).toBe("");
  });
  it("says why, and of what", () => {
    expect(lineText(item("a", "week"))).toBe("Contract notice deadline · Master agreement. Notice is 60 days before");
    expect(lineText(item("a", "week", { what: "EX-002 Of 30 people who left…" }))).toBe("Contract notice deadline · EX-002 Of 30 people who left… Notice is 60 days before");
    expect(lineText(item("a", "week", { vendor_name: null, what: null }))).toBe("Notice is 60 days before");
  });
});

describe("the button of an item", () => {
  it("says whether it opens one thing or all", () => {
    const text = (more: Partial<AttentionView>) => remedyText(item("a", "week", more));
    expect(text({ kind: "finding_due", remedy: "open_exceptions" })).toBe("Open exceptions");
    expect(text({ kind: "finding_due", remedy: "open_exceptions", target: "f" })).toBe("Open exception");
    expect(text({ kind: "cuec_due", remedy: "open_cuecs", entry: "r:1" })).toBe("Open CUEC");
  });
});

describe("a figure", () => {
  const figure = (count: number, of: number | null) => ({ figure: "critical_type2" as const, count, of, vendors: [], items: [] });
  it("of nobody is neither good nor bad", () => expect(figureState(figure(0, 0))).toBeNull());
  it("is good where all are counted", () => expect(figureState(figure(7, 7))).toBe("pass"));
  it("is bad where a critical vendor is without", () => expect(figureState(figure(5, 7))).toBe("fail"));
});

describe("whose an item is", () => {
  it("says who answers for it, and whom it went up to", () => {
    expect(whoseText(item("a", "overdue"))).toBe("nobody is named");
    expect(whoseText(item("a", "overdue", { owner: "Mara Lind" }))).toBe("Mara Lind");
    expect(whoseText(item("a", "overdue", { owner: "Mara Lind", informed: ["Oda Ness", "Per Vik"] }))).toBe("Mara Lind, goes up to Oda Ness, Per Vik");
  });
});
