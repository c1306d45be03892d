//! Pages of documents: their text for search, their words for the screen.

use crate::{Change, Snapshot, StoreError, error::Fault};
use countersign_domain::DocumentId;
use rusqlite::{Row, params};

/// A page of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct PageRow {
    /// 1-based page of the file.
    pub number: u32,
    /// The number printed on it, where there is one.
    pub label: Option<String>,
    /// Width in PDF points, as shown.
    pub width: f64,
    /// Height in PDF points, as shown.
    pub height: f64,
    /// Its text in reading order.
    pub text: String,
    /// Its words with their places, in a form that the application chooses; the store does not look inside.
    pub words: Vec<u8>,
}

impl Snapshot<'_> {
    /// Gives a page.
    pub fn page(&self, document: DocumentId, number: u32) -> Result<Option<PageRow>, StoreError> {
        let sql = "SELECT number, label, width, height, text, words FROM page WHERE document = ? AND number = ?";
        Ok(self.one(sql, params![document.to_string(), number], page)?)
    }

    /// Gives the text of the first pages, at most so many.
    pub fn first_page_texts(&self, document: DocumentId, most: u32) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT text FROM page WHERE document = ? ORDER BY number LIMIT ?";
        Ok(self.all(sql, params![document.to_string(), most], |row| row.get(0))?)
    }

    /// Gives the text of every page, in order.
    pub fn page_texts(&self, document: DocumentId) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT text FROM page WHERE document = ? ORDER BY number";
        Ok(self.all(sql, [document.to_string()], |row| row.get(0))?)
    }
}

impl Change<'_> {
    pub(crate) fn insert_page(&mut self, document: DocumentId, page: &PageRow) -> Result<(), Fault> {
        self.execute(
            "INSERT INTO page (document, number, label, width, height, text, words) VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![document.to_string(), page.number, page.label, page.width, page.height, page.text, page.words],
        )?;
        Ok(())
    }

    /// Puts what was read of a page in the place of what stood there before. Tells whether there is such a page.
    pub(crate) fn update_page(&mut self, document: DocumentId, page: &PageRow) -> Result<bool, Fault> {
        let changed = self.execute(
            "UPDATE page SET label = ?3, width = ?4, height = ?5, text = ?6, words = ?7 WHERE document = ?1 AND number = ?2",
            params![document.to_string(), page.number, page.label, page.width, page.height, page.text, page.words],
        )?;
        Ok(changed == 1)
    }
}

fn page(row: &Row<'_>) -> rusqlite::Result<PageRow> {
    Ok(PageRow {
        number: row.get(0)?,
        label: row.get(1)?,
        width: row.get(2)?,
        height: row.get(3)?,
        text: row.get(4)?,
        words: row.get(5)?,
    })
}
