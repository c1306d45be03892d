import { memo } from "react";
import type { Column } from "./columns";
import classes from "./DataTable.module.css";

interface TableRowProps<Row> {
  row: Row;
  /** Its place in the table, from 0. */
  at: number;
  columns: readonly Column<Row>[];
  /** In px. */
  height: number;
  /** Whether Tab leads to it. */
  reached: boolean;
  /** Whether it opens by click. */
  opens: boolean;
}

function Cells<Row>({ row, at, columns, height, reached, opens }: TableRowProps<Row>) {
  return (
    <tr data-at={at} aria-rowindex={at + 2} tabIndex={reached ? 0 : -1} className={opens ? classes.opens : undefined} style={{ height }}>
      {columns.map((column) => <td key={column.id} data-align={column.align}>{column.cell(row)}</td>)}
      <td />
    </tr>
  );
}

/** One row of a table, drawn again only where something about it is new. What is done with it, its table hears. */
export const TableRow = memo(Cells) as typeof Cells;
