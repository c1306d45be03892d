import type { FirmLookUpName, FirmSignalName, LicenceName, PeerReviewName, RankName, RoleName, RuleOutcomeName, VerdictName } from "../contract/generated";
import type { State } from "../shared";

/** What a verdict of the policy is called. */
export const verdictLabel: Readonly<Record<VerdictName, string>> = {
  accept: "Accept",
  accept_with_conditions: "Accept with conditions",
  more_evidence: "More evidence",
  escalate: "Escalate",
  reject: "Reject",
};

/** The shape and colour of a verdict. */
export const verdictState: Readonly<Record<VerdictName, State>> = { accept: "pass", accept_with_conditions: "warn", more_evidence: "unknown", escalate: "fail", reject: "fail" };

/** From the worst to the best, as a column sorts. */
export const verdictOrder: readonly VerdictName[] = ["reject", "escalate", "more_evidence", "accept_with_conditions", "accept"];

/** What a verdict means, in a sentence. */
export const verdictHint: Readonly<Record<VerdictName, string>> = {
  accept: "Every rule of the policy is met, or every warning has its note.",
  accept_with_conditions: "No rule fails. The warnings have or need a condition, or a signature.",
  more_evidence: "No rule fails, and something is not known yet.",
  escalate: "A rule fails that somebody of sufficient rank may accept.",
  reject: "A rule fails that nobody may accept.",
};

export const outcomeLabel: Readonly<Record<RuleOutcomeName, string>> = { pass: "Met", warn: "Needs attention", fail: "Not met", missing: "Not known", not_applicable: "Does not apply" };

export const outcomeMark: Readonly<Record<RuleOutcomeName, State | null>> = { pass: "pass", warn: "warn", fail: "fail", missing: "unknown", not_applicable: null };

export const rankLabel: Readonly<Record<RankName, string>> = { team_member: "a member of the risk team", business_owner: "a business owner", risk_owner: "the risk owner", executive: "an executive" };

export const roleLabel: Readonly<Record<RoleName, string>> = {
  reviewer: "reviewer", second_reader: "second reader", business_owner: "business owner", security_owner: "security owner",
  privacy_legal: "privacy and legal", procurement: "procurement", executive: "executive", administrator: "administrator",
};

export const licenceLabel: Readonly<Record<LicenceName, string>> = { active: "Active", not_found: "Not found", lapsed: "Lapsed", other_jurisdiction: "Other jurisdiction" };

export const peerReviewLabel: Readonly<Record<PeerReviewName, string>> = { pass: "Pass", pass_with_deficiencies: "Pass with deficiencies", fail: "Fail", not_enrolled: "Not enrolled", too_new: "Too new to have one" };

/** What a document shows that was attached to the check of a firm. */
export const lookUpLabel: Readonly<Record<FirmLookUpName, string>> = { licence: "Shows the licence", peer_review: "Shows the peer review" };

export const signalLabel: Readonly<Record<FirmSignalName, string>> = {
  too_many_reports: "Far more reports than its accountants can have made",
  signer_without_experience: "Nothing shows that who signs knows the trade",
  advertised_speed: "Advertised with a tool, “SOC 2 in days”",
};
