//! The path without a current SOC 2 report as it was recorded. A change is a new version; none is changed.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{AlternativeId, LongText, PersonId, VendorId};
use rusqlite::{Row, named_params};
use serde_json::Value;

/// How a version was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day.
    pub on: NaiveDate,
    /// Who withdrew it.
    pub by: PersonId,
    /// When that was recorded.
    pub at: DateTime<Utc>,
    /// Why.
    pub why: LongText,
}

/// A version of the path without a report.
#[derive(Debug, Clone, PartialEq)]
pub struct AlternativeRow {
    /// Its id.
    pub id: AlternativeId,
    /// The vendor.
    pub vendor: VendorId,
    /// Which version for the vendor, from 1.
    pub version: u32,
    /// Who assessed.
    pub assessed_by: PersonId,
    /// When.
    pub assessed_on: NaiveDate,
    /// The last day on which it holds.
    pub expires: NaiveDate,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// What was recorded.
    pub record: Value,
    /// How it was withdrawn, if it was; the vendor then has no such path until the next version.
    pub withdrawn: Option<Withdrawal>,
}

impl Snapshot<'_> {
    /// Gives every version of every vendor, the latest first.
    pub fn alternatives(&self) -> Result<Vec<AlternativeRow>, StoreError> {
        Ok(self.all(&select("alternative.row > ?"), [0], alternative)?)
    }

    /// Gives every version of a vendor, the latest first.
    pub fn alternatives_of(&self, vendor: VendorId) -> Result<Vec<AlternativeRow>, StoreError> {
        Ok(self.all(&select("vendor = ?"), [vendor.to_string()], alternative)?)
    }
}

impl Change<'_> {
    /// Records a version; it cannot be withdrawn yet.
    pub fn insert_alternative(&mut self, row: &AlternativeRow) -> Result<(), StoreError> {
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":id": row.id.to_string(),
                ":vendor": row.vendor.to_string(),
                ":version": row.version,
                ":assessed_by": row.assessed_by.to_string(),
                ":assessed_on": row.assessed_on.to_string(),
                ":expires": row.expires.to_string(),
                ":recorded_at": column::of_time(row.recorded_at),
                ":record": row.record.to_string(),
            },
        )?;
        Ok(())
    }

    /// Withdraws a version; a second time is a conflict.
    pub fn withdraw_alternative(&mut self, id: AlternativeId, withdrawal: &Withdrawal) -> Result<(), StoreError> {
        self.execute(
            include_str!("withdraw.sql"),
            named_params! {
                ":alternative": id.to_string(),
                ":withdrawn_on": withdrawal.on.to_string(),
                ":withdrawn_by": withdrawal.by.to_string(),
                ":withdrawn_at": column::of_time(withdrawal.at),
                ":why": withdrawal.why.as_str(),
            },
        )?;
        Ok(())
    }
}

fn select(condition: &str) -> String {
    include_str!("list.sql").replace("{condition}", condition)
}

fn alternative(row: &Row<'_>) -> rusqlite::Result<AlternativeRow> {
    Ok(AlternativeRow {
        id: column::get(row, 0, column::parsed)?,
        vendor: column::get(row, 1, column::parsed)?,
        version: row.get(2)?,
        assessed_by: column::get(row, 3, column::parsed)?,
        assessed_on: column::get(row, 4, column::day)?,
        expires: column::get(row, 5, column::day)?,
        recorded_at: column::get(row, 6, column::time)?,
        record: column::get(row, 7, column::json)?,
        withdrawn: withdrawal(row)?,
    })
}

fn withdrawal(row: &Row<'_>) -> rusqlite::Result<Option<Withdrawal>> {
    // They come from one row of the other table: all or none.
    let Some(on) = column::opt(row, 8, column::day)? else { return Ok(None) };
    Ok(Some(Withdrawal {
        on,
        by: column::get(row, 9, column::parsed)?,
        at: column::get(row, 10, column::time)?,
        why: column::get(row, 11, column::long_text)?,
    }))
}
