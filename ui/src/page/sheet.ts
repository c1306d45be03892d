import type { PageView } from "../contract/generated";
import type { Rect } from "./geometry";

/** A row of a sheet with its filled cells, both from left to right. */
export interface SheetRow {
  /** Counted from 0. */
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly words: readonly number[] }[];
}

/** The rows of a sheet that hold anything, in their order; words are named by their place in the reading order. */
export function rowsOf({ words, cells }: Pick<PageView, "words" | "cells">): readonly SheetRow[] {
  const rows = new Map<number, Map<number, number[]>>();
  for (let index = 0; index < words.length; index += 1) {
    const [row, column] = cells?.[index] ?? [0, 0];
    const of = rows.get(row) ?? new Map<number, number[]>();
    of.set(column, [...(of.get(column) ?? []), index]);
    rows.set(row, of);
  }
  const inOrder = <T>(map: Map<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);
  return inOrder(rows).map(([row, of]) => ({ row, cells: inOrder(of).map(([column, held]) => ({ column, words: held })) }));
}

/** Whether the middle of a word is in one of the boxes. */
export function isIn(word: Rect, boxes: readonly Rect[]): boolean {
  const [x, y] = [(word[0] + word[2]) / 2, (word[1] + word[3]) / 2];
  return boxes.some((box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
}

/** The letters of a column, counted from 0: A to Z, then AA. */
export function columnLetters(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
