import { describe, expect, it } from "vitest";
import type { PageWord } from "../contract/generated";
import { columnLetters, isIn, rowsOf } from "./sheet";

const word = (text: string): PageWord => ({ text, rect: [0, 0, 10, 10], line_start: false });

describe("rows of a sheet", () => {
  it("come in the order of the sheet, whatever order the words are read in", () => {
    const words = ["Yes", "Question", "Is", "it", "tested?"].map(word);
    expect(rowsOf({ words, cells: [[4, 2], [1, 0], [4, 0], [4, 0], [4, 0]] })).toEqual([
      { row: 1, cells: [{ column: 0, words: [1] }] },
      { row: 4, cells: [{ column: 0, words: [2, 3, 4] }, { column: 2, words: [0] }] },
    ]);
  });
  it("have columns with letters", () => {
    expect([0, 25, 26, 51, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  });
  it("are cited where the middle of a word is in a cited place", () => {
    expect(isIn([10, 10, 20, 20], [[0, 0, 5, 5], [9, 9, 21, 21]])).toBe(true);
    expect(isIn([10, 10, 20, 20], [[0, 0, 14, 30]])).toBe(false);
  });
});
