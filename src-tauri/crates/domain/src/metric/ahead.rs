//! What lies ahead of a day.

use crate::choices;
use chrono::{Datelike as _, NaiveDate};

choices! {
    /// When evidence runs out, seen from a day (`practice.md` §9).
    Ending {
        /// It has run out.
        RanOut = "ran_out", "ran out";
        /// Within 30 days.
        Within30 = "within_30", "within 30 days";
        /// In 31 to 60 days.
        Within60 = "within_60", "31 to 60 days";
        /// In 61 to 90 days.
        Within90 = "within_90", "61 to 90 days";
        /// Later.
        Later = "later", "later";
    }
}

impl Ending {
    /// When a last day is, seen from a day.
    pub fn of(until: NaiveDate, day: NaiveDate) -> Self {
        match (until - day).num_days() {
            ..0 => Self::RanOut,
            0..=30 => Self::Within30,
            31..=60 => Self::Within60,
            61..=90 => Self::Within90,
            91.. => Self::Later,
        }
    }

    /// Whether it counts as running out within 90 days: `0 ≤ until − day ≤ 90`.
    pub const fn is_near(self) -> bool {
        matches!(self, Self::Within30 | Self::Within60 | Self::Within90)
    }
}

/// In which of the twelve months from that of `day` on something is due, 0 the first; what is past its day counts in the
/// first, what is due later in none.
pub fn month_ahead(due: NaiveDate, day: NaiveDate) -> Option<u32> {
    let months = (due.year() - day.year()) * 12 + due.month().cast_signed() - day.month().cast_signed();
    u32::try_from(months.max(0)).ok().filter(|months| *months < 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_last_day_itself_is_not_past() {
        let today = day("2026-03-17");
        let named = |until: &str| Ending::of(day(until), today);
        assert_eq!(named("2026-03-16"), Ending::RanOut);
        assert_eq!(named("2026-03-17"), Ending::Within30);
        assert_eq!(named("2026-04-16"), Ending::Within30, "30 days");
        assert_eq!(named("2026-04-17"), Ending::Within60);
        assert_eq!(named("2026-06-15"), Ending::Within90, "90 days");
        assert!(!named("2026-06-16").is_near());
    }

    #[test]
    fn twelve_months_from_this_one() {
        let today = day("2026-11-27");
        assert_eq!(month_ahead(day("2026-11-30"), today), Some(0));
        assert_eq!(month_ahead(day("2025-01-01"), today), Some(0), "late");
        assert_eq!(month_ahead(day("2027-01-05"), today), Some(2));
        assert_eq!(month_ahead(day("2027-10-31"), today), Some(11));
        assert_eq!(month_ahead(day("2027-11-01"), today), None);
    }
}
