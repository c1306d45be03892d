import type { InsightsQuery, TierName } from "../contract/generated";
import { useKept } from "../shared";

/** Of which vendors figures are shown; the day is not kept, so that tomorrow shows tomorrow. */
export interface InsightFilter {
  readonly tier: TierName | null;
  readonly owner: string | null;
  readonly tag: string | null;
}

export const everybody: InsightFilter = { tier: null, owner: null, tag: null };

/** The filter as the window keeps it. */
export const useInsightFilter = (): [InsightFilter, (next: InsightFilter) => void] => useKept<InsightFilter>("insights.filter", everybody);

/** What is asked for. */
export const queryOf = ({ tier, owner, tag }: InsightFilter, asOf: string | null): InsightsQuery => ({ as_of: asOf, tier, owner, tag });
