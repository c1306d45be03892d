import type { TierName } from "../contract/generated";
import classes from "./TierMark.module.css";
import { tierLabel } from "./words";

const filled: Readonly<Record<TierName, number>> = { critical: 4, high: 3, medium: 2, low: 1 };

/** A tier as bars with its word, or the bars alone; more bars, more depends on the vendor. */
export function TierMark({ tier, compact = false }: { tier: TierName | null; compact?: boolean }) {
  if (!tier) return <span className={classes.none}>{compact ? "–" : "no tier"}</span>;
  const speaks = compact ? { role: "img", "aria-label": tierLabel[tier] } : { "aria-hidden": true };
  return (
    <span className={classes.tier} data-tier={tier} title={compact ? tierLabel[tier] : undefined}>
      <svg viewBox="0 0 16 16" {...speaks}>
        {[0, 1, 2, 3].map((bar) => (
          <rect key={bar} x={1 + bar * 3.7} y={10.5 - bar * 2.6} width="2.6" height={3.5 + bar * 2.6} rx="0.6" data-off={bar >= filled[tier] || undefined} />
        ))}
      </svg>
      {!compact && tierLabel[tier]}
    </span>
  );
}
