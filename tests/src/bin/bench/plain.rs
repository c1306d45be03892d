//! The peer of the workspace: the same rows in plain tables of the same SQLite, with its settings as they come.
//!
//! No key, no chain, no triggers, no constraints but the primary keys; page text is indexed for search, nothing else is.

use crate::Outcome;
use countersign_domain::Vendor;
use countersign_store::{PageRow, StoredDocument};
use rusqlite::{Connection, params};
use std::path::Path;

const SCHEMA: &str = "
    CREATE TABLE vendor (
        id TEXT PRIMARY KEY, name TEXT, aliases TEXT, service TEXT, tier TEXT, stage TEXT, created_at TEXT);
    CREATE TABLE document (id TEXT PRIMARY KEY, file_name TEXT, reading TEXT, bytes BLOB);
    CREATE TABLE page (
        row INTEGER PRIMARY KEY, document TEXT, number INTEGER, label TEXT, width REAL, height REAL, text TEXT, words BLOB);
    CREATE VIRTUAL TABLE page_fts USING fts5 (text, content = 'page', content_rowid = 'row');
";

/// A plain file.
#[derive(Debug)]
pub(crate) struct Plain {
    connection: Connection,
}

impl Plain {
    pub(crate) fn create(path: &Path) -> Outcome<Self> {
        let plain = Self::open(path)?;
        plain.connection.execute_batch(SCHEMA)?;
        Ok(plain)
    }

    /// Opens the file and looks into it, since SQLite itself does so late.
    pub(crate) fn open(path: &Path) -> Outcome<Self> {
        let connection = Connection::open(path)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        Ok(Self { connection })
    }

    /// Inserts vendors in one transaction.
    pub(crate) fn insert_vendors(&mut self, vendors: &[Vendor]) -> Outcome<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut insert = transaction.prepare_cached("INSERT INTO vendor VALUES (?, ?, ?, ?, ?, ?, ?)")?;
            for vendor in vendors {
                let aliases: Vec<&str> = vendor.aliases.iter().map(|name| name.as_str()).collect();
                insert.execute(params![
                    vendor.id.to_string(),
                    vendor.name.as_str(),
                    aliases.join("\n"),
                    vendor.service.as_ref().map(|name| name.as_str()),
                    vendor.tier.map(|tier| tier.as_str()),
                    vendor.stage.as_str(),
                    vendor.created_at.to_rfc3339(),
                ])?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Lists all vendors by name and gives how many there are.
    pub(crate) fn list_vendors(&self) -> Outcome<usize> {
        let mut select = self.connection.prepare_cached("SELECT * FROM vendor ORDER BY name")?;
        let text =
            |row: &rusqlite::Row<'_>| (0..7).map(|column| row.get(column)).collect::<Result<Vec<Option<String>>, _>>();
        Ok(select.query_map([], text)?.collect::<Result<Vec<_>, _>>()?.len())
    }

    pub(crate) fn insert_document(&mut self, stored: &StoredDocument, pages: &[PageRow], bytes: &[u8]) -> Outcome<()> {
        let transaction = self.connection.transaction()?;
        let id = stored.document.id.to_string();
        let reading = serde_json::to_string(&stored.reading)?;
        transaction.execute(
            "INSERT INTO document VALUES (?, ?, ?, ?)",
            params![id, stored.document.file_name.as_str(), reading, bytes],
        )?;
        for page in pages {
            transaction
                .prepare_cached(
                    "INSERT INTO page (document, number, label, width, height, text, words) VALUES (?, ?, ?, ?, ?, ?, ?)",
                )?
                .execute(params![id, page.number, page.label, page.width, page.height, page.text, page.words])?;
            transaction
                .prepare_cached("INSERT INTO page_fts (rowid, text) VALUES (?, ?)")?
                .execute(params![transaction.last_insert_rowid(), page.text])?;
        }
        Ok(transaction.commit()?)
    }

    /// Finds pages that have a word that begins so, with a piece of their text, and gives how many.
    pub(crate) fn search(&self, word: &str, limit: u32) -> Outcome<usize> {
        let mut select = self.connection.prepare_cached(
            "SELECT rowid, snippet(page_fts, 0, '', '', '…', 24) FROM page_fts WHERE page_fts MATCH ? ORDER BY rank LIMIT ?",
        )?;
        let found = select.query_map(params![format!("{word}*"), limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<Vec<(i64, String)>, _>>()?.len())
    }
}
