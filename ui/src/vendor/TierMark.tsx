import type { TierName } from "../contract/generated";
import classes from "./TierMark.module.css";
import { tierLabel } from "./words";

const filled: Readonly<Record<TierName, number>> = { critical: 4, high: 3, medium: 2, low: 1 };

/** A tier as bars with its word; more bars, more depends on the vendor. */
export function TierMark({ tier }: { tier: TierName | null }) {
  if (!tier) return <span className={classes.none}>no tier</span>;
  return (
    <span className={classes.tier} data-tier={tier}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect key={bar} x={1 + bar * 3.7} y={10.5 - bar * 2.6} width="2.6" height={3.5 + bar * 2.6} rx="0.6" data-off={bar >= filled[tier] || undefined} />
        ))}
      </svg>
      {tierLabel[tier]}
    </span>
  );
}
