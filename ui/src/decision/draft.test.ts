import { describe, expect, it } from "vitest";
import type { DecisionDraft } from "../contract/generated";
import { decisionSheet } from "../testing/examples-document";
import { emptyCondition, moved, openingDraft, toRecord } from "./draft";

const draft: DecisionDraft = { outcome: "approved", reason: "All holds", conditions: [], signers: ["p1", "p2"], next_review: "2027-03-17", residual_level: null, residual_words: "" };

describe("openingDraft", () => {
  it("begins with the risk that the findings say, and with what was typed before rather than that", () => {
    const residual = { level: "high" as const, words: "EX-001 (high)" };
    expect(openingDraft(decisionSheet({ residual }))).toMatchObject({ residual_level: "high", residual_words: "EX-001 (high)" });
    expect(openingDraft(decisionSheet({ residual, draft }))).toEqual(draft);
    expect(openingDraft(decisionSheet())).toMatchObject({ residual_level: null, residual_words: "" });
  });
});

describe("toRecord", () => {
  it("sends what is typed and leaves blank conditions out", () => {
    const ready = toRecord("v", { ...draft, conditions: [emptyCondition] });
    expect(ready).toEqual({
      ready: true,
      input: { vendor: "v", outcome: "approved", reason: "All holds", conditions: [], signers: ["p1", "p2"], next_review: "2027-03-17", residual: null },
    });
  });
  it("names the field of the condition that lacks something, by its place in the form", () => {
    const ready = toRecord("v", {
      ...draft,
      outcome: "approved_with_conditions",
      conditions: [emptyCondition, { ...emptyCondition, what: "Send the new report" }],
    });
    expect(ready).toEqual({
      ready: false,
      errors: { "conditions.1.owner": "Choose who answers for it.", "conditions.1.due": "Choose by when." },
    });
  });
  it("asks what must be done where only an owner or a day stands", () => {
    expect(toRecord("v", { ...draft, conditions: [{ ...emptyCondition, what: " ", owner: "p1", due: "2026-04-01" }] })).toMatchObject({ ready: false, errors: { "conditions.0.what": expect.any(String) } });
  });
  it("wants words with the risk that stays, and a level with the words", () => {
    expect(toRecord("v", { ...draft, residual_level: "low" })).toMatchObject({ ready: false, errors: { residual: expect.any(String) } });
    expect(toRecord("v", { ...draft, residual_words: "A late notice" })).toMatchObject({ ready: false, errors: { residual: expect.any(String) } });
    expect(toRecord("v", { ...draft, residual_level: "low", residual_words: "A late notice" })).toMatchObject({ ready: true, input: { residual: { level: "low", words: "A late notice" } } });
  });
  it("sends no next review of a vendor that is turned down", () => {
    expect(toRecord("v", { ...draft, outcome: "rejected" })).toMatchObject({ input: { next_review: null } });
    expect(toRecord("v", { ...draft, outcome: "escalated" })).toMatchObject({ input: { next_review: "2027-03-17" } });
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
