import type { DocumentRow } from "../contract/generated";
import { kindLabel, opinionLabel } from "../fact/words";
import { formatDay, formatPeriod } from "../shared";

/** What a document is called: whose it is and what it is, else the name of its file. */
export function documentTitle(row: DocumentRow): string {
  return row.organization ? `${row.organization}, ${kindLabel(row.kind)}` : row.kind === "other" ? row.file_name : kindLabel(row.kind);
}

/** The time a document is about; `null` where it is not dated. */
export function spanText(row: Pick<DocumentRow, "from" | "to">): string | null {
  if (!row.to) return null;
  return row.from && row.from !== row.to ? formatPeriod(row.from, row.to) : `as of ${formatDay(row.to)}`;
}

/** Days in a sentence of the reader as people write them. */
export function readableDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/gu, formatDay);
}

/** Kind, time and opinion in one line. */
export function documentLine(row: DocumentRow): string {
  return [kindLabel(row.kind), spanText(row), row.opinion && opinionLabel(row.opinion).toLowerCase()].filter(Boolean).join(" · ");
}
