//! Copies of packets that came back signed, and who signed them on paper. Append-only: the last word holds.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{CopyFound, DocumentId, LongText, PacketId, PaperSignature, SignedCopy};
use rusqlite::{Row, params};

impl Snapshot<'_> {
    /// Gives the documents that are copies, of one packet or of all, in the order in which they were said to be.
    pub fn signed_copies(&self, packet: Option<PacketId>) -> Result<Vec<SignedCopy>, StoreError> {
        Ok(self.all(include_str!("held.sql"), [packet.map(|id| id.to_string())], copy)?)
    }

    /// Gives the last word on a document; a document that was said to be no copy has one, too.
    pub fn said_of_copy(&self, document: DocumentId) -> Result<Option<SignedCopy>, StoreError> {
        Ok(self.one(include_str!("latest.sql"), [document.to_string()], copy)?)
    }

    /// Gives the last word on each person who signs a packet.
    pub fn paper_signatures(&self, packet: PacketId) -> Result<Vec<PaperSignature>, StoreError> {
        Ok(self.all(include_str!("signatures.sql"), [packet.to_string()], |row| {
            Ok(PaperSignature {
                packet: column::get(row, 0, column::parsed)?,
                person: column::get(row, 1, column::parsed)?,
                name: column::get(row, 2, column::name)?,
                role: column::get(row, 3, column::name)?,
                signed: row.get(4)?,
                agrees: row.get(5)?,
                comment: column::opt(row, 6, column::long_text)?,
                on: column::opt(row, 7, column::day)?,
                why: column::opt(row, 8, column::long_text)?,
                by: column::get(row, 9, column::parsed)?,
                at: column::get(row, 10, column::time)?,
            })
        })?)
    }
}

impl Change<'_> {
    /// Says that a document is a copy of a packet, or none.
    pub fn insert_signed_copy(&mut self, copy: &SignedCopy) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO signed_copy (document, packet, found, sheet, why, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![
                copy.document.to_string(),
                copy.packet.map(|packet| packet.to_string()),
                copy.found.as_str(),
                copy.sheet,
                copy.why.as_ref().map(LongText::as_str),
                copy.by.to_string(),
                column::of_time(copy.at),
            ],
        )?;
        Ok(())
    }

    /// Says whether a person signed a packet on paper.
    pub fn insert_paper_signature(&mut self, signature: &PaperSignature) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO paper_signature (
                packet, person, name, signs_as, signed, agrees, comment, signed_on, why, said_by, said_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                signature.packet.to_string(),
                signature.person.to_string(),
                signature.name.as_str(),
                signature.role.as_str(),
                signature.signed,
                signature.agrees,
                signature.comment.as_ref().map(LongText::as_str),
                signature.on.map(|day| day.to_string()),
                signature.why.as_ref().map(LongText::as_str),
                signature.by.to_string(),
                column::of_time(signature.at),
            ],
        )?;
        Ok(())
    }
}

fn copy(row: &Row<'_>) -> rusqlite::Result<SignedCopy> {
    Ok(SignedCopy {
        document: column::get(row, 0, column::parsed)?,
        packet: column::opt(row, 1, column::parsed)?,
        found: column::get(row, 2, column::one_of(CopyFound::from_name))?,
        sheet: row.get(3)?,
        why: column::opt(row, 4, column::long_text)?,
        by: column::get(row, 5, column::parsed)?,
        at: column::get(row, 6, column::time)?,
    })
}
