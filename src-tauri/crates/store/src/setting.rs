//! The workspace's own values, and drafts of what is typed.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::{Name, WorkspaceId};
use serde_json::Value;

/// What a workspace says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceFacts {
    /// Its id.
    pub id: WorkspaceId,
    /// Our organisation's name.
    pub organisation: Name,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Snapshot<'_> {
    /// Gives what the workspace says of itself.
    pub fn workspace(&self) -> Result<WorkspaceFacts, StoreError> {
        Ok(self.statement("SELECT id, organisation, created_at FROM workspace")?.query_row([], |row| {
            Ok(WorkspaceFacts {
                id: column::get(row, 0, column::parsed)?,
                organisation: column::get(row, 1, column::name)?,
                created_at: column::get(row, 2, column::time)?,
            })
        })?)
    }

    /// Gives a setting.
    pub fn setting(&self, name: &str) -> Result<Option<Value>, StoreError> {
        let sql = "SELECT value FROM setting WHERE name = ?";
        Ok(self.one(sql, [name], |row| column::get(row, 0, column::json))?)
    }

    /// Gives a draft.
    pub fn draft(&self, name: &str) -> Result<Option<Value>, StoreError> {
        let sql = "SELECT value FROM draft WHERE name = ?";
        Ok(self.one(sql, [name], |row| column::get(row, 0, column::json))?)
    }
}

impl Change<'_> {
    /// Changes our organisation's name.
    pub fn set_organisation(&mut self, organisation: &Name) -> Result<(), StoreError> {
        Ok(self.update("workspace", "UPDATE workspace SET organisation = ?", [organisation.as_str()])?)
    }

    /// Writes a setting, or takes it away.
    pub fn set_setting(&mut self, name: &str, value: Option<&Value>) -> Result<(), StoreError> {
        match value {
            Some(value) => self.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, &value.to_string()],
            )?,
            None => self.execute("DELETE FROM setting WHERE name = ?", [name])?,
        };
        Ok(())
    }

    /// Throws a draft away, because what it prepared is recorded now. To keep one: [`crate::Workspace::keep_draft`].
    pub fn delete_draft(&mut self, name: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM draft WHERE name = ?", [name])?;
        Ok(())
    }
}
