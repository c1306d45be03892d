//! What the words of a report propose for the terms of a severity. Conservative: where the words do not say it, nothing is
//! proposed and a person is asked (`practice.md` §5.2).

use super::{
    Said,
    severity::{Extent, Nature, Recurrence, Response},
};
use chrono::NaiveDate;

/// What is proposed; what is `None` is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposed {
    /// From the numbers; where none are given, as unknown.
    pub extent: Extent,
    /// From the auditor's words.
    pub nature: Option<Nature>,
    /// From the vendor's words; nothing said is a response without a point.
    pub response: Response,
    /// From the report before.
    pub history: Recurrence,
    /// Whether the report's opinion is modified.
    pub opinion_modified: bool,
}

/// What is known besides the words.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// Whether it failed in the report before.
    pub history: Recurrence,
    /// Whether the report's opinion is modified.
    pub opinion_modified: bool,
    /// The day of the report.
    pub report_date: Option<NaiveDate>,
}

/// Proposes the terms.
pub fn propose(said: &Said, around: Around) -> Proposed {
    Proposed {
        extent: said.rate.map_or(Extent::Partial, super::Rate::extent),
        nature: nature(&said.result),
        response: said.response.as_deref().map(|text| response(text, around.report_date)).unwrap_or_default(),
        history: around.history,
        opinion_modified: around.opinion_modified,
    }
}

const DESIGN: &[&str] = &[
    "not designed",
    "no control was in place",
    "control was not in place",
    "had not been implemented",
    "was not implemented",
    "did not exist",
    "no formal process",
    "not suitably designed",
];
const EVIDENCE: &[&str] = &[
    "not retained",
    "could not be provided",
    "unable to provide",
    "not available for inspection",
    "no evidence",
    "was not documented",
    "were not documented",
    "lack of documentation",
];
const TIMING: &[&str] =
    &["days late", "performed late", "completed late", "not timely", "after the due date", "was delayed"];
const OPERATING: &[&str] =
    &["did not operate", "not operating effectively", "was not followed", "not in accordance with", "not consistently"];
const SCOPE: &[&str] = &["not in scope", "out of scope", "excluded from the scope", "were not included"];

/// The kind of failure where the words name exactly one.
fn nature(result: &str) -> Option<Nature> {
    let text = plain(result);
    let kinds = [
        (DESIGN, Nature::Design),
        (EVIDENCE, Nature::Evidence),
        (TIMING, Nature::Timing),
        (OPERATING, Nature::Operating),
        (SCOPE, Nature::Scope),
    ];
    let mut named = kinds.into_iter().filter(|(words, _)| says(&text, words)).map(|(_, nature)| nature);
    named.next().filter(|_| named.next().is_none())
}

const CAUSE: &[&str] = &[
    "due to",
    "because",
    "caused by",
    "as a result of",
    "resulted from",
    "root cause was",
    "owing to",
    "the cause was",
];
const FIX: &[&str] = &[
    "implemented",
    "automated",
    "configured",
    "deployed",
    "replaced",
    "corrected",
    "remediated",
    "removed",
    "revoked",
    "enabled",
    "enforced",
    "introduced",
    "updated",
];
const PROOF: &[&str] = &["retested", "re-tested", "reperformed", "re-performed", "verified that", "tested the fix"];
/// What is promised is not done.
const PROMISE: &[&str] =
    &["will ", "plan to", "plans to", "intend", "to be ", "is going to", "are going to", "expects to"];

/// The points of a response. Each sentence counts for what it says itself; a promise is no fix.
fn response(text: &str, report_date: Option<NaiveDate>) -> Response {
    let text = plain(text);
    let mut found = Response::default();
    for sentence in text.split(['.', ';']) {
        found.cause |= says(sentence, CAUSE);
        if says(sentence, PROMISE) {
            continue;
        }
        let fix = says(sentence, FIX);
        found.fix |= fix;
        found.dated |= fix && report_date.is_some_and(|report| day_in(sentence).is_some_and(|day| day <= report));
        found.proof |= says(sentence, PROOF);
    }
    found
}

fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// In small letters with single spaces.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The last day that "12 March 2025", "March 12, 2025", "March 2025" or "2025-03-12" can mean.
fn day_in(sentence: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = sentence.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().find_map(|(at, word)| {
        if let Ok(day) = word.parse::<NaiveDate>() {
            return Some(day);
        }
        let month = MONTHS.iter().position(|month| month == word)? as u32 + 1;
        let number = |at: Option<usize>| at.and_then(|at| words.get(at)).and_then(|word| word.parse::<u32>().ok());
        let (before, next, after) = (number(at.checked_sub(1)), number(Some(at + 1)), number(Some(at + 2)));
        let is_year = |number: &u32| (1990..2200).contains(number);
        let (year, day) = match (next, after) {
            (Some(year), _) if is_year(&year) => (year, before.filter(|day| (1..=31).contains(day))),
            (Some(day), Some(year)) if is_year(&year) => (year, Some(day)),
            _ => return None,
        };
        let year = i32::try_from(year).ok()?;
        match day {
            Some(day) => NaiveDate::from_ymd_opt(year, month, day),
            None if month == 12 => NaiveDate::from_ymd_opt(year, 12, 31),
            None => NaiveDate::from_ymd_opt(year, month + 1, 1)?.pred_opt(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> (bool, bool, bool, bool) {
        let response = response(text, Some("2026-02-10".parse().expect("a day")));
        (response.cause, response.fix, response.dated, response.proof)
    }

    #[test]
    fn a_response_gets_the_points_that_its_words_give() {
        let cases = [
            (
                "The removals were delayed due to an outage of the HR feed. On 12 March 2025 the feed was automated.",
                (true, true, true, false),
            ),
            ("Staff were reminded of the procedure.", (false, false, false, false)),
            ("Management will implemented an automated feed by March 2025.", (false, false, false, false)),
            ("A tool was deployed in March 2026.", (false, true, false, false)),
            ("A tool was deployed on January 5, 2026 and the auditor retested ten cases.", (false, true, true, true)),
            ("Accounts were removed on 2025-11-30.", (false, true, true, false)),
            ("", (false, false, false, false)),
        ];
        for (text, expected) in cases {
            assert_eq!(points(text), expected, "{text}");
        }
        let undated = response("The tool was deployed in March 2025.", None);
        assert!(undated.fix && !undated.dated, "without the report's day nobody knows which came first");
    }

    #[test]
    fn a_kind_of_failure_is_proposed_only_where_the_words_name_one() {
        let cases = [
            ("For 2 of 25 leavers access was removed after four and nine days.", None),
            ("Evidence of the review was not retained.", Some(Nature::Evidence)),
            ("The quarterly review was completed late.", Some(Nature::Timing)),
            ("The control was not in place until June.", Some(Nature::Design)),
            ("The control did not operate for one of 25 changes.", Some(Nature::Operating)),
            ("The review was completed late and its record was not retained.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(nature(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_proposed_that_nobody_said() {
        let around = Around { history: Recurrence::New, opinion_modified: false, report_date: None };
        let proposed = propose(&Said::default(), around);
        assert_eq!((proposed.extent, proposed.nature), (Extent::Partial, None), "unknown numbers weigh one point");
        assert_eq!(proposed.response.points(), 0, "no response has no point");
    }
}
