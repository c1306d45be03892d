import type { StaleDecision, TierName, VendorRow } from "../../contract/generated";
import { ahead, folded, typedWords } from "../../shared";
import { stageLabel } from "../../vendor/words";

/** What of the register is shown. */
export interface VendorFilter {
  readonly text: string;
  /** Only these; none means all. */
  readonly tiers: readonly (TierName | "none")[];
  /** Only vendors that have one of these words; none means all. */
  readonly tags: readonly string[];
  /** Only vendors whose evidence is past its day, or that have none. */
  readonly lacking: boolean;
  /** Only vendors that are at risk. */
  readonly risky?: boolean;
  /** Only vendors whose latest decision rests on what has changed since. */
  readonly stale: boolean;
}

export const noFilter: VendorFilter = { text: "", tiers: [], tags: [], lacking: false, risky: false, stale: false };

/** What is searched of a row, kept while the row is: to fold ten thousand at each letter takes longer than a frame. */
const texts = new WeakMap<VendorRow, string>();

function textOf(row: VendorRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = folded(`${row.name} ${row.service ?? ""} ${row.owner ?? ""} ${stageLabel[row.stage]} ${row.tier ?? ""} ${row.tags.join(" ")}`);
  texts.set(row, text);
  return text;
}

/** So many rows are read within a part of a frame. */
const some = 1000;

/** Reads what is searched before the first letter is typed. Returns how to stop. */
export function readAhead(rows: readonly VendorRow[]): () => void {
  const parts = Array.from({ length: Math.ceil(rows.length / some) }, (_, at) => rows.slice(at * some, (at + 1) * some));
  return ahead(parts.map((part) => () => part.forEach(textOf)));
}

/** Whether what is held no longer suffices by the dates, as Rust gave them. */
export function lacksEvidence(row: VendorRow, today: string): boolean {
  return row.evidence_until === null || row.evidence_until < today;
}

/** The vendors that pass; every typed word must be found in what the row shows. */
export function filterVendors(rows: readonly VendorRow[], filter: VendorFilter, today: string, stale: ReadonlyMap<string, StaleDecision>): VendorRow[] {
  const words = typedWords(filter.text);
  return rows.filter((row) => {
    if (filter.tiers.length > 0 && !filter.tiers.includes(row.tier ?? "none")) return false;
    if (filter.tags.length > 0 && !row.tags.some((tag) => filter.tags.includes(tag))) return false;
    if (filter.stale && !stale.has(row.id)) return false;
    if (filter.risky && row.at_risk.length === 0) return false;
    if (filter.lacking && !lacksEvidence(row, today)) return false;
    if (words.length === 0) return true;
    const shown = textOf(row);
    return words.every((word) => shown.includes(word));
  });
}
