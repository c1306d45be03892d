//! A control of our own that meets what vendors expect of us.

use crate::{LongText, Name, OwnControlId, PersonId};
use chrono::NaiveDate;

/// A control of our own; one can meet what many vendors expect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnControl {
    /// Its id.
    pub id: OwnControlId,
    /// What it is called here; no two are called alike.
    pub name: Name,
    /// What it does.
    pub purpose: Option<LongText>,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// Where the evidence is that it works.
    pub evidence: Option<LongText>,
    /// When it was last checked.
    pub checked_on: Option<NaiveDate>,
}
