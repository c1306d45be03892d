//! What the register says of a vendor beyond its name.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{VendorId, register::Profile};
use rusqlite::named_params;
use std::collections::HashMap;

impl Snapshot<'_> {
    /// Gives what the register says of a vendor; nothing answered where nobody entered anything.
    pub fn profile(&self, vendor: VendorId) -> Result<Profile, StoreError> {
        let sql = "SELECT profile FROM vendor_profile WHERE vendor = ?";
        let found = self.one(sql, [vendor.to_string()], |row| column::get(row, 0, column::json))?;
        Ok(found.unwrap_or_default())
    }

    /// Gives what the register says of all vendors of which it says something.
    pub fn profiles(&self) -> Result<HashMap<VendorId, Profile>, StoreError> {
        let rows = self.all("SELECT vendor, profile FROM vendor_profile", [], |row| {
            Ok((column::get(row, 0, column::parsed)?, column::get(row, 1, column::json)?))
        })?;
        Ok(rows.into_iter().collect())
    }
}

impl Change<'_> {
    /// Writes what the register says of a vendor over what it said before.
    pub fn save_profile(&mut self, vendor: VendorId, profile: &Profile) -> Result<(), StoreError> {
        let profile = as_json(profile)?;
        self.execute(include_str!("save.sql"), named_params! { ":vendor": vendor.to_string(), ":profile": profile })?;
        Ok(())
    }
}

fn as_json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Unexpected { detail: error.to_string() })
}
