//! What somebody signed for and holds on the day of the decision (`practice.md` §4.5, §5.5; §7.1, page 11).

use crate::{
    acceptance::{Terms, Weighed},
    findings::Item,
    people,
};
use chrono::NaiveDate;
use countersign_domain::{Person, Vendor};
use countersign_packet::input::{AcceptedKind, FrozenAcceptance};
use countersign_policy::rules::Rule;
use countersign_store::{AcceptanceKind, AcceptanceRow, Snapshot, StoreError};

/// Freezes deviations, then acceptances of findings, each by its end.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    vendor: &Vendor,
    weighed: &Weighed,
    people: &[Person],
    today: NaiveDate,
) -> Result<Vec<FrozenAcceptance>, StoreError> {
    let rows = db.acceptances_of(vendor.id)?;
    let holds = |row: &&AcceptanceRow| {
        let ended = row.ended.as_ref().is_some_and(|end| end.on <= today);
        row.kind == AcceptanceKind::Deviation && !ended && (row.approved_on..=row.expires).contains(&today)
    };
    let mut deviations: Vec<(NaiveDate, String, FrozenAcceptance)> = rows
        .iter()
        .filter(holds)
        .filter_map(|row| Some((row.expires, row.id.to_string(), deviation(row, people)?)))
        .collect();
    deviations.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let mut accepted: Vec<(NaiveDate, u32, FrozenAcceptance)> = weighed
        .findings
        .iter()
        .filter(|item| item.recorded)
        .filter_map(|item| Some((item.accepted_until?, item.finding.number, acceptance(item, people)?)))
        .collect();
    accepted.sort_by_key(|(until, number, _)| (*until, *number));
    let signed = deviations.into_iter().map(|(.., row)| row).chain(accepted.into_iter().map(|(.., row)| row));
    Ok(signed.collect())
}

fn deviation(row: &AcceptanceRow, people: &[Person]) -> Option<FrozenAcceptance> {
    let terms: Terms = serde_json::from_value(row.terms.clone()).ok()?;
    Some(FrozenAcceptance {
        kind: AcceptedKind::Deviation,
        of: Rule::of_code(&row.rule).map_or_else(|| row.rule.clone(), |rule| rule.title.to_owned()),
        found: terms.found,
        reason: terms.reason,
        worst_case: terms.worst_case,
        compensations: terms.compensations,
        plan: None,
        residual: None,
        requester: people::name_in(people, terms.requester),
        approver: people::name_in(people, row.approved_by),
        rank: terms.rank.title().to_owned(),
        granted_on: row.approved_on,
        until: row.expires,
    })
}

fn acceptance(item: &Item, people: &[Person]) -> Option<FrozenAcceptance> {
    let (row, terms) = item.acceptance.as_ref()?;
    Some(FrozenAcceptance {
        kind: AcceptedKind::Finding,
        of: item.finding.label(),
        found: terms.found.clone(),
        reason: terms.reason.clone(),
        worst_case: terms.worst_case.clone(),
        compensations: terms.compensations.clone(),
        plan: Some(terms.plan.clone()),
        residual: Some(terms.residual),
        requester: people::name_in(people, terms.requester),
        approver: people::name_in(people, row.approved_by),
        rank: terms.rank.title().to_owned(),
        granted_on: row.approved_on,
        until: item.accepted_until?,
    })
}
