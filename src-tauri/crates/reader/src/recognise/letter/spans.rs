//! The days that a bridge letter is about, and the report that it follows.
//!
//! **Reads** first and last day covered; period and date of the report.
//! **Where**: every span and date of the letter, told by the nearest words before it, else behind it, in its sentence.
//! **Accepts** "this letter covers the period … through …", "for the period … we are not aware", "since …", "through
//! the date of this letter" (its date, worked out); "report … for the period …", "period ended …", "report dated …".
//! **Refuses** to take one period for both.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use countersign_domain::{Basis, Fact};

use crate::pattern::{Pattern, pattern};
use crate::recognise::dates;
use crate::recognise::span::{self, Span};
use crate::text::Flow;
use crate::text::sentence;

static REPORT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:reports?|examination|audit|attestation|audited|examined|reporting|soc ?[123](?: type (?:1|2|i{1,2}))?|prior|previous(?:ly)?|engagement)\b",
    )
});
static LETTER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:letter|bridge[sd]?|bridging|gap|interim|changes?|changed|aware|remain\w*|continu\w+|subsequent|since|occurred|extend\w*|in place)\b",
    )
});
static ENDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:period|year|quarter)(?:[- ]end(?:ed|ing|s)?)?(?: (?:date|that ended|which ended|ended|ending))?(?: on)?|period end date|period end|end of (?:the |its )?(?:report |reporting |audit )?period,?(?: of| on)?|ended(?: on)?|ending(?: on)?)\s*:?\s*$",
    )
});
static DATED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\breport(?:'s)?\b[^.\n]{0,90}?\b(?:dated|issued(?: on)?|issue date|report date|date of issue|was issued(?: on)?|released(?: on)?)\s*(?:of|is|:)?\s*$|\breport (?:issue )?date\s*:?\s*$|\bdate of (?:the )?report\s*:?\s*$",
    )
});
static SINCE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\b(?P<w>since|after|subsequent to|following|from|beginning|commencing|starting)(?: on)?(?: the)?\s*$")
});
static UNTIL: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:through|thru|until|till|up to|to|as of|as at)(?: and including)?(?: the)?\s*$"));
/// Words of a report to come, which is neither the report that is followed nor what the letter covers.
static TO_COME: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:next|upcoming|forthcoming|future|subsequent|new|current) (?:\w+ ){0,4}?(?:report|examination|audit|attestation|engagement)\b|\b(?:will|is (?:scheduled|expected|planned|anticipated)|expects?|plans?) (?:\w+ ){0,3}?(?:cover|be|to|issue|receive)\b",
    )
});
static TO_THIS_DATE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:through|to|until|till|up to|as of)(?: and including)? (?:the )?(?:date (?:of this letter|hereof|above|of issuance of this letter)|present date|this letter's date|today's date|today|the present|date)\b",
    )
});

/// What the letter covers and what it refers to.
#[derive(Default)]
pub(super) struct Spans {
    pub(super) from: Option<Fact<NaiveDate>>,
    pub(super) to: Option<Fact<NaiveDate>>,
    pub(super) period_start: Option<Fact<NaiveDate>>,
    pub(super) period_end: Option<Fact<NaiveDate>>,
    pub(super) report_date: Option<Fact<NaiveDate>>,
}

