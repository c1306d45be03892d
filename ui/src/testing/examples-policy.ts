// Examples of the acceptance policy and of a vendor under it, to be changed where a test cares.
import type { AlternativeView, EvaluationView, FirmView, PolicyView, RuleView, SettingView } from "../contract/generated";

export function rule(change: Partial<RuleView> = {}): RuleView {
  return {
    code: "DATE-AGE", family: "Dates", title: "Report is not too old", outcome: "fail", required: "At most 12 months since the end", found: "14 months", citations: [{ document: "d-1", page: 5 }], satisfied_by: [],
    acceptable_by: "executive", deviation_until: "2026-09-13", standing: { by: "open" }, asks: ["your current SOC 2 Type 2 report"],
    help: { checks: "The age of the report.", why: "Things change.", evidence: "A newer report.", resolve: "Ask for the next report." }, source: "practice.md §4.2", questions: ["C5"], ...change,
  };
}

export function firm(change: Partial<FirmView> = {}): FirmView {
  return {
    name: "Merrow & Lisle LLP", location: "Columbus, Ohio", places: [{ what: "Licence", address: "https://licences.example", how: "Search for the firm" }], checks: [], recheck_from: null, vendors: ["Marrowstone Data"], ...change,
  };
}

export function evaluation(change: Partial<EvaluationView> = {}): EvaluationView {
  return {
    vendor: "v-1", name: "Marrowstone Data", tier: "critical", policy_version: 1, as_of: "2026-03-17", verdict: "escalate", deciding: ["DATE-AGE"], unanswered: [], escalate_to: "executive",
    rules: [rule({ code: "OPINION-TYPE", title: "Opinion is accepted", outcome: "pass", found: "Unqualified", standing: { by: "met" }, deviation_until: null, asks: [] }), rule()],
    services: [], before_signing: [], approvers: ["executive"], evidence_until: { day: "2026-01-31", limited_by: "Age of the report" }, holds_until: null, next_review: "2027-03-17",
    asks: [{ line: "your current SOC 2 Type 2 report", of_vendor: true }, { line: "Look up the licence", of_vendor: false }],
    letter: { to: null, subject: "Documents requested", body: "Hello, please send your current report." },
    documents: [{ document: "d-1", kind: "soc2_type2", file_name: "marrowstone.pdf" }], firms: [firm()], acceptances: [], requests: [], ...change,
  };
}

export function alternative(change: Partial<AlternativeView> = {}): AlternativeView {
  return {
    vendor: "v-1", name: "Marrowstone Data", tier: "high", offered: false, standing: { state: "none" }, versions: [], assessment: null, suggested: [], latest_expiry: "2027-03-17", draft: null,
    kinds: [{ kind: "iso27001", title: "ISO/IEC 27001 certificate", accept_as: "Main evidence", checks: ["scope_covers_us", "statement_seen", "accredited"], has_end: true, has_day: false }],
    controls: [{ control: "identity", title: "Identity and MFA", decisive: true }, { control: "leavers", title: "Leavers", decisive: true }], ...change,
  };
}

export function setting(change: Partial<SettingView> = {}): SettingView {
  return {
    path: "tiers.critical.max_age_months", kind: "tiers.*.max_age_months", label: "Maximum age of a report", of: null, unit: "months", least: 1, most: 60, choices: [], may_be_empty: false, source: "S04, S07", value: 12, default: 12, ...change,
  };
}

export function policy(change: Partial<PolicyView> = {}): PolicyView {
  return { version: 1, name: "Standard", fixed: [], settings: [setting(), setting({ path: "tiers.high.max_age_months", value: 15 })], versions: [], ...change };
}
