import type { CuecCompletion } from "../contract/generated";
import { StateLabel } from "../shared";
import classes from "./cuecs.module.css";

/** How much of our side is in place, of what applies. */
export function Completion({ of }: { of: CuecCompletion }) {
  const share = (part: number): string => `${of.applying === 0 ? 0 : (100 * part) / of.applying}%`;
  return (
    <div className={classes.completion}>
      <p className={classes.big}>
        <b>{of.in_place}</b> {`of ${of.applying} that apply ${of.in_place === 1 ? "is" : "are"} in place`}
      </p>
      <span className={classes.bar} aria-hidden="true">
        <span data-part="pass" style={{ width: share(of.in_place) }} />
        <span data-part="warn" style={{ width: share(of.planned) }} />
      </span>
      {of.verified > 0 && <StateLabel state="pass">{`${of.verified} verified`}</StateLabel>}
      {of.planned > 0 && <StateLabel state="warn">{`${of.planned} planned`}</StateLabel>}
      {of.open > 0 && <StateLabel state="fail">{`${of.open} open`}</StateLabel>}
      {of.undecided > 0 && <StateLabel state="unknown">{`${of.undecided} undecided`}</StateLabel>}
      {of.not_applying > 0 && <span className={classes.faint}>{`${of.not_applying} ${of.not_applying === 1 ? "does" : "do"} not apply`}</span>}
      {of.overdue > 0 && <StateLabel state="fail">{`${of.overdue} overdue`}</StateLabel>}
    </div>
  );
}
