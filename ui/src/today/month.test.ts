import { describe, expect, it } from "vitest";
import { addMonths, weeksOf } from "./month";

describe("a month", () => {
  it("is whole weeks from Monday, with the days of its neighbours", () => {
    const march = weeksOf("2026-03");
    expect(march).toHaveLength(6);
    expect(march[0]?.[0]).toEqual({ day: "2026-02-23", inside: false });
    expect(march[0]?.[6]).toEqual({ day: "2026-03-01", inside: true });
    expect(march[5]?.[6]?.day).toBe("2026-04-05");
  });
  it("that begins on a Monday and has four weeks has no neighbours", () => {
    const february = weeksOf("2027-02");
    expect(february).toHaveLength(4);
    expect(february.flat().every(({ inside }) => inside)).toBe(true);
  });
  it("knows leap days and the year's end", () => {
    expect(weeksOf("2028-02").flat().filter(({ inside }) => inside)).toHaveLength(29);
    expect(weeksOf("2026-12").at(-1)?.at(-1)?.day).toBe("2027-01-03");
  });
  it("before 1970 begins on a Monday too", () => {
    expect(weeksOf("1969-12")[0]?.[0]?.day).toBe("1969-12-01");
  });
});

describe("the same day of another month", () => {
  it("is its last where it is shorter", () => {
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  });
});
