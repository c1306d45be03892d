//! Approvals without a packet (`practice.md` §6.3, §7).

use super::Source;
use countersign_domain::attention::{AttentionKind, Remedy};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let items = watch.gathered.unpacked.iter().filter_map(|row| {
        let vendor = watch.vendor(row.vendor)?;
        let reason = format!("Decided on {}; there is nothing yet to print and sign", words::date(row.decided_on));
        let item = vendor.item(AttentionKind::PacketMissing, row.decision, reason, Remedy::OpenDecision(row.decision));
        Some(item.named(format!("Decision {}", row.number)).owned_by(row.recorded_by))
    });
    items.collect()
};
