import { afterEach, describe, expect, it, vi } from "vitest";
import type { VendorRow } from "../../contract/generated";
import { filterVendors, noFilter, readAhead } from "./filter";

const row = (name: string, more: Partial<VendorRow> = {}): VendorRow => ({
  id: name,
  name,
  service: null,
  tier: null,
  stage: "active",
  owner: null,
  documents: 0,
  decision: null,
  decided_on: null,
  next_review: null,
  verdict: "more_evidence", evidence_until: null, open_exceptions: 0, tags: [], missing: 0, at_risk: [],
  ...more,
});
const rows = [
  row("Äther Mail", { tier: "critical", evidence_until: "2026-07-31", service: "e-mail" }),
  row("Borough Bank", { tier: "low", evidence_until: "2026-03-16" }),
  row("Cart", { owner: "Ada Moor", tags: ["payments", "eu"] }),
];
const stale = new Map([["Cart", { vendor: "Cart", decision: "d", stale: [{ stale: "review" as const, number: 2 }] }]]);
const names = (filter: Partial<typeof noFilter>): string[] => filterVendors(rows, { ...noFilter, ...filter }, "2026-03-17", stale).map((each) => each.name);

describe("filterVendors", () => {
  it("wants every word, in any column, without marks and capitals", () => {
    expect(names({ text: "mail ather" })).toEqual(["Äther Mail"]);
    expect(names({ text: "MOOR" })).toEqual(["Cart"]);
    expect(names({ text: "mail bank" })).toEqual([]);
  });
  it("keeps chosen tiers, and those without any where asked", () => {
    expect(names({ tiers: ["critical", "none"] })).toEqual(["Äther Mail", "Cart"]);
  });
  it("counts evidence that ended yesterday and evidence that was never there as lacking", () => {
    expect(names({ lacking: true })).toEqual(["Borough Bank", "Cart"]);
  });
  it("keeps vendors that have one of the chosen tags, and finds tags by typing", () => {
    expect(names({ tags: ["eu", "other"] })).toEqual(["Cart"]);
    expect(names({ text: "payments" })).toEqual(["Cart"]);
  });
  it("keeps the vendors whose decision rests on what has changed", () => {
    expect(names({ stale: true })).toEqual(["Cart"]);
  });
  it("goes through ten thousand rows at the speed of typing", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => row(`Vendor ${index}`));
    const start = performance.now();
    expect(filterVendors(many, { ...noFilter, text: "vendor 9999" }, "2026-03-17", stale)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("many rows", () => {
  afterEach(() => vi.useRealTimers());
  it("are read before the first letter is typed, once", () => {
    vi.useFakeTimers();
    const read = vi.fn<() => string>(() => "Borough Bank");
    const many = Array.from({ length: 2500 }, (_, at) => Object.defineProperty(row(String(at)), "name", { get: read }));
    readAhead(many);
    expect(read, "not at once: first the rows are shown").not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(read).toHaveBeenCalledTimes(2500);
    expect(filterVendors(many, { ...noFilter, text: "bank" }, "2026-03-17", new Map())).toHaveLength(2500);
    expect(read, "the texts were there").toHaveBeenCalledTimes(2500);
  });
});
