import { describe, expect, it } from "vitest";
import { askedQuestion } from "../testing/examples-review";
import { isBlank, neighbour, nextOpen, openingAnswer, suggestedAnswer, tally, toggled } from "./answers";

const a = askedQuestion({ id: "A1", suggested: "SOC 2", suggested_result: "pass" });
const b = askedQuestion({ id: "A2", applies: false });
const c = askedQuestion({ id: "A3" });

describe("answers of a review", () => {
  it("begin with what was typed, else empty with the pages of the suggestion", () => {
    const cited = askedQuestion({ citations: [{ document: "d-1", page: 4 }] });
    expect(openingAnswer(cited)).toEqual({ value: "", result: null, note: "", citations: [{ document: "d-1", page: 4 }] });
    const answered = askedQuestion({ answer: { value: "Yes", result: "warn", note: "n", citations: [], by: "Ada", at: "", done: true, as_suggested: false } });
    expect(openingAnswer(answered)).toEqual({ value: "Yes", result: "warn", note: "n", citations: [] });
  });
  it("take a suggestion only where it says how it is judged", () => {
    expect(suggestedAnswer(a, "mine")).toEqual({ value: "SOC 2", result: "pass", note: "mine", citations: [] });
    expect(suggestedAnswer(askedQuestion({ suggested: "Look", suggested_result: null }), "")).toBeNull();
  });
  it("hold several choices in the order in which they are offered", () => {
    const offered = ["Security", "Availability", "Privacy"];
    expect(toggled("Privacy", "Security", offered)).toBe("Security, Privacy");
    expect(toggled("Security, Privacy", "Privacy", offered)).toBe("Security");
  });
  it("are blank only when nothing is said at all", () => expect([isBlank(openingAnswer(c)), isBlank({ ...openingAnswer(c), note: "x" })]).toEqual([true, false]));
});

describe("walking the questions", () => {
  it("passes over what does not apply, and stays at the ends", () => {
    expect(neighbour([a, b, c], "A1", 1)).toBe("A3");
    expect(neighbour([a, b, c], "A3", 1)).toBe("A3");
  });
  it("goes to the next open one, from the top again at the end", () => {
    expect(nextOpen([a, b, c], "A3", ["A1"])).toBe("A1");
    expect(nextOpen([a, b, c], "A1", [])).toBeNull();
  });
  it("counts what is answered by how it is judged", () => {
    const done = (result: "pass" | "fail") => askedQuestion({ answer: { value: "v", result, note: "", citations: [], by: "Ada", at: "", done: true, as_suggested: false } });
    expect(tally([done("pass"), done("fail"), c], ["A3"])).toEqual({ pass: 1, warn: 0, fail: 1, open: 1 });
  });
});
