//! Words recognised on pages that are pictures, and the documents with pages that nobody has recognised.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{DocumentId, Sha256};
use rusqlite::params;

/// What was recognised on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognisedRow {
    /// 1-based page of the file.
    pub page: u32,
    /// The name of what recognised it.
    pub engine: String,
    /// The words as they were found, in a form that the application chooses; the store does not look inside.
    pub words: Vec<u8>,
}

/// A document of which pages are pictures that nobody has read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadRow {
    /// The document.
    pub document: DocumentId,
    /// Its bytes.
    pub sha256: Sha256,
    /// Its file's name.
    pub file_name: String,
    /// Its pages that are pictures.
    pub pictures: Vec<u32>,
    /// Those of them that nobody has read.
    pub unread: Vec<u32>,
}

impl Snapshot<'_> {
    /// Gives what was recognised in a document, in the order of the pages.
    pub fn recognised(&self, document: DocumentId) -> Result<Vec<RecognisedRow>, StoreError> {
        let sql = "SELECT page, engine, words FROM recognised WHERE document = ? ORDER BY page";
        Ok(self.all(sql, [document.to_string()], |row| {
            Ok(RecognisedRow { page: row.get(0)?, engine: row.get(1)?, words: row.get(2)? })
        })?)
    }

    /// Lists the documents with pages that are pictures and unread, the first received first. What was set aside is no
    /// evidence, and stays unread.
    pub fn unread_pictures(&self) -> Result<Vec<UnreadRow>, StoreError> {
        Ok(self.all(include_str!("unread_pictures.sql"), [], |row| {
            let pictures: Vec<u32> = column::get(row, 3, column::json)?;
            let read: Vec<u32> = column::get(row, 4, column::json)?;
            Ok(UnreadRow {
                document: column::get(row, 0, column::parsed)?,
                sha256: column::get(row, 1, column::parsed)?,
                file_name: row.get(2)?,
                unread: pictures.iter().copied().filter(|page| !read.contains(page)).collect(),
                pictures,
            })
        })?)
    }
}

impl Change<'_> {
    /// Keeps what was recognised in a document. A page that was recognised before keeps what was found then.
    pub fn insert_recognised(&mut self, document: DocumentId, pages: &[RecognisedRow]) -> Result<(), StoreError> {
        for page in pages {
            let sql = "INSERT INTO recognised (document, page, engine, words) VALUES (?, ?, ?, ?)
                       ON CONFLICT (document, page) DO NOTHING";
            self.execute(sql, params![document.to_string(), page.page, page.engine, page.words])?;
        }
        Ok(())
    }
}
