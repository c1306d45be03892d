//! How acceptances of risks stand.

use crate::choices;
use chrono::NaiveDate;

/// How many days before its end an acceptance is said to run out (`practice.md` §9).
const SOON_DAYS: i64 = 60;

choices! {
    /// How an acceptance of a risk stands on a day.
    AcceptanceStanding {
        /// It holds for longer.
        InForce = "in_force", "in force";
        /// It holds and ends within 60 days.
        EndsSoon = "ends_soon", "ends within 60 days";
        /// It holds no longer, and what it accepted is open.
        RanOut = "ran_out", "holds no longer, not renewed";
    }
}

impl AcceptanceStanding {
    /// How one that holds until a day stands, `None` for one that does not hold; `None` where it does not hold and nothing is
    /// open any more.
    pub fn of(holds_until: Option<NaiveDate>, open: bool, day: NaiveDate) -> Option<Self> {
        match holds_until.map(|until| (until - day).num_days()) {
            None | Some(..0) => open.then_some(Self::RanOut),
            Some(0..=SOON_DAYS) => Some(Self::EndsSoon),
            Some(_) => Some(Self::InForce),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_ran_out_counts_while_its_finding_is_open() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let today = day("2026-03-17");
        assert_eq!(
            AcceptanceStanding::of(Some(day("2026-05-16")), false, today),
            Some(AcceptanceStanding::EndsSoon),
            "60"
        );
        assert_eq!(AcceptanceStanding::of(Some(day("2026-05-17")), false, today), Some(AcceptanceStanding::InForce));
        assert_eq!(AcceptanceStanding::of(Some(day("2026-03-16")), true, today), Some(AcceptanceStanding::RanOut));
        assert_eq!(AcceptanceStanding::of(Some(day("2026-03-16")), false, today), None, "it was closed");
        assert_eq!(AcceptanceStanding::of(None, true, today), Some(AcceptanceStanding::RanOut), "it was overtaken");
    }
}
