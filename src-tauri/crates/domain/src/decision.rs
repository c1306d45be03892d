//! A decision about a vendor (`practice.md` §4.5, §6.3).

use crate::{ConditionId, DecisionId, LongText, PersonId, Sha256, Step, VendorId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// What was decided; the names match the set in common use (`practice.md` §4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Outcome {
    Approved,
    ApprovedWithConditions,
    MoreEvidence,
    Escalated,
    Rejected,
}

impl Outcome {
    /// All outcomes in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Approved, Self::ApprovedWithConditions, Self::MoreEvidence, Self::Escalated, Self::Rejected];

    /// The name used in the database and on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::ApprovedWithConditions => "approved_with_conditions",
            Self::MoreEvidence => "more_evidence",
            Self::Escalated => "escalated",
            Self::Rejected => "rejected",
        }
    }

    /// Finds the outcome of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }

    /// The step of the lifecycle that it is. To reject a vendor `in_use` is to leave it (`practice.md` §6).
    pub const fn step(self, in_use: bool) -> Step {
        match self {
            Self::Approved => Step::Approve,
            Self::ApprovedWithConditions => Step::ApproveWithConditions,
            Self::MoreEvidence => Step::AskForMoreEvidence,
            Self::Escalated => Step::Escalate,
            Self::Rejected if in_use => Step::StartOffboarding,
            Self::Rejected => Step::Reject,
        }
    }
}

/// A duty that an approval depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Its id.
    pub id: ConditionId,
    /// What must be done.
    pub what: LongText,
    /// Who answers for it.
    pub owner: PersonId,
    /// By when.
    pub due: NaiveDate,
}

/// A decision as it was recorded. It never changes; a later one supersedes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// Its number in this workspace, from 1.
    pub number: u32,
    /// The vendor.
    pub vendor: VendorId,
    /// What was decided.
    pub outcome: Outcome,
    /// Why, in plain words.
    pub reason: LongText,
    /// Duties; never empty for an approval with conditions, always empty for a plain approval.
    pub conditions: Vec<Condition>,
    /// Who must sign the packet, in order.
    pub signers: Vec<PersonId>,
    /// When the vendor is looked at again.
    pub next_review: Option<NaiveDate>,
    /// The business day of the decision.
    pub decided_on: NaiveDate,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When it was recorded and its inputs frozen.
    pub recorded_at: DateTime<Utc>,
    /// The inputs as they were: canonical JSON, made by the application.
    pub frozen: String,
    /// SHA-256 of `frozen`.
    pub frozen_sha256: Sha256,
}

/// Says why a decision cannot be recorded as given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidDecision {
    /// An approval with conditions without any.
    #[error("an approval with conditions needs at least one condition")]
    ConditionsMissing,
    /// A plain approval that lists conditions.
    #[error("a plain approval has no conditions")]
    ConditionsNotAllowed,
    /// A condition due before the decision.
    #[error("a condition is due before the day of the decision")]
    DueInThePast,
    /// A next review before the decision.
    #[error("the next review is before the day of the decision")]
    ReviewInThePast,
    /// A day of no plausible year.
    #[error("a day is of no plausible year")]
    ImplausibleDay,
    /// Nobody to sign.
    #[error("somebody must sign")]
    SignerMissing,
}

/// Checks what must hold of outcome, conditions and dates together.
pub fn check(
    outcome: Outcome,
    due_dates: &[NaiveDate],
    next_review: Option<NaiveDate>,
    signers: usize,
    decided_on: NaiveDate,
) -> Result<(), InvalidDecision> {
    match outcome {
        Outcome::ApprovedWithConditions if due_dates.is_empty() => return Err(InvalidDecision::ConditionsMissing),
        Outcome::Approved if !due_dates.is_empty() => return Err(InvalidDecision::ConditionsNotAllowed),
        Outcome::ApprovedWithConditions
        | Outcome::Approved
        | Outcome::MoreEvidence
        | Outcome::Escalated
        | Outcome::Rejected => {}
    }
    if !due_dates.iter().chain(&next_review).copied().all(crate::period::is_plausible) {
        return Err(InvalidDecision::ImplausibleDay);
    }
    if due_dates.iter().any(|due| *due < decided_on) {
        return Err(InvalidDecision::DueInThePast);
    }
    if next_review.is_some_and(|review| review < decided_on) {
        return Err(InvalidDecision::ReviewInThePast);
    }
    if signers == 0 { Err(InvalidDecision::SignerMissing) } else { Ok(()) }
}
