import { describe, expect, it } from "vitest";
import { codePoint, grouped, usualPaper } from "./paper";

describe("grouped", () => {
  it("sets a hash in groups of four", () => {
    expect(grouped("4c19e0b77a52")).toBe("4c19 e0b7 7a52");
    expect(grouped("")).toBe("");
  });
});

describe("usualPaper", () => {
  it("is Letter in North America and A4 elsewhere", () => {
    expect(["en-US", "fr-CA", "en-GB", "de"].map(usualPaper)).toEqual(["letter", "letter", "a4", "a4"]);
  });
});

describe("codePoint", () => {
  it("names characters as the packet prints them, also those beyond the first plane", () => {
    expect(codePoint("漢")).toBe("U+6F22");
    expect(codePoint("😀")).toBe("U+1F600");
  });
});
