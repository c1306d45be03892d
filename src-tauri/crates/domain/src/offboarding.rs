//! Leaving a vendor (`practice.md` §6, §6.7).

use crate::{LongText, PersonId, register::Day};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// How many days after the end it is looked up that access is dead.
pub const POST_EXIT_DAYS: u64 = 30;

/// Why, until when and by whom a vendor is left, and what becomes of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offboarding {
    /// Why.
    pub reason: LongText,
    /// Who answers for it.
    pub owner: PersonId,
    /// The last day of use.
    pub ends_on: Day,
    /// What is exported, migrated and deleted.
    pub data_plan: LongText,
    /// Who entered it.
    pub started_by: PersonId,
    /// When.
    pub started_at: DateTime<Utc>,
}

impl Offboarding {
    /// The first day on which the check after the exit counts.
    pub fn post_exit_check_from(&self) -> NaiveDate {
        self.ends_on.get() + Days::new(POST_EXIT_DAYS)
    }
}
