import { Link } from "@tanstack/react-router";
import type { FindingView } from "../contract/generated";
import { dayOf, formatDay, StateLabel } from "../shared";
import classes from "./finding.module.css";

/** The conditions under which the vendor is approved that this finding settles. */
export function FindingConditions({ finding }: { finding: FindingView }) {
  if (finding.conditions.length === 0) return null;
  return (
    <ul className={classes.proofs} aria-label="Conditions that it settles">
      {finding.conditions.map((condition) => (
        <li key={`${condition.decision} ${condition.what}`}>
          <Link to="/vendors/$vendor" params={{ vendor: finding.vendor }} search={{ tab: "decisions", entry: condition.decision }}>{`Condition of decision ${condition.number}`}</Link>
          {`: ${condition.what} `}
          {condition.done_at === null ? (
            <>
              <span className={classes.dim}>{`${condition.owner}, by ${formatDay(condition.due)}. `}</span>
              {finding.settled && <StateLabel state="warn">Still open, though this is settled: mark it as done there</StateLabel>}
            </>
          ) : (
            <StateLabel state={finding.settled ? "pass" : "warn"}>{`Done ${formatDay(dayOf(condition.done_at))}${finding.settled ? "" : ", while this is not settled"}`}</StateLabel>
          )}
        </li>
      ))}
    </ul>
  );
}
