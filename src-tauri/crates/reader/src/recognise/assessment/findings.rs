//! How many findings of each severity an assessment states.
//!
//! **Reads** the numbers of what was found and of what is left.
//! **Where**: the first pages: lists (`High: 2`), tables with the severities beside or over the numbers, sentences.
//! **Accepts** numbers in digits and words; columns called initial, found, identified, and remaining, open, retest; what a
//! column of the remediated leaves of what was found.
//! **Refuses** ranges of scores, deadlines, ratings; two numbers for one severity: a document that counts by component
//! states no sum.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::{Severity, SeverityCount};
use countersign_domain::{Basis, Fact};

use crate::pattern::{Pattern, pattern};
use crate::text::{Flow, Text};

const SEVERITY: &str = r"(?P<s>critical|high|medium|moderate|low|info(?:rmational|rmation)?)";
const NUMBER: &str = r"(?P<n>\d{1,3}|zero|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

static IN_LIST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|\n|[,;|•] )\W*{SEVERITY}(?:[- ](?:severity|risk))?(?: (?:findings?|issues?|vulnerabilit\w+))?\s*(?:[:=-]\s*|\()(?P<n>\d{{1,3}})\b"
    ))
});
static ENDS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\)?\s*(?:$|\(|[,;|/]|(?:findings?|issues?|vulnerabilit\w+)\b|(?:critical|high|medium|moderate|low|info)\b)",
    )
});
static MENDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\s*\((?:all )?(?:(?P<k>\d{1,3}) )?(?:have been |has been |was |were |all )?(?:remediated|resolved|fixed|closed|mitigated)\b",
    )
});
static IN_SENTENCE: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let digits = r"(?: \((?:\d{1,3})\))?";
    vec![
        // "two were rated as High", "three items marked as High"
        pattern(&format!(
            r"\b{NUMBER}{digits} (?:(?:findings?|issues?|items?|vulnerabilit\w+|problems?) )?(?:(?:were|was|are|is|being) )?(?:rated|marked|classified|ranked|scored|assessed|considered|categori[sz]ed|of)(?: (?:as|at|to be|an?))* {SEVERITY}\b"
        )),
        // "two high-severity findings", "no critical findings", "four as Low severity"
        pattern(&format!(
            r"\b{NUMBER}{digits}(?: as)? {SEVERITY}(?:[- ](?:severity|risk|rated|impact))?(?: (?:findings?|issues?|vulnerabilit\w+|items?|severity|risks?)|[- ]severity|[- ]risk)\b"
        )),
    ]
});
/// "3 medium and 2 low severity findings"
static RUN: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:{one}(?:,? and |,? or | ?, ?| ?; ?| ?/ ?| ))+(?:severity |risk )?(?:findings?|issues?|vulnerabilit\w+|items?)\b|(?:^|\n|: ?|[.(] ?|\bwith |\bfound )(?:{one}(?:,? and | ?, ?| ?; ?| ?/ ?))+{one}(?:\W|$)",
        one = r"(?:\d{1,3}|zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: \(\d{1,3}\))? (?:critical|high|medium|moderate|low|informational)(?:[- ](?:severity|risk))?"
    ))
});
/// "no critical or high severity findings"
static NONE_OF: LazyLock<Pattern> = LazyLock::new(|| {
    let one = r"(?:critical|high|medium|moderate|low|informational)";
    pattern(&format!(
        r"\b(?:no|zero|0) {one}(?:[- ](?:severity|risk))?(?:(?:,? or |,? and | ?/ ?|, ){one}(?:[- ](?:severity|risk|rated))?){{1,4}}(?: (?:severity|risk))? (?:findings?|issues?|vulnerabilit\w+|items?|risks?)\b(?P<left>[^.\n]{{0,20}}\b(?:remain\w*|open|outstanding|unresolved))?"
    ))
});
static PAIR: LazyLock<Pattern> = LazyLock::new(|| pattern(&format!(r"\b{NUMBER}(?: \(\d{{1,3}}\))? {SEVERITY}\b")));
/// "all high findings have been remediated"
static ALL_MENDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\ball (?P<which>[^.\n]{0,70}?)\b(?:have been|has been|were|are) (?:\w+ )?(?:remediated|resolved|fixed|closed|mitigated|addressed)\b",
    )
});
static TOTAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:resulted in|revealed|yielded|a total of|total of|in total,?)(?: a total of)? {NUMBER}(?: \(\d{{1,3}}\))? (?:[\w-]+ ){{0,2}}?(?:findings?|issues?|vulnerabilit\w+|discoveries|weaknesses)\b"
    ))
});
static ONE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:critical|high|medium|moderate|low|informational)\b"));
static ALONE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(&format!(r"^\W*{SEVERITY}(?:[- ](?:severity|risk))?(?: findings| issues)?\W*$")));
static LEFT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:remaining|open|outstanding|unresolved|residual|re-?test(?:ed)?|after|final|current|not (?:fixed|remediated))\b",
    )
});
static FOUND: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:initial(?:ly)?|found|identified|findings?|issues?|vulnerabilities|count|number|total|original|reported|discovered|quantity|#)",
    )
});

