import type { ReactNode } from "react";
import { folded } from "../format/fold";
import { ahead } from "./ahead";

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
  const key = folded(text).replace(/\d+/gu, (digits) => digits.padStart(12, "0"));
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

/** Rows by what a column sorts by, from the least on, equal ones as they came in; and those without a value. */
interface Order<Row> {
  valued: readonly Row[];
  /** Whether a row equals the one before it. */
  equal: readonly boolean[];
  without: readonly Row[];
}

/** Orders that were worked out, as long as there are the rows and the column: to turn one around, or to come back to it, takes no sorting. */
const orders = new WeakMap<object, WeakMap<object, Order<unknown>>>();

function orderOf<Row>(rows: readonly Row[], by: (row: Row) => SortValue): Order<Row> {
  const ofRows = orders.get(rows) ?? new WeakMap<object, Order<unknown>>();
  orders.set(rows, ofRows);
  const known = ofRows.get(by);
  if (known) return known as Order<Row>;
  const valued: { row: Row; value: Value }[] = [];
  const without: Row[] = [];
  for (const row of rows) {
    const given = by(row);
    if (given === null) without.push(row);
    else valued.push({ row, value: { given, key: typeof given === "string" ? keyOf(given) : given } });
  }
  valued.sort((a, b) => compare(a.value, b.value));
  const equal = valued.map(({ value }, at) => at > 0 && compare((valued[at - 1] as { value: Value }).value, value) === 0);
  const order = { valued: valued.map(({ row }) => row), equal, without };
  ofRows.set(by, order);
  return order;
}

/** From the greatest down; equal rows keep the order they came in. */
function turned<Row>({ valued, equal }: Order<Row>): Row[] {
  const down: Row[] = [];
  for (let at = valued.length - 1, end = valued.length; at >= 0; at -= 1) {
    if (equal[at]) continue;
    for (let each = at; each < end; each += 1) down.push(valued[each] as Row);
    end = at;
  }
  return down;
}

/** The rows in the order asked for; equal rows keep the order they came in, and those without a value come last. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const by = columns.find(({ id }) => id === sorting?.column)?.sortBy;
  if (!by || !sorting) return rows;
  const order = orderOf(rows, by);
  return [...(sorting.down ? turned(order) : order.valued), ...order.without];
}

/** Of rows in their order those that were picked. */
export function picked<Row>(ordered: readonly Row[], rows: readonly Row[]): readonly Row[] {
  if (ordered.length === rows.length) return ordered;
  const some = new Set(rows);
  return ordered.filter((row) => some.has(row));
}

/** Above so many rows a column's first sorting takes longer than a frame. */
const many = 1000;

/** Works the orders of all columns out before somebody asks. Returns how to stop. */
export function sortAhead<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): () => void {
  return ahead(rows.length < many ? [] : columns.flatMap(({ sortBy }) => (sortBy ? [() => void orderOf(rows, sortBy)] : [])));
}

/** What a click on a column's head asks for next: up, down, as it came. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, down: false };
  return sorting.down ? null : { column, down: true };
}
