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

use crate::{
    App,
    acceptance::{self, Taking},
    application::Opened,
    fail,
    kept::State,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, Permit, Vendor, VendorId,
    attention::{AttentionItem, Snooze},
};
pub(crate) use sources::review_due;
use std::{collections::HashMap, sync::Arc};
pub(crate) use watch::Watched;
use watch::{Gathered, Watch};

/// Everything that needs attention, with what was looked at.
pub(crate) struct Attention {
    gathered: Gathered,
    items: Vec<AttentionItem>,
    figures: Vec<w::FigureView>,
    /// Where the vendors that are watched stand among the rows.
    watched: HashMap<VendorId, usize>,
    in_use: usize,
}

impl Attention {
    fn of(gathered: Gathered) -> Self {
        let watch = Watch::of(&gathered);
        let items = items(&watch);
        let figures = figures::figures(&watch, &items);
        let in_use = watch.in_use().count();
        let rows = gathered.rows.iter().enumerate();
        let watched = rows.map(|(at, row)| (row.vendor.id, at)).filter(|(id, _)| watch.vendor(*id).is_some()).collect();
        Self { gathered, items, figures, watched, in_use }
    }

    /// A watched vendor.
    fn vendor(&self, id: VendorId) -> Option<&Vendor> {
        self.watched.get(&id).map(|at| &self.gathered.rows[*at].vendor)
    }

    /// The name of a watched vendor.
    fn name_of(&self, id: Option<VendorId>) -> Option<&str> {
        id.and_then(|id| self.vendor(id)).map(|vendor| vendor.name.as_str())
    }
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
        let attention = self.attention(&opened)?;
        let today = attention.gathered.today;
        let shown = show::Shown { attention: &attention, actor: actor.id };
        Ok(w::TodayView {
            today,
            items: attention.items.iter().map(|item| show::item(&shown, item)).collect(),
            figures: attention.figures.clone(),
            watched: attention.in_use as u32,
            may_snooze_for_all: Permit::request(&actor, Action::KeepVendors).is_ok(),
            longest_snooze: longest(today),
        })
    }

    /// Everything that needs attention.
    fn attention(&self, opened: &Opened) -> Result<Arc<Attention>, Failure> {
        let day = self.day();
        let mut taking = Taking::from(&self.extracts);
        let attention = opened.store.read(|db| {
            let look = || self.watched(db, day, &mut taking).map(Attention::of);
            self.looks.attention.at(State::of(db, day)?, look)
        });
        let attention = attention.map_err(fail::store)?;
        acceptance::keep(opened, &taking.fresh)?;
        Ok(attention)
    }
}

fn longest(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(chrono::Days::new(Snooze::LONGEST_DAYS)).unwrap_or(NaiveDate::MAX)
}

/// Gives the failure of an item that is not there.
fn no_item() -> Failure {
    fail::not_found("item")
}