/// A column of what is mended, which is not what is left.
static MENDED_HEAD: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:remediated|resolved|fixed|closed|mitigated|addressed|patched|retired)\b"));
static NOT_MENDED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:not|to be|yet|un\w+|remaining|open)\b"));

/// Numbers of one severity that the document states.
#[derive(Default)]
struct Stated {
    found: Vec<Fact<u32>>,
    remaining: Vec<Fact<u32>>,
}

type Counts = BTreeMap<Severity, Stated>;

/// Reads the total and the numbers of each severity.
pub(super) fn read(text: &Text<'_>, flow: &Flow<'_>, pages: usize) -> (Option<Fact<u32>>, Vec<SeverityCount>) {
    let mut counts = Counts::new();
    in_lists(flow, &mut counts);
    if counts.is_empty() {
        in_tables(text, pages, &mut counts);
    }
    if counts.is_empty() {
        in_sentences(flow, &mut counts);
    }
    all_mended(flow, &mut counts);
    let total = TOTAL.captures(flow.text()).and_then(|c| flow.fact(number(&c["n"])?, c.get(0)?.range()));
    let findings = counts
        .into_iter()
        .map(|(severity, stated)| SeverityCount {
            severity,
            found: agreed(stated.found),
            remaining: agreed(stated.remaining),
        })
        .filter(|c| c.found.is_some() || c.remaining.is_some())
        .collect();
    (total, findings)
}

/// The number if all that is stated is one number.
fn agreed(stated: Vec<Fact<u32>>) -> Option<Fact<u32>> {
    let agree = stated.windows(2).all(|pair| pair[0].value == pair[1].value);
    stated.into_iter().next().filter(|_| agree)
}

fn in_lists(flow: &Flow<'_>, counts: &mut Counts) {
    let text = flow.text();
    for found in IN_LIST.captures_iter(text) {
        let level = severity(&found["s"]);
        let Some(digits) = found.name("n") else { continue };
        let behind = text[digits.end()..].lines().next().unwrap_or_default();
        if !ENDS.is_match(behind) {
            continue;
        }
        let Some(count) = number(digits.as_str()) else { continue };
        let start = found.name("s").map_or(digits.start(), |m| m.start());
        let stated = counts.entry(level).or_default();
        stated.found.extend(flow.fact(count, start..digits.end()));
        if let Some(mended) = MENDED.captures(behind) {
            let left = mended.name("k").map_or(Some(0), |k| count.checked_sub(k.as_str().parse().ok()?));
            let end = digits.end() + behind.find(')').map_or(behind.len(), |at| at + 1);
            let fact = left.and_then(|left| flow.fact(left, start..end));
            stated.remaining.extend(fact.map(|f| Fact { basis: Basis::Derived, ..f }));
        }
    }
}

/// What is said to be mended altogether leaves none.
fn all_mended(flow: &Flow<'_>, counts: &mut Counts) {
    let Some(found) = ALL_MENDED.captures(flow.text()) else { return };
    let (Some(which), Some(whole)) = (found.name("which"), found.get(0)) else { return };
    let named: Vec<Severity> = ONE.find_iter(which.as_str()).map(|m| severity(m.as_str())).collect();
    for (level, stated) in counts.iter_mut() {
        let some = stated.found.first().is_some_and(|count| count.value > 0);
        if some && stated.remaining.is_empty() && (named.is_empty() || named.contains(level)) {
            stated.remaining.extend(flow.fact(0, whole.range()).map(|f| Fact { basis: Basis::Derived, ..f }));
        }
    }
}

