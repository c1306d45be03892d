//! Plans to leave vendors.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{Offboarding, VendorId, register::Day};
use rusqlite::{Row, named_params};
use std::collections::HashMap;

const COLUMNS: &str = "SELECT reason, owner, ends_on, data_plan, started_by, started_at, vendor FROM offboarding";

impl Snapshot<'_> {
    /// Gives the plan to leave a vendor.
    pub fn offboarding(&self, vendor: VendorId) -> Result<Option<Offboarding>, StoreError> {
        Ok(self.one(&format!("{COLUMNS} WHERE vendor = ?"), [vendor.to_string()], offboarding)?)
    }

    /// Gives all plans to leave vendors.
    pub fn offboardings(&self) -> Result<HashMap<VendorId, Offboarding>, StoreError> {
        let rows = self.all(COLUMNS, [], |row| Ok((column::get(row, 6, column::parsed)?, offboarding(row)?)))?;
        Ok(rows.into_iter().collect())
    }
}

impl Change<'_> {
    /// Enters the plan to leave a vendor, or changes it; who entered it first, and when, stays.
    pub fn save_offboarding(&mut self, vendor: VendorId, plan: &Offboarding) -> Result<(), StoreError> {
        self.execute(
            include_str!("save.sql"),
            named_params! {
                ":vendor": vendor.to_string(),
                ":reason": plan.reason.as_str(),
                ":owner": plan.owner.to_string(),
                ":ends_on": plan.ends_on.get().to_string(),
                ":data_plan": plan.data_plan.as_str(),
                ":started_by": plan.started_by.to_string(),
                ":started_at": column::of_time(plan.started_at),
            },
        )?;
        Ok(())
    }
}

fn offboarding(row: &Row<'_>) -> rusqlite::Result<Offboarding> {
    Ok(Offboarding {
        reason: column::get(row, 0, column::long_text)?,
        owner: column::get(row, 1, column::parsed)?,
        ends_on: column::get(row, 2, |text| Ok(Day::new(column::day(text)?)?))?,
        data_plan: column::get(row, 3, column::long_text)?,
        started_by: column::get(row, 4, column::parsed)?,
        started_at: column::get(row, 5, column::time)?,
    })
}
