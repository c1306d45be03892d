import { Link } from "@tanstack/react-router";
import type { DocumentRow } from "../contract/generated";
import { kindLabel, opinionLabel } from "../fact/words";
import { formatMoment, IconButton, StateLabel } from "../shared";
import { spanText } from "./describe";
import classes from "./DocumentsTable.module.css";
import { NewsLabel } from "./NewsLabel";

interface DocumentsTableProps {
  rows: readonly DocumentRow[];
  /** The report by whose dates the vendor is judged. */
  counts?: string | undefined;
  today: string;
  /** None where the person may not. */
  onSetAside?: ((row: DocumentRow) => void) | undefined;
}

/** The documents that are filed with a vendor. */
export function DocumentsTable({ rows, counts, today, onSetAside }: DocumentsTableProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>Document</th>
          <th>About</th>
          <th>Opinion</th>
          <th>Facts</th>
          <th>Received</th>
          <th aria-label="Actions" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to="/documents/$document" params={{ document: row.id }} className={classes.open}>
                {kindLabel(row.kind)}
              </Link>
              <span className={classes.file} title={row.file_name}>
                {row.id === counts && <b>counts now · </b>}
                {row.file_name}
              </span>
            </td>
            <td>
              {spanText(row) ?? <span className={classes.none}>not dated</span>}
              {row.organization && <span className={classes.file}>{row.organization}</span>}
            </td>
            <td>{row.opinion ? <Opinion opinion={row.opinion} /> : <span className={classes.none}>–</span>}</td>
            <td className={classes.news}>
              <NewsLabel row={row} />
            </td>
            <td>
              {formatMoment(row.received_at, today)}
              <span className={classes.file}>{row.received_by}</span>
            </td>
            <td className={classes.acts}>{onSetAside && <IconButton size="xs" icon="archive" name={`Set aside ${row.file_name}, not evidence`} onClick={() => onSetAside(row)} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Opinion({ opinion }: { opinion: string }) {
  const label = opinionLabel(opinion);
  if (opinion === "unqualified") return <StateLabel state="pass">{label}</StateLabel>;
  return <StateLabel state={opinion === "qualified" ? "warn" : "fail"}>{label}</StateLabel>;
}
