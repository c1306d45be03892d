import type { CuecImportUndone, CuecLeftWhy, CuecOfAll } from "../contract/generated";
import { folded, typedWords } from "../shared";
import { progressLabel, sideState } from "./words";

/** What of the controls of all vendors is shown. */
export interface CuecFilter {
  readonly text: string;
  /** Only those for which who acts answers. */
  readonly mine: boolean;
  /** Only those not decided yet. */
  readonly undecided: boolean;
  /** Only those that apply and are not in place. */
  readonly missing: boolean;
  /** Only those that apply and nobody has verified. */
  readonly unverified: boolean;
  /** Only those whose day has passed. */
  readonly overdue: boolean;
  readonly vendor: string | null;
  /** Only those for which this person answers; `none`: nobody does. */
  readonly owner: string | null;
}

export const noFilter: CuecFilter = { text: "", mine: false, undecided: false, missing: false, unverified: false, overdue: false, vendor: null, owner: null };

/** Chosen as an owner: nobody. */
export const nobody = "none";

const applying = (row: CuecOfAll): boolean => row.applies === "yes" || row.applies === "partly";
export const isUndecided = (row: CuecOfAll): boolean => row.applies === null;
export const isMissing = (row: CuecOfAll): boolean => applying(row) && !row.in_place;
export const isUnverified = (row: CuecOfAll): boolean => applying(row) && row.progress !== "verified";

/** The controls that pass; every typed word must be found in what the row says. `me` is who acts. */
export function filterCuecs(rows: readonly CuecOfAll[], filter: CuecFilter, me: string): CuecOfAll[] {
  const words = typedWords(filter.text);
  return rows.filter((row) => {
    if (filter.vendor !== null && row.vendor !== filter.vendor) return false;
    if (filter.owner !== null && (row.owner ?? nobody) !== filter.owner) return false;
    if (filter.mine && row.owner !== me) return false;
    if (filter.undecided && !isUndecided(row)) return false;
    if (filter.missing && !isMissing(row)) return false;
    if (filter.unverified && !isUnverified(row)) return false;
    if (filter.overdue && !row.overdue) return false;
    if (words.length === 0) return true;
    const said = folded([row.vendor_name, row.text, ...row.controls, row.owner_name, sideState(row).label, row.progress && progressLabel[row.progress]].join(" "));
    return words.every((word) => said.includes(word));
  });
}

/** Vendors or owners to choose from, each once, by name. */
export function choicesOf(rows: readonly CuecOfAll[], of: (row: CuecOfAll) => readonly [id: string | null, name: string | null]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const row of rows) {
    const [id, name] = of(row);
    if (id !== null && name !== null) names.set(id, name);
  }
  return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Why undoing a table left an answer as it is. */
export const leftText: Readonly<Record<CuecLeftWhy, string>> = {
  changed_since: "changed or taken back since",
  not_filed: "its document is with no vendor now",
  control_gone: "it named a control of ours that was removed since",
};

/** What undoing a table did, in a sentence. */
export function undoneText({ restored, left }: Pick<CuecImportUndone, "restored" | "left">): string {
  const back = `${restored} ${restored === 1 ? "answer" : "answers"} put back`;
  return left.length > 0 ? `${back}, ${left.length} left as ${left.length === 1 ? "it is" : "they are"}` : back;
}
