//! Our side of the complementary user entity controls that a vendor's report lists (`practice.md` §3.5 F2 and F3).
//!
//! What is said of a control is kept by the document that lists it and by the name that the entry has there, together with
//! the words as they stood: a document that is read again keeps its answers ([`settle`]), and the next report's list finds
//! those of the year before ([`crate::matching`]).

pub mod answer;
pub mod own_control;
pub mod settle;
pub mod wording;

pub use crate::matching::{Change, Matching};
pub use answer::{Applies, CarriedFrom, CuecAnswer, CuecProgress, InvalidCuecAnswer, OurSide, Verified};
pub use own_control::OwnControl;

use chrono::{Months, NaiveDate};

/// After how many months a verified control is to be checked again: with each yearly report (`practice.md` §6.5, S04; the
/// number is our own judgement).
pub const RECHECK_MONTHS: u32 = 12;

/// The day on which what was verified is to be checked again.
pub fn recheck_on(verified_on: NaiveDate) -> NaiveDate {
    verified_on.checked_add_months(Months::new(RECHECK_MONTHS)).unwrap_or(NaiveDate::MAX)
}