fn in_sentences(flow: &Flow<'_>, counts: &mut Counts) {
    let text = flow.text();
    for run in RUN.find_iter(text) {
        for found in PAIR.captures_iter(run.as_str()) {
            let (Some(count), Some(whole)) = (number(&found["n"]), found.get(0)) else { continue };
            let range = run.start() + whole.start()..run.start() + whole.end();
            counts.entry(severity(&found["s"])).or_default().found.extend(flow.fact(count, range));
        }
    }
    for found in NONE_OF.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        for level in ONE.find_iter(whole.as_str()) {
            let stated = counts.entry(severity(level.as_str())).or_default();
            let list = if found.name("left").is_some() { &mut stated.remaining } else { &mut stated.found };
            list.extend(flow.fact(0, whole.range()));
        }
    }
    for wording in IN_SENTENCE.iter() {
        for found in wording.captures_iter(text) {
            let level = severity(&found["s"]);
            let (Some(count), Some(whole)) = (number(&found["n"]), found.get(0)) else { continue };
            counts.entry(level).or_default().found.extend(flow.fact(count, whole.range()));
        }
    }
}

/// Tables: numbers right of a severity, or under a row of severities.
fn in_tables(text: &Text<'_>, pages: usize, counts: &mut Counts) {
    let end = text.lines().partition_point(|l| l.page < pages);
    for at in 0..end {
        let Some(level) = ALONE.captures(&text.lines()[at].text).map(|c| severity(&c["s"])) else { continue };
        let right = numbers_right_of(text, at);
        if right.is_empty() {
            let row: Vec<usize> = [text.left_of(at), text.right_of(at)].into_iter().flatten().collect();
            let among = row.iter().any(|other| ALONE.is_match(&text.lines()[*other].text));
            let under = text.under(at).filter(|_| among);
            if let Some((under, count)) = under.and_then(|u| Some((u, whole_number(&text.lines()[u].text)?))) {
                counts.entry(level).or_default().found.extend(fact(text, at, under, count));
            }
            continue;
        }
        let mut mended = None;
        for (column, count) in right {
            let heading = heading_of(text, column);
            let stated = counts.entry(level).or_default();
            if heading.is_some_and(|h| MENDED_HEAD.is_match(h) && !NOT_MENDED.is_match(h)) {
                mended = Some((column, count));
            } else if heading.is_some_and(|h| LEFT.is_match(h)) {
                stated.remaining.extend(fact(text, at, column, count));
            } else if heading.is_none_or(|h| FOUND.is_match(h)) {
                stated.found.extend(fact(text, at, column, count));
            }
        }
        let stated = counts.entry(level).or_default();
        if let (Some((column, mended)), Some(found), true) = (mended, stated.found.last(), stated.remaining.is_empty())
        {
            let left = found.value.checked_sub(mended).and_then(|left| fact(text, at, column, left));
            let also = found.citations.clone();
            stated.remaining.extend(left.map(|mut left| {
                left.citations.extend(also.into_iter().filter(|one| !left.citations.contains(one)).collect::<Vec<_>>());
                Fact { basis: Basis::Derived, ..left }
            }));
        }
    }
}

fn numbers_right_of(text: &Text<'_>, at: usize) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    let mut here = at;
    while let Some(next) = text.right_of(here).filter(|_| found.len() < 6) {
        let Some(count) = whole_number(&text.lines()[next].text) else { break };
        found.push((next, count));
        here = next;
    }
    found
}

/// The words over a column of numbers.
fn heading_of<'t>(text: &'t Text<'_>, at: usize) -> Option<&'t str> {
    let mut here = at;
    for _ in 0..8 {
        here = text.over(here)?;
        let words = &text.lines()[here].text;
        if whole_number(words).is_none() {
            return Some(words);
        }
    }
    None
}

fn fact(text: &Text<'_>, label: usize, at: usize, count: u32) -> Option<Fact<u32>> {
    let whole = |at: usize| {
        let flow = Flow::new(text, [at]);
        let range: Range<usize> = 0..flow.text().len();
        (flow, range)
    };
    let (flow, range) = whole(at);
    let mut fact = flow.fact(count, range)?;
    let (flow, range) = whole(label);
    fact.citations.extend(flow.cite(range));
    Some(fact)
}

fn whole_number(words: &str) -> Option<u32> {
    let words = words.trim();
    (words.len() <= 3 && words.chars().all(|c| c.is_ascii_digit())).then(|| words.parse().ok()).flatten()
}

fn number(words: &str) -> Option<u32> {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let words = words.to_lowercase();
    if matches!(words.as_str(), "no" | "none") {
        return Some(0);
    }
    let word = WORDS.iter().zip(0..).find(|(word, _)| **word == words).map(|(_, number)| number);
    word.or_else(|| words.parse().ok())
}

fn severity(word: &str) -> Severity {
    match word.to_lowercase().as_str() {
        "critical" => Severity::Critical,
        "high" => Severity::High,
        "medium" | "moderate" => Severity::Medium,
        "low" => Severity::Low,
        _ => Severity::Informational,
    }
}
