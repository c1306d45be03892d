//! Reviews of vendors with their answers. A finished review never changes; a correction is another one.

use crate::{Change, Snapshot, StoreError, Workspace, column};
use chrono::{DateTime, Utc};
use countersign_domain::{LongText, Looked, PersonId, ReviewId, Sha256, VendorId};
use rusqlite::{Row, params};
use serde_json::Value;
use std::collections::HashMap;

/// A review as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// Its id.
    pub id: ReviewId,
    /// The vendor.
    pub vendor: VendorId,
    /// Counted for each vendor from 1.
    pub number: u32,
    /// The review that it corrects, and why.
    pub corrects: Option<(ReviewId, LongText)>,
    /// Who started it, and when.
    pub started: (PersonId, DateTime<Utc>),
    /// Who signed it as its reviewer, and when.
    pub signed: Option<(PersonId, DateTime<Utc>)>,
    /// Who read it again, and when.
    pub second_read: Option<(PersonId, DateTime<Utc>)>,
    /// When it was finished, with the hash of what was frozen.
    pub finished: Option<(DateTime<Utc>, Sha256)>,
}

/// An answer as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// The question's id.
    pub question: String,
    /// Who answered.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// The answer, in a form that the application chooses.
    pub answer: Value,
}

impl Snapshot<'_> {
    /// Gives the reviews of a vendor, the latest first.
    pub fn reviews(&self, vendor: VendorId) -> Result<Vec<ReviewRow>, StoreError> {
        Ok(self.all(include_str!("of_vendor.sql"), [vendor.to_string()], review)?)
    }

    /// Gives all reviews, for each vendor the latest first.
    pub fn all_reviews(&self) -> Result<Vec<ReviewRow>, StoreError> {
        Ok(self.all(include_str!("all.sql"), [], review)?)
    }

    /// Gives a review.
    pub fn review(&self, id: ReviewId) -> Result<Option<ReviewRow>, StoreError> {
        Ok(self.one(include_str!("by_id.sql"), [id.to_string()], review)?)
    }

    /// Gives what was frozen when a review was finished.
    pub fn frozen_review(&self, id: ReviewId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT frozen FROM review WHERE id = ? AND frozen IS NOT NULL";
        Ok(self.one(sql, [id.to_string()], |row| row.get(0))?)
    }

    /// Gives what finished reviews looked at: of one vendor, or of all.
    pub fn looked_at(&self, only: Option<VendorId>) -> Result<HashMap<ReviewId, Looked>, StoreError> {
        let rows = self.all(include_str!("looked.sql"), [only.map(|vendor| vendor.to_string())], |row| {
            Ok((column::get(row, 0, column::parsed)?, column::get(row, 1, column::json)?))
        })?;
        let unreadable = |error: serde_json::Error| StoreError::Unexpected { detail: format!("a review: {error}") };
        let looked =
            |(review, looked): (ReviewId, Value)| Ok((review, serde_json::from_value(looked).map_err(unreadable)?));
        rows.into_iter().map(looked).collect()
    }

    /// Gives the answers of the last finished review of each vendor, by review.
    pub fn answers_of_last(&self) -> Result<HashMap<ReviewId, Vec<AnswerRow>>, StoreError> {
        let rows = self.all(include_str!("answers_of_last.sql"), [], |row| {
            Ok((column::get(row, 4, column::parsed)?, answer(row)?))
        })?;
        let mut by_review: HashMap<ReviewId, Vec<AnswerRow>> = HashMap::new();
        for (review, answer) in rows {
            by_review.entry(review).or_default().push(answer);
        }
        Ok(by_review)
    }

    /// Gives the answers of a review.
    pub fn answers(&self, review: ReviewId) -> Result<Vec<AnswerRow>, StoreError> {
        let sql =
            "SELECT question, answered_by, answered_at, answer FROM review_answer WHERE review = ? ORDER BY question";
        Ok(self.all(sql, [review.to_string()], answer)?)
    }
}

