//! What people said of facts and of entries of lists. Append-only: the latest of a document and fact or entry holds.

use crate::{Change, Snapshot, StoreError, column, document::DocumentFilter, error::Fault};
use countersign_domain::{DocumentId, EntryKey, FactKey, Judged, Judgement, ListName, LongText, Verdict};
use rusqlite::{Row, params};

impl Snapshot<'_> {
    /// Gives every judgement of a document, in the order in which they were made.
    pub fn judgements(&self, document: DocumentId) -> Result<Vec<Judgement>, StoreError> {
        Ok(self.all(include_str!("of_document.sql"), [document.to_string()], judgement)?)
    }

    /// Gives the judgement that holds for each judged fact and entry of the documents wanted; withdrawn ones are among them.
    pub fn latest_judgements(&self, filter: DocumentFilter) -> Result<Vec<Judgement>, StoreError> {
        let (condition, value) = filter.condition();
        let sql = include_str!("latest.sql").replace("{condition}", condition);
        Ok(self.all(&sql, [value], judgement)?)
    }
}

impl Change<'_> {
    /// Records a judgement. It does not touch the document's summary: see [`Change::set_summary`].
    pub fn insert_judgement(&mut self, judgement: &Judgement) -> Result<(), StoreError> {
        let (verdict, value) = match &judgement.verdict {
            Verdict::Confirmed => ("confirmed", None),
            Verdict::Corrected { value } => ("corrected", Some(value.to_string())),
            Verdict::Added { value } => ("added", Some(value.to_string())),
            Verdict::Rejected => ("rejected", None),
            Verdict::Withdrawn => ("withdrawn", None),
        };
        let (fact, list, entry) = match judgement.key {
            Judged::Fact(key) => (Some(key.as_str()), None, None),
            Judged::Entry(key) => (None, Some(key.list.as_str()), Some(key.id.to_string())),
        };
        let citations = serde_json::to_string(&judgement.citations).map_err(Fault::Json)?;
        self.execute(
            include_str!("insert.sql"),
            params![
                judgement.id.to_string(),
                judgement.document.to_string(),
                fact,
                list,
                entry,
                verdict,
                value,
                judgement.read.as_ref().map(ToString::to_string),
                citations,
                judgement.reason.as_ref().map(LongText::as_str),
                judgement.by.to_string(),
                column::of_time(judgement.at),
            ],
        )?;
        Ok(())
    }
}

fn judgement(row: &Row<'_>) -> rusqlite::Result<Judgement> {
    // The schema's CHECKs let a value stand with `corrected` and `added` only, and either a fact or an entry.
    let verdict = match (column::opt(row, 6, column::json)?, row.get_ref(5)?.as_str()?) {
        (Some(value), "added") => Verdict::Added { value },
        (Some(value), _) => Verdict::Corrected { value },
        (None, "confirmed") => Verdict::Confirmed,
        (None, "rejected") => Verdict::Rejected,
        (None, _) => Verdict::Withdrawn,
    };
    let key = match column::opt(row, 2, column::one_of(FactKey::from_name))? {
        Some(fact) => Judged::Fact(fact),
        None => Judged::Entry(EntryKey {
            list: column::get(row, 3, column::one_of(ListName::from_name))?,
            id: column::get(row, 4, column::parsed)?,
        }),
    };
    Ok(Judgement {
        id: column::get(row, 0, column::parsed)?,
        document: column::get(row, 1, column::parsed)?,
        key,
        verdict,
        read: column::opt(row, 7, column::json)?,
        citations: column::get(row, 8, column::json)?,
        reason: column::opt(row, 9, column::long_text)?,
        by: column::get(row, 10, column::parsed)?,
        at: column::get(row, 11, column::time)?,
    })
}
