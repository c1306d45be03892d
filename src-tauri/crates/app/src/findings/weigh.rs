//! What the rules of the policy look at of findings: those that somebody has judged, with their severities.

use super::gather::{Item, granted};
use countersign_domain::finding::Source;
use countersign_policy::{
    Policy,
    snapshot::{Acceptance, Cited, Finding, Snapshot as Facts},
};

/// Adds the findings that somebody judged. While there is none, and nothing is recorded that no report states, nobody has rated what
/// the report says, as far as the rules know.
pub(crate) fn weigh(facts: &mut Facts, items: &[&Item], policy: &Policy) {
    let from_elsewhere = |item: &&Item| !matches!(item.finding.source, Source::Exception { .. });
    if !items.iter().any(|item| item.recorded && (item.is_rated() || from_elsewhere(item))) {
        return;
    }
    // What failed again is followed up with the finding of the later report.
    let counted = items.iter().filter(|item| item.recorded && item.repeated_by.is_none());
    facts.findings = Some(counted.filter_map(|item| finding(item, policy)).collect());
    facts.acceptances = items
        .iter()
        .filter_map(|item| {
            let (row, terms) = item.acceptance.as_ref().filter(|(row, _)| row.ended.is_none())?;
            let granted = granted(row, terms);
            // An incident overtakes it, and a repeat in a later report (`practice.md` §5.3).
            item.overtaken.is_none().then(|| Acceptance {
                findings: vec![item.finding.id.to_string()],
                requester: granted.requester,
                approver: granted.approver,
                rank: granted.rank,
                granted_on: granted.on,
                expires_on: granted.expires,
            })
        })
        .collect();
}

fn finding(item: &Item, policy: &Policy) -> Option<Finding> {
    let severity = item.finding.severity()?;
    let pages = item.finding.said.citations.iter().map(|citation| citation.page).collect();
    let document = item.finding.document().map(|document| (document, Cited { value: (), pages }));
    Some(Finding {
        key: item.finding.id.to_string(),
        title: item.finding.title.to_string(),
        severity,
        status: item.standing().status,
        due_on: item.days(policy).treat,
        document,
    })
}

/// How many findings nobody has judged, where findings are looked at and that is not all of it: exceptions of current reports, and
/// what somebody recorded by hand, of a rule or of an incident. `none_said` says that the report seems to state none and that
/// nobody has confirmed it.
pub(crate) fn unrated(facts: &Facts, items: &[&Item], none_said: bool) -> Option<u32> {
    facts.findings.as_ref()?;
    let stated = |item: &&Item| item.stated && item.current && matches!(item.finding.source, Source::Exception { .. });
    // What failed again is judged with the finding of the later report.
    let counts = |item: &&&Item| item.repeated_by.is_none() && (item.recorded || stated(item));
    let left = items.iter().filter(counts).filter(|item| !item.is_rated()).count();
    (left > 0 || none_said).then_some(u32::try_from(left).unwrap_or(u32::MAX))
}
