import { describe, expect, it } from "vitest";
import type { Recognition } from "../contract/generated";
import { nextPage, pagesText } from "./queue";
import { wordsOf } from "./tsv";

const of = (document: string, left: number[], more: Partial<Recognition> = {}): Recognition => ({
  document, file_name: `${document}.pdf`, unread: left, left, failed: [], pictures: left.length, done: 0, stopped: false, ...more,
});

describe("the next page", () => {
  it("is the first one left of the first document that is not stopped", () => {
    const list = [of("done", []), of("stopped", [1], { stopped: true }), of("next", [4, 5]), of("later", [1])];
    expect(nextPage(list)).toEqual({ document: "next", page: 4 });
  });
  it("is none where nothing is left", () => {
    expect(nextPage([])).toBeNull();
    expect(nextPage([of("failed", [], { unread: [2], failed: [2] })])).toBeNull();
  });
});

describe("page numbers", () => {
  it("join runs", () => {
    expect(pagesText([2, 3, 4, 9])).toBe("pages 2–4, 9");
    expect(pagesText([7])).toBe("page 7");
  });
});

describe("rows of tesseract", () => {
  it("give words with box, confidence and line", () => {
    const tsv = "1\t1\t0\t0\t0\t0\t0\t0\t800\t900\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t30\t8\t96.5\tHeron\n5\t1\t1\t1\t1\t2\t45\t20\t10\t8\t40\tLLC\n5\t1\t2\t1\t1\t1\t10\t60\t9\t8\t91\tNext\n";
    expect(wordsOf(tsv)).toEqual([
      { text: "Heron", box: [10, 20, 40, 28], confidence: 96.5, line: 0 },
      { text: "LLC", box: [45, 20, 55, 28], confidence: 40, line: 0 },
      { text: "Next", box: [10, 60, 19, 68], confidence: 91, line: 1 },
    ]);
  });
  it("are skipped where they hold no word", () => {
    expect(wordsOf("5\t1\t1\t1\t1\t1\t10\t20\t30\t8\t95\t \n5\t1\t1\t1\t1\t1\tx\t20\t30\t8\t95\tno\n4\t1\t1\t1\t1\t0\t1\t1\t1\t1\t-1\t\ngarbage\n5\t1")).toEqual([]);
  });
});
