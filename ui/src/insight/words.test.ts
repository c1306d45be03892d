import { describe, expect, it } from "vitest";
import type { TrendView } from "../contract/generated";
import { saidOf, wayOf } from "./words";

describe("a figure", () => {
  it("says small numbers as so many of so many, and large ones with their percentage", () => {
    expect(saidOf({ kind: "share", count: 3, of: 7 })).toEqual({ number: "3", beside: "of 7", nothing: false });
    expect(saidOf({ kind: "share", count: 1640, of: 2000 }).beside).toBe("of 2,000 · 82 %");
    expect(saidOf({ kind: "share", count: 0, of: 0 }).nothing).toBe(true);
    expect(saidOf({ kind: "days", median: 12.5, of: 4 })).toEqual({ number: "12.5", beside: "days, median of 4", nothing: false });
    expect(saidOf({ kind: "days", median: null, of: 0 }).nothing).toBe(true);
  });
  it("has a way only where two points can be joined", () => {
    const point = (day: string, value: number | null) => ({ day, figures: [{ metric: "assured_share" as const, value, count: value === null ? 0 : 3, of: value === null ? 0 : 7 }] });
    const trend: TrendView = { points: [point("2026-01-31", null), point("2026-02-28", 40), point("2026-03-17", 43)] };
    expect(wayOf(trend, "assured_share", "share").map(({ said }) => said)).toEqual(["nothing counted", "3 of 7", "3 of 7"]);
    expect(wayOf(trend, "assured_share", "per_report")[1]?.said, "exceptions are in reports, not of them").toBe("3 in 7 reports");
    expect(wayOf({ points: trend.points.slice(0, 2) }, "assured_share", "share")).toEqual([]);
    expect(wayOf(trend, "open_findings", "count")).toEqual([]);
  });
});
