import type { CitationView, EntryView, ListView } from "../contract/generated";
import { placesOf } from "../fact/places";
import { type PageMark, markId, marksOf } from "../page/marks";

/** Every place where an entry stands: what is cited, then where management's response is. */
export function entryPlaces(entry: EntryView): readonly CitationView[] {
  const places = placesOf(entry);
  // A response as a rule stands in the same row, and then is cited there already.
  const more = entry.response_citations.filter((response) => !places.some((place) => place.page === response.page && place.quote === response.quote));
  return [...places, ...more];
}

/** The marks of a list on the pages of its document. */
export function marksOfList(list: ListView | undefined): PageMark[] {
  return (list?.entries ?? []).flatMap((entry) => marksOf(entry.entry, entry.fields.id ?? entry.fields.text.slice(0, 80), entryPlaces(entry), entry.standing.standing !== "open"));
}

/** The entry to which a mark belongs. */
export function entryOfMark(list: ListView | undefined, mark: string): EntryView | undefined {
  return list?.entries.find((entry) => entryPlaces(entry).some((_, index) => markId(entry.entry, index) === mark));
}
