import { describe, expect, it } from "vitest";
import { entry } from "../testing/examples-list";
import { answerCounts, criteriaOf, filtered, noFilter, outcomeCounts } from "./filter";

const entries = [
  entry("1", { id: "LOG-1", text: "Access is reviewed every quarter.", criteria: ["CC6.10", "CC6.2"], outcome: "no_exception" }),
  entry("2", { text: "Leavers lose their access.", criteria: ["CC6.2"], outcome: "exception", results: ["One of 25 kept it."] }, { differs: true }),
  entry("3", { text: "Backups are restored.", outcome: "not_tested" }, { standing: { standing: "rejected", by: "Mara", at: "2026-03-17T09:00:00Z", reason: null } }),
];
const names = (filter: Parameters<typeof filtered>[1]) => filtered(entries, filter).map((one) => one.entry);

describe("filtered", () => {
  it("lets everything through without a filter, and gives the same list", () => {
    expect(filtered(entries, noFilter)).toBe(entries);
  });
  it("finds every typed word, in any field and any case", () => {
    expect(names({ ...noFilter, text: "ACCESS quarter" })).toEqual(["1"]);
    expect(names({ ...noFilter, text: "log-1" })).toEqual(["1"]);
    expect(names({ ...noFilter, text: "25 kept" })).toEqual(["2"]);
    expect(names({ ...noFilter, text: "access backups" })).toEqual([]);
  });
  it("takes one outcome, one criterion, what is open, what differs, and all of them together", () => {
    expect(names({ ...noFilter, outcome: "exception" })).toEqual(["2"]);
    expect(names({ ...noFilter, criterion: "CC6.2" })).toEqual(["1", "2"]);
    expect(names({ ...noFilter, only: "open" })).toEqual(["1", "2"]);
    expect(names({ ...noFilter, only: "differs" })).toEqual(["2"]);
    expect(names({ ...noFilter, criterion: "CC6.2", outcome: "no_exception", text: "review" })).toEqual(["1"]);
  });
});

describe("what is counted", () => {
  it("counts outcomes in the order in which they matter, without what was rejected", () => {
    expect(outcomeCounts(entries)).toEqual([
      ["exception", 1],
      ["no_exception", 1],
    ]);
  });
  it("orders criteria by their numbers", () => {
    expect(criteriaOf(entries)).toEqual([
      ["CC6.2", 2],
      ["CC6.10", 1],
    ]);
  });
});

describe("answers of a questionnaire", () => {
  const answers = [
    entry("q1", { id: "A-01", text: "Are backups tested?", answer: "Yes" }, { answered: "yes" }),
    entry("q2", { id: "A-02", text: "Is access shared?", answer: "No", comment: "Each has an account." }, { answered: "no" }),
    entry("q3", { id: "A-03", text: "Who may see the logs?" }, { answered: "blank" }),
  ];
  it("are taken by what they come to, and found by what was written", () => {
    expect(filtered(answers, { ...noFilter, answered: "no" }).map((one) => one.entry)).toEqual(["q2"]);
    expect(filtered(answers, { ...noFilter, text: "account" }).map((one) => one.entry)).toEqual(["q2"]);
  });
  it("are counted in the order in which they matter", () => {
    expect(answerCounts(answers)).toEqual([["no", 1], ["blank", 1], ["yes", 1]]);
    expect(answerCounts(entries)).toEqual([]);
  });
});
