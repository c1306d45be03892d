//! Deviations from rules and acceptances of findings, as they were signed. What was signed stays; it can be ended once.

mod request;

pub use request::{AcceptanceAnswer, AcceptanceRequest};

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{AcceptanceId, LongText, PersonId, VendorId, choices};
use rusqlite::{Row, named_params, params};
use serde_json::Value;

choices! {
    /// What is accepted.
    AcceptanceKind {
        /// That a rule of the policy is broken.
        Deviation = "deviation", "Deviation";
        /// That a finding stands.
        Risk = "risk", "Risk acceptance";
    }
}

/// How something accepted was ended before its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptanceEnd {
    /// The day.
    pub on: NaiveDate,
    /// Who ended it.
    pub by: PersonId,
    /// Why.
    pub why: LongText,
}

/// Something accepted as it was signed.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptanceRow {
    /// Its id.
    pub id: AcceptanceId,
    /// The vendor.
    pub vendor: VendorId,
    /// What is accepted.
    pub kind: AcceptanceKind,
    /// The code of the rule, or the key of the finding.
    pub rule: String,
    /// Who granted it.
    pub approved_by: PersonId,
    /// When it was granted.
    pub approved_on: NaiveDate,
    /// The last day on which it holds.
    pub expires: NaiveDate,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// How it was ended, if it was.
    pub ended: Option<AcceptanceEnd>,
    /// Everything else that was signed.
    pub terms: Value,
}

impl Snapshot<'_> {
    /// Gives what was ever accepted of any vendor, the latest first.
    pub fn acceptances(&self) -> Result<Vec<AcceptanceRow>, StoreError> {
        Ok(self.all(&select("row > ?"), [0], acceptance)?)
    }

    /// Gives what was ever accepted of a vendor, the latest first.
    pub fn acceptances_of(&self, vendor: VendorId) -> Result<Vec<AcceptanceRow>, StoreError> {
        Ok(self.all(&select("vendor = ?"), [vendor.to_string()], acceptance)?)
    }

    /// Gives something accepted.
    pub fn acceptance(&self, id: AcceptanceId) -> Result<Option<AcceptanceRow>, StoreError> {
        Ok(self.one(&select("id = ?"), [id.to_string()], acceptance)?)
    }
}

impl Change<'_> {
    /// Records something accepted; it cannot be ended yet.
    pub fn insert_acceptance(&mut self, row: &AcceptanceRow) -> Result<(), StoreError> {
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":id": row.id.to_string(),
                ":vendor": row.vendor.to_string(),
                ":kind": row.kind.as_str(),
                ":rule": row.rule,
                ":approved_by": row.approved_by.to_string(),
                ":approved_on": row.approved_on.to_string(),
                ":expires": row.expires.to_string(),
                ":recorded_by": row.recorded_by.to_string(),
                ":recorded_at": column::of_time(row.recorded_at),
                ":terms": row.terms.to_string(),
            },
        )?;
        Ok(())
    }

    /// Ends something accepted that was not ended before.
    pub fn end_acceptance(&mut self, id: AcceptanceId, end: &AcceptanceEnd) -> Result<(), StoreError> {
        let sql = "UPDATE acceptance SET ended_on = ?, ended_by = ?, ended_why = ? WHERE id = ? AND ended_on IS NULL";
        let values = params![end.on.to_string(), end.by.to_string(), end.why.as_str(), id.to_string()];
        Ok(self.update("acceptance", sql, values)?)
    }
}

fn select(condition: &str) -> String {
    include_str!("list.sql").replace("{condition}", condition)
}

fn acceptance(row: &Row<'_>) -> rusqlite::Result<AcceptanceRow> {
    // The schema's CHECKs let the three stand only together.
    let end = (
        column::opt(row, 9, column::day)?,
        column::opt(row, 10, column::parsed)?,
        column::opt(row, 11, column::long_text)?,
    );
    let ended = match end {
        (Some(on), Some(by), Some(why)) => Some(AcceptanceEnd { on, by, why }),
        _ => None,
    };
    Ok(AcceptanceRow {
        id: column::get(row, 0, column::parsed)?,
        vendor: column::get(row, 1, column::parsed)?,
        kind: column::get(row, 2, column::one_of(AcceptanceKind::from_name))?,
        rule: row.get(3)?,
        approved_by: column::get(row, 4, column::parsed)?,
        approved_on: column::get(row, 5, column::day)?,
        expires: column::get(row, 6, column::day)?,
        recorded_by: column::get(row, 7, column::parsed)?,
        recorded_at: column::get(row, 8, column::time)?,
        ended,
        terms: column::get(row, 12, column::json)?,
    })
}
