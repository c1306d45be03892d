import type { Stale } from "../contract/generated";
import { StateLabel } from "../shared";
import classes from "./DecisionCard.module.css";
import { staleText } from "./stale-text";

/** What has changed since the decision was made. */
export function StaleList({ stale }: { stale: readonly Stale[] }) {
  if (stale.length === 0) return null;
  return (
    <div className={classes.stale} role="status">
      <StateLabel state="warn">
        <b>Stale: it rests on what has changed since</b>
      </StateLabel>
      <ul>
        {stale.map((reason) => (
          <li key={staleText(reason)}>{staleText(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
