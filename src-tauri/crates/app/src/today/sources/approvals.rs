//! Deviations and acceptances of findings that wait for whoever is asked to approve them (`practice.md` §7.2, `decisions/0039`).

use super::Source;
use countersign_domain::{
    FindingStep,
    attention::{AttentionKind, Remedy},
};
use countersign_policy::{rules::Rule, words};
use countersign_store::AcceptanceKind;

pub(super) const SOURCE: Source = |watch| {
    let waiting = watch.gathered.requests.iter().filter(|row| row.answer.is_none() && row.expires >= watch.today);
    let items = waiting.filter_map(|row| {
        let vendor = watch.vendor(row.vendor)?;
        let name = crate::people::name_in(&watch.gathered.people, row.approver);
        let reason = format!("{name} is asked to approve it; it would hold until {}", words::date(row.expires));
        if row.kind == AcceptanceKind::Risk {
            let item = watch.findings(vendor).iter().find(|item| item.finding.id.to_string() == row.rule)?;
            item.standing().leads(FindingStep::Accept).ok()?;
            let named =
                vendor.item(AttentionKind::ApprovalWaiting, row.id, reason, Remedy::OpenException(item.finding.id));
            let what = format!("{} {}", item.finding.label(), item.finding.title);
            return Some(named.named(what).owned_by(row.approver));
        }
        let item = vendor.item(AttentionKind::ApprovalWaiting, row.id, reason, Remedy::OpenAcceptance);
        let what = Rule::of_code(&row.rule).map_or(row.rule.as_str(), |rule| rule.title);
        Some(item.named(what).owned_by(row.approver))
    });
    items.collect()
};
