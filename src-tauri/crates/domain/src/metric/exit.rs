//! Whether an exit was proved in time.

use crate::offboarding::POST_EXIT_DAYS;
use chrono::{Days, NaiveDate};

/// The last day on which what proves an exit is there in time.
pub fn prove_until(ends_on: NaiveDate) -> NaiveDate {
    ends_on.checked_add_days(Days::new(POST_EXIT_DAYS)).unwrap_or(NaiveDate::MAX)
}

/// Whether every proof of an exit was there by the 30th day after its end; `proved` has the day of each, `None` where it is
/// missing.
pub fn proved_in_time(ends_on: NaiveDate, proved: impl IntoIterator<Item = Option<NaiveDate>>) -> bool {
    let last = prove_until(ends_on);
    proved.into_iter().all(|day| day.is_some_and(|day| day <= last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_days_for_every_proof() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let end = day("2026-03-01");
        assert!(proved_in_time(end, [Some(day("2026-02-20")), Some(day("2026-03-31"))]));
        assert!(!proved_in_time(end, [Some(day("2026-02-20")), Some(day("2026-04-01"))]), "a day late");
        assert!(!proved_in_time(end, [Some(day("2026-02-20")), None]), "one is missing");
    }
}
