import { describe, expect, it } from "vitest";
import { entryOf, sameValue, valueOf, valueText } from "./value";

describe("valueText", () => {
  it("says values in words", () => {
    expect(valueText("opinion", { form: "choice", choice: "unqualified" })).toBe("Unqualified");
    expect(valueText("report_type", { form: "choice", choice: "2" })).toBe("Type 2");
    expect(valueText("kind", { form: "choice", choice: "soc2_type2" })).toBe("SOC 2 Type 2");
    expect(valueText("period_end", { form: "date", date: "2025-12-31" })).toBe("31 Dec 2025");
    expect(valueText("trust_services_categories", { form: "choices", choices: ["Security", "Processing Integrity"] })).toBe("Security, Processing Integrity");
  });
  it("shows a name that a newer reader brings instead of nothing", () => {
    expect(valueText("kind", { form: "choice", choice: "hitrust_report" })).toBe("Hitrust report");
  });
});

describe("the editor", () => {
  it("opens with what holds and gives the same back", () => {
    const value = { form: "date", date: "2025-12-31" } as const;
    expect(sameValue(valueOf({ form: "date" }, entryOf(value)), value)).toBe(true);
  });
  it("sends no empty value", () => {
    expect(valueOf({ form: "text" }, entryOf(null))).toBeNull();
    expect(valueOf({ form: "text" }, { ...entryOf(null), text: "  " })).toBeNull();
    expect(valueOf({ form: "choices", choices: ["a"] }, entryOf(null))).toBeNull();
  });
  it("keeps the order of the form, whatever was ticked first", () => {
    const form = { form: "choices" as const, choices: ["Security", "Availability", "Privacy"] };
    expect(valueOf(form, { ...entryOf(null), choices: ["Privacy", "Security"] })).toEqual({ form: "choices", choices: ["Security", "Privacy"] });
  });
});
