//! What people said of facts. Append-only: the latest of a document and fact holds.

use crate::{Change, Snapshot, StoreError, column, document::DocumentFilter};
use countersign_domain::{DocumentId, FactKey, Judgement, LongText, Verdict};
use rusqlite::{Row, params};

impl Snapshot<'_> {
    /// Gives every judgement of a document, in the order in which they were made.
    pub fn judgements(&self, document: DocumentId) -> Result<Vec<Judgement>, StoreError> {
        Ok(self.all(include_str!("of_document.sql"), [document.to_string()], judgement)?)
    }

    /// Gives the judgement that holds for each judged fact of the documents wanted; withdrawn ones are among them.
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
            Verdict::Rejected => ("rejected", None),
            Verdict::Withdrawn => ("withdrawn", None),
        };
        self.execute(
            include_str!("insert.sql"),
            params![
                judgement.id.to_string(),
                judgement.document.to_string(),
                judgement.key.as_str(),
                verdict,
                value,
                judgement.reason.as_ref().map(LongText::as_str),
                judgement.by.to_string(),
                column::of_time(judgement.at),
            ],
        )?;
        Ok(())
    }
}

fn judgement(row: &Row<'_>) -> rusqlite::Result<Judgement> {
    let verdict = match (column::opt(row, 4, column::json)?, row.get_ref(3)?.as_str()?) {
        // The schema's CHECK lets a value stand with `corrected` only.
        (Some(value), _) => Verdict::Corrected { value },
        (None, "confirmed") => Verdict::Confirmed,
        (None, "rejected") => Verdict::Rejected,
        (None, _) => Verdict::Withdrawn,
    };
    Ok(Judgement {
        id: column::get(row, 0, column::parsed)?,
        document: column::get(row, 1, column::parsed)?,
        key: column::get(row, 2, column::one_of(FactKey::from_name))?,
        verdict,
        reason: column::opt(row, 5, column::long_text)?,
        by: column::get(row, 6, column::parsed)?,
        at: column::get(row, 7, column::time)?,
    })
}
