//! What is watched: one file each. A source looks at what was read for all vendors and gives its items; it asks no store.

mod acceptances;
mod approvals;
mod conditions;
mod continuity;
mod contracts;
mod copies;
mod cuecs;
mod decisions;
mod evidence;
mod findings;
mod inbox;
mod letters;
mod monitoring;
mod nda;
mod next_report;
mod offboarding;
mod packets;
mod papers;
mod pictures;
mod reviews;
mod signatures;
mod stale;
mod subservice;
mod tier;

use super::watch::{Watch, Watched};
use countersign_domain::attention::AttentionItem;

/// Gives the items of one thing that is watched.
type Source = fn(&Watch<'_>) -> Vec<AttentionItem>;

/// Everything that is watched.
pub(super) const ALL: &[Source] = &[
    evidence::SOURCE,
    letters::SOURCE,
    next_report::SOURCE,
    papers::SOURCE,
    reviews::SOURCE,
    decisions::SOURCE,
    stale::SOURCE,
    signatures::SOURCE,
    copies::SOURCE,
    packets::SOURCE,
    conditions::SOURCE,
    approvals::SOURCE,
    acceptances::SOURCE,
    findings::SOURCE,
    cuecs::SOURCE,
    subservice::SOURCE,
    contracts::SOURCE,
    nda::SOURCE,
    tier::SOURCE,
    monitoring::SOURCE,
    offboarding::SOURCE,
    continuity::SOURCE,
    inbox::SOURCE,
    pictures::SOURCE,
];

pub(crate) use reviews::due as review_due;

/// The items of the vendors that we use, are not leaving, and of whom evidence is asked.
fn of_those_with_evidence<I: IntoIterator<Item = AttentionItem>>(
    watch: &Watch<'_>,
    of: impl Fn(&Watched<'_>) -> I,
) -> Vec<AttentionItem> {
    watch.in_use().filter(|vendor| vendor.needs_evidence()).flat_map(of).collect()
}

/// The items of the vendors that we use and are not leaving.
fn of_those_in_use<I: IntoIterator<Item = AttentionItem>>(
    watch: &Watch<'_>,
    of: impl Fn(&Watched<'_>) -> I,
) -> Vec<AttentionItem> {
    watch.in_use().flat_map(of).collect()
}
