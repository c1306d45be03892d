//! A span of days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether a day can be one of business: from 1900 to 2199. Anything else is a slip of the keyboard.
pub fn is_plausible(date: NaiveDate) -> bool {
    use chrono::Datelike as _;
    (1900..2200).contains(&date.year())
}

/// A span of days, both ends included; the end is never before the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawPeriod", into = "RawPeriod")]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
}

#[derive(Serialize, Deserialize)]
struct RawPeriod {
    start: NaiveDate,
    end: NaiveDate,
}

/// Says that a period would end before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the period ends before it starts: {end} < {start}")]
pub struct InvalidPeriod {
    /// The first day as given.
    pub start: NaiveDate,
    /// The last day as given.
    pub end: NaiveDate,
}

impl Period {
    /// Takes the first and the last day.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Result<Self, InvalidPeriod> {
        if end < start { Err(InvalidPeriod { start, end }) } else { Ok(Self { start, end }) }
    }

    /// The first day.
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    pub const fn end(self) -> NaiveDate {
        self.end
    }

    /// How many days, both ends counted.
    pub fn days(self) -> i64 {
        (self.end - self.start).num_days() + 1
    }
}

impl TryFrom<RawPeriod> for Period {
    type Error = InvalidPeriod;
    fn try_from(raw: RawPeriod) -> Result<Self, InvalidPeriod> {
        Self::new(raw.start, raw.end)
    }
}

impl From<Period> for RawPeriod {
    fn from(period: Period) -> Self {
        Self { start: period.start, end: period.end }
    }
}
