import type { RecognisedWord } from "../contract/generated";

/** The level of a word among the rows. */
const WORD = "5";

/** Reads the words of a page from the rows that tesseract gives: level, page, block, paragraph, line, word, box, confidence, text. */
export function wordsOf(tsv: string): RecognisedWord[] {
  const lines = new Map<string, number>();
  return tsv.split("\n").flatMap((row) => {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, ...rest] = row.split("\t");
    const text = rest.join("\t").trim();
    const numbers = [left, top, width, height, confidence].map(Number);
    if (level !== WORD || text === "" || numbers.some((each) => !Number.isFinite(each))) return [];
    const [x = 0, y = 0, w = 0, h = 0, sure = 0] = numbers;
    const key = [block, paragraph, line].join(" ");
    if (!lines.has(key)) lines.set(key, lines.size);
    return [{ text, box: [x, y, x + w, y + h] as [number, number, number, number], confidence: sure, line: lines.get(key) ?? 0 }];
  });
}
