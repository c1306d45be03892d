//! Why a vendor that we use is at risk today (`practice.md` §5.5, §6): an acceptance that ran out, a finding that goes a rank
//! higher, evidence that ran out, an incident that nobody has settled. It follows from the day and from what is known, and ends
//! by itself with its reason: nobody has to remember to say so.

use super::assemble::Assembled;
use crate::findings::Item;
use chrono::NaiveDate;
use countersign_contract::{wire as w, wire::AtRiskWhy as Why};
use countersign_domain::{FindingStatus, VendorId};
use countersign_policy::{
    Policy, RuleOutcome,
    rules::{Case, Rule},
    snapshot::Snapshot as Facts,
    verdict::{evidence_until, for_service},
    words,
};
use std::collections::BTreeMap;

/// The reasons, the one that weighs most first; none of a vendor that we do not use. `until` is the last day on which its
/// evidence suffices.
pub(crate) fn at_risk(
    assembled: &Assembled,
    vendor: VendorId,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<w::AtRiskView> {
    let Some(facts) = assembled.facts.get(&vendor).filter(|facts| facts.in_use) else { return Vec::new() };
    let items = assembled.findings(vendor);
    let mut reasons: Vec<w::AtRiskView> =
        items.iter().filter_map(|item| of_finding(item, &assembled.policy, today)).collect();
    for (service, facts) in facts.by_service() {
        reasons.extend(of_deviations(facts, service, &assembled.policy, today));
    }
    let needed = facts.tier.is_some_and(|tier| assembled.policy.tier(tier).evidence_required);
    let parts = facts.of_services.iter().map(|part| {
        let case = Case::new(&part.facts, &assembled.policy, today);
        (Some(part.name.as_str()), evidence_until(&case).map(|until| until.day))
    });
    let whole = facts.of_services.is_empty().then_some((None, until));
    for (service, until) in whole.into_iter().chain(parts) {
        let Some(until) = until.filter(|until| needed && *until < today) else { continue };
        let what = format!("Evidence ran out on {}", words::date(until));
        let what = service.map_or_else(|| what.clone(), |service| for_service(service, &what));
        reasons.push(w::AtRiskView { why: Why::EvidenceEnded, what, finding: None });
    }
    if let Some(on) = assembled.incidents.get(&vendor) {
        let what = format!("Incident of {} is not settled", words::date(*on));
        reasons.push(w::AtRiskView { why: Why::Incident, what, finding: None });
    }
    reasons.sort_by_key(|reason| reason.why as u8);
    reasons
}

/// A finding whose acceptance ran out, or that is overdue for so long that it goes a rank higher.
fn of_finding(item: &Item, policy: &Policy, today: NaiveDate) -> Option<w::AtRiskView> {
    // What failed again is followed up with the finding of the later report.
    if !item.recorded || item.repeated_by.is_some() || !item.standing().status.is_open() {
        return None;
    }
    let named = format!("{} {}", item.finding.label(), item.finding.title);
    let finding = Some(item.key());
    let overtaken = item.overtaken.filter(|_| item.finding.status == FindingStatus::Accepted);
    if let Some(overtaken) = overtaken {
        let what = format!("{named}: its acceptance fell with {}", overtaken.what());
        return Some(w::AtRiskView { why: Why::AcceptanceEnded, what, finding });
    }
    let ended = item.acceptance.as_ref().map(|(row, _)| row).filter(|row| row.ended.is_none() && row.expires < today);
    if let Some(row) = ended {
        let what = format!("{named}: its acceptance ran out on {}", words::date(row.expires));
        return Some(w::AtRiskView { why: Why::AcceptanceEnded, what, finding });
    }
    let days = item.days(policy);
    let (treat, _) = days.treat.zip(days.escalate.filter(|day| *day <= today))?;
    let what = format!("{named}: was to be treated by {}", words::date(treat));
    Some(w::AtRiskView { why: Why::FindingOverdue, what, finding })
}

/// Deviations that ran out while their rule is still not met.
fn of_deviations(facts: &Facts, service: Option<&str>, policy: &Policy, today: NaiveDate) -> Vec<w::AtRiskView> {
    let mut last: BTreeMap<&str, NaiveDate> = BTreeMap::new();
    for deviation in &facts.deviations {
        let latest = last.entry(deviation.rule.as_str()).or_insert(deviation.expires_on);
        *latest = deviation.expires_on.max(*latest);
    }
    let ended = last.into_iter().filter(|(_, day)| *day < today);
    ended
        .filter_map(|(code, day)| {
            let rule = Rule::of_code(code)?;
            let result = rule.evaluate(facts, policy, today);
            let broken = result.outcome == RuleOutcome::Fail && result.accepted_until.is_none();
            let what = format!("{}: the deviation ran out on {}", rule.title, words::date(day));
            let what = service.map_or_else(|| what.clone(), |service| for_service(service, &what));
            broken.then_some(w::AtRiskView { why: Why::AcceptanceEnded, what, finding: None })
        })
        .collect()
}
