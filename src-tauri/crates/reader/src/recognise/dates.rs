//! Dates as reports print them.
//!
//! **Reads** a day of the calendar from `March 4, 2031`, `4 March 2031`, `4th of March, 2031`, `Mar. 4, 2031`,
//! `the 4th day of March 2031`, `2031-03-04`, `04-Mar-2031`, and numbers with a day above twelve (`25/03/2031`,
//! `03/25/2031`).
//! **Where**: anywhere; which date means what is for the recognisers to say.
//! **Accepts** any case, full stops after short months, ordinal endings, missing commas (`practice.md` §10, rule 4).
//! **Refuses** placeholder years (`20X1`, `20XX`), days that do not exist, years outside 1990–2099, and numeric dates
//! that two countries read differently: `03/04/2031` is never guessed.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use crate::pattern::{Captures, Pattern, pattern};

/// A month in words, long or short.
pub(crate) const MONTH: &str = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";
const DAY: &str = r"(?:[0-3]?\d)(?:\s?(?:st|nd|rd|th))?";
const YEAR: &str = r"(?:(?:19|20)\d{2}\b|(?:19|20)[x\d_]{2}\b)";

static DATE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:(?P<m1>{MONTH}) ?(?P<d1>{DAY})\b(?: ?, ?| )(?P<y1>{YEAR})|(?:the )?(?P<d2>{DAY})(?: day)?(?: of)?(?: |-)(?P<m2>{MONTH})(?: ?, ?| |-)(?P<y2>{YEAR})|(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d\d)[-/.](?P<d3>\d\d)\b|(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)[/.-](?P<y4>(?:19|20)\d\d)\b)"
    ))
});

/// A date that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// The day; `None` for a placeholder or a number that can be read two ways.
    pub(crate) date: Option<NaiveDate>,
}

/// Finds the dates of a text in its order, those included that are no readable day.
pub(crate) fn find(text: &str) -> Vec<Found> {
    DATE.captures_iter(text).map(|c| Found { range: c.get(0).map_or(0..0, |m| m.range()), date: day(&c) }).collect()
}

/// Reads a text that is nothing but a date.
pub(crate) fn parse(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let captures = DATE.captures(text)?;
    (captures.get(0)?.range() == (0..text.len())).then(|| day(&captures)).flatten()
}

fn day(captures: &Captures<'_>) -> Option<NaiveDate> {
    let text = |name| captures.name(name).map(|m| m.as_str());
    if let (Some(month), Some(day), Some(year)) = (text("m1"), text("d1"), text("y1")) {
        return build(year, month_number(month)?, day);
    }
    if let (Some(month), Some(day), Some(year)) = (text("m2"), text("d2"), text("y2")) {
        return build(year, month_number(month)?, day);
    }
    if let (Some(year), Some(month), Some(day)) = (text("y3"), text("m3"), text("d3")) {
        return build(year, month.parse().ok()?, day);
    }
    let (a, b, year) = (text("a")?, text("b")?, text("y4")?);
    let (first, second): (u32, u32) = (a.parse().ok()?, b.parse().ok()?);
    match (first > 12, second > 12) {
        (true, false) => build(year, second, a),
        (false, true) => build(year, first, b),
        // 05/05 is the same day either way.
        (false, false) if first == second => build(year, first, b),
        _ => None,
    }
}

fn build(year: &str, month: u32, day: &str) -> Option<NaiveDate> {
    let day: String = day.chars().take_while(char::is_ascii_digit).collect();
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?).filter(|d| (1990..2100).contains(&d.year()))
}

/// Gives the number of a month in words.
pub(crate) fn month_number(month: &str) -> Option<u32> {
    const SHORT: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head: String = month.chars().take(3).flat_map(char::to_lowercase).collect();
    SHORT.iter().zip(1..).find(|(short, _)| **short == head).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn every_printed_form_reads_back() {
        for text in [
            "March 25, 2031",
            "MARCH 25, 2031",
            "Mar. 25, 2031",
            "Mar 25 2031",
            "25 March 2031",
            "25th March 2031",
            "25th of March, 2031",
            "the 25th day of March 2031",
            "25-Mar-2031",
            "2031-03-25",
            "2031/03/25",
            "25/03/2031",
            "03/25/2031",
            "25.03.2031",
            "March 25th, 2031",
            "March\n25,\n2031",
            "March 25 , 2031",
            "25 Mar. 2031",
        ] {
            assert_eq!(parse(text), Some(date(2031, 3, 25)), "a printed form: {text}");
        }
    }

    #[test]
    fn what_is_no_day_or_two_days_is_not_read() {
        for text in [
            "03/04/2031",
            "4.3.2031",
            "March 25, 20X1",
            "December 31, 20XX",
            "February 30, 2031",
            "March 2031",
            "2031",
            "31 June 2031",
            "2031-13-01",
            "March 25, 1875",
            "13/13/2031",
        ] {
            assert_eq!(parse(text), None, "must not be read: {text}");
        }
    }

    #[test]
    fn a_placeholder_is_found_but_not_read() {
        let found = find("signed January 5, 20X2 at last");
        assert_eq!(found.len(), 1, "it stands there");
        assert_eq!(found[0].date, None, "and is no day");
    }

    #[test]
    fn a_month_name_inside_a_word_is_no_month() {
        assert!(find("Mayor 12, 2031 and Marching 3, 2020").is_empty(), "words only");
    }

    proptest! {
        #[test]
        fn all_days_read_back_in_all_forms(days in 0u32..40_000, form in 0usize..6) {
            let day = date(1990, 1, 1) + chrono::Days::new(u64::from(days));
            let text = match form {
                0 => day.format("%B %-d, %Y"),
                1 => day.format("%-d %B %Y"),
                2 => day.format("%b. %d, %Y"),
                3 => day.format("%Y-%m-%d"),
                4 => day.format("%d-%b-%Y"),
                _ => day.format("%-dth of %B %Y"),
            }.to_string();
            let expected = (day.year() < 2100).then_some(day);
            prop_assert_eq!(parse(&text), expected, "printed as {}", text);
        }

        #[test]
        fn an_ambiguous_number_is_never_read(a in 1u32..=12, b in 1u32..=12, year in 1990u32..2100) {
            prop_assume!(a != b);
            prop_assert_eq!(parse(&format!("{a:02}/{b:02}/{year}")), None, "two countries differ");
            prop_assert_eq!(parse(&format!("{a}.{b}.{year}")), None, "two countries differ");
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}") {
            let _ = find(&text);
        }
    }
}
