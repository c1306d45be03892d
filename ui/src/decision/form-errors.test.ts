import { describe, expect, it } from "vitest";
import type { Failure } from "../contract/generated";
import { errorAt, ofForm } from "./form-errors";

const past = (field: string): Failure => ({ code: "invalid", field, problem: { problem: "in_the_past" } });

describe("errors of the decision form", () => {
  it("stand at the field that the failure names", () => {
    expect(errorAt(past("next_review"))).toEqual({ next_review: expect.stringContaining("past") });
    expect(errorAt(null)).toEqual({});
  });
  it("say what an approval needs where the risk that stays is missing", () => {
    expect(errorAt({ code: "invalid", field: "residual", problem: { problem: "empty" } })).toEqual({ residual: expect.stringContaining("which risk stays") });
  });
  it("leave every other failure to a notice", () => {
    expect(ofForm(past("signers"))).toBe(true);
    expect(ofForm(past("vendor"))).toBe(false);
    expect(ofForm({ code: "not_now", stage: "closed" })).toBe(false);
  });
});