/// Reads the days.
pub(super) fn read(flow: &Flow<'_>, dated: Option<&Fact<NaiveDate>>) -> Spans {
    let text = flow.text();
    let mut spans = Spans::default();
    let to_come = |place: &Range<usize>| {
        let sentence = sentence::around(text, place);
        TO_COME.is_match(&text[sentence.start..place.start])
    };
    let found: Vec<Span> = span::find(text).into_iter().filter(|span| !to_come(&span.range)).collect();
    let reports: Vec<bool> = found.iter().map(|span| is_reports(text, &span.range)).collect();
    for (span, of_report) in found.iter().zip(&reports) {
        let quote = quote(text, &span.range);
        let place = (span.start, span.end);
        // "No changes to the controls of our report from … to …": the days after the report's are the letter's.
        let later = found.iter().zip(&reports).any(|(other, of_report)| *of_report && other.end <= span.start);
        let (start, end) = if *of_report && !(later && speaks_of_changes(text, &span.range)) {
            (&mut spans.period_start, &mut spans.period_end)
        } else {
            (&mut spans.from, &mut spans.to)
        };
        if start.is_none() && end.is_none() {
            *start = fact(flow, place.0, &quote, span);
            *end = flow.fact(place.1, quote);
        }
    }
    for date in dates::find(text) {
        let Some(day) = date.date else { continue };
        if to_come(&date.range) || found.iter().any(|s| s.range.contains(&date.range.start)) {
            continue;
        }
        let sentence = sentence::around(text, &date.range);
        let head = &text[sentence.start..date.range.start];
        let quote = quote(text, &date.range);
        if DATED.is_match(head) {
            spans.report_date = spans.report_date.or_else(|| flow.fact(day, quote));
        } else if ENDED.is_match(head) && REPORT.is_match(&text[sentence.clone()]) {
            spans.period_end = spans.period_end.or_else(|| flow.fact(day, quote));
        } else if let Some(since) = SINCE.captures(head)
            && spans.from.is_none()
            && (!is_reports(text, &date.range) || runs_to_the_letter(&text[date.range.end..]))
        {
            let next = matches!(since["w"].to_lowercase().as_str(), "after" | "subsequent to" | "following");
            spans.from = if next {
                day.checked_add_days(Days::new(1)).and_then(|day| derived(flow.fact(day, quote)))
            } else {
                flow.fact(day, quote)
            };
        } else if UNTIL.is_match(head) && spans.to.is_none() && speaks_of_changes(text, &date.range) {
            spans.to = flow.fact(day, quote);
        }
    }
    if spans.to.is_none()
        && let (Some(dated), Some(until)) = (dated, flow.find(&TO_THIS_DATE))
        && spans.from.as_ref().is_some_and(|from| from.value <= dated.value)
    {
        let sentence = sentence::around(text, &until);
        let range = if sentence.len() > 250 { until } else { sentence };
        spans.to = derived(flow.fact(dated.value, range)).map(|mut fact| {
            fact.citations.extend(dated.citations.iter().cloned());
            fact
        });
    }
    spans
}

/// "… to the date of this letter" behind a day: what begins with it is the letter's.
fn runs_to_the_letter(behind: &str) -> bool {
    TO_THIS_DATE.find(behind).is_some_and(|found| behind[..found.start()].trim_matches([',', ' ', '\n']).is_empty())
}

fn derived<T>(fact: Option<Fact<T>>) -> Option<Fact<T>> {
    fact.map(|fact| Fact { basis: Basis::Derived, ..fact })
}

fn fact(flow: &Flow<'_>, day: NaiveDate, quote: &Range<usize>, span: &Span) -> Option<Fact<NaiveDate>> {
    let fact = flow.fact(day, quote.clone());
    if span.derived { derived(fact) } else { fact }
}

/// Tells whether a place speaks of the report's period: the nearest word before it decides, else the first behind it.
fn is_reports(text: &str, place: &Range<usize>) -> bool {
    let sentence = sentence::around(text, place);
    let (head, rest) = (&text[sentence.start..place.start], &text[place.end..sentence.end]);
    let last = |pattern: &Pattern| pattern.find_iter(head).last().map(|m| m.end());
    match (last(&REPORT), last(&LETTER)) {
        (report, letter) if report != letter => report > letter,
        _ => match (REPORT.find(rest), LETTER.find(rest)) {
            (Some(report), Some(letter)) => report.start() < letter.start(),
            (report, _) => report.is_some(),
        },
    }
}

fn speaks_of_changes(text: &str, place: &Range<usize>) -> bool {
    LETTER.is_match(&text[sentence::around(text, place)])
}

/// The sentence if it is short.
fn quote(text: &str, place: &Range<usize>) -> Range<usize> {
    let sentence = sentence::around(text, place);
    if sentence.len() > 250 { place.clone() } else { sentence }
}
