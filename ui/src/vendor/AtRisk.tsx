import { Link } from "@tanstack/react-router";
import type { VendorRow } from "../contract/generated";
import { StateLabel } from "../shared";
import classes from "./VendorHeader.module.css";

/** Why a vendor is at risk; nothing where it is not. */
export function AtRisk({ row }: { row: Pick<VendorRow, "at_risk"> }) {
  if (row.at_risk.length === 0) return null;
  return (
    <section className={classes.risk} aria-label="At risk">
      <StateLabel state="fail">At risk</StateLabel>
      <ul>
        {row.at_risk.map(({ what, finding }) => (
          <li key={what}>{finding ? <Link to="/exceptions/one" search={{ key: finding }}>{what}</Link> : what}</li>
        ))}
      </ul>
    </section>
  );
}
