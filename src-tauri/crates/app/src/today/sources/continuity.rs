//! Proofs that we could go on without the vendor, and how old they may be (`practice.md` §6.8).

use super::{Source, of_those_in_use};
use countersign_domain::attention::{AttentionKind, Remedy};
use countersign_policy::{watch, words};

pub(super) const SOURCE: Source = |watched| {
    of_those_in_use(watched, |vendor| {
        let days = watch::continuity(&vendor.whole()).into_iter();
        let items = days.filter_map(|day| {
            let reason = match (day.last, day.until) {
                // A deposit without a schedule is not late.
                (Some(_), None) => return None,
                (Some(last), Some(_)) => format!("Last on {}", words::date(last)),
                (None, _) => "The class asks for it and it has never been done".to_owned(),
            };
            let about = format!("{}:{}", vendor.row.vendor.id, day.proof.as_str());
            let item = vendor.item(AttentionKind::Continuity, about, reason, Remedy::OpenContracts);
            Some(item.named(day.proof.title()).on(day.until))
        });
        items.collect::<Vec<_>>()
    })
};
