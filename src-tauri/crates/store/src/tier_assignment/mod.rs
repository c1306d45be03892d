//! The class of a vendor as it was assigned.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{LongText, Tier, VendorId, register::TierAssignment};
use rusqlite::named_params;

impl Snapshot<'_> {
    /// Gives the class as it was assigned last; `None` where that was before answers were kept with it.
    pub fn tier_assignment(&self, vendor: VendorId) -> Result<Option<TierAssignment>, StoreError> {
        Ok(self.one(include_str!("latest.sql"), [vendor.to_string()], |row| {
            Ok(TierAssignment {
                tier: column::get(row, 0, column::one_of(Tier::from_name))?,
                computed: column::opt(row, 1, column::one_of(Tier::from_name))?,
                reason: column::get(row, 2, column::long_text)?,
                overridden: row.get(3)?,
                by: column::get(row, 4, column::parsed)?,
                at: column::get(row, 5, column::time)?,
                answers: column::get(row, 6, column::json)?,
            })
        })?)
    }
}

impl Change<'_> {
    /// Records a class as it was assigned. The vendor's own row is written with it, by the caller.
    pub fn insert_tier_assignment(&mut self, vendor: VendorId, it: &TierAssignment) -> Result<(), StoreError> {
        let answers = as_json(&it.answers)?;
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":vendor": vendor.to_string(),
                ":tier": it.tier.as_str(),
                ":computed": it.computed.map(Tier::as_str),
                ":reason": LongText::as_str(&it.reason),
                ":overridden": it.overridden,
                ":assigned_by": it.by.to_string(),
                ":assigned_at": column::of_time(it.at),
                ":answers": answers,
            },
        )?;
        Ok(())
    }
}

fn as_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Unexpected { detail: error.to_string() })
}
