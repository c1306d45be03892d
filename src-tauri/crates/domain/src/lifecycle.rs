//! Where a vendor stands and how it may go on (`practice.md` §6).
//!
//! Who is in use is left only by offboarding, whatever is decided or wished: accounts, keys and data are still there.

use crate::Outcome;
use serde::{Deserialize, Serialize};

/// Where a vendor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are those of practice.md §6")]
pub enum Stage {
    Draft,
    Intake,
    Tiered,
    EvidenceRequested,
    InReview,
    DecisionPending,
    Approved,
    ApprovedWithConditions,
    MoreEvidence,
    Escalated,
    Rejected,
    Withdrawn,
    Onboarding,
    Active,
    ReviewDue,
    AtRisk,
    Offboarding,
    Closed,
}

/// What happens to a vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say what happens")]
pub enum Step {
    StartIntake,
    AssignTier,
    RequestEvidence,
    StartReview,
    AskForDecision,
    Approve,
    ApproveWithConditions,
    AskForMoreEvidence,
    Escalate,
    Reject,
    Withdraw,
    Onboard,
    Activate,
    ReviewFallsDue,
    PutAtRisk,
    ClearRisk,
    StartOffboarding,
    Close,
}

/// Says that a step is not possible from where the vendor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{step:?} is not possible from {stage:?}")]
pub struct Impossible {
    /// Where the vendor stands.
    pub stage: Stage,
    /// What was wanted.
    pub step: Step,
}

impl Stage {
    /// All stages in the order of the way.
    pub const ALL: [Self; 18] = [
        Self::Draft,
        Self::Intake,
        Self::Tiered,
        Self::EvidenceRequested,
        Self::InReview,
        Self::DecisionPending,
        Self::Approved,
        Self::ApprovedWithConditions,
        Self::MoreEvidence,
        Self::Escalated,
        Self::Rejected,
        Self::Withdrawn,
        Self::Onboarding,
        Self::Active,
        Self::ReviewDue,
        Self::AtRisk,
        Self::Offboarding,
        Self::Closed,
    ];

