//! Settings that hold for every class.

use super::{ByTier, Reaches};
use crate::{Rank, snapshot::CoreScore};
pub use countersign_domain::Severity;
use serde::{Deserialize, Serialize};

/// One value for each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of the severities")]
pub struct BySeverity<T> {
    pub critical: T,
    pub high: T,
    pub medium: T,
    pub low: T,
}

impl<T> BySeverity<T> {
    /// The value of a severity.
    pub const fn of(&self, severity: Severity) -> &T {
        match severity {
            Severity::Critical => &self.critical,
            Severity::High => &self.high,
            Severity::Medium => &self.medium,
            Severity::Low => &self.low,
        }
    }
}

/// From how many points a class begins (`practice.md` §4.1); fewer than `medium_from` are low.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of the classes")]
pub struct ClassLimits {
    pub critical_from: u8,
    pub high_from: u8,
    pub medium_from: u8,
    #[serde(default)]
    pub lifts: Lifts,
}

/// What lifts a class above the one that the score gives (`practice.md` §4.1). That work stops lifts it in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifts {
    /// Regulated data together with access to production: at least high.
    pub regulated_data_in_production: bool,
    /// Alone handles our customers' data for our product: critical.
    pub sole_processor: bool,
    /// A subservice organization of our own SOC 2 report: at least high.
    pub in_our_soc2: bool,
}

impl Default for Lifts {
    fn default() -> Self {
        Self { regulated_data_in_production: true, sole_processor: true, in_our_soc2: true }
    }
}

/// How current the proofs of continuity must be (`practice.md` §4.3, §6.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContinuityLimits {
    /// The level of verification that proves that a deposit can be run.
    pub escrow_level: u8,
    /// How old that proof may be.
    pub escrow_proof_months: u16,
    /// How old the test of an export may be.
    pub export_test_months: u16,
}

impl Default for ContinuityLimits {
    fn default() -> Self {
        Self { escrow_level: 3, escrow_proof_months: 12, export_test_months: 12 }
    }
}

/// What a bridge letter can do (`practice.md` §4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BridgeLetters {
    /// The length without a warning.
    pub months_ok: u16,
    /// The longest time that one letter adds.
    pub months_cap: u16,
    /// Whether the vendor's management must have signed it.
    pub must_be_signed_by_management: bool,
    /// Whether one may follow another.
    pub chainable: bool,
}

/// Limits of dates that do not depend on the class (`practice.md` §3.2, §4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateLimits {
    /// A period shorter than this fails for every class that asks for a period.
    pub min_observation_tolerated_months: u16,
    /// Days from the period's end to the report: fewer are unusual.
    pub issue_lag_usual_from_days: u16,
    /// Days from the period's end to the report: more are unusual.
    pub issue_lag_usual_to_days: u16,
    /// Days between two reports of which more fail.
    pub continuity_gap_max_days: u16,
    /// How many days after the age limit the next report may be expected.
    pub next_report_late_max_days: u16,
    /// How long before the age limit we remind.
    pub reminders_days_before_age_limit: [u16; 4],
}

/// How the firm is checked (`practice.md` §4.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirmCheckLimits {
    /// The oldest peer review accepted.
    pub peer_review_max_age_months: u16,
    /// How long a firm may be new without a peer review.
    pub new_firm_months: u16,
    /// After how long a check is made again.
    pub recheck_months: u16,
    /// Whether a firm licensed outside the United States is marked as such instead of failing.
    pub accept_other_jurisdiction: bool,
}

/// Limits on exceptions and on the report as evidence (`practice.md` §3.4 E9, §3.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportLimits {
    /// So many exceptions in one family of criteria warn.
    pub family_warn_from: u16,
    /// More exceptions about access than this fail.
    pub access_family_max: u16,
    /// The reliability score that needs nothing more.
    pub reliability_pass_from: u8,
    /// The reliability score below which the report is no evidence.
    pub reliability_warn_from: u8,
}

/// Who may accept what, and for how long (`practice.md` §5.5, §7.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceLimits {
    /// The longest acceptance of a finding.
    pub max_days: BySeverity<u16>,
    /// Who may accept a finding.
    pub rank: BySeverity<Rank>,
    /// The longest deviation from a rule.
    pub deviation_max_days: ByTier<u16>,
    /// Who may allow a deviation.
    pub deviation_rank: ByTier<Rank>,
    /// Whether two different people must approve; policies saved before it could be set ask for it where much depends.
    #[serde(default = "two_people")]
    pub two_people: ByTier<bool>,
}

const fn two_people() -> ByTier<bool> {
    ByTier { critical: true, high: true, medium: false, low: false }
}

/// By when what is found is to be answered and treated, in days (`practice.md` §5.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Targets {
    /// The vendor's first answer.
    pub first_response_days: BySeverity<u16>,
    /// Treated or accepted.
    pub remediation_days: BySeverity<u16>,
    /// How long overdue before it goes a rank higher; `None` = never.
    pub escalate_overdue_days: BySeverity<Option<u16>>,
}

/// The path without a SOC 2 report (`practice.md` §8.2, §8.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlternativeLimits {
    /// How far each substitute goes, and what is looked at of it.
    #[serde(default)]
    pub substitutes: Reaches,
    /// The oldest penetration test that counts where the class sets no age.
    #[serde(default = "year")]
    pub pentest_max_age_months: u16,
    /// The oldest evidence of a control at work that counts.
    #[serde(default = "thirty_days")]
    pub live_evidence_max_age_days: u16,
    /// The oldest assessment of our own that counts.
    #[serde(default = "year")]
    pub own_assessment_max_age_months: u16,
    /// How many of the first core controls decide for critical vendors.
    pub critical_shown_first: u8,
    /// The lowest score of each of them.
    #[serde(default = "shown")]
    pub critical_lowest_score: CoreScore,
    /// The lowest score of each core control of high vendors.
    #[serde(default = "said")]
    pub high_lowest_score: CoreScore,
    /// For medium vendors, the average score in tenths.
    pub medium_average_tenths: u8,
    /// The longest approval on this path.
    pub max_months: ByTier<u8>,
}

// What held before these could be set, for policies that were saved then.

const fn year() -> u16 {
    12
}

const fn thirty_days() -> u16 {
    30
}

const fn shown() -> CoreScore {
    CoreScore::Shown
}

const fn said() -> CoreScore {
    CoreScore::Said
}
