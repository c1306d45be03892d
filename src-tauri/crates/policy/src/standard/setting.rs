//! What each setting is, so that an editor can show and explain it: label, unit, range, and where its default comes from.
//!
//! `S..` names a source of `practice.md`, `[J]` a judgement of ours inside the range that the sources show, `§` its section.

use serde::Serialize;

/// In what a setting is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Months,
    Days,
    Hours,
    Points,
    Count,
    Score,
    /// On or off.
    Switch,
    /// One of some words.
    Choice,
    /// Some of some words.
    Choices,
}

/// What a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its path in the policy; a star stands for a class, a severity, a use or a category.
    pub path: &'static str,
    /// What people read.
    pub label: &'static str,
    /// In what it is counted.
    pub unit: Unit,
    /// The least and the most that are possible, where it is a number.
    pub range: Option<(u16, u16)>,
    /// What supports the default.
    pub source: &'static str,
}

impl Setting {
    fn fits(&self, path: &str) -> bool {
        let (mut ours, mut given) = (self.path.split('.'), path.split('.'));
        loop {
            match (ours.next(), given.next()) {
                (None, None) => return true,
                (Some("*"), Some(_)) => {}
                (Some(ours), Some(given)) if ours == given => {}
                _ => return false,
            }
        }
    }
}

/// Finds what the setting at `path` is, e.g. of `tiers.critical.max_age_months`.
pub fn of_path(path: &str) -> Option<&'static Setting> {
    ALL.iter().find(|setting| setting.fits(path))
}

const fn setting(
    path: &'static str,
    label: &'static str,
    unit: Unit,
    range: Option<(u16, u16)>,
    source: &'static str,
) -> Setting {
    Setting { path, label, unit, range, source }
}

