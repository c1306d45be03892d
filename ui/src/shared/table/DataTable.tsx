import { Menu } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "../icon/IconButton";
import { Icon } from "../icon/Icon";
import { type Column, nextSorting, sortAhead, sorted } from "./columns";
import classes from "./DataTable.module.css";
import { useTableState } from "./table-state";

interface Props<Row> {
  /** Names the table to screen readers and keeps its state: sorting and columns. */
  name: string;
  rows: readonly Row[];
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
export function DataTable<Row>({ name, rows, columns, rowKey, onOpen, empty, rowHeight = 40 }: Props<Row>) {
  const { sorting, setSorting, isHidden, toggleHidden } = useTableState(name, columns);
  const shown = columns.filter(({ id }) => !isHidden(id));
  const ordered = useMemo(() => sorted(rows, columns, sorting), [rows, columns, sorting]);
  useEffect(() => sortAhead(rows, columns), [rows, columns]);
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: ordered.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, initialRect: { width: 0, height: 800 } });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  const goTo = (at: number) => {
    const target = Math.max(0, Math.min(ordered.length - 1, at));
    setCurrent(target);
    virtual.scrollToIndex(target);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`tr[data-at="${target}"]`)?.focus());
  };

  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, at: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (event.key === "Enter" && onOpen) onOpen(row);
    else if (step !== undefined) goTo(at + step);
    else return;
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
        <tbody>
          {above > 0 && <tr aria-hidden="true" className={classes.spacer} style={{ height: above }} />}
          {items.map(({ index }) => {
            const row = ordered[index] as Row;
            return (
              <tr
                key={rowKey(row)}
                data-at={index}
                aria-rowindex={index + 2}
                tabIndex={index === Math.min(current, ordered.length - 1) ? 0 : -1}
                className={onOpen ? classes.opens : undefined}
                style={{ height: rowHeight }}
                onFocus={() => setCurrent(index)}
                onClick={() => onOpen?.(row)}
                onKeyDown={(event) => onKeyDown(event, row, index)}
              >
                {shown.map((column) => <td key={column.id} data-align={column.align}>{column.cell(row)}</td>)}
                <td />
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden="true" className={classes.spacer} style={{ height: below }} />}
        </tbody>
      </table>
      {ordered.length === 0 && empty}
    </div>
  );
}

function ColumnMenu<Row>({ columns, isHidden, onToggle }: { columns: readonly Column<Row>[]; isHidden: (id: string) => boolean; onToggle: (id: string) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon="columns" name="Choose columns" size="xs" />
      </Menu.Target>
      <Menu.Dropdown>
        {columns.filter(({ canHide }) => canHide).map(({ id, header }) => (
          <Menu.CheckboxItem key={id} checked={!isHidden(id)} checkIcon={<Icon name="check" size={14} />} onChange={() => onToggle(id)}>
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The width below which a table is scrolled: what its columns ask for, and for those that take the rest as much as a few words. */
function leastWidth(shown: readonly { width?: string | undefined }[]): string {
  return `calc(${shown.map(({ width }) => width ?? "10rem").join(" + ")} + 2rem)`;
}
