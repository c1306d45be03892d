import { describe, expect, it } from "vitest";
import type { PageWord } from "../contract/generated";
import { reach, selectedText } from "./selection";

const word = (text: string, x0: number, x1: number, line_start = false): PageWord => ({ text, rect: [x0, 0, x1, 10], line_start });
const words = [word("In", 0, 10, true), word("our", 14, 30), word("opinion,", 34, 70), word("all", 0, 12, true), word("holds", 16, 40)];

describe("selectedText", () => {
  it("puts a space between words and a break between lines", () => {
    expect(selectedText(words, { first: 0, from: 0, last: 4, to: 5 })).toBe("In our opinion,\nall holds");
  });
  it("cuts the first and the last word where the selection begins and ends", () => {
    expect(selectedText(words, { first: 1, from: 1, last: 2, to: 3 })).toBe("ur opi");
    expect(selectedText(words, { first: 2, from: 0, last: 2, to: 7 })).toBe("opinion");
  });
});

describe("reach", () => {
  it("closes the gap to the next word of the line and stops at the line's end", () => {
    expect(reach(words, 0)).toBe(14);
    expect(reach(words, 2)).toBe(70);
    expect(reach(words, 4)).toBe(40);
  });
  it("leaves the wide gap between two columns open", () => {
    expect(reach([word("left", 0, 20, true), word("right", 200, 230)], 0)).toBe(20);
  });
});
