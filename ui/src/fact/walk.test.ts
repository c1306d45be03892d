import { describe, expect, it } from "vitest";
import type { FactView, Standing } from "../contract/generated";
import { firstFact, neighbour, nextOpen, progress, turnCitation } from "./walk";

const open: Standing = { standing: "open" };
const confirmed: Standing = { standing: "confirmed", by: "Ada", at: "2026-03-17T09:00:00Z" };
const fact = (key: string, standing: Standing): FactView => ({
  key,
  value: null,
  read: null,
  basis: null,
  citations: [],
  cited: [],
  differs: false,
  proposed: null,
  standing,
  form: { form: "text" },
});
const facts = [fact("kind", confirmed), fact("opinion", open), fact("report_date", confirmed), fact("period_end", open)];

describe("the walk over facts", () => {
  it("counts what somebody judged, whatever the judgement was", () => {
    expect(progress(facts)).toEqual({ checked: 2, total: 4 });
  });
  it("begins at the first open fact", () => {
    expect(firstFact(facts)).toBe("opinion");
    expect(firstFact(facts.slice(0, 1))).toBe("kind");
    expect(firstFact([])).toBeNull();
  });
  it("stops at both ends", () => {
    expect(neighbour(facts, "kind", -1)).toBe("kind");
    expect(neighbour(facts, "kind", 1)).toBe("opinion");
    expect(neighbour(facts, "period_end", 1)).toBe("period_end");
    expect(neighbour(facts, "gone", 1)).toBe("kind");
  });
  it("goes on to the next open fact and starts again from the top", () => {
    expect(nextOpen(facts, "opinion")).toBe("period_end");
    expect(nextOpen(facts, "period_end")).toBe("opinion");
    expect(nextOpen([fact("kind", confirmed)], "kind")).toBeNull();
  });
});

describe("turnCitation", () => {
  it("goes round", () => {
    expect(turnCitation(2, 1, 1)).toBe(0);
    expect(turnCitation(2, 0, -1)).toBe(1);
  });
  it("begins at an end where none is shown", () => {
    expect(turnCitation(3, -1, 1)).toBe(0);
    expect(turnCitation(3, -1, -1)).toBe(2);
    expect(turnCitation(0, -1, 1)).toBe(0);
  });
});
