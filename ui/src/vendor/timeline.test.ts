import { describe, expect, it } from "vitest";
import type { CoverageSpan } from "../contract/generated";
import { at, dayNumber, extent, isoDay, lengthInWords, ticks, timelineRange } from "./timeline";

const span = (from: string, to: string, kind = "soc2_type2"): CoverageSpan => ({ document: "d", kind, from, to });

describe("timelineRange", () => {
  it("holds every span, today and the flag, in whole quarters", () => {
    const range = timelineRange([span("2024-02-10", "2025-01-31")], "2026-03-17", "2026-07-31");
    expect(isoDay(range.first)).toBe("2024-01-01");
    expect(isoDay(range.last)).toBe("2026-09-30");
  });
  it("shows a year back where nothing is held", () => {
    const range = timelineRange([], "2026-03-17", null);
    expect(isoDay(range.first)).toBe("2025-01-01");
    expect(isoDay(range.last)).toBe("2026-09-30");
  });
});

describe("extent", () => {
  const range = { first: dayNumber("2025-01-01"), last: dayNumber("2025-12-31") };
  it("includes the last day", () => {
    expect(extent("2025-01-01", "2025-12-31", range)).toEqual({ left: 0, width: 100 });
  });
  it("gives a point in time the width of a day", () => {
    expect(extent("2025-06-30", "2025-06-30", range).width).toBeCloseTo(100 / 365, 5);
  });
  it("stays inside the drawing", () => {
    expect(at(dayNumber("2030-01-01"), range)).toBe(100);
  });
});

describe("ticks", () => {
  it("names years and quarters and marks where a year begins", () => {
    const found = ticks({ first: dayNumber("2025-07-01"), last: dayNumber("2026-06-30") });
    expect(found.map((tick) => tick.label)).toEqual(["Jul", "Oct", "2026", "Apr"]);
    expect(found.filter((tick) => tick.year)).toHaveLength(1);
  });
  it("keeps only years where there are many", () => {
    const found = ticks({ first: dayNumber("2010-01-01"), last: dayNumber("2025-12-31") });
    expect(found.every((tick) => tick.year)).toBe(true);
  });
});

describe("lengthInWords", () => {
  it("counts months as people do", () => {
    expect(lengthInWords("2025-01-01", "2025-12-31")).toBe("12 months");
    expect(lengthInWords("2025-01-01", "2025-01-31")).toBe("1 month");
    expect(lengthInWords("2025-01-01", "2025-01-14")).toBe("14 days");
    expect(lengthInWords("2025-01-01", "2025-01-01")).toBe("1 day");
  });
});
