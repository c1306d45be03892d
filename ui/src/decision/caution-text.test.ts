import { describe, expect, it } from "vitest";
import type { Caution } from "../contract/generated";
import { cautionText } from "./caution-text";

const every: Caution[] = [
  { caution: "no_evidence" },
  { caution: "no_report" },
  { caution: "open_facts", document: "d", count: 1 },
  { caution: "contradiction", document: "d", message: "two ends" },
  { caution: "modified_opinion", document: "d", opinion: "adverse" },
  { caution: "too_old", document: "d", age_months: 14, max_age_months: 12 },
  { caution: "other_organization", document: "d", organization: "Quill Ltd" },
  { caution: "no_tier" },
  { caution: "evidence_over", document: "d", until: "2026-06-30" },
  { caution: "role_uncovered", role: "executive" },
  { caution: "against_verdict", verdict: "reject", never: true },
  { caution: "rank_too_low", needed: "risk_owner" },
];

describe("cautionText", () => {
  it("says the number and the limit, never the limit alone", () => {
    expect(cautionText(every[5] as Caution).what).toBe("The report ended 14 months ago; the policy accepts 12");
    expect(cautionText(every[2] as Caution).what).toBe("Nobody has checked 1 fact");
    expect(cautionText(every[8] as Caution).what).toBe("What is held sufficed until 30 Jun 2026");
  });
  it("says what speaks against an approval, and that nobody may accept it where that is so", () => {
    expect(cautionText(every[9] as Caution).what).toBe("Nobody who signs is executive");
    const against = cautionText(every[10] as Caution);
    expect(against.what).toBe("The policy says “reject”");
    expect(against.hint).toContain("nobody may accept");
    expect(cautionText({ caution: "against_verdict", verdict: "escalate", never: false }).hint).not.toContain("nobody may accept");
  });
  it("leads to the document wherever there is one", () => {
    expect(every.map((caution) => cautionText(caution).document)).toEqual([null, null, "d", "d", "d", "d", "d", null, "d", null, null, null]);
  });
  it("says of each what can be done, and never that a report certifies", () => {
    for (const caution of every) {
      const { what, hint } = cautionText(caution);
      expect(hint).not.toBe("");
      expect(`${what} ${hint}`).not.toMatch(/certif/iu);
    }
  });
});
