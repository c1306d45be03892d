//! The names of the wire and those of the domain, paired exhaustively: a name added on one side does not compile.

use countersign_contract::wire as w;
use countersign_domain as d;
use countersign_policy as p;

/// Pairs the variants of a wire enum with those of a domain enum, both ways.
macro_rules! pair {
    ($to_wire:ident, $to_domain:ident: $wire:ty, $domain:ty { $($variant:ident),* $(,)? }) => {
        /// Gives the name on the wire.
        pub(crate) const fn $to_wire(value: $domain) -> $wire {
            match value { $(<$domain>::$variant => <$wire>::$variant),* }
        }
        /// Gives the name in the domain.
        pub(crate) const fn $to_domain(value: $wire) -> $domain {
            match value { $(<$wire>::$variant => <$domain>::$variant),* }
        }
    };
}

/// Pairs names that only come in.
macro_rules! inward {
    ($to_domain:ident: $wire:ty, $domain:ty { $($variant:ident),* $(,)? }) => {
        /// Gives the name in the domain.
        pub(crate) const fn $to_domain(value: $wire) -> $domain {
            match value { $(<$wire>::$variant => <$domain>::$variant),* }
        }
    };
}

/// Pairs names that only go out.
macro_rules! outward {
    ($to_wire:ident: $wire:ty, $domain:ty { $($variant:ident),* $(,)? }) => {
        /// Gives the name on the wire.
        pub(crate) const fn $to_wire(value: $domain) -> $wire {
            match value { $(<$domain>::$variant => <$wire>::$variant),* }
        }
    };
}
pub(crate) use {outward, pair};

pair!(role_name, role: w::RoleName, d::Role {
    Reviewer, SecondReader, BusinessOwner, SecurityOwner, PrivacyLegal, Procurement, Executive, Administrator,
});
pair!(tier_name, tier: w::TierName, d::Tier { Critical, High, Medium, Low });
pair!(outcome_name, outcome: w::OutcomeName, d::Outcome {
    Approved, ApprovedWithConditions, MoreEvidence, Escalated, Rejected, Withdrawn,
});
outward!(ability: w::Ability, d::Action {
    KeepDocuments, JudgeFacts, KeepVendors, Review, ReadAgain, FollowFindings, Decide, SignDecisions, Snooze, KeepPolicy,
    KeepWorkspace,
});
outward!(verdict_name: w::VerdictName, p::Verdict {
    Accept, AcceptWithConditions, MoreEvidence, Escalate, Reject,
});
pair!(rule_outcome_name, rule_outcome: w::RuleOutcomeName, p::RuleOutcome { Pass, Warn, Fail, NotApplicable, Missing });
outward!(rank_name: w::RankName, p::Rank { TeamMember, BusinessOwner, RiskOwner, Executive });
inward!(paper: w::Paper, countersign_packet::input::Paper { A4, Letter });
inward!(licence: w::LicenceName, p::snapshot::Licence { Active, NotFound, Lapsed, OtherJurisdiction });
inward!(peer_review: w::PeerReviewName, p::snapshot::PeerReview {
    Pass, PassWithDeficiencies, Fail, NotEnrolled, TooNew,
});
pair!(test_outcome_name, test_outcome: w::TestOutcomeName, d::reading::TestOutcome {
    NoException, Exception, NotTested, DidNotOccur, NotStated,
});
pair!(method_name, method: w::MethodName, d::reading::SubserviceMethod { CarveOut, Inclusive });
outward!(answer_kind_name: w::AnswerKindName, d::AnswerKind { No, Partly, Blank, Written, NotApplicable, Yes });
pair!(risk_name, risk: w::RiskName, d::RiskLevel { Low, Medium, High, Critical });
outward!(basis_name: w::BasisName, d::Basis { Stated, Derived, Ocr });
outward!(stage_name: w::StageName, d::Stage {
    Draft, Intake, Tiered, EvidenceRequested, InReview, DecisionPending, Approved, ApprovedWithConditions, MoreEvidence,
    Escalated, Rejected, Withdrawn, Onboarding, Active, ReviewDue, AtRisk, Offboarding, Closed,
});

outward!(subject_name: w::ComparedSubject, d::comparison::Subject {
    Opinion, Scope, Auditor, Exceptions, Controls, Cuecs, Subservice, Csocs,
});
outward!(change_name: w::ChangeName, d::comparison::Change {
    Same, Reworded, Changed, New, Gone, Repeated, TestedClean, NotStated,
});

/// Every action that a person may be allowed.
pub(crate) const ACTIONS: [d::Action; 11] = [
    d::Action::KeepDocuments,
    d::Action::JudgeFacts,
    d::Action::KeepVendors,
    d::Action::Review,
    d::Action::ReadAgain,
    d::Action::FollowFindings,
    d::Action::Decide,
    d::Action::SignDecisions,
    d::Action::Snooze,
    d::Action::KeepPolicy,
    d::Action::KeepWorkspace,
];

/// The steps that a person takes by hand.
pub(crate) const STEPS: [(w::StepName, d::Step); 8] = [
    (w::StepName::StartIntake, d::Step::StartIntake),
    (w::StepName::RequestEvidence, d::Step::RequestEvidence),
    (w::StepName::StartReview, d::Step::StartReview),
    (w::StepName::Onboard, d::Step::Onboard),
    (w::StepName::Withdraw, d::Step::Withdraw),
    (w::StepName::Activate, d::Step::Activate),
    (w::StepName::StartOffboarding, d::Step::StartOffboarding),
    (w::StepName::Close, d::Step::Close),
];

/// The name that a value has in JSON.
pub(crate) fn json_name(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}
