import type { AnswerKindName, EntryView, TestOutcomeName } from "../contract/generated";
import { answeredOrder, outcomeOrder } from "./words";

/** Which entries of a list are shown. */
export interface EntryFilter {
  readonly text: string;
  readonly outcome: TestOutcomeName | null;
  readonly answered: AnswerKindName | null;
  readonly criterion: string | null;
  /** What waits for a person, or is read otherwise than it was judged. */
  readonly only: "open" | "differs" | null;
}

export const noFilter: EntryFilter = { text: "", outcome: null, answered: null, criterion: null, only: null };

const searched = ({ fields }: EntryView): string =>
  [fields.id, fields.text, fields.control, fields.subservice, fields.services, fields.response, fields.answer, fields.comment, ...fields.criteria, ...fields.results, ...fields.tests].filter(Boolean).join("\n").toLowerCase();

/** The entries that a filter lets through, in their order. Every typed word must be found. */
export function filtered(entries: readonly EntryView[], { text, outcome, answered, criterion, only }: EntryFilter): readonly EntryView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && outcome === null && answered === null && criterion === null && only === null) return entries;
  return entries.filter((entry) => {
    if (outcome !== null && entry.fields.outcome !== outcome) return false;
    if (answered !== null && entry.answered !== answered) return false;
    if (criterion !== null && !entry.fields.criteria.includes(criterion)) return false;
    if (only === "open" && entry.standing.standing !== "open") return false;
    if (only === "differs" && !entry.differs) return false;
    if (words.length === 0) return true;
    const all = searched(entry);
    return words.every((word) => all.includes(word));
  });
}

/** How many entries have each outcome, in the order in which outcomes matter; those without one are left out. */
export function outcomeCounts(entries: readonly EntryView[]): readonly (readonly [TestOutcomeName, number])[] {
  return outcomeOrder.map((outcome) => [outcome, entries.filter((entry) => entry.fields.outcome === outcome && entry.standing.standing !== "rejected").length] as const).filter(([, number]) => number > 0);
}

/** How many questions are answered each way, in the order in which that matters. */
export function answerCounts(entries: readonly EntryView[]): readonly (readonly [AnswerKindName, number])[] {
  return answeredOrder.map((kind) => [kind, entries.filter((entry) => entry.answered === kind && entry.standing.standing !== "rejected").length] as const).filter(([, number]) => number > 0);
}

/** The criteria of a list with their entries, in the order of their names: CC1.2 before CC1.10. */
export function criteriaOf(entries: readonly EntryView[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const criterion of entry.fields.criteria) counts.set(criterion, (counts.get(criterion) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}
