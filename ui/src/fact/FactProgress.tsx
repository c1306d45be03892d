import { progress } from "./walk";
import type { FactView } from "../contract/generated";
import classes from "./FactProgress.module.css";

/** How many of the facts somebody checked, as a number and as a bar. */
export function FactProgress({ facts }: { facts: readonly FactView[] }) {
  const { checked, total } = progress(facts);
  return (
    <div className={classes.progress}>
      <span>
        <b>{checked}</b> of {total} checked
      </span>
      <div className={classes.bar} role="progressbar" aria-label="Facts checked" aria-valuemin={0} aria-valuemax={total} aria-valuenow={checked}>
        <i style={{ width: `${total > 0 ? (checked / total) * 100 : 0}%` }} data-full={checked === total || undefined} />
      </div>
    </div>
  );
}
