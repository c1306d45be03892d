//! Dates, lists and lengths of time as the answers of rules say them.

use crate::months;
use chrono::{Datelike as _, Days, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as people write it: "31 December 2025".
pub fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year())
}

/// The time from one day to another: "6 months and 15 days", "12 days".
pub fn span(from: NaiveDate, to: NaiveDate) -> String {
    let whole = months::full_between(from, to).max(0);
    let rest = (to - months::add(from, whole.unsigned_abs())).num_days().max(0);
    match (whole, rest) {
        (0, days) => count(days, "day"),
        (months, 0) => count(i64::from(months), "month"),
        (months, days) => format!("{} and {}", count(i64::from(months), "month"), count(days, "day")),
    }
}

/// A number of things: "1 month", "3 months".
pub fn count(number: i64, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// A list as people write it: "a, b and c".
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// A kind inside a sentence: "Contract" becomes "contract", "SOC 3 report" stays.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// The day after; the same at the calendar's end.
pub(crate) fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_lists_are_said_as_people_say_them() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        assert_eq!(date(day("2025-12-31")), "31 December 2025");
        assert_eq!(span(day("2026-06-30"), day("2027-01-15")), "6 months and 16 days");
        assert_eq!(span(day("2026-01-31"), day("2026-02-28")), "1 month", "clamped");
        assert_eq!(span(day("2026-01-31"), day("2026-02-01")), "1 day");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(&[]), "");
    }
}
