//! How dates are printed.

use chrono::{Datelike, NaiveDate};

/// A form of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateForm {
    /// January 5, 2025
    American,
    /// 5 January 2025
    British,
    /// Jan. 5, 2025
    Short,
    /// January 5th, 2025
    Ordinal,
}

impl DateForm {
    /// Prints a date.
    pub fn print(self, date: NaiveDate) -> String {
        let (day, year) = (date.day(), date.year());
        match self {
            Self::American => date.format("%B %-d, %Y").to_string(),
            Self::British => date.format("%-d %B %Y").to_string(),
            Self::Short if date.month() == 5 => date.format("%b %-d, %Y").to_string(),
            Self::Short => date.format("%b. %-d, %Y").to_string(),
            Self::Ordinal => {
                let ending = match day {
                    1 | 21 | 31 => "st",
                    2 | 22 => "nd",
                    3 | 23 => "rd",
                    _ => "th",
                };
                format!("{} {day}{ending}, {year}", date.format("%B"))
            }
        }
    }
}
