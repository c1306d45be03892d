//! Decisions about vendors. Append-only: a later one supersedes.

mod after;
mod open;

pub use after::{DutyRow, SignedRow};
pub use open::{OpenDutyRow, SettlingDutyRow, UnconfirmedRow, UnpackedRow, UnsignedRow};

use crate::{Change, Snapshot, StoreError, column, error::Fault};
use chrono::NaiveDate;
use countersign_domain::{Condition, Decision, DecisionId, Name, Outcome, Residual, RiskLevel, Vendor, VendorId};
use rusqlite::{Row, params};
use std::collections::HashMap;

/// The days of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecisionDays {
    /// Its id.
    pub id: DecisionId,
    /// The vendor.
    pub vendor: VendorId,
    /// Its number.
    pub number: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// The day.
    pub decided_on: NaiveDate,
    /// When to look again.
    pub next_review: Option<NaiveDate>,
}

impl Snapshot<'_> {
    /// Gives the decisions about a vendor, the latest first.
    pub fn decisions(&self, vendor: VendorId) -> Result<Vec<Decision>, StoreError> {
        let found = self.all(include_str!("of_vendor.sql"), [vendor.to_string()], decision)?;
        Ok(found.into_iter().map(|decision| self.complete(decision)).collect::<Result<_, Fault>>()?)
    }

    /// Whether we use the vendor ([`countersign_domain::in_use`]).
    pub fn in_use(&self, vendor: &Vendor) -> Result<bool, StoreError> {
        let decided = self.decisions(vendor.id)?.into_iter().map(|decision| decision.outcome);
        Ok(countersign_domain::in_use(vendor.stage, decided))
    }

    /// Gives what was ever decided about each vendor.
    pub fn outcomes(&self) -> Result<HashMap<VendorId, Vec<Outcome>>, StoreError> {
        let decided = self.all("SELECT vendor, outcome FROM decision ORDER BY number", [], |row| {
            Ok((column::get(row, 0, column::parsed)?, column::get(row, 1, column::one_of(Outcome::from_name))?))
        })?;
        let mut of_vendor: HashMap<VendorId, Vec<Outcome>> = HashMap::new();
        for (vendor, outcome) in decided {
            of_vendor.entry(vendor).or_default().push(outcome);
        }
        Ok(of_vendor)
    }

    /// Gives the days of all decisions, in the order of their numbers.
    pub fn decision_days(&self) -> Result<Vec<DecisionDays>, StoreError> {
        let sql = "SELECT id, vendor, number, outcome, decided_on, next_review FROM decision ORDER BY number";
        Ok(self.all(sql, [], |row| {
            Ok(DecisionDays {
                id: column::get(row, 0, column::parsed)?,
                vendor: column::get(row, 1, column::parsed)?,
                number: row.get(2)?,
                outcome: column::get(row, 3, column::one_of(Outcome::from_name))?,
                decided_on: column::get(row, 4, column::day)?,
                next_review: column::opt(row, 5, column::day)?,
            })
        })?)
    }

    /// Gives the latest decision about a vendor.
    pub fn latest_decision(&self, vendor: VendorId) -> Result<Option<Decision>, StoreError> {
        let found = self.one(include_str!("of_vendor.sql"), [vendor.to_string()], decision)?;
        Ok(found.map(|decision| self.complete(decision)).transpose()?)
    }

    /// Gives a decision.
    pub fn decision(&self, id: DecisionId) -> Result<Option<Decision>, StoreError> {
        let found = self.one(include_str!("by_id.sql"), [id.to_string()], decision)?;
        Ok(found.map(|decision| self.complete(decision)).transpose()?)
    }

    /// Gives the number that the next decision must have. Inside a write nobody else can take it.
    pub fn next_decision_number(&self) -> Result<u32, StoreError> {
        Ok(self.count("SELECT coalesce(max(number), 0) + 1 FROM decision")?)
    }

    fn complete(&self, mut decision: Decision) -> Result<Decision, Fault> {
        let id = decision.id.to_string();
        decision.conditions = self.all(
            "SELECT id, what, owner, due, before_go_live, rule, finding FROM decision_condition WHERE decision = ? ORDER BY position",
            [&id],
            |row| {
                Ok(Condition {
                    id: column::get(row, 0, column::parsed)?,
                    what: column::get(row, 1, column::long_text)?,
                    owner: column::get(row, 2, column::parsed)?,
                    due: column::get(row, 3, column::day)?,
                    before_go_live: row.get(4)?,
                    rule: column::opt(row, 5, column::name)?,
                    finding: column::opt(row, 6, column::parsed)?,
                })
            },
        )?;
        decision.signers =
            self.all("SELECT person FROM decision_signer WHERE decision = ? ORDER BY position", [&id], |row| {
                column::get(row, 0, column::parsed)
            })?;
        Ok(decision)
    }
}

impl Change<'_> {
    /// Records a decision. Its number must be [`Snapshot::next_decision_number`], asked within the same write, because what is
    /// frozen may speak of it; another number is a conflict: `decision.number`.
    pub fn insert_decision(&mut self, decision: &Decision) -> Result<(), StoreError> {
        if decision.number != self.next_decision_number()? {
            return Err(Fault::Conflict("decision.number").into());
        }
        let id = decision.id.to_string();
        self.execute(
            include_str!("insert.sql"),
            params![
                decision.number,
                id,
                decision.vendor.to_string(),
                decision.outcome.as_str(),
                decision.reason.as_str(),
                decision.residual.as_ref().map(|residual| residual.level.as_str()),
                decision.residual.as_ref().map(|residual| residual.words.as_str()),
                decision.next_review.map(|day| day.to_string()),
                decision.decided_on.to_string(),
                decision.recorded_by.to_string(),
                column::of_time(decision.recorded_at),
                decision.frozen_sha256.to_string(),
                decision.frozen,
            ],
        )?;
        for (position, condition) in decision.conditions.iter().enumerate() {
            self.execute(
                "INSERT INTO decision_condition (id, decision, position, what, owner, due, before_go_live, rule, finding)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    condition.id.to_string(),
                    id,
                    position,
                    condition.what.as_str(),
                    condition.owner.to_string(),
                    condition.due.to_string(),
                    condition.before_go_live,
                    condition.rule.as_ref().map(Name::as_str),
                    condition.finding.map(|finding| finding.to_string()),
                ],
            )?;
        }
        for (position, signer) in decision.signers.iter().enumerate() {
            self.execute(
                "INSERT INTO decision_signer (decision, position, person) VALUES (?, ?, ?)",
                params![id, position, signer.to_string()],
            )?;
        }
        Ok(())
    }
}

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    let level = column::opt(row, 11, column::one_of(RiskLevel::from_name))?;
    let words = column::opt(row, 12, column::long_text)?;
    Ok(Decision {
        residual: level.zip(words).map(|(level, words)| Residual { level, words }),
        number: row.get(0)?,
        id: column::get(row, 1, column::parsed)?,
        vendor: column::get(row, 2, column::parsed)?,
        outcome: column::get(row, 3, column::one_of(Outcome::from_name))?,
        reason: column::get(row, 4, column::long_text)?,
        next_review: column::opt(row, 5, column::day)?,
        decided_on: column::get(row, 6, column::day)?,
        recorded_by: column::get(row, 7, column::parsed)?,
        recorded_at: column::get(row, 8, column::time)?,
        frozen_sha256: column::get(row, 9, column::parsed)?,
        frozen: row.get(10)?,
        conditions: Vec::new(),
        signers: Vec::new(),
    })
}