    /// The name used in the database and on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Intake => "intake",
            Self::Tiered => "tiered",
            Self::EvidenceRequested => "evidence_requested",
            Self::InReview => "in_review",
            Self::DecisionPending => "decision_pending",
            Self::Approved => "approved",
            Self::ApprovedWithConditions => "approved_with_conditions",
            Self::MoreEvidence => "more_evidence",
            Self::Escalated => "escalated",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Onboarding => "onboarding",
            Self::Active => "active",
            Self::ReviewDue => "review_due",
            Self::AtRisk => "at_risk",
            Self::Offboarding => "offboarding",
            Self::Closed => "closed",
        }
    }

    /// Finds the stage of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == name)
    }

    /// Whether a vendor that stands here is in use, or may be: it was approved, and nobody left it yet.
    ///
    /// Stages of a review say nothing of it, as a vendor passes them before its first approval and at every later review;
    /// there the decisions tell (see [`in_use`]).
    const fn follows_approval(self) -> bool {
        matches!(
            self,
            Self::Approved
                | Self::ApprovedWithConditions
                | Self::Onboarding
                | Self::Active
                | Self::ReviewDue
                | Self::AtRisk
                | Self::Offboarding
        )
    }

    /// Where the step leads from here; `in_use` as [`in_use`] says it.
    ///
    /// Approval by a first decision leads to [`Stage::Approved`]; a vendor in use whose yearly review is decided goes on
    /// from there by [`Step::Activate`] again, as the decision may change conditions. A vendor in use is neither rejected
    /// nor withdrawn: it goes into offboarding, from a review as well.
    pub const fn after(self, step: Step, in_use: bool) -> Result<Self, Impossible> {
        use Stage as S;
        let next = match (step, self) {
            (Step::StartIntake, S::Draft) => S::Intake,
            (Step::AssignTier, S::Intake) => S::Tiered,
            (Step::RequestEvidence, S::Tiered) => S::EvidenceRequested,
            (Step::StartReview, S::Tiered | S::EvidenceRequested | S::MoreEvidence | S::ReviewDue | S::AtRisk) => {
                S::InReview
            }
            (Step::AskForDecision, S::InReview) => S::DecisionPending,
            (Step::Approve, S::DecisionPending | S::Escalated) => S::Approved,
            (Step::ApproveWithConditions, S::DecisionPending | S::Escalated) => S::ApprovedWithConditions,
            (Step::AskForMoreEvidence, S::DecisionPending | S::Escalated) => S::MoreEvidence,
            (Step::Escalate, S::DecisionPending) => S::Escalated,
            (Step::Reject, S::DecisionPending | S::Escalated) if !in_use => S::Rejected,
            (
                Step::Withdraw,
                S::Draft
                | S::Intake
                | S::Tiered
                | S::EvidenceRequested
                | S::InReview
                | S::DecisionPending
                | S::MoreEvidence
                | S::Escalated,
            ) if !in_use => S::Withdrawn,
            (Step::Onboard, S::Approved | S::ApprovedWithConditions) => S::Onboarding,
            (Step::Activate, S::Onboarding | S::Approved | S::ApprovedWithConditions) => S::Active,
            (Step::ReviewFallsDue, S::Active) => S::ReviewDue,
            (Step::PutAtRisk, S::Active | S::ReviewDue) => S::AtRisk,
            (Step::ClearRisk, S::AtRisk) => S::Active,
            (
                Step::StartOffboarding,
                S::Active | S::ReviewDue | S::AtRisk | S::Onboarding | S::Approved | S::ApprovedWithConditions,
            ) => S::Offboarding,
            (Step::StartOffboarding, S::InReview | S::DecisionPending | S::MoreEvidence | S::Escalated) if in_use => {
                S::Offboarding
            }
            (Step::Close, S::Offboarding | S::Rejected | S::Withdrawn) => S::Closed,
            (
                Step::StartIntake
                | Step::AssignTier
                | Step::RequestEvidence
                | Step::StartReview
                | Step::AskForDecision
                | Step::Approve
                | Step::ApproveWithConditions
                | Step::AskForMoreEvidence
                | Step::Escalate
                | Step::Reject
                | Step::Withdraw
                | Step::Onboard
                | Step::Activate
                | Step::ReviewFallsDue
                | Step::PutAtRisk
                | Step::ClearRisk
                | Step::StartOffboarding
                | Step::Close,
                stage,
            ) => return Err(Impossible { stage, step }),
        };
        Ok(next)
    }

    /// The steps that bring a vendor from here to a pending decision, in order; `None` where no decision can be asked for.
    ///
    /// A small company decides on a report without walking every intermediate stage by hand; each of them is still
    /// passed and recorded.
    pub fn way_to_decision(self) -> Option<Vec<Step>> {
        use Step::{AskForDecision, AssignTier, RequestEvidence, StartIntake, StartReview};
        let steps: &[Step] = match self {
            Self::Draft => &[StartIntake, AssignTier, RequestEvidence, StartReview, AskForDecision],
            Self::Intake => &[AssignTier, RequestEvidence, StartReview, AskForDecision],
            Self::Tiered => &[RequestEvidence, StartReview, AskForDecision],
            Self::EvidenceRequested | Self::MoreEvidence | Self::ReviewDue | Self::AtRisk => {
                &[StartReview, AskForDecision]
            }
            Self::InReview => &[AskForDecision],
            Self::DecisionPending | Self::Escalated => &[],
            Self::Active => &[Step::ReviewFallsDue, StartReview, AskForDecision],
            Self::Approved | Self::ApprovedWithConditions => {
                &[Step::Activate, Step::ReviewFallsDue, StartReview, AskForDecision]
            }
            Self::Onboarding => &[Step::Activate, Step::ReviewFallsDue, StartReview, AskForDecision],
            Self::Rejected | Self::Withdrawn | Self::Offboarding | Self::Closed => return None,
        };
        Some(steps.to_vec())
    }
}

