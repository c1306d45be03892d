//! Between the wire and the policy: what is typed, taken as it is, and what was recorded, shown as it would be typed.

use super::names;
use countersign_contract::wire as w;
use countersign_domain::{DocumentId, PersonId};
use countersign_policy::{
    alternative::{Record, Substitute},
    snapshot::{AlternativePath, CoreControl},
};
use uuid::Uuid;

/// What the rules would look at of what is typed, unfinished as it may be.
pub(super) fn path(typed: &w::AlternativeRecord) -> AlternativePath {
    let score = |part: &w::CoreScorePart| Some((names::control(part.control), names::score(part.score?)));
    AlternativePath {
        reason: typed.reason.map(names::reason),
        letter_only: typed.letter_only,
        substitutes: typed.substitutes.iter().map(substitute).collect(),
        scores: typed.scores.iter().filter_map(score).collect(),
        expires_on: typed.expires,
        granted: None,
    }
}

/// A substitute as it is typed.
pub(super) fn substitute(part: &w::SubstitutePart) -> Substitute {
    Substitute {
        kind: names::substitute(part.kind),
        document: part.document.map(DocumentId::from_uuid),
        described: part.described.clone(),
        dated: part.dated,
        valid_until: part.valid_until,
        checks: part.checks.iter().copied().map(names::check).collect(),
    }
}

/// A substitute as it would be typed.
pub(super) fn part(substitute: &Substitute) -> w::SubstitutePart {
    w::SubstitutePart {
        kind: names::substitute_name(substitute.kind),
        document: substitute.document.map(DocumentId::uuid),
        described: substitute.described.clone(),
        dated: substitute.dated,
        valid_until: substitute.valid_until,
        checks: substitute.checks.iter().copied().map(names::check_name).collect(),
    }
}

/// A record as it would be typed, every core control in its order.
pub(super) fn record(record: &Record, expires: chrono::NaiveDate) -> w::AlternativeRecord {
    let scores = CoreControl::ALL.iter().map(|control| {
        let scored = record.scores.get(control);
        w::CoreScorePart {
            control: names::control_name(*control),
            score: scored.map(|scored| names::score_name(scored.score)),
            note: scored.and_then(|scored| scored.note.clone()),
            document: scored.and_then(|scored| scored.document).map(DocumentId::uuid),
            page: scored.and_then(|scored| scored.page),
        }
    });
    let owner = |owner: Option<PersonId>| -> Option<Uuid> { owner.map(PersonId::uuid) };
    w::AlternativeRecord {
        reason: Some(names::reason_name(record.reason)),
        note: record.note.clone(),
        report_expected: record.report_expected,
        letter_only: record.letter_only,
        substitutes: record.substitutes.iter().map(part).collect(),
        scores: scores.collect(),
        limits: record.limits.iter().copied().map(names::limit_name).collect(),
        limit_note: record.limit_note.clone(),
        duties: record
            .duties
            .iter()
            .map(|duty| w::AlternativeDutyPart {
                kind: names::duty_name(duty.kind),
                what: duty.what.clone(),
                owner: owner(duty.owner),
                due: duty.due,
            })
            .collect(),
        expires: Some(expires),
    }
}
