//! Imports of the register: what each changed, so that it can be undone, and which vendors it entered.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::{Name, VendorId};
use rusqlite::{Row, params};
use serde_json::Value;
use uuid::Uuid;

/// An import as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    /// Its id.
    pub id: Uuid,
    /// The file it came from.
    pub file_name: Name,
    /// The name of who imported.
    pub imported_by: String,
    /// When.
    pub imported_at: DateTime<Utc>,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
    /// How many vendors it entered.
    pub created: u32,
    /// How many vendors it changed.
    pub changed: u32,
}

impl Snapshot<'_> {
    /// Gives the latest imports, newest first.
    pub fn imports(&self, limit: u32) -> Result<Vec<ImportRow>, StoreError> {
        Ok(self.all(include_str!("list.sql"), [limit], import_row)?)
    }

    /// Gives an import.
    pub fn import(&self, id: Uuid) -> Result<Option<ImportRow>, StoreError> {
        Ok(self.one(include_str!("by_id.sql"), [id.to_string()], import_row)?)
    }

    /// Gives what an import changed, as the application wrote it: lists `created` and `changed`.
    pub fn import_changes(&self, id: Uuid) -> Result<Option<Value>, StoreError> {
        let sql = "SELECT changes FROM vendor_import WHERE id = ?";
        Ok(self.one(sql, [id.to_string()], |row| column::get(row, 0, column::json))?)
    }
}

impl Change<'_> {
    /// Records an import of the person and time of this change, with what it takes to undo it, in lists `created` and
    /// `changed`, and the vendors that it entered.
    pub fn insert_import(
        &mut self,
        id: Uuid,
        file_name: &Name,
        changes: &Value,
        entered: &[VendorId],
    ) -> Result<(), StoreError> {
        let (actor, at) = self.who_and_when();
        self.execute(
            "INSERT INTO vendor_import (id, file_name, imported_by, imported_at, changes) VALUES (?, ?, ?, ?, ?)",
            params![id.to_string(), file_name.as_str(), actor, at, changes.to_string()],
        )?;
        for vendor in entered {
            self.execute(
                "INSERT INTO imported_vendor (vendor, import) VALUES (?, ?)",
                [vendor.to_string(), id.to_string()],
            )?;
        }
        Ok(())
    }

    /// Notes that an import is undone; from then on vendors that it entered can be removed.
    pub fn set_import_undone(&mut self, id: Uuid) -> Result<(), StoreError> {
        let (_, at) = self.who_and_when();
        let sql = "UPDATE vendor_import SET undone_at = ? WHERE id = ?";
        Ok(self.update("import", sql, params![at, id.to_string()])?)
    }

    /// Removes a vendor that an undone import had entered. Says `false`, and leaves it, where anything refers to it.
    pub fn remove_imported_vendor(&mut self, vendor: VendorId) -> Result<bool, StoreError> {
        self.execute("SAVEPOINT removing", [])?;
        match self.remove_rows(vendor) {
            Ok(()) => {
                self.execute("RELEASE removing", [])?;
                Ok(true)
            }
            Err(StoreError::Missing { .. }) => {
                self.execute("ROLLBACK TO removing", [])?;
                self.execute("RELEASE removing", [])?;
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    fn remove_rows(&mut self, vendor: VendorId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM vendor_profile WHERE vendor = ?",
            "DELETE FROM vendor_alias WHERE vendor = ?",
            "DELETE FROM vendor WHERE id = ?",
        ] {
            self.execute(sql, [vendor.to_string()])?;
        }
        Ok(())
    }
}

fn import_row(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    Ok(ImportRow {
        id: column::get(row, 0, column::parsed)?,
        file_name: column::get(row, 1, column::name)?,
        imported_by: row.get(2)?,
        imported_at: column::get(row, 3, column::time)?,
        undone_at: column::opt(row, 4, column::time)?,
        created: row.get::<_, Option<u32>>(5)?.unwrap_or_default(),
        changed: row.get::<_, Option<u32>>(6)?.unwrap_or_default(),
    })
}