impl Change<'_> {
    /// Starts a review, with the answers from which it starts. A number that the vendor has already is a conflict.
    pub fn insert_review(&mut self, row: &ReviewRow, answers: &[AnswerRow]) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO review (id, vendor, number, corrects, reason, started_by, started_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![
                row.id.to_string(),
                row.vendor.to_string(),
                row.number,
                row.corrects.as_ref().map(|(id, _)| id.to_string()),
                row.corrects.as_ref().map(|(_, reason)| reason.as_str()),
                row.started.0.to_string(),
                column::of_time(row.started.1),
            ],
        )?;
        for answer in answers {
            self.execute(include_str!("keep_answer.sql"), answer_params(row.id, answer))?;
        }
        Ok(())
    }

    /// Signs a review as its reviewer, or takes the signature back, and with it the second reading.
    pub fn sign_review(&mut self, id: ReviewId, signed: Option<(PersonId, DateTime<Utc>)>) -> Result<(), StoreError> {
        let (by, at) = person_and_time(signed);
        let sql =
            "UPDATE review SET signed_by = ?, signed_at = ?, second_reader = NULL, second_read_at = NULL WHERE id = ?";
        Ok(self.update("review", sql, params![by, at, id.to_string()])?)
    }

    /// Says that somebody else has read a review again.
    pub fn read_review_again(&mut self, id: ReviewId, by: PersonId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE review SET second_reader = ?, second_read_at = ? WHERE id = ?";
        Ok(self.update("review", sql, params![by.to_string(), column::of_time(at), id.to_string()])?)
    }

    /// Finishes a review: from now on it never changes.
    pub fn finish_review(
        &mut self,
        id: ReviewId,
        at: DateTime<Utc>,
        (frozen, sha256): (&str, Sha256),
        looked: &Looked,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE review SET finished_at = ?, frozen_sha256 = ?, frozen = ? WHERE id = ?";
        self.update("review", sql, params![column::of_time(at), sha256.to_string(), frozen, id.to_string()])?;
        let looked =
            serde_json::to_string(looked).map_err(|error| StoreError::Unexpected { detail: error.to_string() })?;
        let sql = "INSERT INTO review_looked (review, finished_at, looked) VALUES (?, ?, ?)";
        self.execute(sql, params![id.to_string(), column::of_time(at), looked])?;
        Ok(())
    }
}

impl Workspace {
    /// Keeps an answer as it is typed. Not audited: it states something only once the review is signed.
    pub fn keep_answer(&self, review: ReviewId, answer: &AnswerRow) -> Result<(), StoreError> {
        self.unaudited(|connection| {
            connection.prepare_cached(include_str!("keep_answer.sql"))?.execute(answer_params(review, answer))?;
            Ok(())
        })
    }

    /// Throws an answer away that was typed.
    pub fn drop_answer(&self, review: ReviewId, question: &str) -> Result<(), StoreError> {
        self.unaudited(|connection| {
            let sql = "DELETE FROM review_answer WHERE review = ? AND question = ?";
            connection.prepare_cached(sql)?.execute([review.to_string().as_str(), question])?;
            Ok(())
        })
    }
}

fn answer_params(review: ReviewId, answer: &AnswerRow) -> [String; 5] {
    [
        review.to_string(),
        answer.question.clone(),
        answer.by.to_string(),
        column::of_time(answer.at),
        answer.answer.to_string(),
    ]
}

fn person_and_time(who: Option<(PersonId, DateTime<Utc>)>) -> (Option<String>, Option<String>) {
    who.map(|(by, at)| (by.to_string(), column::of_time(at))).unzip()
}

fn answer(row: &Row<'_>) -> rusqlite::Result<AnswerRow> {
    Ok(AnswerRow {
        question: row.get(0)?,
        by: column::get(row, 1, column::parsed)?,
        at: column::get(row, 2, column::time)?,
        answer: column::get(row, 3, column::json)?,
    })
}

fn review(row: &Row<'_>) -> rusqlite::Result<ReviewRow> {
    let corrects: Option<ReviewId> = column::opt(row, 3, column::parsed)?;
    let reason = column::opt(row, 4, column::long_text)?;
    let signer = column::opt(row, 7, column::parsed)?;
    let signed_at = column::opt(row, 8, column::time)?;
    let reader = column::opt(row, 9, column::parsed)?;
    let read_at = column::opt(row, 10, column::time)?;
    let finished_at = column::opt(row, 11, column::time)?;
    let sha256 = column::opt(row, 12, column::parsed)?;
    Ok(ReviewRow {
        id: column::get(row, 0, column::parsed)?,
        vendor: column::get(row, 1, column::parsed)?,
        number: row.get(2)?,
        corrects: corrects.zip(reason),
        started: (column::get(row, 5, column::parsed)?, column::get(row, 6, column::time)?),
        signed: signer.zip(signed_at),
        second_read: reader.zip(read_at),
        finished: finished_at.zip(sha256),
    })
}
