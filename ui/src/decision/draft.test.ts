import { describe, expect, it } from "vitest";
import type { DecisionDraft } from "../contract/generated";
import { emptyCondition, moved, toRecord } from "./draft";

const draft: DecisionDraft = { outcome: "approved", reason: "All holds", conditions: [], signers: ["p1", "p2"], next_review: "2027-03-17" };

describe("toRecord", () => {
  it("sends what is typed and leaves blank conditions out", () => {
    const ready = toRecord("v", { ...draft, conditions: [emptyCondition] });
    expect(ready).toEqual({
      ready: true,
      input: { vendor: "v", outcome: "approved", reason: "All holds", conditions: [], signers: ["p1", "p2"], next_review: "2027-03-17" },
    });
  });
  it("names the field of the condition that lacks something, by its place in the form", () => {
    const ready = toRecord("v", {
      ...draft,
      outcome: "approved_with_conditions",
      conditions: [emptyCondition, { what: "Send the new report", owner: null, due: null }],
    });
    expect(ready).toEqual({
      ready: false,
      errors: { "conditions.1.owner": "Choose who answers for it.", "conditions.1.due": "Choose by when." },
    });
  });
  it("asks what must be done where only an owner or a day stands", () => {
    expect(toRecord("v", { ...draft, conditions: [{ what: " ", owner: "p1", due: "2026-04-01" }] })).toMatchObject({ ready: false, errors: { "conditions.0.what": expect.any(String) } });
  });
  it("does not choose an outcome for the person", () => {
    expect(toRecord("v", { ...draft, outcome: null })).toMatchObject({ ready: false, errors: { outcome: expect.any(String) } });
  });
});

describe("moved", () => {
  it("swaps with the neighbour and stays at the ends", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
