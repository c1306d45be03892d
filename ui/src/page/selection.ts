import type { PageWord } from "../contract/generated";

/** Which part of the words is selected: indexes of words, and offsets of characters inside the first and the last. */
export interface WordRange {
  readonly first: number;
  readonly from: number;
  readonly last: number;
  readonly to: number;
}

/**
 * The text of selected words as it should be pasted: words apart, lines apart.
 *
 * The browser's own idea would be wrong: every word stands in a box of its own, and boxes are pasted without spaces.
 */
export function selectedText(words: readonly PageWord[], range: WordRange): string {
  let text = "";
  for (let index = range.first; index <= range.last; index += 1) {
    const word = words[index];
    if (!word) continue;
    const start = index === range.first ? range.from : 0;
    const end = index === range.last ? range.to : word.text.length;
    if (index > range.first) text += word.line_start ? "\n" : " ";
    text += word.text.slice(start, end);
  }
  return text.trim();
}

/** How wide the box of a word may be: up to the next word of its line, so that a drag does not fall between two. */
export function reach(words: readonly PageWord[], index: number): number {
  const word = words[index];
  const next = words[index + 1];
  if (!word) return 0;
  if (!next || next.line_start || next.rect[0] < word.rect[2]) return word.rect[2];
  return next.rect[0] - word.rect[2] > (word.rect[3] - word.rect[1]) * 2 ? word.rect[2] : next.rect[0];
}
