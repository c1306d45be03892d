import { useVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../icon/Icon";
import { ColumnMenu } from "./ColumnMenu";
import { type Column, nextSorting, picked, sortAhead, sorted } from "./columns";
import classes from "./DataTable.module.css";
import { TableRow } from "./TableRow";
import { useTableState } from "./table-state";
import { usePainted } from "./usePainted";
import { placeOf, useRowFocus } from "./useRowFocus";

interface Props<Row> {
  /** Names the table to screen readers and keeps its state: sorting and columns. */
  name: string;
  rows: readonly Row[];
  /** The rows that these were picked from by a filter, in the same order: they are sorted once, and another filter needs no sorting. */
  of?: readonly Row[] | undefined;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Opens a row: by click and by Enter. */
  onOpen?: (row: Row) => void;
  /** What stands in place of rows where there are none. */
  empty?: ReactNode;
  /** Row height in px. */
  rowHeight?: number;
}

/** A table for comparing: sorts, hides columns, walks with the arrow keys or J and K, and draws only the rows in view. */
export function DataTable<Row>({ name, rows, of = rows, columns, rowKey, onOpen, empty, rowHeight = 40 }: Props<Row>) {
  const { sorting, setSorting, isHidden, toggleHidden } = useTableState(name, columns);
  const shown = useMemo(() => columns.filter(({ id }) => !isHidden(id)), [columns, isHidden]);
  const ordered = useMemo(() => picked(sorted(of, columns, sorting), rows), [of, rows, columns, sorting]);
  useEffect(() => sortAhead(of, columns), [of, columns]);
  // Beyond the edges of what is seen rows follow after the paint.
  const before = usePainted(ordered);
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: ordered.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, initialRect: { width: 0, height: 800 } });
  const items = virtual.getVirtualItems();
  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: Infinity };
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const onShow = useCallback((at: number) => virtual.scrollToIndex(at), [virtual]);
  const { focusRow, holdFocus } = useRowFocus({ scroller, ordered, rowKey, onShow });

  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
  const openAt = (at: number | null): void => {
    const row = at === null ? undefined : ordered[at];
    if (row !== undefined) onOpen?.(row);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const at = placeOf(target);
    if (at === null) return;
    holdFocus(at);
    setCurrent(at);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = event.target instanceof HTMLTableRowElement ? placeOf(event.target) : null;
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (event.key === "Enter" && onOpen) openAt(at);
    else if (step !== undefined) {
      const target = Math.max(0, Math.min(ordered.length - 1, at + step));
      setCurrent(target);
      focusRow(target);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.scroller} ref={scroller}>
      <table className={classes.table} style={{ minWidth: leastWidth(shown) }} aria-label={name} aria-rowcount={ordered.length + 1}>
        <colgroup>
          {shown.map(({ id, width }) => <col key={id} style={width ? { width } : undefined} />)}
          <col style={{ width: "2rem" }} />
        </colgroup>
        <thead>
          <tr>
            {shown.map((column) => {
              const direction = sorting?.column === column.id ? (sorting.down ? "descending" : "ascending") : undefined;
              return (
                <th key={column.id} scope="col" data-align={column.align} aria-sort={direction}>
                  {column.sortBy ? (
                    <button type="button" className={classes.sort} onClick={() => setSorting(nextSorting(sorting, column.id))}>
                      {column.header}
                      {direction && <Icon name={direction === "ascending" ? "sort-up" : "sort-down"} size={12} />}
                    </button>
                  ) : column.header}
                </th>
              );
            })}
            <th scope="col" className={classes.choose}>{columns.some(({ canHide }) => canHide) && <ColumnMenu columns={columns} isHidden={isHidden} onToggle={toggleHidden} />}</th>
          </tr>
        </thead>
        {/* Rows are focused and clicked; one listener hears them all. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onClick={({ target }) => openAt(placeOf(target as Element))} onFocus={onFocus} onKeyDown={onKeyDown}>
          {above > 0 && <tr aria-hidden="true" className={classes.spacer} style={{ height: above }} />}
          {items.map(({ index }) => {
            const seen = index >= startIndex && index <= endIndex;
            // By its place: another order changes what stands in the elements, and makes none.
            return <TableRow key={index} row={(seen ? undefined : before[index]) ?? (ordered[index] as Row)} at={index} columns={shown} height={rowHeight} reached={index === Math.min(current, ordered.length - 1)} opens={onOpen !== undefined} />;
          })}
          {below > 0 && <tr aria-hidden="true" className={classes.spacer} style={{ height: below }} />}
        </tbody>
      </table>
      {ordered.length === 0 && empty}
    </div>
  );
}

/** The width below which a table is scrolled: what its columns ask for, and for those that take the rest as much as a few words. */
function leastWidth(shown: readonly { width?: string | undefined }[]): string {
  return `calc(${shown.map(({ width }) => width ?? "10rem").join(" + ")} + 2rem)`;
}
