import type { CuecOfAll } from "../contract/generated";
import { type Column, formatDay, StateLabel } from "../shared";
import classes from "./cuecs.module.css";
import { sideState } from "./words";

const order = ["fail", "unknown", "warn", "pass"];

/** The columns of the controls of all vendors. */
export const cuecColumns: Column<CuecOfAll>[] = [
  { id: "vendor", header: "Vendor", width: "10rem", cell: (row) => <b className={classes.vendor}>{row.vendor_name}</b>, sortBy: (row) => row.vendor_name },
  {
    id: "text", header: "Expected of us",
    cell: (row) => (
      <span className={classes.expected} title={row.text}>
        <span>{row.text}</span>
        <small>{`No. ${row.number}${row.page === null ? "" : ` · page ${row.page}`}`}</small>
      </span>
    ),
    sortBy: (row) => row.text,
  },
  { id: "controls", header: "Our control", width: "9.5rem", cell: (row) => (row.controls.length > 0 ? <span className={classes.two}>{row.controls.join(", ")}</span> : <Nothing />), sortBy: (row) => row.controls[0] ?? null, canHide: true },
  { id: "owner", header: "Owner", width: "7rem", cell: (row) => row.owner_name ?? <Nothing />, sortBy: (row) => row.owner_name, canHide: true },
  { id: "status", header: "Status", width: "8.5rem", cell: (row) => <Status row={row} />, sortBy: (row) => order.indexOf(sideState(row).state) },
  { id: "due", header: "Due", width: "7rem", align: "right", cell: (row) => <Due row={row} />, sortBy: (row) => row.due, canHide: true },
];

function Status({ row }: { row: CuecOfAll }) {
  const { state, label } = sideState(row);
  if (row.applies === "no") return <span className={classes.faint}>{label}</span>;
  return (
    <span>
      <StateLabel state={state}>{label}</StateLabel>
      {row.carried && <small className={classes.waits}>answer of last report waits</small>}
    </span>
  );
}

/** The day on which it is to be in place, or to be checked again. */
function Due({ row }: { row: CuecOfAll }) {
  if (row.due === null) return <Nothing />;
  const day = row.overdue ? <StateLabel state="fail">{formatDay(row.due)}</StateLabel> : formatDay(row.due);
  return (
    <span>
      {day}
      {row.in_place && <small className={classes.waits}>check again</small>}
    </span>
  );
}

function Nothing() {
  return <span className={classes.faint}>–</span>;
}
