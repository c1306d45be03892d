//! From the record and what was approved of it to what the rules look at.

use crate::acceptance::Terms;
use chrono::NaiveDate;
use countersign_policy::{
    alternative::Record,
    snapshot::{AlternativeGrant, AlternativePath},
};
use countersign_store::{AcceptanceRow, AlternativeRow};

/// What the rules look at of a version; `None` for what this program does not know how to read.
///
/// An approval is a deviation that names the version: a new version needs a new one (`decisions/0017`).
pub(crate) fn of_row(row: &AlternativeRow, signed: &[AcceptanceRow], today: NaiveDate) -> Option<AlternativePath> {
    let record: Record = serde_json::from_value(row.record.clone()).ok()?;
    let approvals = signed.iter().filter(|signed| signed.ended.as_ref().is_none_or(|end| end.on > today));
    let granted = approvals.filter_map(|signed| {
        let terms: Terms = serde_json::from_value(signed.terms.clone()).ok()?;
        (terms.alternative == Some(row.id)).then_some(AlternativeGrant {
            approver: signed.approved_by,
            rank: Some(terms.rank),
            granted_on: signed.approved_on,
            expires_on: signed.expires,
        })
    });
    Some(record.path(row.expires, granted.max_by_key(|grant| grant.expires_on)))
}
