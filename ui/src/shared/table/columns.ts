import type { ReactNode } from "react";
import { folded } from "../format/fold";

export type SortValue = string | number | null;

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts by; `null` comes last either way. Without it the column does not sort. */
  sortBy?: (row: Row) => SortValue;
  /** CSS width; columns without one share what is left. */
  width?: string;
  align?: "left" | "right";
  /** Whether a person can hide the column. */
  canHide?: boolean;
  /** Whether it is hidden until a person shows it. */
  hidden?: boolean;
}

export interface Sorting {
  column: string;
  down: boolean;
}

const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Words as they are compared: to ask the collator about each pair of ten thousand rows takes several frames. */
const keys = new Map<string, string>();
const keysAtMost = 100_000;

/** Without case and accents, with numbers of one width; what is the same then is left to the collator. */
function keyOf(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const plain = /^[ -~]*$/u.test(text) ? text.toLowerCase() : folded(text);
  const key = plain.replace(/\d+/gu, (digits) => digits.padStart(12, "0"));
  if (keys.size >= keysAtMost) keys.clear();
  keys.set(text, key);
  return key;
}

interface Value {
  given: string | number;
  key: string | number;
}

function compare(a: Value, b: Value): number {
  if (typeof a.key === "number" && typeof b.key === "number") return a.key - b.key;
  const [one, other] = [String(a.key), String(b.key)];
  if (one !== other) return one < other ? -1 : 1;
  return a.given === b.given ? 0 : words.compare(String(a.given), String(b.given));
}

/** The rows in the order asked for; equal rows keep the order they came in. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const by = columns.find(({ id }) => id === sorting?.column)?.sortBy;
  if (!by || !sorting) return rows;
  return rows
    .map((row) => {
      const given = by(row);
      return { row, value: given === null ? null : { given, key: typeof given === "string" ? keyOf(given) : given } };
    })
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sorting.down ? compare(b.value, a.value) : compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** What a click on a column's head asks for next: up, down, as it came. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, down: false };
  return sorting.down ? null : { column, down: true };
}
