//! Checks of firms. Append-only: the latest of a firm counts, for all of its reports.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{DocumentId, FirmCheckId, PersonId};
use rusqlite::{Row, params};
use serde_json::Value;
use std::collections::HashMap;

/// A check of a firm as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct FirmCheckRow {
    /// Its id.
    pub id: FirmCheckId,
    /// The firm's name, folded so that one check serves all its reports.
    pub firm: String,
    /// The day on which it was checked.
    pub checked_on: NaiveDate,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// What was found.
    pub result: Value,
    /// What shows the look-up of the licence.
    pub licence_proof: Option<DocumentId>,
    /// What shows the public file of peer reviews.
    pub peer_review_proof: Option<DocumentId>,
}

impl Snapshot<'_> {
    /// Gives every check of every firm, the latest recorded first.
    pub fn firm_checks(&self) -> Result<Vec<FirmCheckRow>, StoreError> {
        Ok(self.all(include_str!("list.sql"), [], firm_check)?)
    }

    /// Gives the names of the files that show what was looked up of firms.
    pub fn firm_check_files(&self) -> Result<HashMap<DocumentId, String>, StoreError> {
        let files =
            self.all(include_str!("files.sql"), [], |row| Ok((column::get(row, 0, column::parsed)?, row.get(1)?)))?;
        Ok(files.into_iter().collect())
    }
}

impl Change<'_> {
    /// Records a check of a firm.
    pub fn insert_firm_check(&mut self, row: &FirmCheckRow) -> Result<(), StoreError> {
        self.execute(
            include_str!("insert.sql"),
            params![
                row.id.to_string(),
                row.firm,
                row.checked_on.to_string(),
                row.recorded_by.to_string(),
                column::of_time(row.recorded_at),
                row.result.to_string(),
                row.licence_proof.map(|proof| proof.to_string()),
                row.peer_review_proof.map(|proof| proof.to_string())
            ],
        )?;
        Ok(())
    }
}

fn firm_check(row: &Row<'_>) -> rusqlite::Result<FirmCheckRow> {
    Ok(FirmCheckRow {
        id: column::get(row, 0, column::parsed)?,
        firm: row.get(1)?,
        checked_on: column::get(row, 2, column::day)?,
        recorded_by: column::get(row, 3, column::parsed)?,
        recorded_at: column::get(row, 4, column::time)?,
        result: column::get(row, 5, column::json)?,
        licence_proof: column::opt(row, 6, column::parsed)?,
        peer_review_proof: column::opt(row, 7, column::parsed)?,
    })
}
