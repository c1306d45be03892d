//! When an assessment was made and reported, and until when a validation holds.
//!
//! **Reads** the date of the report, the first and the last day of the test, the end of a validation.
//! **Where**: labels and lone dates of the cover, or a date in the running foot; spans in sentences about the test.
//! **Accepts** `Report date`, `Date`, `Issued`; "between … and …", "commenced on … and ended on …"; in running feet the
//! short form `05/14/31`, if its middle number can be no month.
//! **Refuses** dates of versions, fixes and single findings.

use std::sync::LazyLock;

use chrono::NaiveDate;
use countersign_domain::Fact;

use crate::pattern::{Pattern, pattern};
use crate::recognise::{dates, labels, signature, span};
use crate::text::sentence;
use crate::text::{Flow, Text};

/// Pages on which labels stand.
const LABEL_PAGES: usize = 2;
/// Lines of a cover.
const COVER_LINES: usize = 30;

static REPORT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:report|letter) (?:issue )?date|date of (?:the |this )?(?:report|letter|issue)|(?:issue|issuance|publication|delivery|release) date|date (?:issued|published|of publication)|issued(?: on)?|published(?: on)?|date)\s*(?::|$)",
    )
});
static EXPIRES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^\W*(?:expir(?:y|ation)(?: date)?|valid (?:until|through|to)|expires(?: on)?|revalidation due)\s*(?::|$)")
});
static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:tests?|testing|tested|pentest|assessment|assessed|engagement|audit|performed|conducted|project|review|work|took place|carried out|fieldwork)\b",
    )
});
static NOT_THE_TEST: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:re-?test\w*|remediat\w+|fix(?:ed|es)?|valid|soc ?[123])\b[^.\n]{0,40}$"));
static FROM_TO: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^,? (?:and |until |it )*(?:was |were )?(?:ended|concluded|completed|finished|lasted until|ran until|closed)(?: on)? $",
    )
});
static BEGAN: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:commenced|began|started|kicked off|ran from)(?: on)? $"));
static SHORT: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|[^\d/])(?P<m>\d\d?)/(?P<d>\d\d)/(?P<y>\d\d)(?:[^\d/]|$)"));

/// Reads the date of the report.
pub(super) fn of_report(text: &Text<'_>) -> Option<Fact<NaiveDate>> {
    let labelled = labels::values(text, &REPORT, LABEL_PAGES).into_iter().find_map(|value| {
        let found = dates::find(value.text());
        let first = found.first().filter(|f| f.range.start == 0)?;
        value.fact(first.date?)
    });
    labelled.or_else(|| alone(text)).or_else(|| in_the_foot(text))
}

/// The one date that stands alone on the cover.
fn alone(text: &Text<'_>) -> Option<Fact<NaiveDate>> {
    let lines: Vec<usize> = text.lines_on(0).take(COVER_LINES).collect();
    let mut found = lines.into_iter().filter_map(|at| {
        let (range, day) = signature::date_line(&text.lines()[at].text)?;
        (range.start == 0).then_some((at, day))
    });
    let (at, day) = found.next()?;
    let flow = Flow::new(text, [at]);
    if found.next().is_some() {
        return None;
    }
    flow.fact(day?, 0..flow.text().len())
}

/// A date that every page carries.
fn in_the_foot(text: &Text<'_>) -> Option<Fact<NaiveDate>> {
    text.lines_on(0).filter(|at| text.lines()[*at].running).find_map(|at| {
        let flow = Flow::new(text, [at]);
        let long = dates::find(flow.text()).into_iter().find_map(|f| f.date);
        let day = long.or_else(|| {
            let short = SHORT.captures(flow.text())?;
            let number = |name| short.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
            let (month, day, year) = (number("m")?, number("d")?, number("y")?);
            // Thirteen and more is a day, so the number before it is the month.
            NaiveDate::from_ymd_opt(2000 + i32::try_from(year).ok()?, month, day).filter(|_| day > 12)
        })?;
        flow.fact(day, 0..flow.text().len())
    })
}

/// Reads the last day on which a validation holds.
pub(super) fn expires(text: &Text<'_>) -> Option<Fact<NaiveDate>> {
    labels::values(text, &EXPIRES, LABEL_PAGES)
        .into_iter()
        .find_map(|value| value.fact(dates::find(value.text()).first().filter(|f| f.range.start == 0)?.date?))
}

/// Reads the first and the last day of the test.
pub(super) fn tested(flow: &Flow<'_>) -> (Option<Fact<NaiveDate>>, Option<Fact<NaiveDate>>) {
    let text = flow.text();
    for span in span::find(text) {
        let sentence = sentence::around(text, &span.range);
        let head = &text[sentence.start..span.range.start];
        if !TEST.is_match(&text[sentence.clone()]) || NOT_THE_TEST.is_match(head) {
            continue;
        }
        let quote = if sentence.len() > 250 { span.range.clone() } else { sentence };
        return (flow.fact(span.start, quote.clone()), flow.fact(span.end, quote));
    }
    let found = dates::find(text);
    for pair in found.windows(2) {
        let between = &text[pair[0].range.end..pair[1].range.start];
        let head = &text[..pair[0].range.start];
        if FROM_TO.is_match(between) && BEGAN.is_match(head) {
            let quote = sentence::around(text, &(pair[0].range.start..pair[1].range.end));
            let fact = |day: Option<NaiveDate>| day.and_then(|day| flow.fact(day, quote.clone()));
            return (fact(pair[0].date), fact(pair[1].date));
        }
    }
    (None, None)
}
