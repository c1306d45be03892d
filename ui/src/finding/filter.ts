import type { FindingView, SeverityName } from "../contract/generated";
import { folded, typedWords } from "../shared";
import { findingLabel, statusLabel } from "./words";

/** What of the findings is shown. */
export interface FindingFilter {
  readonly text: string;
  /** Only these; none means all. */
  readonly severities: readonly (SeverityName | "none")[];
  /** Also what is closed or put away. */
  readonly settled: boolean;
  /** Only what failed in an earlier report too. */
  readonly repeated: boolean;
  /** Only what is past its day. */
  readonly late: boolean;
  /** Only what a later report tests clean. */
  readonly clean: boolean;
}

export const noFilter: FindingFilter = { text: "", severities: [], settled: false, repeated: false, late: false, clean: false };

/** The filters to which other screens lead. */
export type FilterName = "tested_clean" | "not_assessed";
const named: Readonly<Record<FilterName, FindingFilter>> = { tested_clean: { ...noFilter, clean: true }, not_assessed: { ...noFilter, severities: ["none"] } };

/** The filter of a name that came with an address; an address may say anything. */
export const filterNamed = (name: string | undefined): FindingFilter | undefined => (name === "tested_clean" || name === "not_assessed" ? named[name] : undefined);

export const severityOf = (row: FindingView): SeverityName | "none" => row.assessment?.rating.severity ?? "none";
export const isLate = (row: FindingView): boolean => row.overdue || row.answer_late;
/** Whether a later report tests it clean, and nobody has said what follows from it. */
export const isTestedClean = (row: FindingView): boolean => row.tested_clean !== null && !row.settled;
export const isRepeated = (row: FindingView): boolean => row.repeat_of !== null || row.proposed.history === "repeat";

/** The findings that pass; every typed word must be found in what the row says. */
export function filterFindings(rows: readonly FindingView[], filter: FindingFilter): FindingView[] {
  const words = typedWords(filter.text);
  return rows.filter((row) => {
    if (!filter.settled && row.settled) return false;
    if (filter.severities.length > 0 && !filter.severities.includes(severityOf(row))) return false;
    if (filter.repeated && !isRepeated(row)) return false;
    if (filter.late && !isLate(row)) return false;
    if (filter.clean && !isTestedClean(row)) return false;
    if (words.length === 0) return true;
    const said = folded([row.title, row.result, row.vendor_name, row.control_id, ...row.criteria, row.owner_name, findingLabel(row.number), statusLabel[row.status]].join(" "));
    return words.every((word) => said.includes(word));
  });
}
