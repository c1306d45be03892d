//! Full reviews: due by the last decision or the class, whichever comes first; begun and not finished (`practice.md` §4.3, §6).

use super::Source;
use crate::today::watch::{Watch, Watched};
use chrono::NaiveDate;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::{months, snapshot::ReviewBy, words};
use countersign_store::ReviewRow;

pub(super) const SOURCE: Source = |watch| {
    let items =
        watch.vendors.iter().filter_map(|vendor| match vendor.reviews.iter().find(|row| row.finished.is_none()) {
            Some(open) => Some(under_way(watch, vendor, open)),
            None => due_item(vendor),
        });
    items.collect()
};

/// When the full review of a vendor in use is due; `None` where nothing is known from which it would follow.
///
/// The day that the last decision names counts until a review was finished after it.
pub(crate) fn due(vendor: &Watched<'_>) -> Option<NaiveDate> {
    let last = vendor.last_review();
    let every = vendor.case.class.map(|(_, limits)| u32::from(limits.review_months));
    let by_class = last.zip(every).map(|(last, every)| months::add(last, every));
    let decision = vendor.row.decision.as_ref();
    let named = decision.filter(|decision| last.is_none_or(|last| last <= decision.decided_on));
    let brought = brought_forward(vendor).map(|by| by.day);
    [named.and_then(|decision| decision.next_review), by_class, brought].into_iter().flatten().min()
}

/// What brings the review forward, where something noted of the vendor does.
fn brought_forward<'a>(vendor: &Watched<'a>) -> Option<&'a ReviewBy> {
    vendor.facts.review_by.as_ref()
}

fn due_item(vendor: &Watched<'_>) -> Option<AttentionItem> {
    // While a decision is pending the review is done, and the decision is what is missing.
    if !vendor.is_in_use() || super::decisions::pending(vendor).is_some() {
        return None;
    }
    let brought = brought_forward(vendor).filter(|by| due(vendor) == Some(by.day));
    let reason = match (due(vendor), vendor.last_review()) {
        (Some(_), _) if brought.is_some() => {
            format!("Brought forward: {}", brought.map_or("", |by| by.reason.as_str()))
        }
        (Some(_), Some(last)) => format!("The last full review was finished on {}", words::date(last)),
        (Some(_), None) => "So the last decision says; no full review is on record".to_owned(),
        (None, _) => "The vendor is in use and no full review is on record".to_owned(),
    };
    Some(vendor.about(AttentionKind::ReviewDue, reason, Remedy::StartReview).on(due(vendor)))
}

fn under_way(watch: &Watch<'_>, vendor: &Watched<'_>, review: &ReviewRow) -> AttentionItem {
    let second = vendor.case.class.is_some_and(|(_, limits)| limits.second_reader);
    let (began, at) = &review.started;
    let reason = match &review.signed {
        None => format!("Begun on {}", words::date(vendor.day.of(*at))),
        Some((_, at)) if second && review.second_read.is_none() => {
            format!("Signed on {}, waits for a second reader", words::date(vendor.day.of(*at)))
        }
        Some((_, at)) => format!("Signed on {}, waits to be finished", words::date(vendor.day.of(*at))),
    };
    let due = if vendor.is_in_use() { due(vendor) } else { None };
    let item = vendor.item(AttentionKind::ReviewOpen, review.id, reason, Remedy::ContinueReview(review.id)).on(due);
    let item = item.named(format!("Review {}", review.number));
    // What waits for another reader is not who began it alone.
    let waits = second && review.signed.is_some() && review.second_read.is_none();
    let active = watch.gathered.people.iter().any(|person| person.id == *began && person.active);
    match (waits, active) {
        (true, _) => AttentionItem { owner: None, ..item },
        (false, true) => item.owned_by(*began),
        (false, false) => item,
    }
}
