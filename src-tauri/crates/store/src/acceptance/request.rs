//! Deviations and acceptances of findings that somebody asks for and somebody else answers, once. What was asked and answered stays.

use super::{AcceptanceKind, AcceptanceRow};
use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{AcceptanceId, LongText, PersonId, VendorId};
use rusqlite::{Row, named_params};
use serde_json::Value;

/// What became of something that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptanceAnswer {
    /// Who answered.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why; asked of whoever does not agree.
    pub comment: Option<LongText>,
    /// What was approved as it counts; `None` where it was refused or taken back.
    pub acceptance: Option<AcceptanceId>,
}

/// Something to be accepted, as it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptanceRequest {
    /// Its id.
    pub id: AcceptanceId,
    /// The vendor.
    pub vendor: VendorId,
    /// What is to be accepted.
    pub kind: AcceptanceKind,
    /// The code of the rule, or the key of the finding.
    pub rule: String,
    /// Who is to approve it.
    pub approver: PersonId,
    /// The last day on which it would hold.
    pub expires: NaiveDate,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// Everything else that is to be signed.
    pub terms: Value,
    /// What became of it; `None` while it waits.
    pub answer: Option<AcceptanceAnswer>,
}

impl Snapshot<'_> {
    /// Gives what was ever asked for, of a vendor or of all, the latest first.
    pub fn acceptance_requests(&self, vendor: Option<VendorId>) -> Result<Vec<AcceptanceRequest>, StoreError> {
        Ok(match vendor {
            Some(vendor) => self.all(&select("vendor = ?"), [vendor.to_string()], request)?,
            None => self.all(&select("row > ?"), [0], request)?,
        })
    }

    /// Gives something asked for.
    pub fn acceptance_request(&self, id: AcceptanceId) -> Result<Option<AcceptanceRequest>, StoreError> {
        Ok(self.one(&select("id = ?"), [id.to_string()], request)?)
    }
}

impl Change<'_> {
    /// Records what is asked for; it is not answered yet.
    pub fn insert_acceptance_request(&mut self, row: &AcceptanceRequest) -> Result<(), StoreError> {
        self.execute(
            include_str!("request.sql"),
            named_params! {
                ":id": row.id.to_string(),
                ":vendor": row.vendor.to_string(),
                ":kind": row.kind.as_str(),
                ":rule": row.rule,
                ":approver": row.approver.to_string(),
                ":expires": row.expires.to_string(),
                ":recorded_by": row.recorded_by.to_string(),
                ":recorded_at": column::of_time(row.recorded_at),
                ":terms": row.terms.to_string(),
            },
        )?;
        Ok(())
    }

    /// Approves what was asked for: it counts from now on. A second answer is a conflict.
    pub fn approve_acceptance(
        &mut self,
        request: AcceptanceId,
        row: &AcceptanceRow,
        answer: &AcceptanceAnswer,
    ) -> Result<(), StoreError> {
        self.insert_acceptance(row)?;
        self.answer_acceptance(request, answer)
    }

    /// Answers what was asked for; a second answer is a conflict.
    pub fn answer_acceptance(&mut self, request: AcceptanceId, answer: &AcceptanceAnswer) -> Result<(), StoreError> {
        self.execute(
            include_str!("answer.sql"),
            named_params! {
                ":request": request.to_string(),
                ":answered_by": answer.by.to_string(),
                ":answered_at": column::of_time(answer.at),
                ":agrees": answer.acceptance.is_some(),
                ":comment": answer.comment.as_ref().map(LongText::as_str),
                ":acceptance": answer.acceptance.map(|id| id.to_string()),
            },
        )?;
        Ok(())
    }
}

fn select(condition: &str) -> String {
    include_str!("requests.sql").replace("{condition}", condition)
}

fn request(row: &Row<'_>) -> rusqlite::Result<AcceptanceRequest> {
    // The answer comes from one row of the other table: all or none.
    let answer = match column::opt(row, 8, column::parsed)? {
        None => None,
        Some(by) => Some(AcceptanceAnswer {
            by,
            at: column::get(row, 9, column::time)?,
            comment: column::opt(row, 10, column::long_text)?,
            acceptance: column::opt(row, 11, column::parsed)?,
        }),
    };
    Ok(AcceptanceRequest {
        id: column::get(row, 0, column::parsed)?,
        vendor: column::get(row, 1, column::parsed)?,
        rule: row.get(2)?,
        approver: column::get(row, 3, column::parsed)?,
        expires: column::get(row, 4, column::day)?,
        recorded_by: column::get(row, 5, column::parsed)?,
        recorded_at: column::get(row, 6, column::time)?,
        terms: column::get(row, 7, column::json)?,
        kind: column::get(row, 12, column::one_of(AcceptanceKind::from_name))?,
        answer,
    })
}
