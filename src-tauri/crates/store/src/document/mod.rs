//! Received documents, their readings and pages.

mod page;
mod reading;
mod recognised;

pub use page::PageRow;
pub use reading::{ReadingRow, Reread};
pub use recognised::{RecognisedRow, UnreadRow};

use crate::{Change, Snapshot, StoreError, column, crash};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{Document, DocumentId, Filing, Kind, Opinion, PersonId, Reading, Sha256, VendorId};
use rusqlite::{Row, named_params, params};
use std::{collections::HashMap, io::Read};

/// The reading in short, with what people judged. The application works it out and keeps it current with
/// [`Change::set_summary`]; lists, search and the register need nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Which kind of document it is.
    pub kind: Kind,
    /// The organisation it is about.
    pub organization: Option<String>,
    /// First day it covers, or its date.
    pub from: Option<NaiveDate>,
    /// Last day it covers, or its date.
    pub to: Option<NaiveDate>,
    /// The auditor's opinion.
    pub opinion: Option<Opinion>,
    /// How many facts have a value.
    pub facts: u32,
    /// How many of these nobody has judged yet; never more than `facts`.
    pub open_facts: u32,
    /// How many statements contradict each other.
    pub contradictions: u32,
    /// How many warnings there are.
    pub warnings: u32,
    /// Whether any page has text.
    pub has_text: bool,
}

/// A document in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRow {
    /// The document as received and filed.
    pub document: Document,
    /// Its reading in short.
    pub summary: Summary,
}

/// A document with its whole reading.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDocument {
    /// The document as received and filed.
    pub document: Document,
    /// Its reading in short, with what people judged.
    pub summary: Summary,
    /// What the reader said last, untouched by judgements.
    pub reading: Reading,
    /// The number of that reading: 1 where the document was read only when it was received.
    pub reading_number: u32,
    /// When that reading was made.
    pub read_at: DateTime<Utc>,
    /// Who had it made.
    pub read_by: PersonId,
}

/// Which documents are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFilter {
    /// Every one.
    All,
    /// Those that wait in the inbox.
    Waiting,
    /// Those judged to be no evidence; copies of packets are not among them.
    SetAside,
    /// Those filed with a vendor.
    FiledWith(VendorId),
    /// Those filed with any vendor.
    Filed,
    /// Those that are pictures only, unless they were set aside.
    WithoutText,
}

impl DocumentFilter {
    /// Gives the condition that an index answers, and the value for its one parameter.
    pub(crate) fn condition(self) -> (&'static str, Option<String>) {
        match self {
            Self::All => ("?1 IS NULL", None),
            Self::Waiting => ("document.state = ?1", Some("waiting".to_owned())),
            Self::SetAside => (
                "document.state = ?1 AND document.id NOT IN (SELECT document FROM held_copy)",
                Some("set_aside".to_owned()),
            ),
            Self::Filed => ("document.state = ?1", Some("filed".to_owned())),
            Self::WithoutText => ("document.has_text = 0 AND document.state <> ?1", Some("set_aside".to_owned())),
            Self::FiledWith(vendor) => ("document.vendor = ?1", Some(vendor.to_string())),
        }
    }
}

impl Snapshot<'_> {
    /// Lists documents, the latest received first.
    pub fn documents(&self, filter: DocumentFilter) -> Result<Vec<DocumentRow>, StoreError> {
        let (condition, value) = filter.condition();
        let sql = include_str!("list.sql").replace("{condition}", condition);
        Ok(self.all(&sql, [value], |row| Ok(DocumentRow { document: document(row)?, summary: summary(row)? }))?)
    }

    /// Lists the kinds of the documents filed with each vendor.
    pub fn kinds_held(&self) -> Result<HashMap<VendorId, Vec<Kind>>, StoreError> {
        let rows = self.all("SELECT vendor, kind FROM document WHERE vendor IS NOT NULL", [], |row| {
            Ok((column::get(row, 0, column::parsed)?, column::get(row, 1, column::serde_name)?))
        })?;
        let mut held: HashMap<VendorId, Vec<Kind>> = HashMap::new();
        for (vendor, kind) in rows {
            held.entry(vendor).or_default().push(kind);
        }
        Ok(held)
    }

    /// Counts the documents that wait in the inbox.
    pub fn waiting_count(&self) -> Result<u32, StoreError> {
        Ok(self.count("SELECT count(*) FROM document WHERE state = 'waiting'")?)
    }

    /// Gives a document with its reading.
    pub fn document(&self, id: DocumentId) -> Result<Option<StoredDocument>, StoreError> {
        Ok(self.one(include_str!("by_id.sql"), [id.to_string()], |row| {
            Ok(StoredDocument {
                document: document(row)?,
                summary: summary(row)?,
                reading_number: row.get(19)?,
                read_at: column::get(row, 20, column::time)?,
                read_by: column::get(row, 21, column::parsed)?,
                reading: column::get(row, 22, column::json)?,
            })
        })?)
    }

    /// Finds the document that has these bytes.
    pub fn document_by_sha(&self, sha256: Sha256) -> Result<Option<DocumentRow>, StoreError> {
        Ok(self.one(include_str!("by_sha.sql"), [sha256.to_string()], |row| {
            Ok(DocumentRow { document: document(row)?, summary: summary(row)? })
        })?)
    }
}

