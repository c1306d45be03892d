import type { AttentionGroup, AttentionKindName, AttentionView, FigureName, RemedyName } from "../contract/generated";
import { formatDay } from "../shared";

/** What needs attention, as the beginning of a line. */
export const kindLabel: Readonly<Record<AttentionKindName, string>> = {
  evidence_ends: "Evidence runs out",
  hard_stop: "Report reaches the hard stop",
  evidence_missing: "Evidence is missing",
  letter_wanted: "Bridge letter wanted",
  letter_ends: "Bridge letter ends",
  next_report: "Next report expected",
  paper_ends: "Runs out",
  review_due: "Review due",
  review_open: "Review not finished",
  decision_pending: "Decision pending",
  decision_stale: "Rests on what has changed",
  signature_missing: "Signature missing",
  copy_unconfirmed: "Signed copy to confirm",
  packet_missing: "Packet not made",
  go_live_condition: "Condition before use",
  condition: "Condition due",
  approval_waiting: "Acceptance to be approved",
  acceptance_ends: "Acceptance expires",
  findings_unjudged: "Exceptions not judged",
  finding_answer: "Vendor’s answer due",
  finding_due: "Exception to be treated",
  finding_to_close: "Exception to be closed",
  findings_tested_clean: "Exceptions tested clean since",
  cuecs_undecided: "CUECs not decided",
  cuec_due: "CUEC to be in place",
  cuec_recheck: "CUEC to be checked again",
  subservice_open: "Carved-out parties without assurance",
  notice_deadline: "Contract notice deadline",
  contract_ends: "Contract ends",
  nda_ends: "Confidentiality agreement ends",
  nda_missing: "Confidentiality agreement is missing",
  tier_missing: "Tier is missing",
  tier_again: "Tier to be worked out again",
  monitoring_open: "Noted and not settled",
  offboarding_ends: "Last day of use",
  exit_check: "Check after the exit",
  continuity: "Continuity proof due",
  inbox_waiting: "Documents wait",
  pictures_unread: "Document not read yet",
};

/** Groups in the order of the list: what is missing now stands before what comes in weeks. */
export const groupOrder: readonly AttentionGroup[] = ["overdue", "week", "undated", "days30", "days60", "days90", "later"];

/** What a group is called. */
export const groupLabel: Readonly<Record<AttentionGroup, string>> = {
  overdue: "Overdue",
  week: "This week",
  undated: "Waiting, without a date",
  days30: "Next 30 days",
  days60: "Next 60 days",
  days90: "Next 90 days",
  later: "Later",
};

const remedyLabel: Readonly<Record<RemedyName, string>> = {
  ask_vendor: "Ask vendor",
  check_evidence: "Check evidence",
  assign_tier: "Assign tier",
  start_review: "Start review",
  continue_review: "Continue",
  decide: "Decide",
  open_decision: "Open decision",
  open_contracts: "Open contracts",
  open_acceptance: "Renew or end",
  open_exceptions: "Open exceptions",
  open_cuecs: "Open CUECs",
  open_subservice: "Open subservice",
  open_monitoring: "Open monitoring",
  open_exit: "Open checklist",
  open_inbox: "Open inbox",
  open_document: "Open document",
};

const remedyOf: Partial<Record<AttentionKindName, string>> = {
  signature_missing: "Open to sign",
  approval_waiting: "Open to sign",
  copy_unconfirmed: "Say who signed",
  packet_missing: "Make packet",
  condition: "Record answer",
  go_live_condition: "Record answer",
  decision_stale: "Look again",
  continuity: "Enter the day",
};

/** What the button of an item says. */
export function remedyText({ kind, remedy, target, entry }: Pick<AttentionView, "kind" | "remedy" | "target" | "entry">): string {
  if (remedy === "open_exceptions" && target) return "Open exception";
  if (remedy === "open_cuecs" && entry) return "Open CUEC";
  return remedyOf[kind] ?? remedyLabel[remedy];
}

/** When, beside the name: days since it was due, else the day. */
export function whenText({ date, days }: Pick<AttentionView, "date" | "days">, today: string): string {
  if (date === null || days === null) return "";
  if (days === 0) return "today";
  if (days < 0) return days === -1 ? "1 day late" : `${-days} days late`;
  const day = formatDay(date);
  return date.slice(0, 4) === today.slice(0, 4) ? day.slice(0, -5) : day;
}

/** The line under the name, without its full stop. */
export function lineText({ kind, what, reason, vendor_name }: Pick<AttentionView, "kind" | "what" | "reason" | "vendor_name">): string {
  const head = vendor_name === null ? what : [kindLabel[kind], what].filter(Boolean).join(" · ");
  if (!head) return reason;
  return /[.…!?]$/u.test(head) ? `${head} ${reason}` : `${head}. ${reason}`;
}

/** Who answers for an item, and whom it went up to. */
export function whoseText({ owner, informed }: Pick<AttentionView, "owner" | "informed">): string {
  const whose = owner ?? "nobody is named";
  return informed.length > 0 ? `${whose}, goes up to ${informed.join(", ")}` : whose;
}

/** What a figure counts. */
export const figureLabel: Readonly<Record<FigureName, string>> = {
  critical_type2: "Critical with a current Type 2",
  assured: "Vendors with current evidence",
  at_risk: "Vendors at risk",
  overdue: "Overdue",
  reviews_due: "Reviews due in 30 days",
  conditions_overdue: "Conditions overdue",
};

/** Of whom a figure is counted, for the list behind it. */
export const figurePopulation: Readonly<Record<FigureName, string>> = {
  critical_type2: "critical vendors in use. Counted: a SOC 2 Type 2 report that the policy accepts and that has not run out",
  assured: "vendors in use whose tier needs evidence. Counted: evidence that the tier accepts and that has not run out",
  at_risk: "vendors in use. Counted: what was accepted for a time is not any more, a finding goes a rank higher, evidence ran out, or an incident is not settled",
  overdue: "items. Counted: their day has passed",
  reviews_due: "vendors in use. Counted: the full review is due within 30 days, was due before, or none is on record",
  conditions_overdue: "open conditions of the latest decisions. Counted: their day has passed",
};
