//! From what went wrong below to the one [`Failure`] of the contract, exhaustively.

use crate::{findings::finding_status, names::ability};
use countersign_contract::{Failure, failure::Problem};
use countersign_domain::{Denied, FindingStatus, InvalidText, decision::InvalidDecision};
use countersign_store::StoreError;

/// Gives the failure of something that nobody expected; the log knows more under its id, and nothing confidential.
pub(crate) fn unexpected(what: impl std::fmt::Display) -> Failure {
    let mut bits = [0; 6];
    // Without randomness the report is still told apart by its time in the log.
    let _same = getrandom::fill(&mut bits);
    let report = format!("{:012x}", bits.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte)));
    tracing::error!(report, "unexpected: {what}");
    Failure::Unexpected { report }
}

/// Gives the failure of a field.
pub(crate) fn invalid(field: &str, problem: Problem) -> Failure {
    Failure::Invalid { field: field.to_owned(), problem }
}

/// Gives the failure of something that is not there.
pub(crate) fn not_found(what: &str) -> Failure {
    Failure::NotFound { what: what.to_owned() }
}

/// Gives what is wrong with a text.
pub(crate) fn text_problem(error: InvalidText) -> Problem {
    match error {
        InvalidText::Empty => Problem::Empty,
        InvalidText::TooLong { limit } => Problem::TooLong { limit: limit as u32 },
        InvalidText::ControlCharacter => Problem::ControlCharacter,
    }
}

/// Gives the failure of a person who may not.
pub(crate) fn denied(error: Denied) -> Failure {
    Failure::Denied { ability: ability(error.action), person: error.name }
}

/// Gives the failure of a step that does not lead on from where a finding stands.
pub(crate) fn finding_not_now(status: FindingStatus) -> Failure {
    Failure::FindingNotNow { status: finding_status(status) }
}

/// Gives the failure of a decision that does not hold together.
pub(crate) fn decision(error: InvalidDecision) -> Failure {
    match error {
        InvalidDecision::ConditionsMissing => invalid("conditions", Problem::ConditionMissing),
        InvalidDecision::ConditionsNotAllowed => invalid("conditions", Problem::ConditionNotAllowed),
        InvalidDecision::DueInThePast => invalid("conditions", Problem::InThePast),
        InvalidDecision::ReviewInThePast => invalid("next_review", Problem::InThePast),
        InvalidDecision::ImplausibleDay => invalid("next_review", Problem::WrongForm),
        InvalidDecision::RequesterAlone => invalid("signers", Problem::RequesterAlone),
        InvalidDecision::TwoPeopleNeeded => invalid("signers", Problem::TwoPeopleNeeded),
        InvalidDecision::ResidualMissing => invalid("residual", Problem::Empty),
        InvalidDecision::SignerMissing => invalid("signers", Problem::SignerMissing),
    }
}

/// Gives the failure of the store.
pub(crate) fn store(error: StoreError) -> Failure {
    match error {
        StoreError::NoSuchFile => not_found("place"),
        StoreError::NotAWorkspace { .. } => Failure::NotAWorkspace,
        StoreError::PassphraseNeeded => Failure::PassphraseNeeded,
        StoreError::PassphraseWrong => Failure::PassphraseWrong,
        StoreError::Newer { found, known } => Failure::NewerWorkspace { found, known },
        StoreError::Damaged { detail } => {
            tracing::error!("the workspace is damaged: {detail}");
            Failure::DamagedWorkspace
        }
        StoreError::FileExists => Failure::FileExists,
        StoreError::ReadOnly { .. } | StoreError::Busy => Failure::ReadOnly,
        StoreError::DiskFull => Failure::DiskFull,
        StoreError::Inaccessible { detail } => {
            tracing::warn!("inaccessible: {detail}");
            Failure::Inaccessible
        }
        StoreError::Missing { what } => not_found(what),
        StoreError::Conflict { what } => unexpected(format!("conflict: {what}")),
        StoreError::Unexpected { detail } => unexpected(detail),
    }
}
