//! That somebody put off what needs attention.

use crate::{Change, Snapshot, StoreError, column};
use chrono::NaiveDate;
use countersign_domain::{
    PersonId,
    attention::{ItemKey, Snooze},
};
use rusqlite::{Row, named_params, params};

impl Snapshot<'_> {
    /// Gives what is put off beyond a day.
    pub fn snoozes(&self, day: NaiveDate) -> Result<Vec<Snooze>, StoreError> {
        Ok(self.all(include_str!("after.sql"), [day.to_string()], snooze)?)
    }
}

impl Change<'_> {
    /// Puts an item off; what the same person, or all, had put off of it before goes.
    pub fn insert_snooze(&mut self, snooze: &Snooze) -> Result<(), StoreError> {
        self.end_snooze(&snooze.item, snooze.person)?;
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":item": snooze.item.as_str(),
                ":person": snooze.person.map(|person| person.to_string()),
                ":until": snooze.until.to_string(),
                ":item_date": snooze.item_date.map(|day| day.to_string()),
                ":reason": snooze.reason.as_str(),
                ":snoozed_by": snooze.by.to_string(),
                ":snoozed_at": column::of_time(snooze.at),
            },
        )?;
        Ok(())
    }

    /// Brings an item back that was put off, for a person or for all. Says whether it was put off.
    pub fn end_snooze(&mut self, item: &ItemKey, person: Option<PersonId>) -> Result<bool, StoreError> {
        let sql = "DELETE FROM snooze WHERE item = ? AND person IS ?";
        Ok(self.execute(sql, params![item.as_str(), person.map(|person| person.to_string())])? > 0)
    }
}

fn snooze(row: &Row<'_>) -> rusqlite::Result<Snooze> {
    Ok(Snooze {
        item: column::get(row, 0, |text| Ok(ItemKey::parse(text)?))?,
        person: column::opt(row, 1, column::parsed)?,
        until: column::get(row, 2, column::day)?,
        item_date: column::opt(row, 3, column::day)?,
        reason: column::get(row, 4, column::long_text)?,
        by: column::get(row, 5, column::parsed)?,
        at: column::get(row, 6, column::time)?,
    })
}
