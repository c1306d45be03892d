//! Versions of the acceptance policy. Append-only: the one with the highest number is in force.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::{LongText, PersonId};
use rusqlite::{Row, params};

/// A version of the policy as it was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyRow {
    /// Counted from 1.
    pub version: u32,
    /// Why it was saved.
    pub reason: LongText,
    /// Who saved it.
    pub saved_by: PersonId,
    /// When.
    pub saved_at: DateTime<Utc>,
    /// The policy, as its own crate writes it down.
    pub policy: String,
}

impl Snapshot<'_> {
    /// Gives the policy in force; `None` where none was saved yet.
    pub fn policy(&self) -> Result<Option<PolicyRow>, StoreError> {
        let sql = "SELECT version, reason, saved_by, saved_at, policy FROM policy ORDER BY version DESC LIMIT 1";
        Ok(self.one(sql, [], policy)?)
    }

    /// Gives every version of the policy, the latest first.
    pub fn policies(&self) -> Result<Vec<PolicyRow>, StoreError> {
        let sql = "SELECT version, reason, saved_by, saved_at, policy FROM policy ORDER BY version DESC";
        Ok(self.all(sql, [], policy)?)
    }
}

impl Change<'_> {
    /// Saves the next version of the policy. A version that is there already is a conflict.
    pub fn insert_policy(&mut self, row: &PolicyRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO policy (version, reason, saved_by, saved_at, policy) VALUES (?, ?, ?, ?, ?)",
            params![
                row.version,
                row.reason.as_str(),
                row.saved_by.to_string(),
                column::of_time(row.saved_at),
                row.policy
            ],
        )?;
        Ok(())
    }
}

fn policy(row: &Row<'_>) -> rusqlite::Result<PolicyRow> {
    Ok(PolicyRow {
        version: row.get(0)?,
        reason: column::get(row, 1, column::long_text)?,
        saved_by: column::get(row, 2, column::parsed)?,
        saved_at: column::get(row, 3, column::time)?,
        policy: row.get(4)?,
    })
}
