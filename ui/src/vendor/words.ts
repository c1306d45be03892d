import type { StageName, StepName, SuggestionReason, TierName } from "../contract/generated";
import type { Tone } from "../shared";

/** Tiers from the one that asks most. */
export const tierOrder: readonly TierName[] = ["critical", "high", "medium", "low"];

/** What a tier is called. */
export const tierLabel: Readonly<Record<TierName, string>> = { critical: "Critical", high: "High", medium: "Medium", low: "Low" };

/** What a tier means, for the person who chooses it. */
export const tierHint: Readonly<Record<TierName, string>> = {
  critical: "We stop without it, or it holds our most sensitive data",
  high: "Much depends on it, or it sees personal or confidential data",
  medium: "We can go on without it for a while; little sensitive data",
  low: "No data of ours, easily replaced",
};

/** What a stage is called. */
export const stageLabel: Readonly<Record<StageName, string>> = {
  draft: "Draft",
  intake: "Intake",
  tiered: "Tier set",
  evidence_requested: "Evidence requested",
  in_review: "In review",
  decision_pending: "Decision pending",
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  more_evidence: "More evidence needed",
  escalated: "Escalated",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  onboarding: "Onboarding",
  active: "Active",
  review_due: "Review due",
  at_risk: "At risk",
  offboarding: "Offboarding",
  closed: "Closed",
};

/** The order in which stages sort: the way of a vendor. */
export const stageOrder = Object.keys(stageLabel) as readonly StageName[];

/** The ground on which a stage stands; colour is news, so most have none. */
export const stageTone: Readonly<Record<StageName, Tone>> = {
  draft: "line",
  intake: "line",
  tiered: "line",
  evidence_requested: "line",
  in_review: "accent",
  decision_pending: "accent",
  approved: "line",
  approved_with_conditions: "line",
  more_evidence: "warn",
  escalated: "warn",
  rejected: "fail",
  withdrawn: "line",
  onboarding: "line",
  active: "line",
  review_due: "warn",
  at_risk: "fail",
  offboarding: "line",
  closed: "line",
};

/** What a step is called on its menu entry. */
export const stepLabel: Readonly<Record<StepName, string>> = {
  start_intake: "Start intake",
  assign_tier: "Assign a tier",
  request_evidence: "Evidence requested",
  start_review: "Start a review",
  ask_for_decision: "Ask for a decision",
  onboard: "Start onboarding",
  withdraw: "Withdraw",
  activate: "Put into use",
  start_offboarding: "Start offboarding",
  close: "Close",
};

/** What a step does, in one line under its name. */
export const stepHint: Readonly<Record<StepName, string>> = {
  start_intake: "somebody wants this vendor",
  assign_tier: "how much depends on it is settled",
  request_evidence: "the vendor was asked for what the tier asks",
  ask_for_decision: "the review is signed",
  onboard: "contract, accounts and our controls are prepared",
  start_review: "someone looks at the evidence again",
  withdraw: "we do not want this vendor any more",
  activate: "the vendor is in use from now on",
  start_offboarding: "we are leaving this vendor",
  close: "nothing of ours is left there; the record stays",
};

/** Why a vendor is suggested for a document. */
export const suggestionLabel: Readonly<Record<SuggestionReason, string>> = {
  name: "name agrees",
  legal_name: "legal name agrees",
  alias: "other name agrees",
  affiliate: "company of its group agrees",
  system: "system agrees",
  identifier: "its number is on the first pages",
  file_name: "file name agrees",
};

/** Two letters that stand for a vendor. */
export function monogram(name: string): string {
  const words = name.split(/[\s,.&/-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first = "?", second] = words;
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}
