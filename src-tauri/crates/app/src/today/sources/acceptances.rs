//! Deviations and acceptances that run out (`practice.md` §5.5): until they are renewed, or what they allowed is mended.

use super::Source;
use crate::{
    acceptance::Terms,
    today::watch::{Watch, Watched},
};
use countersign_domain::{
    EngagementId,
    attention::{AttentionItem, AttentionKind, Remedy},
};
use countersign_policy::{RuleOutcome, rules::Rule, words};
use countersign_store::{AcceptanceKind, AcceptanceRow};
use std::collections::{BTreeSet, HashSet};

pub(super) const SOURCE: Source = |watch| {
    let mut seen = HashSet::new();
    let all = watch.gathered.acceptances.iter();
    // The latest of each counts; they come the latest first. One for another service is another one.
    // Those of findings stand with the findings.
    let all = all.filter(|row| row.kind != AcceptanceKind::Risk);
    let latest =
        all.filter(|row| row.ended.is_none() && seen.insert((row.vendor, row.kind, row.rule.as_str(), services(row))));
    latest.filter_map(|row| of(watch, watch.vendor(row.vendor)?, row)).collect()
};

fn of(watch: &Watch<'_>, vendor: &Watched<'_>, row: &AcceptanceRow) -> Option<AttentionItem> {
    let rule = Rule::of_code(&row.rule).filter(|_| row.kind == AcceptanceKind::Deviation);
    if row.expires < watch.today && rule.is_some_and(|rule| is_mended(rule, vendor, services(row).as_ref())) {
        return None;
    }
    let approver = crate::people::name_in(&watch.gathered.people, row.approved_by);
    let reason = format!("{}, signed by {approver} on {}", row.kind.title(), words::date(row.approved_on));
    let what = rule.map_or(row.rule.as_str(), |rule| rule.title);
    let item = vendor.item(AttentionKind::AcceptanceEnds, row.id, reason, Remedy::OpenAcceptance);
    Some(item.named(what).on(row.expires))
}

/// The services for which it was asked; `None` = for all.
fn services(row: &AcceptanceRow) -> Option<BTreeSet<EngagementId>> {
    serde_json::from_value::<Terms>(row.terms.clone()).ok()?.services
}

/// Whether what was allowed to be broken is met now, for the services for which it was allowed.
fn is_mended(rule: &Rule, vendor: &Watched<'_>, allowed: Option<&BTreeSet<EngagementId>>) -> bool {
    let met = |case| matches!(rule.apply(case).outcome, RuleOutcome::Pass | RuleOutcome::NotApplicable);
    let mut services = vendor.by_service().filter(|(service, ..)| service.is_none_or(|part| part.concerns(allowed)));
    services.all(|(_, case, _)| met(case))
}
