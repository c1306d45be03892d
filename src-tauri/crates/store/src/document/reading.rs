//! The readings of a document. Append-only: the one with the highest number holds, the earlier ones stay.

use super::Summary;
use crate::{Change, PageRow, Snapshot, StoreError, column, crash, error::Fault};
use chrono::{DateTime, Utc};
use countersign_domain::{DocumentId, PersonId, Reading};
use rusqlite::params;

/// One reading in the history of a document, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRow {
    /// Counted from 1.
    pub number: u32,
    /// Name and version of what read.
    pub extractor: String,
    /// When.
    pub read_at: DateTime<Utc>,
    /// Who had it made.
    pub read_by: PersonId,
}

/// A document that was read again: what takes the place of what was read before.
#[derive(Debug, Clone, Copy)]
pub struct Reread<'a> {
    /// What the reader says now.
    pub reading: &'a Reading,
    /// What lists show, with the judgements laid over the new reading.
    pub summary: &'a Summary,
    /// Every page of the document with its words as they are read now.
    pub pages: &'a [PageRow],
    /// When it was read again.
    pub at: DateTime<Utc>,
    /// Who had it read again.
    pub by: PersonId,
}

impl Snapshot<'_> {
    /// Lists the readings of a document, the first one first.
    pub fn readings(&self, document: DocumentId) -> Result<Vec<ReadingRow>, StoreError> {
        let sql = "SELECT number, extractor, read_at, read_by FROM reading WHERE document = ? ORDER BY number";
        Ok(self.all(sql, [document.to_string()], |row| {
            Ok(ReadingRow {
                number: row.get(0)?,
                extractor: row.get(1)?,
                read_at: column::get(row, 2, column::time)?,
                read_by: column::get(row, 3, column::parsed)?,
            })
        })?)
    }

    /// Gives one reading of a document by its number.
    pub fn reading(&self, document: DocumentId, number: u32) -> Result<Option<Reading>, StoreError> {
        let sql = "SELECT reading FROM reading WHERE document = ? AND number = ?";
        Ok(self.one(sql, params![document.to_string(), number], |row| column::get(row, 0, column::json))?)
    }

    /// Gives every document with the name of what read it last, in the order in which they were received.
    pub fn extractors(&self) -> Result<Vec<(DocumentId, String)>, StoreError> {
        Ok(self
            .all(include_str!("extractors.sql"), [], |row| Ok((column::get(row, 0, column::parsed)?, row.get(1)?)))?)
    }
}

impl Change<'_> {
    /// Stores another reading of a document and puts its pages in the place of those read before; gives its number.
    /// Judgements stay as they are. The bytes are the same, so the pages must be the same in number.
    pub fn replace_reading(&mut self, document: DocumentId, new: &Reread<'_>) -> Result<u32, StoreError> {
        let Some(stored) = self.document(document)? else { return Err(StoreError::Missing { what: "document" }) };
        if stored.document.pages as usize != new.pages.len() {
            return Err(StoreError::Conflict { what: "document.pages".to_owned() });
        }
        let number = stored.reading_number + 1;
        self.insert_reading(document, number, new.reading, new.at, new.by)?;
        crash::point("after the reading");
        for page in new.pages {
            if !self.update_page(document, page)? {
                return Err(StoreError::Missing { what: "page" });
            }
            crash::point("between pages");
        }
        self.set_summary(document, new.summary)?;
        Ok(number)
    }

    pub(super) fn insert_reading(
        &mut self,
        document: DocumentId,
        number: u32,
        reading: &Reading,
        at: DateTime<Utc>,
        by: PersonId,
    ) -> Result<(), StoreError> {
        let text = serde_json::to_string(reading).map_err(Fault::Json)?;
        self.execute(
            "INSERT INTO reading (document, number, extractor, read_at, read_by, reading) VALUES (?, ?, ?, ?, ?, ?)",
            params![
                document.to_string(),
                number,
                reading.document.extractor,
                column::of_time(at),
                by.to_string(),
                text
            ],
        )?;
        Ok(())
    }
}
