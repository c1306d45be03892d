import { describe, expect, it } from "vitest";
import { daysBetween, formatDay, formatMoment, formatPeriod } from "./dates";
import { count, formatBytes } from "./numbers";

describe("days", () => {
  it("are read without a time zone", () => expect(formatDay("2025-09-01")).toBe("1 Sep 2025"));
  it("that are no days stay as they are", () => expect(formatDay("spring")).toBe("spring"));
  it("name the year of a period once where it is one year", () => {
    expect(formatPeriod("2025-01-01", "2025-12-31")).toBe("1 Jan – 31 Dec 2025");
    expect(formatPeriod("2024-10-01", "2025-09-30")).toBe("1 Oct 2024 – 30 Sep 2025");
  });
  it("of a point in time stand once", () => expect(formatPeriod("2025-06-30", "2025-06-30")).toBe("30 Jun 2025"));
  it("are counted over the change to summer time", () => expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2));
  it("say today where it is today", () => {
    const now = new Date(2026, 2, 17, 9, 4);
    expect(formatMoment(now.toISOString(), "2026-03-17")).toBe("today, 09:04");
    expect(formatMoment(now.toISOString(), "2026-03-18")).toBe("17 Mar 2026, 09:04");
  });
});

describe("numbers", () => {
  it("agree with their noun", () => {
    expect(count(1, "page")).toBe("1 page");
    expect(count(1200, "page")).toBe("1,200 pages");
    expect(count(2, "entry", "entries")).toBe("2 entries");
  });
  it.each([[0, "0 bytes"], [999, "999 bytes"], [1000, "1.0 kB"], [9_960, "10 kB"], [999_600, "1.0 MB"], [48_200_000, "48 MB"]])("%d bytes are %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});
