import { describe, expect, it } from "vitest";
import type { CuecOfAll } from "../contract/generated";
import { choicesOf, filterCuecs, noFilter, nobody, undoneText } from "./of-all";

const row = (number: number, more: Partial<CuecOfAll> = {}): CuecOfAll => ({
  vendor: "v-1", vendor_name: "Äpfel Cloud", tier: "critical", document: "d-1", entry: `r:${number}`, number, text: "Access is reviewed quarterly.", page: 31, applies: "yes", controls: ["Access review"], owner: "p-1", owner_name: "Mara Lind", progress: "verified", has_evidence: true, in_place: true, due: null, overdue: false, carried: false, ...more,
});
const rows = [
  row(1),
  row(2, { progress: "implemented" }),
  row(3, { progress: "planned", in_place: false, owner: null, owner_name: null, overdue: true }),
  row(4, { applies: null, progress: null, in_place: false, owner: null, owner_name: null }),
  row(5, { applies: "no", progress: null, in_place: false, vendor: "v-2", vendor_name: "Beech" }),
];
const numbers = (filter: Partial<typeof noFilter>): number[] => filterCuecs(rows, { ...noFilter, ...filter }, "p-1").map(({ number }) => number);

describe("the controls of all vendors", () => {
  it("are all shown without a filter", () => expect(numbers({})).toEqual([1, 2, 3, 4, 5]));
  it("are mine where I answer for them", () => expect(numbers({ mine: true })).toEqual([1, 2, 5]));
  it("are missing where they apply and are not in place", () => expect(numbers({ missing: true })).toEqual([3]));
  it("are not verified where they apply, implemented or not", () => expect(numbers({ unverified: true })).toEqual([2, 3]));
  it("are undecided, or overdue", () => expect([numbers({ undecided: true }), numbers({ overdue: true })]).toEqual([[4], [3]]));
  it("are of one vendor, or of nobody", () => expect([numbers({ vendor: "v-2" }), numbers({ owner: nobody })]).toEqual([[5], [3, 4]]));
  it("are found by every word typed, whatever its accents", () => expect([numbers({ text: "apfel planned" }), numbers({ text: "apfel walrus" })]).toEqual([[3], []]));
  it("offer each vendor and owner once", () => {
    expect(choicesOf(rows, ({ vendor, vendor_name }) => [vendor, vendor_name])).toEqual([{ value: "v-1", label: "Äpfel Cloud" }, { value: "v-2", label: "Beech" }]);
    expect(choicesOf(rows, ({ owner, owner_name }) => [owner, owner_name])).toEqual([{ value: "p-1", label: "Mara Lind" }]);
  });
  it("say what undoing did", () => {
    expect(undoneText({ restored: 1, left: [] })).toBe("1 answer put back");
    expect(undoneText({ restored: 2, left: [{ vendor_name: "Beech", text: "x", why: "changed_since" }] })).toBe("2 answers put back, 1 left as it is");
  });
});
