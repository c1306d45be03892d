import type { ConcentrationView, FourthPartyView } from "../contract/generated";
import { Badge, type Column, StateLabel } from "../shared";
import classes from "./fourth.module.css";
import { methodText, ownState } from "./words";

/** The columns of the register of parties. */
export function partyColumns(of: ConcentrationView): Column<FourthPartyView>[] {
  return [
    {
      id: "name", header: "Fourth party",
      cell: (row) => (
        <span className={classes.name} title={row.services.join("; ") || undefined}>
          <b>{row.name}</b>
          <span>{[row.names.filter(({ merged }) => merged).map(({ name }) => name).join(", "), row.services[0]].filter(Boolean).join(" · ")}</span>
        </span>
      ),
      sortBy: (row) => row.name,
    },
    { id: "vendors", header: "Vendors", width: "9.5rem", cell: (row) => <Share count={row.vendors} of={of.vendors} />, sortBy: (row) => -row.vendors },
    { id: "gravest", header: "Critical or high", width: "9.5rem", cell: (row) => <Share count={row.gravest} of={of.gravest} />, sortBy: (row) => -row.gravest },
    { id: "method", header: "Method", width: "8rem", cell: (row) => [...new Set(row.dependants.map(({ method }) => methodText(method)))].join(", "), canHide: true },
    { id: "csocs", header: "CSOCs", width: "4.5rem", align: "right", cell: (row) => row.dependants.reduce((sum, { csocs }) => sum + csocs.length, 0), sortBy: (row) => -row.dependants.reduce((sum, { csocs }) => sum + csocs.length, 0), canHide: true },
    { id: "own", header: "Its own report", width: "13.5rem", cell: (row) => <Own row={row} />, sortBy: (row) => row.own?.held ?? "~" },
    { id: "open", header: "To chase", width: "6rem", align: "right", cell: (row) => (row.open > 0 ? <Badge tone="warn">{row.open}</Badge> : <span className={classes.faint}>–</span>), sortBy: (row) => -row.open },
  ];
}

function Share({ count, of }: { count: number; of: number }) {
  return (
    <span className={classes.share}>
      <i aria-hidden="true">
        <i style={{ width: of === 0 ? 0 : `${(100 * count) / of}%` }} />
      </i>
      {`${count} of ${of}`}
    </span>
  );
}

function Own({ row }: { row: FourthPartyView }) {
  const own = ownState(row);
  return own ? <StateLabel state={own.state}>{own.label}</StateLabel> : <span className={classes.faint}>Not in the register</span>;
}
