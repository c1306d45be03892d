import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

const focusable = "a[href], button, input, select, textarea";

interface RowFocus<Row> {
  scroller: RefObject<HTMLElement | null>;
  ordered: readonly Row[];
  rowKey: (row: Row) => string;
  /** Brings a row into view. */
  onShow: (at: number) => void;
}

/** Where the row stands that an element is in; null where it is in none. */
export function placeOf(element: Element | null): number | null {
  const at = element?.closest<HTMLElement>("tr[data-at]")?.dataset.at;
  return at === undefined ? null : Number(at);
}

/** Moves the focus between rows, and lets it follow its row where others come before it: the elements of a table belong to places, not to rows. */
export function useRowFocus<Row>({ scroller, ordered, rowKey, onShow }: RowFocus<Row>) {
  /** The row with the focus. */
  const held = useRef<string | null>(null);

  /** Focuses a row, or of what can be focused in it the one at this place. */
  const focusRow = useCallback(
    (at: number, inside = -1): void => {
      onShow(at);
      requestAnimationFrame(() => {
        const row = scroller.current?.querySelector<HTMLElement>(`tr[data-at="${at}"]`);
        (row?.querySelectorAll<HTMLElement>(focusable)[inside] ?? row)?.focus();
      });
    },
    [scroller, onShow],
  );

  const holdFocus = (at: number): void => {
    const row = ordered[at];
    held.current = row === undefined ? null : rowKey(row);
  };

  useLayoutEffect(() => {
    const active = document.activeElement;
    const at = scroller.current?.contains(active) ? placeOf(active) : null;
    const here = at === null ? undefined : ordered[at];
    if (active === null || at === null || here === undefined || held.current === null || rowKey(here) === held.current) return;
    const now = ordered.findIndex((row) => rowKey(row) === held.current);
    if (now < 0) held.current = rowKey(here);
    else focusRow(now, [...(active.closest("tr")?.querySelectorAll(focusable) ?? [])].indexOf(active));
    // Only a new order moves rows; how a row's key is made does not change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ordered]);

  return { focusRow, holdFocus };
}
