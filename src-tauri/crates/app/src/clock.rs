//! The one place that asks the clock. Everything else is told the time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// Tells the time and the business day.
pub trait Clock: Send + Sync {
    /// Now, to be stored.
    fn now(&self) -> DateTime<Utc>;
    /// Today where the person sits; asked once per use case.
    fn today(&self) -> NaiveDate;
    /// The business day on which a moment lay: its day where the person sits. What is stored is in UTC; whoever compares it with
    /// a day that a person wrote, or with today, asks here, because the day of UTC is another one for hours each night.
    fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.date_naive()
    }
    /// The first moment after a business day.
    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        next_midnight(day).and_utc()
    }
}

/// A business day that is looked at, with the clock that says on which day a moment lies.
#[derive(Clone, Copy)]
pub(crate) struct Day<'c> {
    /// The day.
    pub(crate) on: NaiveDate,
    clock: &'c dyn Clock,
}

impl<'c> Day<'c> {
    /// Looks at a day.
    pub(crate) fn new(clock: &'c dyn Clock, on: NaiveDate) -> Self {
        Self { on, clock }
    }

    /// The business day on which a moment lay.
    pub(crate) fn of(self, at: DateTime<Utc>) -> NaiveDate {
        self.clock.day_of(at)
    }

    /// The first moment after the day.
    pub(crate) fn ends(self) -> DateTime<Utc> {
        self.clock.end_of(self.on)
    }
}

impl std::fmt::Debug for Day<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.on)
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

    fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&chrono::Local).date_naive()
    }

    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        // Where a change of the clock skips midnight, the day ends with the earliest moment after it: clocks change by quarters
        // of an hour, and by less than a day.
        let midnight = next_midnight(day);
        let after = (0..96).filter_map(|quarters| midnight.checked_add_signed(TimeDelta::minutes(15 * quarters)));
        let mut local = after.filter_map(|time| time.and_local_timezone(chrono::Local).earliest());
        local.next().map_or_else(|| midnight.and_utc(), |end| end.to_utc())
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

    fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        SystemClock.day_of(at)
    }

    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        SystemClock.end_of(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Runs a test of this file again in another zone: the zone of a process is set before it starts.
    #[cfg(unix)]
    fn again_in(zone: &str, test: &str) {
        let program = std::env::current_exe().expect("this test");
        let name = format!("clock::tests::{test}");
        let run = std::process::Command::new(program).args(["--exact", &name, "--ignored"]).env("TZ", zone).output();
        let run = run.expect("runs again");
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && said.contains("1 passed"), "{zone}: {said}");
    }

    // The rules of a zone as POSIX writes them: no list of zones has to be installed.
    #[cfg(unix)]
    #[test]
    fn the_day_is_that_of_the_person() {
        again_in("EST5EDT,M3.2.0,M11.1.0", "west_of_greenwich");
        again_in("NZST-12NZDT,M9.5.0,M4.1.0/3", "east_of_greenwich");
        again_in("<-03>3<-02>,M10.3.0/0,M2.3.0/0", "where_midnight_is_skipped");
        again_in("UTC0", "at_greenwich");
    }

    #[test]
    #[ignore = "run again by the_day_is_that_of_the_person in its zone"]
    fn west_of_greenwich() {
        let clock = SystemClock;
        assert_eq!(clock.day_of(at("2026-01-16T04:59:59Z")), day("2026-01-15"), "a second before midnight in winter");
        assert_eq!(clock.day_of(at("2026-01-16T05:00:00Z")), day("2026-01-16"));
        assert_eq!(clock.day_of(at("2026-07-16T03:59:59Z")), day("2026-07-15"), "an hour earlier in summer");
        assert_eq!(clock.day_of(at("2026-07-16T04:00:00Z")), day("2026-07-16"));
        // The days on which the clock changes have 23 and 25 hours.
        assert_eq!(clock.end_of(day("2026-03-08")) - clock.end_of(day("2026-03-07")), TimeDelta::hours(23));
        assert_eq!(clock.end_of(day("2026-11-01")) - clock.end_of(day("2026-10-31")), TimeDelta::hours(25));
        assert_eq!(
            AsOf(day("2026-01-01")).day_of(at("2026-01-16T04:59:59Z")),
            day("2026-01-15"),
            "with another today, too"
        );
    }

    #[test]
    #[ignore = "run again by the_day_is_that_of_the_person in its zone"]
    fn east_of_greenwich() {
        let clock = SystemClock;
        assert_eq!(clock.day_of(at("2026-01-15T10:59:59Z")), day("2026-01-15"), "13 hours ahead in their summer");
        assert_eq!(clock.day_of(at("2026-01-15T11:00:00Z")), day("2026-01-16"));
        assert_eq!(clock.day_of(at("2026-07-15T12:00:00Z")), day("2026-07-16"), "12 in winter");
        assert_eq!(clock.end_of(day("2026-01-15")), at("2026-01-15T11:00:00Z"));
    }

    #[test]
    #[ignore = "run again by the_day_is_that_of_the_person in its zone"]
    fn where_midnight_is_skipped() {
        let clock = SystemClock;
        // On 18 October 2026 the clock goes from 24:00 to 1:00: the day before ends all the same.
        let end = clock.end_of(day("2026-10-17"));
        assert_eq!(clock.day_of(end - TimeDelta::seconds(1)), day("2026-10-17"));
        assert_eq!(clock.day_of(end), day("2026-10-18"));
    }

    #[test]
    #[ignore = "run again by the_day_is_that_of_the_person in its zone"]
    fn at_greenwich() {
        let clock = SystemClock;
        for moment in ["2026-01-15T00:00:00Z", "2026-07-15T23:59:59Z"] {
            assert_eq!(clock.day_of(at(moment)), FixedClock(at(moment)).today(), "{moment}");
        }
    }
}
