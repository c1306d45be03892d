//! The one place that asks the clock. Everything else is told the time.

use chrono::{DateTime, NaiveDate, Utc};

/// Tells the time and the business day.
pub trait Clock: Send + Sync {
    /// Now, to be stored.
    fn now(&self) -> DateTime<Utc>;
    /// Today where the person sits; asked once per use case.
    fn today(&self) -> NaiveDate;
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
}
