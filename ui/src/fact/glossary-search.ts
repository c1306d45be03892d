import { glossary, type Term, type TermKey } from "./glossary";
import { further } from "./glossary-further";

/** All terms by name. */
export const allTerms: readonly Term[] = [...Object.values<Term>(glossary), ...further].toSorted((a, b) => a.term.localeCompare(b.term));

/** The term whose mark stands nearest to an element of a screen: within it, or within what is around it. */
export function near(element: Element | null): string | null {
  for (let around = element; around && around !== document.body && around.id !== "main"; around = around.parentElement) {
    const mark = around.matches("[data-term]") ? around : around.querySelector("[data-term]");
    const key = mark?.getAttribute("data-term");
    if (key && key in glossary) return glossary[key as TermKey].term;
  }
  return null;
}

/** The terms that have all the words, names before explanations, and first of all the one that stands beside. */
export function matching(terms: readonly Term[], wanted: string, beside: string | null): readonly Term[] {
  const words = wanted.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => text.toLocaleLowerCase().includes(word));
  const rank = ({ term, text }: Term): number => (words.length === 0 ? (term === beside ? 0 : 1) : has(term) ? 1 : has([term, ...text].join(" ")) ? 2 : 3);
  return terms
    .map((each) => ({ each, rank: rank(each) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map((one) => one.each);
}
