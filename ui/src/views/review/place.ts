import type { FactView } from "../../contract/generated";
import { placesOf } from "../../fact/places";
import { type PageMark, markId } from "../../page/marks";

/** Where the reader looks: a page, and the mark on it that the eye should find. */
export interface Place {
  readonly page: number;
  readonly mark: string | null;
}

/** The place of a fact's citation; where it has none, the page stays and nothing is marked strongly. */
export function placeOf(fact: FactView | undefined, citation: number, now: Place): Place {
  const cited = fact && placesOf(fact)[citation];
  return fact && cited ? { page: cited.page, mark: markId(fact.key, citation) } : { page: now.page, mark: null };
}

/** Which citation of a fact a mark is; 0 where it is none of them. */
export function citationOf(fact: FactView, mark: string | null): number {
  return Math.max(0, placesOf(fact).findIndex((_, index) => markId(fact.key, index) === mark));
}

/** The fact that a mark belongs to, if it belongs to one. */
export function factOf(facts: readonly FactView[], mark: PageMark): FactView | undefined {
  return facts.find((fact) => placesOf(fact).some((_, index) => markId(fact.key, index) === mark.id));
}