/// Every setting, in the order in which an editor shows them.
pub const ALL: &[Setting] = &[
    setting("tiering.critical_from", "Critical from", Unit::Points, Some((2, 17)), "[J] §4.1"),
    setting("tiering.high_from", "High from", Unit::Points, Some((1, 16)), "[J] §4.1"),
    setting("tiering.medium_from", "Medium from", Unit::Points, Some((1, 15)), "[J] §4.1"),
    setting(
        "tiering.lifts.regulated_data_in_production",
        "At least high: regulated data with access to production",
        Unit::Switch,
        None,
        "[J] §4.1",
    ),
    setting(
        "tiering.lifts.sole_processor",
        "Critical: alone handles our customers' data for our product",
        Unit::Switch,
        None,
        "[J] §4.1",
    ),
    setting(
        "tiering.lifts.in_our_soc2",
        "At least high: subservice organization of our own SOC 2 report",
        Unit::Switch,
        None,
        "[J] §4.1; CC9.2, S01",
    ),
    setting(
        "bridge_letter.months_ok",
        "Length of a bridge letter without a warning",
        Unit::Months,
        Some((0, 12)),
        "S08, S09, S10, S17",
    ),
    setting("bridge_letter.months_cap", "The most that one bridge letter adds", Unit::Months, Some((0, 12)), "S18"),
    setting(
        "bridge_letter.must_be_signed_by_management",
        "Signed by the vendor's management",
        Unit::Switch,
        None,
        "S10-S13, S17, S18",
    ),
    setting("bridge_letter.chainable", "One letter may follow another", Unit::Switch, None, "[J] §4.2"),
    setting(
        "dates.min_observation_tolerated_months",
        "Shortest period of any report",
        Unit::Months,
        Some((0, 12)),
        "S16, S46",
    ),
    setting(
        "dates.issue_lag_usual_from_days",
        "Report follows the period by at least",
        Unit::Days,
        Some((0, 60)),
        "[J] §4.2; S47: 13 days",
    ),
    setting(
        "dates.issue_lag_usual_to_days",
        "Report follows the period by at most",
        Unit::Days,
        Some((30, 365)),
        "[J] §4.2; S53: 2-4 months",
    ),
    setting(
        "dates.continuity_gap_max_days",
        "Days between two reports",
        Unit::Days,
        Some((0, 365)),
        "[J] §3.2 C8; S16",
    ),
    setting("dates.next_report_late_max_days", "Next report after the age limit", Unit::Days, Some((0, 365)), "S30"),
    setting(
        "dates.reminders_days_before_age_limit",
        "Reminders before the age limit",
        Unit::Days,
        Some((0, 365)),
        "S30, §6.6",
    ),
    setting("continuity.escrow_level", "Escrow: level of verification", Unit::Count, Some((1, 4)), "[J] §6.8; S44"),
    setting(
        "continuity.escrow_proof_months",
        "Escrow: age of the verification",
        Unit::Months,
        Some((1, 60)),
        "[J] §6.8",
    ),
    setting(
        "continuity.export_test_months",
        "Export of our data tested within",
        Unit::Months,
        Some((1, 60)),
        "§4.3 (yearly); S44",
    ),
    setting("tiers.*.accepted_evidence", "Accepted as main evidence", Unit::Choices, None, "S04, S14, S05, S55; §8.2"),
    setting("tiers.*.evidence_required", "Main evidence must be held", Unit::Switch, None, "S04, S14, S05, S55"),
    setting(
        "tiers.*.min_observation_months",
        "Minimum observation",
        Unit::Months,
        Some((1, 24)),
        "S16, S46 (6; 3 tolerated; no AICPA minimum)",
    ),
    setting(
        "tiers.*.preferred_observation_months",
        "Preferred observation",
        Unit::Months,
        Some((1, 24)),
        "S46 (12 covers yearly controls)",
    ),
    setting(
        "tiers.*.max_age_months",
        "Maximum age of a report",
        Unit::Months,
        Some((1, 60)),
        "S04, S07, S16 (12); looser tiers [J]",
    ),
    setting(
        "tiers.*.age_grace_months",
        "Grace with bridge letter and examination under way",
        Unit::Months,
        Some((0, 12)),
        "S17",
    ),
    setting(
        "tiers.*.hard_stop_age_months",
        "Age at which nothing helps",
        Unit::Months,
        Some((1, 72)),
        "S17; medium [J]",
    ),
    setting(
        "tiers.*.bridge_wanted_after_months",
        "Ask for a bridge letter after",
        Unit::Months,
        Some((0, 60)),
        "S17, S53 (3); S05 (6); S04 (12)",
    ),
    setting(
        "tiers.*.max_uncovered_gap_months",
        "Longest time that nothing covers",
        Unit::Months,
        Some((0, 60)),
        "S05 (6); S04 (12); rest [J]",
    ),
    setting("tiers.*.opinions", "Opinions accepted", Unit::Choices, None, "S04, S14"),
    setting(
        "tiers.*.opinions_with_risk_acceptance",
        "Opinions accepted with a signature",
        Unit::Choices,
        None,
        "S04, S21",
    ),
    setting("tiers.*.max_open.*", "Open findings", Unit::Count, Some((0, 1000)), "[J]; S17 (more than 5 about access)"),
    setting("tiers.*.cuec", "Our own controls (CUECs)", Unit::Choice, None, "S04, S17, S30"),
    setting(
        "tiers.*.cuec_plan_max_days",
        "Plan for our own control dated within",
        Unit::Days,
        Some((1, 365)),
        "S04, S17, S30",
    ),
    setting("tiers.*.subservice", "Subservice organizations", Unit::Choice, None, "S02, S17, S18"),
    setting("tiers.*.firm", "CPA firm", Unit::Choice, None, "S03, S15, S31"),
    setting("tiers.*.nda", "Confidentiality agreement", Unit::Choice, None, "S02, S59"),
    setting("tiers.*.continuity", "Continuity", Unit::Choice, None, "S44, S38"),
    setting("tiers.*.pentest_max_age_months", "Age of a penetration test", Unit::Months, Some((1, 60)), "S04 (annual)"),
    setting(
        "tiers.*.review_months",
        "Full review every",
        Unit::Months,
        Some((1, 60)),
        "S04 (12/24), S40a (12/24/36), S27, S42, S60",
    ),
    setting("tiers.*.monitoring", "Between reviews", Unit::Choice, None, "S56, S17"),
    setting("tiers.*.second_reader", "Second reader", Unit::Switch, None, "[J]"),
    setting("tiers.*.approvers", "Approvers", Unit::Choices, None, "S04, S05, S41"),
    setting(
        "tiers.*.privacy_approves_personal_data",
        "Privacy and legal approve where people's data is handled",
        Unit::Switch,
        None,
        "S04, S05, S41",
    ),
    setting("categories.by_use.*.categories", "Categories required", Unit::Choices, None, "S52; §4.4"),
    setting("categories.by_use.*.papers", "Papers required besides", Unit::Choices, None, "S04; §4.4"),
    setting("categories.substitutes.*", "Accepted in place of the category", Unit::Choices, None, "[J] §4.4"),
    setting(
        "categories.accept_confidentiality_and_dpa_for_privacy",
        "Confidentiality with a data processing agreement in place of privacy",
        Unit::Switch,
        None,
        "[J]; S52, S53 differ",
    ),
    setting(
        "categories.availability_if_outage_hours_at_most",
        "Cannot run without: outage tolerated at most",
        Unit::Hours,
        Some((0, 720)),
        "[J] §4.4 (one business day)",
    ),
    setting("firm.peer_review_max_age_months", "Age of a peer review", Unit::Months, Some((1, 60)), "S03, S31"),
    setting("firm.new_firm_months", "New firm without peer review", Unit::Months, Some((0, 36)), "S03"),
    setting("firm.recheck_months", "Check of a firm again after", Unit::Months, Some((1, 60)), "[J] §4.6"),
    setting(
        "firm.accept_other_jurisdiction",
        "Firms licensed outside the United States",
        Unit::Switch,
        None,
        "[J] §4.6; S03 would reject",
    ),
    setting("report.family_warn_from", "Exceptions in one family that warn", Unit::Count, Some((1, 100)), "S17"),
    setting("report.access_family_max", "Exceptions about access at most", Unit::Count, Some((0, 100)), "S17"),
    setting("report.reliability_pass_from", "Reliability that passes", Unit::Score, Some((1, 100)), "S03, S32"),
    setting("report.reliability_warn_from", "Reliability that warns", Unit::Score, Some((0, 100)), "S03, S32"),
    setting("acceptance.max_days.*", "Longest acceptance of a finding", Unit::Days, Some((1, 730)), "[J] §5.5; S04"),
    setting("acceptance.rank.*", "Who may accept a finding", Unit::Choice, None, "S41b; §5.5, §7.2"),
    setting("acceptance.deviation_max_days.*", "Longest deviation from a rule", Unit::Days, Some((1, 730)), "[J] §8.3"),
    setting("acceptance.deviation_rank.*", "Who may allow a deviation", Unit::Choice, None, "[J] §7.2"),
    setting("acceptance.two_people.*", "Two different people approve", Unit::Switch, None, "[J] §7.2"),
    setting(
        "targets.first_response_days.*",
        "First answer of the vendor",
        Unit::Days,
        Some((1, 365)),
        "[J] §5.4; S39b, S43c, S40c",
    ),
    setting(
        "targets.remediation_days.*",
        "Treated or accepted",
        Unit::Days,
        Some((1, 730)),
        "[J] §5.4; S39b, S43c, S40c",
    ),
    setting("targets.escalate_overdue_days.*", "Escalated when overdue by", Unit::Days, Some((0, 365)), "[J] §5.4"),
    setting("alternative.substitutes.*.accept_as.*", "Accepted as", Unit::Choice, None, "[J] §8.2; S04, S14, S55, S60"),
    setting(
        "alternative.pentest_max_age_months",
        "Age of a penetration test where the class sets none",
        Unit::Months,
        Some((1, 60)),
        "[J] §8.2; S04",
    ),
    setting(
        "alternative.live_evidence_max_age_days",
        "Age of live control evidence",
        Unit::Days,
        Some((1, 365)),
        "[J] §8.2; S62",
    ),
    setting(
        "alternative.own_assessment_max_age_months",
        "Age of our own assessment",
        Unit::Months,
        Some((1, 60)),
        "[J] §8.3 (as long as the longest approval)",
    ),
    setting(
        "alternative.critical_lowest_score",
        "Lowest score of a core control that decides, critical vendor",
        Unit::Choice,
        None,
        "[J] §8.3",
    ),
    setting(
        "alternative.high_lowest_score",
        "Lowest score of a core control, high vendor",
        Unit::Choice,
        None,
        "[J] §8.3",
    ),
    setting(
        "alternative.critical_shown_first",
        "Core controls that decide for a critical vendor",
        Unit::Count,
        Some((1, 12)),
        "[J] §8.3",
    ),
    setting(
        "alternative.medium_average_tenths",
        "Average score of a medium vendor, in tenths",
        Unit::Score,
        Some((0, 30)),
        "[J] §8.3",
    ),
    setting(
        "alternative.max_months.*",
        "Longest approval without a SOC 2 report",
        Unit::Months,
        Some((1, 24)),
        "[J] §8.3",
    ),
    setting("alternative.substitutes.*.checks", "Confirmed before it counts", Unit::Choices, None, "[J] §8.2; S04"),
];
