//! What was ticked on the lists that people work through with a vendor.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{
    LongText, VendorId,
    checklist::{Checklist, ItemId, Tick, TickState},
};
use rusqlite::{Row, named_params};
use std::collections::HashMap;

impl Snapshot<'_> {
    /// Lists what was ticked for a vendor.
    pub fn ticks(&self, vendor: VendorId) -> Result<Vec<Tick>, StoreError> {
        Ok(self.all(include_str!("of_vendor.sql"), [vendor.to_string()], tick)?)
    }

    /// Lists what was ticked, by vendor.
    pub fn all_ticks(&self) -> Result<HashMap<VendorId, Vec<Tick>>, StoreError> {
        let rows =
            self.all(include_str!("all.sql"), [], |row| Ok((column::get(row, 7, column::parsed)?, tick(row)?)))?;
        let mut by_vendor: HashMap<VendorId, Vec<Tick>> = HashMap::new();
        for (vendor, tick) in rows {
            by_vendor.entry(vendor).or_default().push(tick);
        }
        Ok(by_vendor)
    }
}

impl Change<'_> {
    /// Ticks an item for a vendor, or changes what was ticked.
    pub fn tick(&mut self, vendor: VendorId, tick: &Tick) -> Result<(), StoreError> {
        self.execute(
            include_str!("tick.sql"),
            named_params! {
                ":vendor": vendor.to_string(),
                ":checklist": tick.checklist.as_str(),
                ":item": tick.item.as_str(),
                ":state": tick.state.as_str(),
                ":note": tick.note.as_ref().map(LongText::as_str),
                ":proof": tick.proof.map(|proof| proof.to_string()),
                ":ticked_by": tick.by.to_string(),
                ":ticked_at": column::of_time(tick.at),
            },
        )?;
        Ok(())
    }

    /// Takes ticks back: of one item, or of the whole list.
    pub fn untick(&mut self, vendor: VendorId, list: Checklist, item: Option<&ItemId>) -> Result<usize, StoreError> {
        let sql = "DELETE FROM checklist_item WHERE vendor = ?1 AND checklist = ?2 AND (?3 IS NULL OR item = ?3)";
        Ok(self.execute(sql, (vendor.to_string(), list.as_str(), item.map(ItemId::as_str)))?)
    }
}

fn tick(row: &Row<'_>) -> rusqlite::Result<Tick> {
    Ok(Tick {
        checklist: column::get(row, 0, column::one_of(Checklist::from_name))?,
        item: column::get(row, 1, |text| Ok(ItemId::parse(text)?))?,
        state: column::get(row, 2, column::one_of(TickState::from_name))?,
        note: column::opt(row, 3, column::long_text)?,
        proof: column::opt(row, 4, column::parsed)?,
        by: column::get(row, 5, column::parsed)?,
        at: column::get(row, 6, column::time)?,
    })
}
