//! Putting an item off, for oneself or for all, and bringing it back.

use super::no_item;
use crate::{
    App,
    application::{Opened, stamp},
    fail, people,
};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, Op, VendorId,
    attention::{InvalidSnooze, ItemKey, Snooze},
};
use countersign_store::Subject;

impl App {
    /// Puts an item off until a day.
    pub(crate) fn snooze(&self, input: &w::SnoozeItem) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(action(input.for_all))?;
        let key = key(&input.key)?;
        let reason = people::long_text("reason", &input.reason)?;
        Snooze::check_until(input.until, self.clock.today()).map_err(|error| match error {
            InvalidSnooze::NotAhead => fail::invalid("until", Problem::InThePast),
            InvalidSnooze::TooLong { latest } => fail::invalid("until", Problem::TooLate { latest }),
        })?;
        let attention = self.attention(&opened)?;
        let item = attention.items.iter().find(|item| item.key == key).ok_or_else(no_item)?;
        let now = self.clock.now();
        let of = (!input.for_all).then_some(person.id);
        let snooze =
            Snooze { item: key, person: of, until: input.until, item_date: item.date, reason, by: person.id, at: now };
        let stamp = stamp(&person, permit, now, Op::Snooze, subject(&opened, item.vendor)?);
        opened
            .store
            .write(&stamp, |db| {
                db.note("item", snooze.item.as_str());
                db.note("what", item.kind.title());
                db.note("until", snooze.until.to_string());
                db.note("reason", snooze.reason.as_str());
                db.note("for_all", input.for_all);
                db.insert_snooze(&snooze)
            })
            .map_err(fail::store)?;
        Ok(w::Nothing {})
    }

    /// Brings an item back that was put off; its vendor stands in the history with it where the item still is.
    pub(crate) fn wake(&self, input: &w::WakeItem) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(action(input.for_all))?;
        let key = key(&input.key)?;
        let of = (!input.for_all).then_some(person.id);
        let attention = self.attention(&opened)?;
        if !attention.gathered.snoozes.iter().any(|snooze| snooze.item == key && snooze.person == of) {
            return Err(no_item());
        }
        let item = attention.items.iter().find(|item| item.key == key);
        let subject = subject(&opened, item.and_then(|item| item.vendor))?;
        let stamp = stamp(&person, permit, self.clock.now(), Op::Wake, subject);
        opened
            .store
            .write(&stamp, |db| {
                db.note("item", key.as_str());
                if let Some(item) = item {
                    db.note("what", item.kind.title());
                }
                db.note("for_all", input.for_all);
                db.end_snooze(&key, of).map(|_| ())
            })
            .map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

/// What is needed: what all see is put off by who keeps the register.
const fn action(for_all: bool) -> Action {
    if for_all { Action::KeepVendors } else { Action::Snooze }
}

fn key(text: &str) -> Result<ItemKey, Failure> {
    ItemKey::parse(text).map_err(|_| fail::invalid("key", Problem::WrongForm))
}

/// The vendor, or the workspace where the item is about none.
fn subject(opened: &Opened, vendor: Option<VendorId>) -> Result<Subject, Failure> {
    let (vendor, facts) = opened
        .store
        .read(|db| Ok((vendor.map(|id| db.vendor(id)).transpose()?.flatten(), db.workspace()?)))
        .map_err(fail::store)?;
    Ok(vendor.map_or_else(|| opened.as_subject(&facts.organisation), |vendor| Subject::vendor(&vendor)))
}
