import { describe, expect, it } from "vitest";
import type { AlternativeView } from "../contract/generated";
import { openingRecord, replaced, scoreOfKey } from "./draft";

const view = (change: Partial<AlternativeView> = {}): AlternativeView => ({
  vendor: "v-1", name: "Marrowstone Data", tier: "high", offered: true, standing: { state: "none" }, versions: [], assessment: null, kinds: [], suggested: [], latest_expiry: "2027-03-17", draft: null,
  controls: [{ control: "identity", title: "Identity and MFA", decisive: true }], ...change,
});

describe("the form of the path without a report", () => {
  it("opens with every core control open and the last day that the policy allows", () => {
    const record = openingRecord(view());
    expect(record.scores).toEqual([{ control: "identity", score: null, note: null, document: null, page: null }]);
    expect(record.expires).toBe("2027-03-17");
  });

  it("opens with what was typed before the latest version", () => {
    const typed = { ...openingRecord(view()), note: "typed" };
    const versions = [{ id: "a-1", version: 1, assessed_by: "Mara Lind", assessed_on: "2026-01-01", expires: "2026-06-30", record: { ...typed, note: "recorded" }, withdrawn: null }];
    expect(openingRecord(view({ versions, draft: typed })).note).toBe("typed");
    expect(openingRecord(view({ versions }))).toMatchObject({ note: "recorded", expires: "2027-03-17" });
  });

  it("takes a score from its digit and from nothing else", () => {
    expect(["0", "3", "4", "a", " "].map(scoreOfKey)).toEqual(["none", "tested", undefined, undefined, undefined]);
  });

  it("replaces one item and leaves the others", () => {
    expect(replaced([{ a: 1 }, { a: 2 }], 1, { a: 3 })).toEqual([{ a: 1 }, { a: 3 }]);
  });
});
