//! Which of the documents that are held can stand in the place of a report, filled with what is known of them.

use super::typed;
use countersign_contract::wire as w;
use countersign_domain::{Kind, Tier};
use countersign_policy::{
    Policy,
    alternative::{Substitute, SubstituteCheck, SubstituteKind},
    snapshot::{Evidence, Snapshot as Facts},
};
use countersign_store::DocumentRow;
use std::collections::BTreeSet;

/// The documents that the latest version does not rely on yet, those that go furthest first.
pub(super) fn substitutes(
    facts: &Facts,
    (tier, policy): (Tier, &Policy),
    held: &[DocumentRow],
) -> Vec<w::SuggestedSubstitute> {
    let relied: Vec<_> =
        facts.alternative.iter().flat_map(|path| &path.substitutes).filter_map(|one| one.document).collect();
    let statement = facts.evidence.iter().any(|evidence| evidence.kind == Kind::StatementOfApplicability);
    let mut found: Vec<(Substitute, String)> = facts
        .evidence
        .iter()
        .filter(|evidence| !relied.contains(&evidence.id))
        .filter_map(|evidence| {
            let row = held.iter().find(|row| row.document.id == evidence.id)?;
            Some((of(evidence, statement, policy)?, row.document.file_name.to_string()))
        })
        .collect();
    found.sort_by_key(|(substitute, _)| substitute.kind);
    found
        .into_iter()
        .map(|(substitute, file_name)| w::SuggestedSubstitute {
            accept_as: substitute.kind.accepted_as(tier, policy).title().to_owned(),
            part: typed::part(&substitute),
            file_name,
        })
        .collect()
}

/// What a document would be; what is known of it is taken as looked at.
fn of(evidence: &Evidence, statement: bool, policy: &Policy) -> Option<Substitute> {
    let kind = SubstituteKind::of_document(evidence.kind)?;
    let certificate = evidence.certificate.as_ref();
    let assessment = evidence.assessment.as_ref();
    let answers = evidence.questionnaire.as_ref();
    let mut checks = BTreeSet::new();
    let mut known = |check: SubstituteCheck, is: bool| {
        if is {
            checks.insert(check);
        }
    };
    known(SubstituteCheck::ScopeCoversUs, certificate.is_some_and(|facts| facts.scope_covers_us == Some(true)));
    known(SubstituteCheck::Accredited, certificate.is_some_and(|facts| facts.accreditation.is_some()));
    known(SubstituteCheck::StatementSeen, certificate.is_some() && statement);
    known(SubstituteCheck::Independent, assessment.is_some_and(|facts| facts.independent == Some(true)));
    let mended = assessment.and_then(|facts| facts.open_high.as_ref()).is_some_and(|open| open.value == 0);
    known(SubstituteCheck::FixesShown, mended);
    known(SubstituteCheck::Sampled, answers.is_some_and(|facts| facts.sampled == Some(true)));
    checks.retain(|check| kind.checks(policy).contains(check));
    let tested = assessment.and_then(|facts| facts.tested_to.as_ref());
    let answered = answers.and_then(|facts| facts.answered_on.as_ref());
    let day = tested.or(answered).or(evidence.covers_to()).or(evidence.report_date.as_ref());
    Some(Substitute {
        kind,
        document: Some(evidence.id),
        described: None,
        dated: day.map(|day| day.value),
        valid_until: certificate.and_then(|facts| facts.expires.as_ref()).map(|day| day.value),
        checks,
    })
}
