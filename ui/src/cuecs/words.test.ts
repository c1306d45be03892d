import { expect, test } from "vitest";
import type { CuecSide } from "../contract/generated";
import { changeLabel, inputOf, refusalText, sideState } from "./words";

const side = (more: Partial<CuecSide>): CuecSide => ({
  applies: "yes", why: null, controls: [{ id: "c1", name: "Access review" }], owner: null, answerable: "Mara Lind", progress: "verified", evidence: null, proof: null, has_evidence: true, due: null, verified_on: "2026-03-02", verified_by: "Mara Lind", recheck_on: "2027-03-02", overdue: false, note: null, by: "Mara Lind", at: "2026-03-02T09:00:00Z", ...more,
});

test("a row says in one word how it stands", () => {
  expect(sideState(null).label).toBe("Undecided");
  expect(sideState(side({}))).toEqual({ state: "pass", label: "Verified" });
  expect(sideState(side({ overdue: true }))).toEqual({ state: "fail", label: "Check again" });
  expect(sideState(side({ progress: "planned", overdue: true })).label).toBe("Overdue");
  expect(sideState(side({ progress: "implemented", has_evidence: false }))).toEqual({ state: "warn", label: "No evidence" });
  expect(sideState(side({ applies: "no", progress: "planned", overdue: true })).label).toBe("Does not apply");
});

test("an editor begins with what is said, else with what was carried over", () => {
  expect(inputOf({ side: null, carried: side({}) })).toMatchObject({ applies: "yes", controls: ["c1"], verified_on: "2026-03-02" });
  expect(inputOf({ side: side({ applies: "no" }), carried: side({}) }).applies).toBe("no");
  expect(inputOf({ side: null, carried: null })).toMatchObject({ applies: null, controls: [] });
});

test("changes and refusals are said in words", () => {
  expect(changeLabel({ change: "same" }, "2024")).toBe("as in 2024");
  expect(changeLabel({ change: "first" }, "2024")).toBeNull();
  expect(refusalText({ reason: "unknown_key", key: "x/y" })).toContain("x/y");
  expect(refusalText({ reason: "contradicts", field: "why" })).toContain("reason");
});
