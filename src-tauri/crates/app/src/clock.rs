//! The one place that asks the clock. Everything else is told the time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// Tells the time and the business day.
pub trait Clock: Send + Sync {
    /// Now, to be stored.
    fn now(&self) -> DateTime<Utc>;
    /// Today where the person sits; asked once per use case.
    fn today(&self) -> NaiveDate;
    /// The first moment after a business day.
    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        next_midnight(day).and_utc()
    }
}

fn next_midnight(day: NaiveDate) -> NaiveDateTime {
    day.succ_opt().unwrap_or(NaiveDate::MAX).and_time(NaiveTime::MIN)
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this file is where the clock is asked")]
    fn now(&self) -> DateTime<Utc> {
        // Stored to the millisecond: more is noise, and it must read back equal.
        let now = Utc::now();
        DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
    }

    #[expect(clippy::disallowed_methods, reason = "this file is where the clock is asked")]
    fn today(&self) -> NaiveDate {
        chrono::Local::now().date_naive()
    }

    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        // Where a change of the clock skips midnight, the day ends with the earliest moment after it.
        let midnight = next_midnight(day);
        midnight.and_local_timezone(chrono::Local).earliest().map_or_else(|| midnight.and_utc(), |end| end.to_utc())
    }
}

/// A clock that stands still: for tests, the sample workspace and `--as-of`.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }

    fn today(&self) -> NaiveDate {
        self.0.date_naive()
    }
}

/// The computer's clock with another today, for `--as-of`: what is stored carries the real time.
#[derive(Debug, Clone, Copy)]
pub struct AsOf(pub NaiveDate);

impl Clock for AsOf {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now()
    }

    fn today(&self) -> NaiveDate {
        self.0
    }

    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        SystemClock.end_of(day)
    }
}
