//! Tables of answers to complementary user entity controls that were taken: what each changed, so that it can be undone.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::Name;
use rusqlite::{Row, params};
use serde_json::Value;
use uuid::Uuid;

/// A table of answers as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CuecImportRow {
    /// Its id.
    pub id: Uuid,
    /// The file it came from.
    pub file_name: Name,
    /// The name of who took it.
    pub imported_by: String,
    /// When.
    pub imported_at: DateTime<Utc>,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
    /// How many answers it changed.
    pub changed: u32,
}

impl Snapshot<'_> {
    /// Gives the latest tables that were taken, newest first.
    pub fn cuec_imports(&self, limit: u32) -> Result<Vec<CuecImportRow>, StoreError> {
        Ok(self.all(include_str!("list.sql"), [limit], row)?)
    }

    /// Gives one of them.
    pub fn cuec_import(&self, id: Uuid) -> Result<Option<CuecImportRow>, StoreError> {
        Ok(self.one(include_str!("by_id.sql"), [id.to_string()], row)?)
    }

    /// Gives what one of them changed, as the application wrote it: a list.
    pub fn cuec_import_changes(&self, id: Uuid) -> Result<Option<Value>, StoreError> {
        let sql = "SELECT changes FROM cuec_import WHERE id = ?";
        Ok(self.one(sql, [id.to_string()], |row| column::get(row, 0, column::json))?)
    }
}

impl Change<'_> {
    /// Records a table that the person of this change takes, with what it takes to undo it, as a list.
    pub fn insert_cuec_import(&mut self, id: Uuid, file_name: &Name, changes: &Value) -> Result<(), StoreError> {
        let (actor, at) = self.who_and_when();
        self.execute(
            "INSERT INTO cuec_import (id, file_name, imported_by, imported_at, changes) VALUES (?, ?, ?, ?, ?)",
            params![id.to_string(), file_name.as_str(), actor, at, changes.to_string()],
        )?;
        Ok(())
    }

    /// Notes that one is undone; the file lets nobody do that twice.
    pub fn set_cuec_import_undone(&mut self, id: Uuid) -> Result<(), StoreError> {
        let (_, at) = self.who_and_when();
        let sql = "UPDATE cuec_import SET undone_at = ? WHERE id = ?";
        Ok(self.update("import", sql, params![at, id.to_string()])?)
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<CuecImportRow> {
    Ok(CuecImportRow {
        id: column::get(row, 0, column::parsed)?,
        file_name: column::get(row, 1, column::name)?,
        imported_by: row.get(2)?,
        imported_at: column::get(row, 3, column::time)?,
        undone_at: column::opt(row, 4, column::time)?,
        changed: row.get(5)?,
    })
}
