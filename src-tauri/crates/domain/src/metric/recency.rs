//! Whether something was done lately.

use chrono::{Months, NaiveDate};

/// For how many months a check or proof counts in figures (`practice.md` §9).
pub const WITHIN_MONTHS: u32 = 12;

/// Whether a day is in the twelve months before another, which is itself one of them.
pub fn within_a_year(done: NaiveDate, day: NaiveDate) -> bool {
    done <= day && done.checked_add_months(Months::new(WITHIN_MONTHS)).is_none_or(|until| day <= until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_and_not_a_day_more() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        assert!(within_a_year(day("2025-03-17"), day("2026-03-17")));
        assert!(!within_a_year(day("2025-03-16"), day("2026-03-17")));
        assert!(!within_a_year(day("2026-03-18"), day("2026-03-17")), "what comes later was not done");
    }
}
