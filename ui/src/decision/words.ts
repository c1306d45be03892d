import type { OutcomeName, RiskName } from "../contract/generated";

/** Outcomes in the order in which they are offered. */
export const outcomeOrder: readonly OutcomeName[] = ["approved", "approved_with_conditions", "more_evidence", "escalated", "rejected", "withdrawn"];

/** What an outcome is called. */
export const outcomeLabel: Readonly<Record<OutcomeName, string>> = {
  approved: "Approve",
  approved_with_conditions: "Approve with conditions",
  more_evidence: "Ask for more evidence",
  escalated: "Escalate",
  rejected: "Reject",
  withdrawn: "Withdraw",
};

/** What an outcome is called once it is recorded. */
export const outcomeDone: Readonly<Record<OutcomeName, string>> = {
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  more_evidence: "More evidence asked for",
  escalated: "Escalated",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

/** What an outcome means. */
const outcomeHint: Readonly<Record<OutcomeName, string>> = {
  approved: "We rely on this vendor as it is.",
  approved_with_conditions: "We rely on it, and each condition has an owner and a date.",
  more_evidence: "What we hold does not suffice yet.",
  escalated: "Somebody above must decide.",
  rejected: "We do not rely on this vendor.",
  withdrawn: "Nobody wants it any more; what was collected stays on record.",
};

/** What an outcome means for a vendor that is in use: leaving it takes offboarding. */
export const hintFor = (outcome: OutcomeName, inUse: boolean): string =>
  (outcome === "rejected" || outcome === "withdrawn") && inUse ? "We stop relying on this vendor. It is in use, so it goes into offboarding." : outcomeHint[outcome];

/** The shape and colour of an outcome: pass, warn, fail, or unknown. */
export const outcomeState: Readonly<Record<OutcomeName, "pass" | "warn" | "fail" | "unknown">> = {
  approved: "pass",
  approved_with_conditions: "warn",
  more_evidence: "unknown",
  escalated: "unknown",
  rejected: "fail",
  withdrawn: "unknown",
};

/** How much risk stays, least first. */
export const riskOrder: readonly RiskName[] = ["low", "medium", "high", "critical"];

export const riskLabel: Readonly<Record<RiskName, string>> = { low: "Low", medium: "Medium", high: "High", critical: "Critical" };
