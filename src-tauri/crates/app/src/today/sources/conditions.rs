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
        let item = vendor.item(kind, duty.condition, reason, Remedy::OpenDecision(duty.decision));
        Some(item.named(duty.what.as_str()).on(duty.due).owned_by(duty.owner))
    });
    items.collect()
};
