//! A review was finished after the last decision, and nothing is decided on it (`practice.md` §6, §6.3).

use super::Source;
use crate::{reviews, today::watch::Watched};
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::words;
use countersign_store::ReviewRow;

pub(super) const SOURCE: Source = |watch| watch.vendors.iter().filter_map(of).collect();

/// The finished review on which nothing is decided yet.
pub(super) fn pending<'a>(vendor: &Watched<'a>) -> Option<&'a ReviewRow> {
    let last = reviews::latest_finished(vendor.reviews)?;
    let finished = vendor.day.of(last.finished.as_ref()?.0);
    let decided = vendor.row.decision.as_ref().map(|decision| decision.decided_on);
    decided.is_none_or(|decided| decided < finished).then_some(last)
}

fn of(vendor: &Watched<'_>) -> Option<AttentionItem> {
    let review = pending(vendor)?;
    let finished = review.finished.as_ref().map(|(at, _)| words::date(vendor.day.of(*at)))?;
    let reason = format!("Review {} was finished on {finished}, and nothing is decided on it", review.number);
    Some(vendor.item(AttentionKind::DecisionPending, review.id, reason, Remedy::Decide))
}
