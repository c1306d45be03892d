//! Reviews: that reports were read, by whom and when.

use crate::auditor::{
    gathered::Gathered,
    list::{List, shown},
};
use chrono::{DateTime, Utc};
use countersign_domain::PersonId;
use countersign_store::ReviewRow;

const HEADS: &[&str] = &[
    "Vendor",
    "Tier",
    "Review",
    "Started",
    "Started by",
    "Signed",
    "Reviewer",
    "Read again",
    "Second reader",
    "Finished",
    "SHA-256 of the sheet",
];

pub(super) fn list(it: &Gathered) -> List {
    let mut touched: Vec<&ReviewRow> = it.reviews.iter().filter(|review| in_period(it, review)).collect();
    touched.sort_by_key(|review| (review.started.1, review.id));
    let row = |review: &ReviewRow| {
        let day = |said: Option<(PersonId, DateTime<Utc>)>| shown(said.map(|(_, at)| it.day_of(at)));
        let who = |said: Option<(PersonId, DateTime<Utc>)>| shown(said.map(|(by, _)| it.person(by)));
        vec![
            it.vendor_name(review.vendor),
            shown(it.vendor(review.vendor).and_then(|vendor| vendor.tier).map(|tier| tier.as_str())),
            review.number.to_string(),
            day(Some(review.started)),
            who(Some(review.started)),
            day(review.signed),
            who(review.signed),
            day(review.second_read),
            who(review.second_read),
            shown(review.finished.map(|(at, _)| it.day_of(at))),
            shown(review.finished.map(|(_, sha256)| sha256)),
        ]
    };
    List {
        number: 0,
        title: "Reviews",
        population: "Every review that was started or finished in the period, also those that are not finished."
            .to_owned(),
        heads: HEADS,
        rows: touched.into_iter().map(row).collect(),
    }
}

fn in_period(it: &Gathered, review: &ReviewRow) -> bool {
    it.in_period(review.started.1) || review.finished.is_some_and(|(at, _)| it.in_period(at))
}
