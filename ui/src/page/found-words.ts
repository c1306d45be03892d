import type { PageView } from "../contract/generated";
import type { PageMark } from "./marks";

/** Letters as the search compares them: without case and accents. */
const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The parts of a text that count as words: letters and digits, as in the index. */
const wordsIn = (text: string): string[] => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** What was typed, as the search understands it: words that must occur one after the other, the very last may be unfinished. */
function phrasesOf(typed: string): string[][] {
  return typed
    .split(/\s+/u)
    .map(wordsIn)
    .filter((words) => words.length > 0);
}

/** Marks every word of a page that the search found there. */
export function foundOn(view: PageView | undefined, typed: string): PageMark[] {
  if (!view) return [];
  const phrases = phrasesOf(typed);
  // A word of the page can hold several of the index: "sign-on" holds two.
  const pieces = view.words.flatMap((word, at) => wordsIn(word.text).map((piece) => ({ piece, at })));
  const found = new Set<number>();
  phrases.forEach((phrase, which) => {
    const unfinished = which === phrases.length - 1 ? phrase.length - 1 : -1;
    pieces.forEach((_, start) => {
      const here = pieces.slice(start, start + phrase.length);
      const fits = here.length === phrase.length && phrase.every((word, at) => (at === unfinished ? here[at]?.piece.startsWith(word) : here[at]?.piece === word));
      if (fits) for (const { at } of here) found.add(at);
    });
  });
  return [...found]
    .toSorted((a, b) => a - b)
    .flatMap((at) => {
      const word = view.words[at];
      return word ? [{ id: `found:${at}`, page: view.page, rects: [word.rect], label: word.text, checked: false }] : [];
    });
}
