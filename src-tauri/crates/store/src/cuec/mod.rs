//! Our side of complementary user entity controls.

use crate::{Change, Snapshot, StoreError, column};
use chrono::NaiveDate;
use countersign_domain::{
    DocumentId, EntryId, LongText, OwnControlId, VendorId,
    cuec::{Applies, CarriedFrom, CuecAnswer, CuecProgress, OurSide, Verified},
};
use rusqlite::{Row, named_params};

/// An answer about a control of a document that is filed with a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledCuecAnswer {
    /// The vendor.
    pub vendor: VendorId,
    /// The last day that the document covers.
    pub covers_to: Option<NaiveDate>,
    /// The answer.
    pub answer: CuecAnswer,
}

impl Snapshot<'_> {
    /// Lists the answers about controls of the documents of a vendor, or of all, the earliest covered first.
    pub fn cuec_answers(&self, vendor: Option<VendorId>) -> Result<Vec<FiledCuecAnswer>, StoreError> {
        let vendor = vendor.map(|vendor| vendor.to_string());
        Ok(self.all(include_str!("answers.sql"), [vendor], filed)?)
    }
}

impl Change<'_> {
    /// Writes an answer, in the place of the one before.
    pub fn save_cuec_answer(&mut self, answer: &CuecAnswer) -> Result<(), StoreError> {
        let CuecAnswer { document, entry, text, ours, carried_from, by, at } = answer;
        let (document, entry) = (document.to_string(), entry.to_string());
        self.execute(
            include_str!("save.sql"),
            named_params! {
                ":document": document,
                ":entry": entry,
                ":text": text,
                ":applies": ours.applies.map(Applies::as_str),
                ":why": ours.why.as_ref().map(LongText::as_str),
                ":owner": ours.owner.map(|owner| owner.to_string()),
                ":progress": ours.progress.map(CuecProgress::as_str),
                ":evidence": ours.evidence.as_ref().map(LongText::as_str),
                ":proof": ours.proof.map(|proof| proof.to_string()),
                ":due": ours.due.map(|day| day.to_string()),
                ":verified_on": ours.verified.map(|verified| verified.on.to_string()),
                ":verified_by": ours.verified.map(|verified| verified.by.to_string()),
                ":note": ours.note.as_ref().map(LongText::as_str),
                ":carried_document": carried_from.map(|from| from.document.to_string()),
                ":carried_entry": carried_from.map(|from| from.entry.to_string()),
                ":answered_by": by.to_string(),
                ":answered_at": column::of_time(*at),
            },
        )?;
        self.execute("DELETE FROM cuec_control WHERE document = ? AND entry = ?", (&document, &entry))?;
        for (place, control) in (0_i64..).zip(&ours.controls) {
            self.execute(
                "INSERT INTO cuec_control (document, entry, control, place) VALUES (?, ?, ?, ?)",
                (&document, &entry, control.to_string(), place),
            )?;
        }
        Ok(())
    }

    /// Takes an answer back.
    pub fn remove_cuec_answer(&mut self, document: DocumentId, entry: EntryId) -> Result<(), StoreError> {
        let sql = "DELETE FROM cuec_answer WHERE document = ? AND entry = ?";
        Ok(self.update("answer", sql, (document.to_string(), entry.to_string()))?)
    }
}

fn filed(row: &Row<'_>) -> rusqlite::Result<FiledCuecAnswer> {
    let verified = match (column::opt(row, 10, column::day)?, column::opt(row, 11, column::parsed)?) {
        (Some(on), Some(by)) => Some(Verified { on, by }),
        _ => None,
    };
    let carried_from = match (column::opt(row, 13, column::parsed)?, column::opt(row, 14, column::parsed)?) {
        (Some(document), Some(entry)) => Some(CarriedFrom { document, entry }),
        _ => None,
    };
    let controls = |text: &str| text.split(' ').map(|id| Ok(id.parse::<OwnControlId>()?)).collect();
    let ours = OurSide {
        applies: column::opt(row, 3, column::one_of(Applies::from_name))?,
        why: column::opt(row, 4, column::long_text)?,
        controls: column::opt(row, 19, controls)?.unwrap_or_default(),
        owner: column::opt(row, 5, column::parsed)?,
        progress: column::opt(row, 6, column::one_of(CuecProgress::from_name))?,
        evidence: column::opt(row, 7, column::long_text)?,
        proof: column::opt(row, 8, column::parsed)?,
        due: column::opt(row, 9, column::day)?,
        verified,
        note: column::opt(row, 12, column::long_text)?,
    };
    let answer = CuecAnswer {
        document: column::get(row, 0, column::parsed)?,
        entry: column::get(row, 1, column::parsed)?,
        text: row.get(2)?,
        ours,
        carried_from,
        by: column::get(row, 15, column::parsed)?,
        at: column::get(row, 16, column::time)?,
    };
    Ok(FiledCuecAnswer {
        vendor: column::get(row, 17, column::parsed)?,
        covers_to: column::opt(row, 18, column::day)?,
        answer,
    })
}
