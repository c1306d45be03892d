import type { AlternativeDutyName, AlternativeReasonName, CoreScoreName, SubstituteCheckName, UseLimitName } from "../contract/generated";

export const reasonLabel: Readonly<Record<AlternativeReasonName, string>> = {
  never_had_one: "Never had one", first_in_progress: "First in progress", next_in_progress: "Expired, next in progress", different_scope: "Different scope",
  refused: "Refuses to share", other_papers: "Only SOC 3, SOC 1 or ISO", too_small: "Too small", not_applicable: "Not applicable",
};

/** What a person confirms before a substitute counts. */
export const checkLabel: Readonly<Record<SubstituteCheckName, string>> = {
  scope_covers_us: "Scope covers our service", statement_seen: "Statement of Applicability seen", accredited: "Issued by an accredited body", type2_promised: "Type 2 promised with firm, period and date",
  responsibility_matrix: "Responsibility matrix held", independent: "Independent tester", fixes_shown: "Fixes shown", sampled: "Answers sampled",
};

/** How well a core control is known, worst first; the digit chooses it. */
export const scoreLabel: Readonly<Record<CoreScoreName, string>> = { none: "0 None", said: "1 Said", shown: "2 Shown", tested: "3 Tested" };

export const limitLabel: Readonly<Record<UseLimitName, string>> = {
  no_production_data: "No production data", anonymised_data: "Anonymised data only", pilot: "Pilot only", restricted_users: "Restricted users", sso_only: "Single sign-on only",
};

export const dutyLabel: Readonly<Record<AlternativeDutyName, string>> = {
  obtain_type2: "Obtain a Type 2 report", contract_clause: "Contract clause", notice: "Notice of incidents and changes", audit_right: "Right to audit", exit: "Exit",
};
