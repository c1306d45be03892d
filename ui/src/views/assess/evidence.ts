import type { DocumentLists } from "../../contract/generated";
import { entryPlaces } from "../../lists/marks";
import { marksOf, type PageMark } from "../../page/marks";

/** An entry of a list of the report, with where it stands. */
export interface ListedEntry {
  readonly id: string;
  readonly name: string | null;
  readonly text: string;
  readonly marks: readonly PageMark[];
}

/** The entries of a list that hold, with their marks on the page. Of controls those that were not tested because nothing occurred. */
export function marksOfList(lists: DocumentLists, name: string): ListedEntry[] {
  const list = lists.lists.find((each) => each.list === name);
  const asked = (list?.entries ?? []).filter((entry) => entry.standing.standing !== "rejected" && (name !== "controls" || entry.fields.outcome === "did_not_occur"));
  return asked.map((entry) => ({
    id: entry.entry,
    name: entry.fields.id ?? null,
    text: entry.fields.text,
    marks: marksOf(entry.entry, entry.fields.id ?? entry.fields.text.slice(0, 80), entryPlaces(entry), entry.standing.standing !== "open"),
  }));
}