impl Change<'_> {
    /// Stores a document whole: bytes, reading and pages. The same bytes again are a conflict: `document.sha256`; ask
    /// [`Snapshot::document_by_sha`] first. Bytes of another hash or length than the document says are refused.
    pub fn insert_document(
        &mut self,
        document: &Document,
        summary: &Summary,
        reading: &Reading,
        pages: &[PageRow],
        mut bytes: impl Read,
    ) -> Result<(), StoreError> {
        if self.document_by_sha(document.sha256)?.is_some() {
            return Err(StoreError::Conflict { what: "document.sha256".to_owned() });
        }
        self.insert_blob(document.sha256, document.bytes, &mut bytes)?;
        crash::point("after the bytes");
        let (state, vendor) = filing_columns(document.filing);
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":id": document.id.to_string(),
                ":sha256": document.sha256.to_string(),
                ":file_name": document.file_name.as_str(),
                ":pages": document.pages,
                ":received_at": column::of_time(document.received_at),
                ":received_by": document.received_by.to_string(),
                ":state": state,
                ":vendor": vendor,
                ":kind": column::of_serde_name(summary.kind),
                ":organization": summary.organization,
                ":covers_from": summary.from.map(|day| day.to_string()),
                ":covers_to": summary.to.map(|day| day.to_string()),
                ":opinion": summary.opinion.map(column::of_serde_name),
                ":facts": summary.facts,
                ":open_facts": summary.open_facts,
                ":contradictions": summary.contradictions,
                ":warnings": summary.warnings,
                ":has_text": summary.has_text,
            },
        )?;
        self.insert_reading(document.id, 1, reading, document.received_at, document.received_by)?;
        crash::point("after the document");
        for page in pages {
            self.insert_page(document.id, page)?;
            crash::point("between pages");
        }
        Ok(())
    }

    /// Files a document, sets it aside or puts it back into the inbox.
    pub fn set_filing(&mut self, id: DocumentId, filing: Filing) -> Result<(), StoreError> {
        let (state, vendor) = filing_columns(filing);
        let sql = "UPDATE document SET state = ?, vendor = ? WHERE id = ?";
        Ok(self.update("document", sql, params![state, vendor, id.to_string()])?)
    }

    /// Writes what the reading and the judgements say in short.
    pub fn set_summary(&mut self, id: DocumentId, summary: &Summary) -> Result<(), StoreError> {
        Ok(self.update(
            "document",
            include_str!("set_summary.sql"),
            named_params! {
                ":id": id.to_string(),
                ":kind": column::of_serde_name(summary.kind),
                ":organization": summary.organization,
                ":covers_from": summary.from.map(|day| day.to_string()),
                ":covers_to": summary.to.map(|day| day.to_string()),
                ":opinion": summary.opinion.map(column::of_serde_name),
                ":facts": summary.facts,
                ":open_facts": summary.open_facts,
                ":contradictions": summary.contradictions,
                ":warnings": summary.warnings,
                ":has_text": summary.has_text,
            },
        )?)
    }
}

fn filing_columns(filing: Filing) -> (&'static str, Option<String>) {
    match filing {
        Filing::Waiting => ("waiting", None),
        Filing::Filed { vendor } => ("filed", Some(vendor.to_string())),
        Filing::SetAside => ("set_aside", None),
    }
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    // The schema's CHECK lets a vendor stand with `filed` only.
    let filing = match (column::opt(row, 8, column::parsed)?, row.get_ref(7)?.as_str()?) {
        (Some(vendor), _) => Filing::Filed { vendor },
        (None, "set_aside") => Filing::SetAside,
        (None, _) => Filing::Waiting,
    };
    Ok(Document {
        id: column::get(row, 0, column::parsed)?,
        sha256: column::get(row, 1, column::parsed)?,
        file_name: column::get(row, 2, column::name)?,
        bytes: row.get(3)?,
        pages: row.get(4)?,
        received_at: column::get(row, 5, column::time)?,
        received_by: column::get(row, 6, column::parsed)?,
        filing,
    })
}

fn summary(row: &Row<'_>) -> rusqlite::Result<Summary> {
    Ok(Summary {
        kind: column::get(row, 9, column::serde_name)?,
        organization: row.get(10)?,
        from: column::opt(row, 11, column::day)?,
        to: column::opt(row, 12, column::day)?,
        opinion: column::opt(row, 13, column::serde_name)?,
        facts: row.get(14)?,
        open_facts: row.get(15)?,
        contradictions: row.get(16)?,
        warnings: row.get(17)?,
        has_text: row.get(18)?,
    })
}
