// Examples of lists, to be changed where a test cares. Everything in them is invented.
import type { EntryFieldName, EntryFields, EntryView, ListView } from "../contract/generated";
import { citation } from "./examples-document";

export function entryFields(change: Partial<EntryFields> = {}): EntryFields {
  return { text: "Access is reviewed every quarter.", id: null, criteria: [], control: null, tests: [], results: [], outcome: null, sample: null, response: null, subservice: null, services: null, method: null, answer: null, comment: null, ...change };
}

/** An entry that is read on page 11. */
export function entry(name: string, fields: Partial<EntryFields> = {}, change: Partial<EntryView> = {}): EntryView {
  return { entry: name, fields: entryFields(fields), read: null, basis: "stated", citations: [citation(11)], response_citations: [], cited: [], standing: { standing: "open" }, differs: false, answered: null, ...change };
}

const controlFields: EntryFieldName[] = ["id", "criteria", "outcome", "tests", "results"];

export function controls(entries: EntryView[]): ListView {
  return { list: "controls", fields: controlFields, entries, absence: null };
}
