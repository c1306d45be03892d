//! Bytes under the name of their hash, in pieces of 256 KiB: nothing ever holds a whole document in memory.

use crate::{Change, Snapshot, StoreError, column, crash, error::Fault};
use countersign_domain::{DocumentId, Sha256};
use rusqlite::params;
use sha2::Digest as _;
use std::io::{self, Read, Write};

/// Large enough that a report is a few dozen rows, small enough for any memory.
const PIECE: u64 = 256 * 1024;

impl Snapshot<'_> {
    /// Writes stored bytes to `target`, piece by piece, and gives their length.
    ///
    /// The hash is checked on the way: spoilt bytes end in [`StoreError::Damaged`], after they were written.
    pub fn read_blob(&self, sha256: Sha256, target: &mut dyn Write) -> Result<u64, StoreError> {
        Ok(self.copy_blob(sha256, target)?)
    }

    fn copy_blob(&self, sha256: Sha256, target: &mut dyn Write) -> Result<u64, Fault> {
        let name = sha256.to_string();
        let length: u64 = self
            .one("SELECT length FROM blob WHERE sha256 = ?", [&name], |row| row.get(0))?
            .ok_or(Fault::Missing("bytes"))?;
        let mut statement = self.statement("SELECT bytes FROM blob_piece WHERE sha256 = ? ORDER BY position")?;
        let mut pieces = statement.query([&name])?;
        let mut hasher = sha2::Sha256::new();
        while let Some(piece) = pieces.next()? {
            let bytes = piece.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
            hasher.update(bytes);
            target.write_all(bytes)?;
        }
        if Sha256::from_bytes(hasher.finalize().into()) == sha256 {
            Ok(length)
        } else {
            Err(Fault::Damaged(format!("the bytes stored as {sha256} are not these bytes")))
        }
    }

    /// Gives the first bytes of a document's file, at most `most`; none where there is no such document.
    pub fn file_head(&self, document: DocumentId, most: u32) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT substr(blob_piece.bytes, 1, ?) FROM document
                   JOIN blob_piece ON blob_piece.sha256 = document.sha256
                   WHERE document.id = ? AND blob_piece.position = 0";
        Ok(self.one(sql, params![most, document.to_string()], |row| row.get(0))?.unwrap_or_default())
    }

    /// Gives the names of all stored bytes.
    pub fn blobs(&self) -> Result<Vec<Sha256>, StoreError> {
        Ok(self.all("SELECT sha256 FROM blob ORDER BY sha256", [], |row| column::get(row, 0, column::parsed))?)
    }
}

impl Change<'_> {
    /// Stores bytes that have this name and length; where they are stored already, nothing is read.
    pub(crate) fn insert_blob(&mut self, sha256: Sha256, length: u64, bytes: &mut dyn Read) -> Result<(), Fault> {
        let name = sha256.to_string();
        if self.one("SELECT 1 FROM blob WHERE sha256 = ?", [&name], |_| Ok(()))?.is_some() {
            return Ok(());
        }
        let mut hasher = sha2::Sha256::new();
        let mut stored = 0;
        let mut piece = Vec::with_capacity(PIECE as usize);
        for position in 0_u32.. {
            piece.clear();
            io::Read::take(&mut *bytes, PIECE).read_to_end(&mut piece)?;
            if piece.is_empty() {
                break;
            }
            stored += piece.len() as u64;
            if stored > length {
                return Err(Fault::OtherBytes);
            }
            hasher.update(&piece);
            self.execute(
                "INSERT INTO blob_piece (sha256, position, bytes) VALUES (?, ?, ?)",
                params![name, position, piece],
            )?;
            crash::point("between pieces");
        }
        if stored != length || Sha256::from_bytes(hasher.finalize().into()) != sha256 {
            return Err(Fault::OtherBytes);
        }
        self.execute("INSERT INTO blob (sha256, length) VALUES (?, ?)", params![name, length])?;
        Ok(())
    }
}
