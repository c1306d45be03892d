//! Counting in months, clamped: 31 January plus one month is the last day of February (`practice.md` §4.2).

use chrono::{Months, NaiveDate};

/// Adds calendar months and clamps to the end of the month; stays at the calendar's end where it would leave it.
pub fn add(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Counts the full months from `from` to `to`; negative where `to` is before `from`.
///
/// A month is full when the day of the month is reached again, or the month ends before it could be.
pub fn full_between(from: NaiveDate, to: NaiveDate) -> i32 {
    use chrono::Datelike as _;
    if to < from {
        return -full_between(to, from);
    }
    let months = (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
    let reached = u32::try_from(months).is_ok_and(|months| add(from, months) <= to);
    if reached { months } else { months - 1 }
}

/// Observation months of a period, both ends included: days ÷ 30.44, rounded (`practice.md` §3.2 C3).
pub fn observed(period: countersign_domain::Period) -> u32 {
    (period.days() as f64 / 30.44).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn months_clamp_at_the_end_of_february() {
        assert_eq!(add(day("2025-01-31"), 1), day("2025-02-28"));
        assert_eq!(add(day("2024-01-31"), 1), day("2024-02-29"));
        assert_eq!(full_between(day("2025-01-31"), day("2025-02-28")), 1);
        assert_eq!(full_between(day("2025-01-31"), day("2025-02-27")), 0);
        assert_eq!(full_between(day("2025-12-31"), day("2026-02-15")), 1);
    }

    #[test]
    fn a_calendar_year_is_twelve_months_of_observation() {
        let year = countersign_domain::Period::new(day("2025-01-01"), day("2025-12-31")).expect("a period");
        assert_eq!(observed(year), 12);
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree(offset in 0i64..40_000, months in 0u32..600) {
            let date = day("1990-01-01") + chrono::Days::new(offset as u64);
            prop_assert_eq!(full_between(date, add(date, months)), months.cast_signed());
        }
    }
}
