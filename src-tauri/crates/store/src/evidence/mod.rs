//! What the rules look at of each document, kept so that the register is evaluated without parsing readings.
//!
//! Derived and not audited: it states nothing that the reading and the judgements do not. Another reading or judgement throws
//! it away (triggers of the schema); whoever asks for it works out again what is not there.

use crate::{Snapshot, StoreError, Workspace, column};
use countersign_domain::{DocumentId, VendorId};
use rusqlite::params;

/// A filed document, and from what is worked out what the rules look at of it: while both numbers stay, that stays too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The document.
    pub document: DocumentId,
    /// The vendor with which it is filed.
    pub vendor: VendorId,
    /// The number of the reading.
    pub reading: u32,
    /// How many judgements are laid over it.
    pub judgements: u32,
}

/// What was worked out of a document, and from what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEvidence {
    /// The document.
    pub document: DocumentId,
    /// The number of the reading.
    pub reading: u32,
    /// How many judgements were laid over it.
    pub judgements: usize,
    /// What the rules look at, as JSON.
    pub evidence: String,
}

impl Snapshot<'_> {
    /// Gives every document that is filed with the vendor, or with any.
    pub fn evidence(&self, vendor: Option<VendorId>) -> Result<Vec<EvidenceRow>, StoreError> {
        let sql = if vendor.is_some() { include_str!("of_vendor.sql") } else { include_str!("all.sql") };
        let map = |row: &rusqlite::Row<'_>| {
            Ok(EvidenceRow {
                document: column::get(row, 0, column::parsed)?,
                vendor: column::get(row, 1, column::parsed)?,
                reading: row.get(2)?,
                judgements: row.get(3)?,
            })
        };
        Ok(match vendor {
            Some(vendor) => self.all(sql, [vendor.to_string()], map)?,
            None => self.all(sql, [], map)?,
        })
    }

    /// Gives what is kept of a document in that form; `None` where it has to be worked out again.
    pub fn kept_evidence(&self, document: DocumentId, form: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT evidence FROM document_evidence WHERE document = ? AND form = ?";
        Ok(self.one(sql, [document.to_string().as_str(), form], |row| row.get(0))?)
    }
}

impl Workspace {
    /// Keeps what was worked out, where reading and judgements are still those it was worked out from.
    pub fn keep_evidence(&self, form: &str, kept: &[KeptEvidence]) -> Result<(), StoreError> {
        self.unaudited(|connection| {
            let mut statement = connection.prepare_cached(include_str!("keep.sql"))?;
            for one in kept {
                let document = one.document.to_string();
                statement.execute(params![document, form, one.evidence, one.reading, one.judgements])?;
            }
            Ok(())
        })
    }
}
