//! Contracts: until when notice can be given, and when they end (`practice.md` §6.4, §6.5).

use super::Source;
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::{
    attention::{AttentionItem, AttentionKind, Remedy},
    register::{Contract, Renewal},
};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let vendors = watch.vendors.iter();
    let of = |vendor: &Watched<'_>| -> Vec<AttentionItem> {
        vendor.facts.profile.contracts.iter().flat_map(|contract| items(vendor, contract, watch.today)).collect()
    };
    vendors.flat_map(of).collect()
};

fn items(vendor: &Watched<'_>, contract: &Contract, today: NaiveDate) -> Vec<AttentionItem> {
    let term = contract.term;
    let Some(end) = term.current_end(today) else { return Vec::new() };
    let item = |kind, reason: String, day: NaiveDate| {
        vendor.item(kind, contract.id, reason, Remedy::OpenContracts).named(contract.title.as_str()).on(day)
    };
    let notice = term.next_notice_deadline(today).zip(term.notice_days()).map(|(day, days)| {
        let then = if term.renewal() == Some(Renewal::Automatic) { "or it renews" } else { "to end or change it" };
        let reason = format!("Notice is {} before the end of the term, {then}", words::count(days.into(), "day"));
        item(AttentionKind::NoticeDeadline, reason, day)
    });
    // One that renews by itself does not end.
    let renews = term.renewal() == Some(Renewal::Automatic) && term.renewal_months().is_some();
    let ends = (!renews && (vendor.facts.in_use || end >= today)).then(|| {
        let reason =
            if end < today { "The term is over and the vendor is still used" } else { "The last day of the term" };
        item(AttentionKind::ContractEnds, reason.to_owned(), end)
    });
    notice.into_iter().chain(ends).collect()
}
