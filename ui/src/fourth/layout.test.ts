import { describe, expect, it } from "vitest";
import { layout, partyRow, vendorRow } from "./layout";

const keys = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => ({ key: `${prefix}${at}` }));

/** Counts how often two lines cross. */
function crossings(lines: readonly { from: number; to: number }[]): number {
  return lines.flatMap((a, at) => lines.slice(at + 1).filter((b) => (a.from - b.from) * (a.to - b.to) < 0)).length;
}

describe("the picture of who rests on whom", () => {
  it("is the same each time and leaves out vendors that rest on nobody", () => {
    const rests = { parties: keys("p", 3), vendors: keys("v", 5), lines: [{ party: "p0", vendor: "v4" }, { party: "p1", vendor: "v0" }, { party: "p2", vendor: "v1" }, { party: "p0", vendor: "v3" }] };
    const drawn = layout(rests);
    expect(layout(rests)).toEqual(drawn);
    expect(drawn.vendors.map(({ key }) => key).toSorted()).toEqual(["v0", "v1", "v3", "v4"]);
    expect(crossings(drawn.lines)).toBe(0);
  });

  it("keeps a hundred vendors apart from each other", () => {
    const vendors = keys("v", 100);
    const parties = keys("p", 20);
    const lines = vendors.flatMap(({ key }, at) => [{ party: `p${(at * 7) % 20}`, vendor: key }, { party: `p${((at * 7) % 20 + 1) % 20}`, vendor: key }]);
    const drawn = layout({ parties, vendors, lines });
    const gaps = drawn.vendors.slice(1).map(({ y }, at) => y - (drawn.vendors[at]?.y ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(vendorRow - 0.001);
    const rows = drawn.parties.slice(1).map(({ y }, at) => y - (drawn.parties[at]?.y ?? 0));
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(partyRow - 0.001);
    expect(drawn.height).toBe(100 * vendorRow);
    const given = lines.map(({ party, vendor }) => ({ from: parties.findIndex(({ key }) => key === party), to: vendors.findIndex(({ key }) => key === vendor) }));
    expect(crossings(drawn.lines)).toBeLessThan(crossings(given) / 2);
  });

  it("has a place for every line inside the picture", () => {
    const drawn = layout({ parties: keys("p", 1), vendors: keys("v", 60), lines: keys("v", 60).map(({ key }) => ({ party: "p0", vendor: key })) });
    for (const { from, to } of drawn.lines) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(Math.max(from, to)).toBeLessThanOrEqual(drawn.height);
    }
  });
});
