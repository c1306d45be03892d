import { describe, expect, it } from "vitest";
import { mismatchState, mismatchText } from "./mismatch-text";

describe("what speaks against a vendor", () => {
  it("is an alarm where the company is another one", () => {
    const other = { mismatch: "company", named: "Quill Ltd", akin: false, other: { vendor: "v-3", name: "Quill" } } as const;
    expect(mismatchState(other)).toBe("fail");
    expect(mismatchText(other, "Brightwick")).toContain("Quill of the register");
    expect(mismatchText({ ...other, other: null }, "Brightwick")).toContain("says nothing about this one");
  });
  it("is a question where names begin alike or only the system has another name", () => {
    expect(mismatchState({ mismatch: "company", named: "Brightwick Group", akin: true, other: null })).toBe("warn");
    expect(mismatchState({ mismatch: "product", named: "Brightwick Cloud", services: ["Payroll"] })).toBe("unknown");
  });
});