/// Whether the vendor came into use on the way from one stage to another: it was activated, or stood behind its approval and is
/// looked at again, which passes the activation without stopping there ([`Stage::way_to_decision`]).
pub const fn passes_activation(was: Stage, became: Stage) -> bool {
    use Stage as S;
    let behind = matches!(was, S::Approved | S::ApprovedWithConditions | S::Onboarding);
    match became {
        S::Active => !matches!(was, S::Active | S::ReviewDue | S::AtRisk),
        S::ReviewDue | S::AtRisk | S::InReview | S::DecisionPending | S::MoreEvidence | S::Escalated => behind,
        S::Approved | S::ApprovedWithConditions => behind,
        _ => false,
    }
}

/// Whether we use the vendor: it stands behind an approval, or was approved by one of its decisions before and is only
/// being looked at again.
pub fn in_use(stage: Stage, decided: impl IntoIterator<Item = Outcome>) -> bool {
    let over = matches!(stage, Stage::Closed | Stage::Rejected | Stage::Withdrawn);
    !over
        && (stage.follows_approval()
            || decided
                .into_iter()
                .any(|outcome| matches!(outcome, Outcome::Approved | Outcome::ApprovedWithConditions)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejected_vendor_in_use_is_left_by_offboarding() {
        for stage in Stage::ALL {
            let Some(way) = stage.way_to_decision() else { continue };
            let uses = in_use(stage, []);
            let pending = way.into_iter().try_fold(stage, |stage, step| stage.after(step, uses)).expect("walkable");
            let end = pending.after(Outcome::Rejected.step(uses), uses);
            let wanted = if stage.follows_approval() { Stage::Offboarding } else { Stage::Rejected };
            assert_eq!(end, Ok(wanted), "a rejection from {stage:?}");
        }
    }

    #[test]
    fn a_review_does_not_make_a_vendor_one_that_was_never_used() {
        for stage in [Stage::InReview, Stage::DecisionPending, Stage::MoreEvidence, Stage::Escalated] {
            let again = in_use(stage, [Outcome::MoreEvidence, Outcome::ApprovedWithConditions]);
            assert!(again && !in_use(stage, [Outcome::MoreEvidence]), "only an approval puts a vendor into use");
            assert!(stage.after(Step::Reject, again).is_err(), "no way past offboarding from {stage:?}");
            assert!(stage.after(Step::Withdraw, again).is_err(), "no way past offboarding from {stage:?}");
            assert_eq!(
                stage.after(Step::StartOffboarding, again),
                Ok(Stage::Offboarding),
                "it can be left at any time"
            );
            assert!(stage.after(Step::StartOffboarding, false).is_err(), "nothing to leave yet");
        }
    }

    #[test]
    fn every_way_to_a_decision_can_be_walked() {
        for stage in Stage::ALL {
            let Some(way) = stage.way_to_decision() else { continue };
            let end = way.into_iter().try_fold(stage, |stage, step| stage.after(step, in_use(stage, [])));
            assert!(
                matches!(end, Ok(Stage::DecisionPending | Stage::Escalated)),
                "{stage:?} must reach a pending decision, got {end:?}"
            );
        }
    }

    #[test]
    fn a_closed_vendor_stays_closed() {
        assert!(Stage::Closed.after(Step::StartReview, false).is_err());
        assert!(Stage::Draft.after(Step::Approve, false).is_err(), "nobody approves what nobody reviewed");
    }

    #[test]
    fn a_renewal_from_behind_the_approval_passes_the_activation() {
        use Stage as S;
        for was in [S::Approved, S::ApprovedWithConditions, S::Onboarding] {
            for became in [S::Active, S::InReview, S::MoreEvidence, S::Escalated] {
                assert!(passes_activation(was, became), "{was:?} to {became:?}");
            }
        }
        assert!(passes_activation(S::Approved, S::ApprovedWithConditions), "decided again at once");
        assert!(!passes_activation(S::Approved, S::Onboarding), "that is still before use");
        assert!(!passes_activation(S::Approved, S::Offboarding), "it was never used");
        assert!(!passes_activation(S::AtRisk, S::Active) && !passes_activation(S::InReview, S::Approved));
    }
}
