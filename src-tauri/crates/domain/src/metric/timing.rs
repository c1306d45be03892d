//! Whether what was due was done by its day.

use super::within_a_year;
use crate::choices;
use chrono::NaiveDate;

choices! {
    /// How something that fell due went.
    Timing {
        /// Done by its day.
        OnTime = "on_time", "on time";
        /// Done after it.
        Late = "late", "late";
        /// Not done.
        NotDone = "not_done", "not done";
    }
}

impl Timing {
    /// How it went, as far as it is known on `day`.
    pub fn of(due: NaiveDate, done: Option<NaiveDate>, day: NaiveDate) -> Self {
        match done.filter(|done| *done <= day) {
            Some(done) if done <= due => Self::OnTime,
            Some(_) => Self::Late,
            None => Self::NotDone,
        }
    }
}

/// Whether something counts as due in the twelve months up to a day: its day came and is not longer ago. What was done before
/// its day counts once that day has come.
pub fn falls_due(due: NaiveDate, day: NaiveDate) -> bool {
    within_a_year(due, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_itself_is_in_time_and_what_is_not_yet_done_is_not() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let (due, today) = (day("2026-03-10"), day("2026-03-17"));
        assert_eq!(Timing::of(due, Some(due), today), Timing::OnTime);
        assert_eq!(Timing::of(due, Some(day("2026-03-11")), today), Timing::Late);
        assert_eq!(Timing::of(due, Some(day("2026-03-20")), today), Timing::NotDone, "on 17 March nobody knows that");
        assert_eq!(Timing::of(due, None, today), Timing::NotDone);
        assert!(falls_due(today, today) && !falls_due(day("2026-03-18"), today));
    }
}
