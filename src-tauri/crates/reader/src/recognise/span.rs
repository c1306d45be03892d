//! Two dates that make a period.
//!
//! **Reads** `March 1, 2031 to February 29, 2032`, `from 1 March 2031 through 29 February 2032`,
//! `2031-01-01 – 2031-12-31`, `January 1 to December 31, 2031`, and `the year ended 31 March 2031` (its first day is
//! worked out).
//! **Where**: in the passage it is given; callers decide which passages state the period of a report.
//! **Accepts** as separator to, through, thru, until, till, ending, and, or a dash; quotes, commas and `ending on`
//! between (`practice.md` §10).
//! **Refuses** spans that end before they begin, spans of which one end is a placeholder or ambiguous, and a first date
//! without a year that would fall after the second.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::dates::{self, MONTH};
use crate::pattern::{Pattern, pattern};

static BETWEEN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r#"^[\s,"']*(?:and )?(?:to|through|thru|until|till|up to|ending(?: on)?|ended|and ending|and|-)[\s,"']*(?:and including )?(?:ending )?(?:on )?(?:the )?["']?$"#,
    )
});
static NO_YEAR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:(?P<m1>{MONTH}) ?(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<m2>{MONTH}))[\s,]*(?:to|through|thru|until|-)[\s,]*$"
    ))
});
static DAYS_ONLY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(r"\b(?P<m>{MONTH}) (?P<a>\d\d?)\s*(?:-|to|through)\s*(?P<b>\d\d?), (?P<y>20\d\d)\b"))
});
static ENDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?P<n>three|six|nine|twelve|3|6|9|12|one)[- ](?:calendar )?(?:months?|year)|(?:fiscal |calendar )?year)(?:[- ]period)?,? (?:then )?end(?:ed|ing)(?: on)? $",
    )
});

/// A period that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// First day.
    pub(crate) start: NaiveDate,
    /// Last day.
    pub(crate) end: NaiveDate,
    /// Whether the first day is worked out from the length that the text states.
    pub(crate) derived: bool,
}

/// Finds the periods of a text in its order.
pub(crate) fn find(text: &str) -> Vec<Span> {
    let dates = dates::find(text);
    let mut spans = Vec::new();
    for (at, found) in dates.iter().enumerate() {
        let Some(end) = found.date else { continue };
        let before = at.checked_sub(1).map(|at| &dates[at]);
        if let Some(before) = before
            && BETWEEN.is_match(&text[before.range.end..found.range.start])
        {
            spans.extend(span(before.range.start..found.range.end, before.date, end, false));
            continue;
        }
        let from = before.map_or(0, |b| b.range.end);
        let from = text[..found.range.start].char_indices().rev().nth(59).map_or(from, |(at, _)| at.max(from));
        let head = &text[from..found.range.start];
        if let Some(first) = NO_YEAR.captures(head) {
            let part = |a, b| first.name(a).or_else(|| first.name(b)).map(|m| m.as_str());
            let start = part("m1", "m2")
                .and_then(dates::month_number)
                .and_then(|month| NaiveDate::from_ymd_opt(end.year(), month, part("d1", "d2")?.parse().ok()?));
            let at = from + first.get(0).map_or(0, |m| m.start());
            spans.extend(span(at..found.range.end, start, end, false));
        } else if let Some(length) = ENDED.captures(head) {
            let at = from + length.get(0).map_or(0, |m| m.start());
            spans.extend(span(at..found.range.end, start_of(length.name("n").map(|m| m.as_str()), end), end, true));
        }
    }
    spans.extend(DAYS_ONLY.captures_iter(text).filter_map(|c| {
        let date = |day: &str| dates::parse(&format!("{} {}, {}", &c["m"], day, &c["y"]));
        span(c.get(0)?.range(), date(&c["a"]), date(&c["b"])?, false)
    }));
    spans.sort_by_key(|s| s.range.start);
    spans
}

fn span(range: Range<usize>, start: Option<NaiveDate>, end: NaiveDate, derived: bool) -> Option<Span> {
    start.filter(|start| *start < end).map(|start| Span { range, start, end, derived })
}

/// The first day of so many months that end on `end`. A period that ends with a month begins with one.
fn start_of(months: Option<&str>, end: NaiveDate) -> Option<NaiveDate> {
    let months = match months.map(str::to_lowercase).as_deref() {
        None | Some("twelve" | "12" | "one") => 12,
        Some("three" | "3") => 3,
        Some("six" | "6") => 6,
        Some("nine" | "9") => 9,
        Some(_) => return None,
    };
    end.checked_add_days(Days::new(1))?.checked_sub_months(Months::new(months))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> Option<(String, String)> {
        let spans = find(text);
        assert!(spans.len() < 2, "at most one in: {text}");
        spans.first().map(|s| (s.start.to_string(), s.end.to_string()))
    }

    #[test]
    fn all_forms_of_one_period_read_the_same() {
        for text in [
            "throughout the period January 1, 2031 to December 31, 2031,",
            "from January 1, 2031, through December 31, 2031",
            "January 1 to December 31, 2031",
            "1 January 2031 – 31 December 2031".replace('–', "-").as_str(),
            "“1st January 2031 - 31st December 2031”".replace(['“', '”'], "\"").as_str(),
            "2031-01-01 to 2031-12-31",
            "for the year ended December 31, 2031",
            "the twelve-month period ended December 31, 2031",
            "1 January through 31 December 2031",
            "between 1 January 2031 and 31 December 2031",
            "the period beginning January 1, 2031 and ending December 31, 2031",
        ] {
            assert_eq!(one(text), Some(("2031-01-01".into(), "2031-12-31".into())), "one period: {text}");
        }
    }

    #[test]
    fn a_fiscal_year_begins_the_day_after_the_last() {
        assert_eq!(
            one("the six months ended 29 February 2032"),
            Some(("2031-09-01".into(), "2032-02-29".into())),
            "leap"
        );
        assert_eq!(one("for the year ended 31 March 2031"), Some(("2030-04-01".into(), "2031-03-31".into())), "fiscal");
    }

    #[test]
    fn a_month_named_once_counts_for_both_days() {
        assert_eq!(one("April 10-25, 2031"), Some(("2031-04-10".into(), "2031-04-25".into())), "days of one month");
    }

    #[test]
    fn what_is_no_period_is_not_read() {
        for text in [
            "December 31, 2031 to January 1, 2031",
            "October 1 to March 31, 2031",
            "January 1, 20X1 to December 31, 20X1",
            "January 1, 2031. On December 31, 2031",
            "03/04/2031 to 31/12/2031",
            "as of March 3, 2031",
        ] {
            assert_eq!(one(text), None, "no period: {text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(\\PC{0,20}(January 1, 2031| to |1/2/2031|year ended ))*") {
            let _ = find(&text);
        }
    }
}
