//! Where a vendor stands and how it may go on (`practice.md` §6).

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

    /// Where the step leads from here.
    ///
    /// Approval by a first decision leads to [`Stage::Approved`]; a vendor in use whose yearly review is decided goes on
    /// from there by [`Step::Activate`] again, as the decision may change conditions.
    pub const fn after(self, step: Step) -> Result<Self, Impossible> {
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
            (Step::Reject, S::DecisionPending | S::Escalated) => S::Rejected,
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
            ) => S::Withdrawn,
            (Step::Onboard, S::Approved | S::ApprovedWithConditions) => S::Onboarding,
            (Step::Activate, S::Onboarding | S::Approved | S::ApprovedWithConditions) => S::Active,
            (Step::ReviewFallsDue, S::Active) => S::ReviewDue,
            (Step::PutAtRisk, S::Active | S::ReviewDue) => S::AtRisk,
            (Step::ClearRisk, S::AtRisk) => S::Active,
            (
                Step::StartOffboarding,
                S::Active | S::ReviewDue | S::AtRisk | S::Onboarding | S::Approved | S::ApprovedWithConditions,
            ) => S::Offboarding,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_a_decision_can_be_walked() {
        for stage in Stage::ALL {
            let Some(way) = stage.way_to_decision() else { continue };
            let end = way.into_iter().try_fold(stage, Stage::after);
            assert!(
                matches!(end, Ok(Stage::DecisionPending | Stage::Escalated)),
                "{stage:?} must reach a pending decision, got {end:?}"
            );
        }
    }

    #[test]
    fn a_closed_vendor_stays_closed() {
        assert!(Stage::Closed.after(Step::StartReview).is_err());
        assert!(Stage::Draft.after(Step::Approve).is_err(), "nobody approves what nobody reviewed");
    }
}
