//! Signed copies that came back, and of which nobody has said who signed (`practice.md` §7.2).

use super::Source;
use countersign_domain::attention::{AttentionKind, Remedy};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let items = watch.gathered.unconfirmed.iter().filter_map(|row| {
        let vendor = watch.vendor(row.vendor)?;
        let came = words::date(watch.gathered.day().of(row.since));
        let people: Vec<String> =
            row.people.iter().map(|id| crate::people::name_in(&watch.gathered.people, *id)).collect();
        let reason = format!("Received on {came}; nobody has said yet whether {} signed it", words::list(&people));
        let item = vendor.item(AttentionKind::CopyUnconfirmed, row.packet, reason, Remedy::OpenDecision(row.decision));
        Some(item.named(format!("Decision {}, version {} of its packet", row.number, row.version)).owned_by(row.by))
    });
    items.collect()
};
