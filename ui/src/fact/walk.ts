import type { FactView } from "../contract/generated";

/** How far a document is checked. */
export interface Progress {
  readonly checked: number;
  readonly total: number;
}

/** Counts the facts that somebody judged. */
export function progress(facts: readonly FactView[]): Progress {
  const checked = facts.filter((fact) => fact.standing.standing !== "open").length;
  return { checked, total: facts.length };
}

/** The facts that the document states and nobody judged: what can be confirmed in one go. What is not stated is looked for one by one. */
export function openStated(facts: readonly FactView[]): readonly FactView[] {
  return facts.filter((fact) => fact.standing.standing === "open" && fact.value !== null);
}

/** The fact to look at first: the first open one, else the first. */
export function firstFact(facts: readonly FactView[]): string | null {
  return (facts.find((fact) => fact.standing.standing === "open") ?? facts[0])?.key ?? null;
}

/** The neighbour of a fact; the walk stops at both ends, so that holding a key never jumps. */
export function neighbour(facts: readonly FactView[], key: string | null, step: 1 | -1): string | null {
  const at = facts.findIndex((fact) => fact.key === key);
  if (at < 0) return facts[0]?.key ?? null;
  return facts[Math.min(facts.length - 1, Math.max(0, at + step))]?.key ?? null;
}

/** The next open fact after this one, from the top again where none follows; `null` where all are judged. */
export function nextOpen(facts: readonly FactView[], key: string): string | null {
  const at = facts.findIndex((fact) => fact.key === key);
  const order = [...facts.slice(at + 1), ...facts.slice(0, Math.max(0, at))];
  return order.find((fact) => fact.standing.standing === "open")?.key ?? null;
}

/** The neighbouring citation, round and round: there are few, and the person looks for the one that convinces. */
export function turnCitation(citations: number, index: number, step: 1 | -1): number {
  if (citations === 0) return 0;
  return (Math.max(index, step > 0 ? -1 : 0) + step + citations) % citations;
}
