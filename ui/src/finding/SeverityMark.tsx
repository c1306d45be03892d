import type { SeverityName } from "../contract/generated";
import classes from "./finding.module.css";
import { severityLabel } from "./words";

const whole = "M8 1.6 14.4 8 8 14.4 1.6 8z";

/** A severity as a diamond that fills, with its word and its points. Form before colour. */
export function SeverityMark({ severity, score }: { severity: SeverityName | null; score?: number | null }) {
  if (severity === null) return <span className={classes.none}>not assessed</span>;
  return (
    <span className={`${classes.severity} ${classes[severity]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={whole} />
        {severity === "medium" && <path d="M8 1.6 1.6 8 8 14.4z" className={classes.solid} />}
        {(severity === "high" || severity === "critical") && <path d={whole} className={classes.solid} />}
        {severity === "critical" && <path d="M8 5v3.4M8 10.9v.05" className={classes.cut} />}
      </svg>
      {severityLabel[severity]}
      {score !== undefined && score !== null && <b>{score}</b>}
    </span>
  );
}
