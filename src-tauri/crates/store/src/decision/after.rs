//! What follows a decision: who is named signs, duties are done. Append-only.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{ConditionDone, ConditionId, DecisionId, LongText, PersonId, Signature, VendorId};
use rusqlite::params;

/// A duty of a vendor's latest decision that answers a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow {
    /// The vendor.
    pub vendor: VendorId,
    /// The rule.
    pub rule: String,
    /// Who answers for it.
    pub owner: PersonId,
    /// By when.
    pub due: NaiveDate,
    /// Whether it is done.
    pub done: bool,
}

/// Somebody who agreed to a vendor's latest decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRow {
    /// The vendor.
    pub vendor: VendorId,
    /// Who.
    pub person: PersonId,
    /// In which role, in words.
    pub role: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Snapshot<'_> {
    /// Gives what was signed under a decision, in order of time.
    pub fn signatures(&self, decision: DecisionId) -> Result<Vec<Signature>, StoreError> {
        let sql = "SELECT decision, person, name, signs_as, agrees, comment, signed_at, frozen_sha256
                   FROM decision_signature WHERE decision = ? ORDER BY row";
        Ok(self.all(sql, [decision.to_string()], |row| {
            Ok(Signature {
                decision: column::get(row, 0, column::parsed)?,
                person: column::get(row, 1, column::parsed)?,
                name: column::get(row, 2, column::name)?,
                role: column::get(row, 3, column::name)?,
                agrees: row.get(4)?,
                comment: column::opt(row, 5, column::long_text)?,
                at: column::get(row, 6, column::time)?,
                sha256: column::get(row, 7, column::parsed)?,
            })
        })?)
    }

    /// Gives the duties of a decision that are done.
    pub fn conditions_done(&self, decision: DecisionId) -> Result<Vec<ConditionDone>, StoreError> {
        let sql = "SELECT done.condition, done.note, done.proof, done.done_by, done.done_at
                   FROM condition_done AS done JOIN decision_condition AS duty ON duty.id = done.condition
                   WHERE duty.decision = ? ORDER BY duty.position";
        Ok(self.all(sql, [decision.to_string()], |row| {
            Ok(ConditionDone {
                condition: column::get(row, 0, column::parsed)?,
                note: column::get(row, 1, column::long_text)?,
                proof: column::opt(row, 2, column::parsed)?,
                by: column::get(row, 3, column::parsed)?,
                at: column::get(row, 4, column::time)?,
            })
        })?)
    }

    /// Gives the decision to which a duty belongs.
    pub fn decision_of_condition(&self, condition: ConditionId) -> Result<Option<DecisionId>, StoreError> {
        let sql = "SELECT decision FROM decision_condition WHERE id = ?";
        Ok(self.one(sql, [condition.to_string()], |row| column::get(row, 0, column::parsed))?)
    }

    /// Gives the duties of the latest decisions that answer a rule, of one vendor or of all.
    pub fn duties(&self, vendor: Option<VendorId>) -> Result<Vec<DutyRow>, StoreError> {
        Ok(self.all(include_str!("duties.sql"), [vendor.map(|id| id.to_string())], |row| {
            Ok(DutyRow {
                vendor: column::get(row, 0, column::parsed)?,
                rule: row.get(1)?,
                owner: column::get(row, 2, column::parsed)?,
                due: column::get(row, 3, column::day)?,
                done: row.get(4)?,
            })
        })?)
    }

    /// Gives who agreed to the latest decisions, of one vendor or of all.
    pub fn agreed(&self, vendor: Option<VendorId>) -> Result<Vec<SignedRow>, StoreError> {
        Ok(self.all(include_str!("agreed.sql"), [vendor.map(|id| id.to_string())], |row| {
            Ok(SignedRow {
                vendor: column::get(row, 0, column::parsed)?,
                person: column::get(row, 1, column::parsed)?,
                role: row.get(2)?,
                at: column::get(row, 3, column::time)?,
            })
        })?)
    }
}

impl Change<'_> {
    /// Signs a decision. A second time of the same person is a conflict.
    pub fn insert_signature(&mut self, signature: &Signature) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO decision_signature (decision, person, name, signs_as, agrees, comment, signed_at, frozen_sha256)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                signature.decision.to_string(),
                signature.person.to_string(),
                signature.name.as_str(),
                signature.role.as_str(),
                signature.agrees,
                signature.comment.as_ref().map(LongText::as_str),
                column::of_time(signature.at),
                signature.sha256.to_string(),
            ],
        )?;
        Ok(())
    }

    /// Says that a duty is done. A second time is a conflict.
    pub fn meet_condition(&mut self, done: &ConditionDone) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO condition_done (condition, note, proof, done_by, done_at) VALUES (?, ?, ?, ?, ?)",
            params![
                done.condition.to_string(),
                done.note.as_str(),
                done.proof.map(|proof| proof.to_string()),
                done.by.to_string(),
                column::of_time(done.at),
            ],
        )?;
        Ok(())
    }
}
