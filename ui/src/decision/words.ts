import type { OutcomeName } from "../contract/generated";

/** Outcomes in the order in which they are offered. */
export const outcomeOrder: readonly OutcomeName[] = ["approved", "approved_with_conditions", "more_evidence", "escalated", "rejected"];

/** What an outcome is called. */
export const outcomeLabel: Readonly<Record<OutcomeName, string>> = {
  approved: "Approve",
  approved_with_conditions: "Approve with conditions",
  more_evidence: "Ask for more evidence",
  escalated: "Escalate",
  rejected: "Reject",
};

/** What an outcome is called once it is recorded. */
export const outcomeDone: Readonly<Record<OutcomeName, string>> = {
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  more_evidence: "More evidence asked for",
  escalated: "Escalated",
  rejected: "Rejected",
};

/** What an outcome means. */
const outcomeHint: Readonly<Record<OutcomeName, string>> = {
  approved: "We rely on this vendor as it is.",
  approved_with_conditions: "We rely on it, and each condition has an owner and a date.",
  more_evidence: "What we hold does not suffice yet.",
  escalated: "Somebody above must decide.",
  rejected: "We do not rely on this vendor.",
};

/** What an outcome means for a vendor that is in use: leaving it takes offboarding. */
export const hintFor = (outcome: OutcomeName, inUse: boolean): string =>
  outcome === "rejected" && inUse ? "We stop relying on this vendor. It is in use, so it goes into offboarding." : outcomeHint[outcome];

/** The shape and colour of an outcome: pass, warn, fail, or unknown. */
export const outcomeState: Readonly<Record<OutcomeName, "pass" | "warn" | "fail" | "unknown">> = {
  approved: "pass",
  approved_with_conditions: "warn",
  more_evidence: "unknown",
  escalated: "unknown",
  rejected: "fail",
};
