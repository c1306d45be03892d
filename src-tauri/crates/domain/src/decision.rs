//! A decision about a vendor (`practice.md` §4.5, §6.3).

use crate::{ConditionId, DecisionId, DocumentId, FindingId, LongText, Name, PersonId, Sha256, Step, VendorId};
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
    Withdrawn,
}

impl Outcome {
    /// All outcomes in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Approved,
        Self::ApprovedWithConditions,
        Self::MoreEvidence,
        Self::Escalated,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// The name used in the database and on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::ApprovedWithConditions => "approved_with_conditions",
            Self::MoreEvidence => "more_evidence",
            Self::Escalated => "escalated",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Finds the outcome of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }

    /// Whether it lets the vendor be relied on.
    pub const fn is_approval(self) -> bool {
        matches!(self, Self::Approved | Self::ApprovedWithConditions)
    }

    /// The step of the lifecycle that it is. To reject or withdraw a vendor `in_use` is to leave it (`practice.md` §6).
    pub const fn step(self, in_use: bool) -> Step {
        match self {
            Self::Approved => Step::Approve,
            Self::ApprovedWithConditions => Step::ApproveWithConditions,
            Self::MoreEvidence => Step::AskForMoreEvidence,
            Self::Escalated => Step::Escalate,
            Self::Rejected | Self::Withdrawn if in_use => Step::StartOffboarding,
            Self::Rejected => Step::Reject,
            Self::Withdrawn => Step::Withdraw,
        }
    }
}

crate::choices! {
    /// How much risk stays when everything that was decided is done.
    RiskLevel {
        /// Little.
        Low = "low", "Low";
        /// Some.
        Medium = "medium", "Medium";
        /// Much.
        High = "high", "High";
        /// Very much.
        Critical = "critical", "Critical";
    }
}

/// The risk that stays, in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Residual {
    /// How much.
    pub level: RiskLevel,
    /// What can still happen.
    pub words: LongText,
}

/// What a person says under a decision in which they are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The decision.
    pub decision: DecisionId,
    /// Who signs.
    pub person: PersonId,
    /// Their name when they did.
    pub name: Name,
    /// In which role, in words.
    pub role: Name,
    /// Whether they agree.
    pub agrees: bool,
    /// What they add.
    pub comment: Option<LongText>,
    /// When.
    pub at: DateTime<Utc>,
    /// The hash of the frozen inputs under which they signed.
    pub sha256: Sha256,
}

/// Says that a duty is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionDone {
    /// The duty.
    pub condition: ConditionId,
    /// What was done.
    pub note: LongText,
    /// The document that proves it.
    pub proof: Option<DocumentId>,
    /// Who says so.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
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
    /// Whether it must be done before the vendor is used.
    pub before_go_live: bool,
    /// The rule of the policy that it answers.
    pub rule: Option<Name>,
    /// The finding that it settles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
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
    /// The risk that stays; decisions recorded before it was asked say nothing of it.
    pub residual: Option<Residual>,
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
    /// An approval that does not say which risk stays.
    #[error("an approval says which risk stays")]
    ResidualMissing,
    /// Nobody to sign.
    #[error("somebody must sign")]
    SignerMissing,
    /// Nobody approves but who asked for the vendor.
    #[error("who asked for a vendor is never the only one to approve it")]
    RequesterAlone,
    /// One person alone approves a vendor on which much depends.
    #[error("the policy asks for two different people to approve")]
    TwoPeopleNeeded,
}

/// Checks who approves (`practice.md` §7.2): who asked for a vendor never alone, `two` different people where the policy
/// asks for them.
pub fn check_signers(
    outcome: Outcome,
    two: bool,
    signers: &[PersonId],
    requester: Option<PersonId>,
) -> Result<(), InvalidDecision> {
    if !outcome.is_approval() {
        return Ok(());
    }
    if requester.is_some() && signers.iter().all(|signer| Some(*signer) == requester) {
        return Err(InvalidDecision::RequesterAlone);
    }
    let alone = signers.iter().all(|signer| Some(signer) == signers.first());
    if alone && two {
        return Err(InvalidDecision::TwoPeopleNeeded);
    }
    Ok(())
}

/// Checks that an approval says which risk stays (`practice.md` §7.1, page 1): who signs for it must have read it.
pub fn check_residual(outcome: Outcome, residual: Option<&Residual>) -> Result<(), InvalidDecision> {
    if outcome.is_approval() && residual.is_none() { Err(InvalidDecision::ResidualMissing) } else { Ok(()) }
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
        | Outcome::Rejected
        | Outcome::Withdrawn => {}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asked_for_a_vendor_does_not_approve_it_alone() {
        let person = |number| PersonId::from_uuid(uuid::Uuid::from_u128(number));
        let check = |signers: &[PersonId], two| check_signers(Outcome::Approved, two, signers, Some(person(1)));
        assert_eq!(check(&[person(1)], false), Err(InvalidDecision::RequesterAlone));
        assert_eq!(check(&[person(2)], false), Ok(()), "somebody else may");
        assert_eq!(check(&[person(2)], true), Err(InvalidDecision::TwoPeopleNeeded));
        assert_eq!(check(&[person(1), person(2)], true), Ok(()), "two people, one of whom asked");
        let rejected = check_signers(Outcome::Rejected, true, &[person(1)], Some(person(1)));
        assert_eq!(rejected, Ok(()), "nothing is approved");
    }
}
