//! A clock that is set back and put forward by hand: what the sample workspace tells happened over the past year.

use crate::clock::Clock;
use chrono::{DateTime, Datelike as _, Days, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use std::sync::{Mutex, PoisonError};

/// A clock that goes only when it is told to, and never back.
#[derive(Debug)]
pub(super) struct Past {
    today: NaiveDate,
    at: Mutex<DateTime<Utc>>,
}

impl Past {
    /// Makes one for a story that ends the day before `today`.
    pub(super) fn before(today: NaiveDate) -> Self {
        Self { today, at: Mutex::new(DateTime::UNIX_EPOCH) }
    }

    /// Goes to some time of the working day that is so many days ago, or stays where it is if that is later.
    pub(super) fn go_to(&self, days_ago: u64) {
        let day = working_day(self.today - Days::new(days_ago));
        let opening = NaiveTime::from_hms_opt(8, 12, 0).expect("a time of day");
        // People do not come at the same minute every day.
        let later = Duration::minutes((days_ago * 37 % 300).cast_signed());
        self.advance(|at| at.max(day.and_time(opening).and_utc() + later));
    }

    /// Lets some minutes pass.
    pub(super) fn pass(&self, minutes: i64) {
        self.advance(|at| at + Duration::minutes(minutes));
    }

    fn advance(&self, to: impl FnOnce(DateTime<Utc>) -> DateTime<Utc>) {
        let mut at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
        *at = to(*at);
    }
}

impl Clock for Past {
    fn now(&self) -> DateTime<Utc> {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The day, or the Friday before it.
fn working_day(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day - Days::new(2),
        _ => day,
    }
}

/// The last day of the month that is so many months before that of `today`.
pub(super) fn month_end(today: NaiveDate, months_ago: u32) -> NaiveDate {
    let first = today.with_day(1).expect("every month has a first day");
    first - chrono::Months::new(months_ago.saturating_sub(1)) - Days::new(1)
}

/// The first day of a period that ends with `end`, a last day of a month, and is so many months long.
pub(super) fn period_start(end: NaiveDate, months: u32) -> NaiveDate {
    month_end(end, months) + Days::new(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn periods_are_whole_months() {
        let end = month_end(day("2026-03-31"), 1);
        assert_eq!(end, day("2026-02-28"), "the month before");
        assert_eq!(period_start(end, 12), day("2025-03-01"), "a year up to the end of February");
        assert_eq!(month_end(day("2026-03-01"), 4), day("2025-11-30"), "over the turn of the year");
    }

    #[test]
    fn the_clock_never_goes_back() {
        let clock = Past::before(day("2026-03-17"));
        clock.go_to(10);
        clock.pass(30);
        let before = clock.now();
        clock.go_to(12);
        assert_eq!(clock.now(), before, "an earlier day does not turn it back");
        assert_eq!(before.date_naive(), day("2026-03-06"), "10 days ago was a Saturday; Friday is a working day");
    }
}
