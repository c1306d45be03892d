import type { SearchHit, SnippetPiece } from "../contract/generated";
import type { IconName } from "../shared";

/** A command that the palette offers. */
export interface Command {
  id: string;
  label: string;
  icon: IconName;
  /** Its shortcut. */
  keys?: string;
  /** Other words under which somebody may look for it. */
  also?: string;
  run: () => void;
}

export type Result = { kind: "hit"; id: string; hit: SearchHit } | { kind: "command"; id: string; command: Command };

export interface ResultGroup {
  title: string;
  results: Result[];
}

function hitId(hit: SearchHit): string {
  switch (hit.hit) {
    case "vendor":
      return `vendor-${hit.vendor}`;
    case "document":
      return `document-${hit.document}`;
    case "page":
      return `page-${hit.document}-${hit.page}`;
  }
}

/** Commands that hold every word typed, at the beginning of one of theirs. */
export function matchingCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, also }) => {
    const own = `${label} ${also ?? ""}`.toLowerCase().split(/\s+/);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  });
}

/** What is found, by kind, in the order in which it is shown: the order within a kind is the application's. */
export function grouped(hits: readonly SearchHit[], commands: readonly Command[], text: string): ResultGroup[] {
  const of = (kind: SearchHit["hit"]) => hits.filter(({ hit }) => hit === kind).map((hit): Result => ({ kind: "hit", id: hitId(hit), hit }));
  const groups: ResultGroup[] = [
    { title: "Vendors", results: of("vendor") },
    { title: "Documents", results: of("document") },
    { title: "Text inside documents", results: of("page") },
    { title: "Commands", results: matchingCommands(commands, text).map((command) => ({ kind: "command", id: `command-${command.id}`, command })) },
  ];
  return groups.filter(({ results }) => results.length > 0);
}

/** How many characters may stand before the first match, so that the match itself is in view. */
const BEFORE = 44;

/** A snippet that begins shortly before its first match, at a word. */
export function nearMatch(snippet: readonly SnippetPiece[]): SnippetPiece[] {
  const first = snippet.findIndex(({ matches }) => matches);
  const before = snippet.slice(0, Math.max(0, first)).map(({ text }) => text).join("");
  if (before.length <= BEFORE) return [...snippet];
  const end = before.slice(-BEFORE);
  return [{ text: `… ${end.slice(end.indexOf(" ") + 1)}`, matches: false }, ...snippet.slice(first)];
}
