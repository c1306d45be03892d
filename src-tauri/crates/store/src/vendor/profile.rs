//! What the register knows of a vendor beyond its name and class.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{VendorId, register::Profile};
use std::collections::HashMap;

/// By what a vendor can be found besides its name and its other names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FurtherNames {
    /// The name of the company that signs the contract.
    pub legal_name: Option<String>,
    /// The names of companies that belong to it.
    pub affiliates: Vec<String>,
    /// The numbers by which it is told apart.
    pub identifiers: Vec<String>,
    /// The names of what we buy from it.
    pub services: Vec<String>,
}

impl Snapshot<'_> {
    /// Gives, of every vendor that has a profile, what it can be found by.
    pub fn further_names(&self) -> Result<HashMap<VendorId, FurtherNames>, StoreError> {
        let rows = self.all(include_str!("further_names.sql"), [], |row| {
            let names = FurtherNames {
                legal_name: row.get(1)?,
                affiliates: column::get(row, 2, column::json)?,
                identifiers: column::get(row, 3, column::json)?,
                services: column::get(row, 4, column::json)?,
            };
            Ok((column::get(row, 0, column::parsed)?, names))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Gives a vendor's profile; all open where none was written.
    pub fn profile(&self, vendor: VendorId) -> Result<Profile, StoreError> {
        let sql = "SELECT profile FROM vendor_profile WHERE vendor = ?";
        let profile = self.one(sql, [vendor.to_string()], |row| column::get(row, 0, column::json))?;
        Ok(profile.unwrap_or_default())
    }

    /// Gives every profile that was written.
    pub fn profiles(&self) -> Result<HashMap<VendorId, Profile>, StoreError> {
        let rows = self.all("SELECT vendor, profile FROM vendor_profile", [], |row| {
            Ok((column::get(row, 0, column::parsed)?, column::get(row, 1, column::json)?))
        })?;
        Ok(rows.into_iter().collect())
    }
}

impl Change<'_> {
    /// Writes a vendor's profile over the earlier one.
    pub fn save_profile(&mut self, vendor: VendorId, profile: &Profile) -> Result<(), StoreError> {
        let json = serde_json::to_string(profile).map_err(crate::error::Fault::from)?;
        self.execute(
            "INSERT INTO vendor_profile (vendor, profile) VALUES (?, ?)
             ON CONFLICT (vendor) DO UPDATE SET profile = excluded.profile",
            [vendor.to_string(), json],
        )?;
        Ok(())
    }
}
