import type { ImportRow } from "../contract/generated";
import { StateLabel } from "../shared";
import classes from "./import.module.css";

/** A row's problems, or what it changes, in one line. */
export function rowText({ outcome, changes, problems }: ImportRow): string {
  if (outcome === "problem") return problems.map(({ column, text }) => (column ? `${column}: ${text}` : text)).join("; ");
  if (outcome === "unchanged") return "as in the register";
  return changes.map(({ label, was, becomes }) => (outcome === "added" ? `${label} ${becomes}` : `${label}: ${was ?? "nothing"} → ${becomes}`)).join("; ");
}

/** All that a row says: problems first, then each value with what it was. */
export function RowDetail({ row }: { row: ImportRow }) {
  return (
    <div className={classes.detail}>
      {row.problems.map(({ column, text }) => (
        <p key={`${column} ${text}`}>
          <StateLabel state="warn">{column ? `Column ${column}: ${text}` : text}</StateLabel>
        </p>
      ))}
      {row.problems.length > 0 && <p className={classes.faint}>This row is left out. Correct it in the file and import it again: rows that are in the register already stay unchanged.</p>}
      {row.outcome === "unchanged" && <p>All that the row says stands in the register.</p>}
      {row.changes.length > 0 && (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">Value</th>
              <th scope="col">Was</th>
              <th scope="col">{row.problems.length > 0 ? "Would become" : "Becomes"}</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map(({ label, was, becomes }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{was ?? "–"}</td>
                <td>{becomes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
