//! Decisions that rest on what has changed since (`decisions/0015`).

use super::Source;
use countersign_domain::{
    DecisionId, VendorId,
    attention::{AttentionKind, Remedy},
};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let stale = watch.gathered.stale.iter();
    let items = stale.filter_map(|found| {
        let vendor = watch.vendor(VendorId::from_uuid(found.vendor))?;
        // What a finished review has changed is decided next, and said so.
        if super::decisions::pending(vendor).is_some() {
            return None;
        }
        let decision = DecisionId::from_uuid(found.decision);
        let changed = words::count(i64::try_from(found.stale.len()).unwrap_or(i64::MAX), "change");
        let number = vendor.row.decision.as_ref().map(|latest| latest.number)?;
        let reason = format!("{changed} since: what is held, read or ruled today is no longer what was frozen");
        let item = vendor.item(AttentionKind::DecisionStale, decision, reason, Remedy::OpenDecision(decision));
        Some(item.named(format!("Decision {number}")))
    });
    items.collect()
};
