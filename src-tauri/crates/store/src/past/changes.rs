//! How stages of vendors and statuses of findings went, from the rows that were before.

use crate::{Snapshot, StoreError, column, error::Fault};
use chrono::{DateTime, Utc};
use countersign_domain::{FindingId, FindingStatus, Stage, VendorId};

/// What something became, and when; `was` is `None` where it came into being.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Became<T> {
    /// When.
    pub at: DateTime<Utc>,
    /// What it was before.
    pub was: Option<T>,
    /// What it became.
    pub became: T,
}

/// A change of a vendor's stage.
pub type StageChange = (VendorId, Became<Stage>);
/// A change of a finding's status.
pub type StatusChange = (FindingId, Became<FindingStatus>);

impl Snapshot<'_> {
    /// Gives how the stages of vendors went since [`Snapshot::past_begins`], for each vendor in the order of time.
    pub fn stage_changes(&self) -> Result<Vec<StageChange>, StoreError> {
        Ok(self.changes("vendor", "stage", Stage::from_name)?)
    }

    /// Gives how the statuses of recorded findings went since [`Snapshot::past_begins`], for each in the order of time.
    pub fn status_changes(&self) -> Result<Vec<StatusChange>, StoreError> {
        Ok(self.changes("finding", "status", FindingStatus::from_name)?)
    }

    fn changes<Id, T: PartialEq + Copy>(
        &self,
        table: &str,
        field: &str,
        named: fn(&str) -> Option<T>,
    ) -> Result<Vec<(Id, Became<T>)>, Fault>
    where
        Id: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
    {
        let sql = include_str!("changes.sql").replace("TABLE", table).replace("FIELD", field);
        let rows = self.all(&sql, [], |row| {
            let id = column::get(row, 0, column::parsed)?;
            let became = Became {
                at: column::get(row, 1, column::time)?,
                was: column::opt(row, 2, column::one_of(named))?,
                became: match column::opt(row, 3, column::one_of(named))? {
                    Some(became) => became,
                    // Removed, which undoing an import does: it became nothing.
                    None => return Ok(None),
                },
            };
            Ok(Some((id, became)))
        })?;
        Ok(rows.into_iter().flatten().filter(|(_, became)| became.was != Some(became.became)).collect())
    }
}
