import type { FixedView } from "../contract/generated";
import classes from "./Policy.module.css";

/** What no setting changes, each with its reason and where it comes from. */
export function FixedList({ fixed }: { fixed: readonly FixedView[] }) {
  return (
    <ul className={classes.fixed} aria-label="Fixed on purpose">
      {fixed.map(({ what, why, source }) => (
        <li key={what}>
          <h3>{what}</h3>
          <p>{why}</p>
          <p className={classes.dim}>{source}</p>
        </li>
      ))}
    </ul>
  );
}
