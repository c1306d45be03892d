import type { ReactNode } from "react";
import { VerdictMark } from "../acceptance/VerdictMark";
import { verdictHint } from "../acceptance/words";
import type { VendorView } from "../contract/generated";
import { outcomeDone, outcomeState } from "../decision/words";
import { formatDay, StateLabel } from "../shared";
import { StageBadge } from "./StageBadge";
import { TierMark } from "./TierMark";
import classes from "./VendorHeader.module.css";
import { monogram } from "./words";

/** Who a vendor is, how much depends on it, where it stands. */
export function VendorHeader({ vendor, actions, onVerdict, onTier }: { vendor: VendorView; actions: ReactNode; onVerdict: () => void; onTier: () => void }) {
  const { row } = vendor;
  return (
    <header className={classes.head}>
      <span className={classes.monogram} aria-hidden="true">
        {monogram(row.name)}
      </span>
      <div className={classes.who}>
        <h1>
          {row.name}
          {row.service && <span>{row.service}</span>}
        </h1>
        <ul className={classes.facts}>
          <li>
            <button type="button" className={classes.tier} onClick={onTier} title="Shows how the tier comes about">
              <TierMark tier={row.tier} />
              {vendor.tier_reason && <span className={classes.why}>{vendor.tier_reason}</span>}
            </button>
          </li>
          <li>
            <StageBadge stage={row.stage} />
          </li>
          {row.decision && row.decided_on && row.decision !== row.stage && (
            <li title={`decided ${formatDay(row.decided_on)}`}>
              <StateLabel state={outcomeState[row.decision]}>{outcomeDone[row.decision]}</StateLabel>
            </li>
          )}
          <li>
            <button type="button" className={classes.verdict} onClick={onVerdict} title={`The policy says: ${verdictHint[row.verdict]} Shows every rule.`}>
              <VerdictMark verdict={row.verdict} />
            </button>
          </li>
          {row.next_review && <li className={classes.why}>{`next review ${formatDay(row.next_review)}`}</li>}
        </ul>
      </div>
      <div className={classes.actions}>{actions}</div>
    </header>
  );
}
