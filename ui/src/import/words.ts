import type { DateOrder, ImportOutcome } from "../contract/generated";
import type { State } from "../shared";

/** What becomes of a row, as people read it. */
export const outcomeLabel: Record<ImportOutcome, string> = { added: "New", changed: "Changes", unchanged: "Unchanged", problem: "Problem" };

export const outcomeState: Record<ImportOutcome, State> = { added: "pass", changed: "pass", unchanged: "unknown", problem: "warn" };

/** In the order in which they need a look. */
export const outcomeOrder: readonly ImportOutcome[] = ["problem", "changed", "added", "unchanged"];

/** The orders that are offered; dates with the year first need none. */
export const dateOrders: readonly { value: DateOrder; label: string }[] = [
  { value: "dmy", label: "Day first" },
  { value: "mdy", label: "Month first" },
];
