import type { CitationView, ContradictionView, FactValue, FactView, Standing } from "../contract/generated";
import { type PageMark, markId, marksOf } from "../page/marks";
import { placesOf } from "./places";
import { valueText } from "./value";
import { choiceHint, factLabel } from "./words";

/** A citation of a line, with the name of its mark on the page. */
export interface LineCitation {
  readonly mark: string;
  readonly citation: CitationView;
  readonly derived: boolean;
}

/** A row of the fact table. */
export interface FactLine {
  /** The fact that is judged here; the first where a line says two. */
  readonly key: string;
  readonly keys: readonly string[];
  readonly label: string;
  /** What holds; `null` where nothing is stated or it was rejected. */
  readonly text: string | null;
  readonly hint: string | null;
  readonly citations: readonly LineCitation[];
  readonly standing: Standing["standing"];
  /** What was read, where something else holds now. */
  readonly was: string | null;
  /** What contradicts it. */
  readonly clash: string | null;
}

function hintOf(key: string, value: FactValue | null): string | null {
  return value?.form === "choice" ? choiceHint(key, value.choice) : null;
}

/** One line per fact, in reading order. */
export function linesOf(facts: readonly FactView[], contradictions: readonly ContradictionView[]): FactLine[] {
  return facts.map((fact) => ({
    key: fact.key,
    keys: [fact.key],
    label: factLabel(fact.key),
    text: fact.value && valueText(fact.key, fact.value),
    hint: hintOf(fact.key, fact.value),
    citations: placesOf(fact).map((citation, index) => ({ mark: markId(fact.key, index), citation, derived: fact.basis === "derived" })),
    standing: fact.standing.standing,
    was: (fact.standing.standing === "corrected" || fact.standing.standing === "rejected") && fact.read ? valueText(fact.key, fact.read) : null,
    clash: contradictions.find((contradiction) => contradiction.about === fact.key)?.message ?? null,
  }));
}

/** Fewer lines where there is little room: the period in one, and the type where the kind of document says it already. */
export function condense(lines: readonly FactLine[]): FactLine[] {
  const start = lines.find((line) => line.key === "period_start");
  const end = lines.find((line) => line.key === "period_end");
  const kind = lines.find((line) => line.key === "kind");
  return lines.flatMap((line): FactLine[] => {
    if (line === end && start && joins(start, end)) return [];
    if (line === start && end && joins(start, end)) return [period(start, end)];
    if (line.key === "report_type" && line.text !== null && !line.clash && line.standing === kind?.standing && kind.text?.endsWith(line.text)) return [];
    return [line];
  });
}

function joins(start: FactLine, end: FactLine): boolean {
  return start.standing === end.standing && start.text !== null && end.text !== null && !start.clash && !end.clash;
}

function period(start: FactLine, end: FactLine): FactLine {
  const pages = new Set<number>();
  return {
    ...start,
    keys: [start.key, end.key],
    label: "Period",
    text: `${start.text} – ${end.text}`,
    was: start.was || end.was ? `${start.was ?? start.text} – ${end.was ?? end.text}` : null,
    // Both days stand in one sentence as a rule: one mark per page is enough.
    citations: [...start.citations, ...end.citations].filter((each) => !pages.has(each.citation.page) && pages.add(each.citation.page)),
  };
}

/** Every place of the document that a fact or a contradiction points to. */
export function marksOfFacts(facts: readonly FactView[], contradictions: readonly ContradictionView[]): PageMark[] {
  return [
    ...facts.flatMap((fact) => marksOf(fact.key, factLabel(fact.key), placesOf(fact), fact.standing.standing !== "open")),
    ...contradictions.flatMap((clash, index) => marksOf(clashKey(index), `Contradiction: ${factLabel(clash.about)}`, clash.citations, false)),
  ];
}

/** Under which name the places of a contradiction are marked. */
export function clashKey(index: number): string {
  return `contradiction ${index}`;
}
