//! What needs attention today (`practice.md` §3.9 no. 31, §4.2, §6.5, §6.6): worked out from what is known each time it is asked
//! for, so that an item vanishes with the work done. Stored is only that somebody put an item off (`decisions/0020`).
//!
//! To add something to watch: a file in `sources/` with its `SOURCE`, and its line in `sources::ALL`; a name for it in
//! `domain::attention`. What it needs of the store is read once for all vendors in `watch.rs`.

mod calendar;
mod coverage;
mod figures;
mod ics;
mod kept_calendar;
mod remind;
mod show;
mod snooze;
mod sources;
mod watch;

#[cfg(test)]
mod tests;

use crate::{App, fail};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, Permit,
    attention::{AttentionItem, Snooze},
};
pub(crate) use sources::review_due;
pub(crate) use watch::Watched;
use watch::{Gathered, Watch};

/// Everything that needs attention, with what is put off of it.
struct Attention {
    items: Vec<AttentionItem>,
    snoozes: Vec<Snooze>,
}

/// Collects the items of every source, in the order of the list.
fn items(watch: &Watch<'_>) -> Vec<AttentionItem> {
    let mut items: Vec<AttentionItem> = sources::ALL.iter().flat_map(|source| source(watch)).collect();
    items.sort_by_cached_key(|item| (item.order(watch.today), watch.name_of(item.vendor)));
    items
}

impl App {
    /// What needs attention, with figures of all vendors.
    pub(crate) fn today_view(&self) -> Result<w::TodayView, Failure> {
        let opened = self.opened()?;
        let actor = opened.actor()?;
        let gathered = self.watched(&opened)?;
        let watch = Watch::of(&gathered);
        let items = items(&watch);
        let figures = figures::figures(&watch, &items);
        let shown = show::Shown { watch: &watch, actor: actor.id, snoozes: &gathered.snoozes };
        Ok(w::TodayView {
            today: watch.today,
            items: items.iter().map(|item| show::item(&shown, item)).collect(),
            figures,
            watched: watch.in_use().count() as u32,
            may_snooze_for_all: Permit::request(&actor, Action::KeepVendors).is_ok(),
            longest_snooze: longest(watch.today),
        })
    }

    /// Everything that needs attention.
    fn attention(&self) -> Result<(Gathered, Attention), Failure> {
        let opened = self.opened()?;
        let gathered = self.watched(&opened)?;
        let items = items(&Watch::of(&gathered));
        let snoozes = gathered.snoozes.clone();
        Ok((gathered, Attention { items, snoozes }))
    }
}

fn longest(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(chrono::Days::new(Snooze::LONGEST_DAYS)).unwrap_or(NaiveDate::MAX)
}

/// Gives the failure of an item that is not there.
fn no_item() -> Failure {
    fail::not_found("item")
}
