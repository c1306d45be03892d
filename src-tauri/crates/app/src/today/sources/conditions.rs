//! Duties of the latest decisions that are not done; those that come before the vendor is used are told apart (`practice.md`
//! §4.5, §6).

use super::Source;
use countersign_domain::attention::{AttentionKind, Remedy};

pub(super) const SOURCE: Source = |watch| {
    let items = watch.gathered.duties.iter().filter_map(|duty| {
        let vendor = watch.vendor(duty.vendor)?;
        let (kind, reason) = if duty.before_go_live {
            (AttentionKind::GoLiveCondition, format!("Decision {} asks for it before the vendor is used", duty.number))
        } else {
            (AttentionKind::Condition, format!("Decision {} was given under this condition", duty.number))
        };
        // What the duty was to settle is settled: somebody says so of the duty too.
        let settled = duty.finding.and_then(|id| {
            let items = watch.findings(vendor).iter();
            let item = items.filter(|item| item.recorded).find(|item| item.finding.id == id)?;
            item.standing().status.is_settled().then(|| item.finding.label())
        });
        let reason = match settled {
            Some(finding) => format!("{reason}; {finding} is settled, so it can be marked as done"),
            None => reason,
        };
        let item = vendor.item(kind, duty.condition, reason, Remedy::OpenDecision(duty.decision));
        Some(item.named(duty.what.as_str()).on(duty.due).owned_by(duty.owner))
    });
    items.collect()
};
