//! When a certificate was issued, when it ends, and since when the organization has been certified.
//!
//! **Reads** every date of the paper with the words that stand before it, beside it or over it, and tells by them what
//! it is.
//! **Where**: the first pages.
//! **Accepts** issue, certification and effective dates (in this order: a paper that says when it was issued means
//! that); expiry, "valid until", the end of "valid from … until …"; "certified since", "original registration",
//! "initial certification". An initial registration beside nothing but an end is the day of issue as well, if the time
//! between is one cycle. Cyber Essentials papers may carry only the values: the scheme's form has two days a year apart.
//! **Refuses** re-issues and revisions, the cycle before, audits, agreements, the date of the statement of
//! applicability, and numeric dates that two countries read differently. Two days for one thing are none.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use countersign_domain::{Basis, Fact, Kind};

use super::Paper;
use crate::pattern::{Pattern, pattern};
use crate::recognise::dates;

/// A cycle of certification in months (ISO/IEC 17021-1: three years), and the weeks by which papers overrun it.
const CYCLE: u32 = 37;
/// Characters before a date in which its label stands.
const REACH: usize = 90;
/// Longest sentence before a date that is cited with it, in bytes.
const LONGEST: usize = 200;
/// Longest place before a date, in bytes.
const SHORT: usize = 40;

/// What a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    First,
    /// With a rank: the surest wording first.
    Issued(u8),
    Expires,
    /// Of something else.
    Another,
}

/// The dates of a certificate.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) issued: Option<Fact<NaiveDate>>,
    pub(super) expires: Option<Fact<NaiveDate>>,
    pub(super) first: Option<Fact<NaiveDate>>,
}

/// Wordings, each with what it means. Of several before one date the one that ends last counts; of those the longest.
static WORDINGS: LazyLock<Vec<(Meaning, Pattern)>> = LazyLock::new(|| {
    let of = r"(?: of (?:the |this |current )?(?:certificat\w+|registration|report|aoc))?";
    vec![
        (
            Meaning::First,
            pattern(
                r"\b(?:certified|registered|approved|held|certificate holder)\b[^:\n]{0,50}? since|\b(?:original|initial|first)(?:ly)? (?:\w+ ){0,2}?(?:registration|registered|certification|certified|certificate|issued?|issuance|approvals?|approved|cycle start)(?: issued?| date| issue date| on)?|\bdate of (?:the )?(?:original|initial|first) \w+(?: \w+)?|\bsince",
            ),
        ),
        (
            Meaning::Issued(0),
            pattern(&format!(
                r"\b(?:date of (?:issue|issuance)|date issued|issue date|issuance date|issuing date|date of (?:current |this )?issue|issued(?: on)?|certificate date|date of report(?: as noted in the (?:report on compliance|roc|self-assessment questionnaire|saq))?|report date|date of (?:the )?aoc|aoc date){of}"
            )),
        ),
        (
            Meaning::Issued(1),
            pattern(&format!(
                r"\b(?:certification date|date of certification|certified on|(?:date of )?certification decision(?: date)?|registration date|date of registration|registered on|granted(?: on)?|approval date|date of approval|awarded on|certificate start date|cycle start date|assessment date|date of assessment){of}"
            )),
        ),
        (
            Meaning::Issued(2),
            pattern(
                r"\beffective(?: date| from| as of)?|\bvalid(?:ity)?(?: period)?(?: date)?(?: is)?(?: from| as of|:)|\bwith effect from|\bstart(?: date)? of validity|\bperiod of validity|\bvalid",
            ),
        ),
        (Meaning::Issued(3), pattern(r"\bplace and date\b[^:\n]{0,8}:?[^:\n\d]{0,50}")),
        (
            Meaning::Expires,
            pattern(&format!(
                r"\b(?:expir(?:y|es|ation|ing)(?: date| on)?|date of expir(?:y|ation)|valid(?:ity)?(?: is)? (?:until|till|through|thru|to|up to|date)|end(?: date)? of validity|certificate end date|(?:is|remains|be) valid until|re-?issue due|cease[sd]? to be valid(?: on)?){of}"
            )),
        ),
        (
            Meaning::Another,
            pattern(
                r"\bre-? ?issu(?:e|ed|ance)(?: date| on){0,2}(?: of (?:the |this )?certificat\w+)?|\b(?:latest |last |current )?revis(?:ion|ed)(?: date| on)?|\blast (?:modified|modification|updated?|amend\w+|issued?)(?: date| on)?|\bamend(?:ed|ment)(?: date| on)?|\bmodified(?: on)?|\bupdated(?: on)?|\btransfer\w*(?: date)?|\bversion date|\bprint(?:ed|ing)?(?: date| on)?|\b(?:next|previous|last|prior|former)\b[^:\n]{0,60}|\b[^:\n]{0,40} of (?:the )?(?:previous|last|prior) (?:\w+ )?cycle|\bre-?certification(?: audit)?(?: due)?(?: date| before| by)?|\b(?:surveillance|audit|assessment)s? (?:to be )?[^:\n]{0,30}|\bagreement dated|\bapplicability\b[^\n]{0,80}|\bsoa\b[^\n]{0,60}|\bmanual\b[^\n]{0,60}|\bdated|\bscope[^:\n]{0,50} dated|\bversion [^\n]{0,20}",
            ),
        ),
    ]
});

/// Words between a label and its date that change nothing.
static CONNECTION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:\s*\((?:[a-z /.-]{1,30})\))?[\s:.,*/|-]*(?:iso[^:\n]{2,24}?\s-\s*)?(?:(?:is|was|on|of|as|until|the|this|from|:|[a-z]{2}-[a-z]{2})\b[\s:]*){0,2}$",
    )
});
static UNTIL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^[\s,]*(?:-|to|until|till|through|thru|up to|and(?: valid)? until|and including)[\s,:]*$")
});
static CYBER_DUE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bre-?certification due\b"));

/// Reads the dates.
pub(super) fn read(paper: &Paper<'_>) -> Dates {
    let found = meanings(paper);
    let mut dates = Dates {
        first: pick(paper, &found, |m| (m == Meaning::First).then_some(0)),
        issued: pick(paper, &found, |m| match m {
            Meaning::Issued(rank) => Some(rank),
            _ => None,
        }),
        expires: pick(paper, &found, |m| (m == Meaning::Expires).then_some(0)),
    };
    if paper.kind == Kind::CyberEssentialsCertificate && dates.issued.is_none() && dates.expires.is_none() {
        (dates.issued, dates.expires) = a_year_apart(paper);
    }
    if dates.issued.is_none()
        && let (Some(first), Some(last)) = (&dates.first, &dates.expires)
        && first.value.checked_add_months(Months::new(CYCLE)).is_some_and(|end| last.value <= end)
    {
        dates.issued = Some(Fact { basis: Basis::Derived, ..first.clone() });
    }
    // A paper that ends before it begins was misread, or is no evidence of either.
    if let (Some(issued), Some(expires)) = (&dates.issued, &dates.expires)
        && issued.value >= expires.value
    {
        (dates.issued, dates.expires) = (None, None);
    }
    if dates.first.as_ref().zip(dates.issued.as_ref()).is_some_and(|(first, issued)| first.value > issued.value) {
        dates.first = None;
    }
    dates
}

/// A date of the paper and what it is.
struct Told {
    date: dates::Found,
    meaning: Meaning,
    label: Option<usize>,
    /// Where the words before it begin.
    from: usize,
}

fn meanings(paper: &Paper<'_>) -> Vec<Told> {
    let text = paper.flow.text();
    let mut told: Vec<Told> = Vec::new();
    let found = dates::find(text);
    for (at, date) in found.iter().enumerate() {
        let paragraph = text[..date.range.start].rfind('\n').map_or(0, |p| p + 1);
        let last = at.checked_sub(1).map(|at| &found[at]).filter(|last| last.range.end > paragraph);
        let from = last.map_or(paragraph, |last| last.range.end);
        let head = tail(&text[from..date.range.start]);
        let goes_on = last.is_some() && UNTIL.is_match(head);
        let (meaning, label) = if goes_on && told.last().is_some_and(|t| matches!(t.meaning, Meaning::Issued(2))) {
            (Some(Meaning::Expires), None)
        } else if head.contains(char::is_alphabetic) {
            // "Oslo, 12 May 2031" under "Place and date": what stands before the date need not be its label.
            let own = meaning(head, paper.kind);
            let place = own.is_none() && last.is_none() && head.len() <= SHORT && !head.contains(':');
            if place { beside(paper, date, at, &found) } else { (own, None) }
        } else {
            beside(paper, date, at, &found)
        };
        told.push(Told { date: date.clone(), meaning: meaning.unwrap_or(Meaning::Another), label, from });
    }
    told
}

/// The end of a text, at a boundary of characters.
fn tail(text: &str) -> &str {
    let from = text.char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    &text[from..]
}

/// What the words before a date say that it is.
fn meaning(head: &str, kind: Kind) -> Option<Meaning> {
    if kind == Kind::CyberEssentialsCertificate && CYBER_DUE.is_match(head) {
        return Some(Meaning::Expires);
    }
    WORDINGS
        .iter()
        .flat_map(|(meaning, wording)| wording.find_iter(head).map(move |m| (m.end(), m.len(), *meaning)))
        .filter(|(end, _, meaning)| *meaning == Meaning::Another || CONNECTION.is_match(&head[*end..]))
        .max_by_key(|(end, length, _)| (*end, *length))
        .map(|(_, _, meaning)| meaning)
}

/// What the labels beside, over or under a date say, for a date that stands alone.
fn beside(
    paper: &Paper<'_>,
    date: &dates::Found,
    at: usize,
    found: &[dates::Found],
) -> (Option<Meaning>, Option<usize>) {
    let Some(line) = paper.flow.line_at(date.range.start) else { return (None, None) };
    let text = paper.text;
    let in_line: Vec<usize> =
        (0..found.len()).filter(|n| paper.flow.line_at(found[*n].range.start) == Some(line)).collect();
    let label = |at: usize| {
        meaning(&text.lines()[at].text, paper.kind).filter(|_| dates::find(&text.lines()[at].text).is_empty())
    };
    let span = matches!(in_line.as_slice(), [a, b]
        if UNTIL.is_match(&paper.flow.text()[found[*a].range.end..found[*b].range.start]));
    if in_line.len() > 1 && !span {
        // Several dates on one line under as many labels on the line over it.
        let Some(over) = text.over(line) else { return (None, None) };
        let labels: Vec<&str> = text.lines()[over].text.split_inclusive(':').filter(|l| l.ends_with(':')).collect();
        let nth = in_line.iter().position(|n| *n == at);
        let named = nth.and_then(|nth| labels.get(nth)).filter(|_| labels.len() == in_line.len());
        return (named.and_then(|l| meaning(l, paper.kind)), Some(over));
    }
    let sides = [text.left_of(line), text.over(line)];
    let found = sides.into_iter().flatten().find_map(|side| label(side).map(|m| (m, side)));
    // Some forms print the label under a rule on which the value stands.
    let found = found.or_else(|| text.under(line).and_then(|under| label(under).map(|m| (m, under))));
    found.map_or((None, None), |(meaning, side)| (Some(meaning), Some(side)))
}

fn pick(paper: &Paper<'_>, told: &[Told], rank: impl Fn(Meaning) -> Option<u8>) -> Option<Fact<NaiveDate>> {
    let ranked: Vec<(u8, &Told)> = told.iter().filter_map(|t| Some((rank(t.meaning)?, t))).collect();
    let best = ranked.iter().map(|(rank, _)| *rank).min()?;
    let best: Vec<&Told> = ranked.into_iter().filter(|(rank, _)| *rank == best).map(|(_, t)| t).collect();
    let page = |t: &Told| paper.flow.line_at(t.date.range.start).map_or(0, |line| paper.text.lines()[line].page);
    // A file may hold several certificates: the first is meant, if it says one thing.
    let first = best.first()?;
    let agree = best.iter().filter(|t| page(t) == page(first)).all(|t| t.date.date == first.date.date);
    let day = first.date.date.filter(|_| agree)?;
    let alone = first.label.is_some() || first.date.range.end - first.from > LONGEST;
    let from = if alone { first.date.range.start } else { first.from };
    let mut fact = paper.flow.fact(day, from..first.date.range.end)?;
    if let Some(label) = first.label {
        let flow = crate::text::Flow::new(paper.text, [label]);
        fact.citations.extend(flow.cite(0..flow.text().len()));
    }
    Some(fact)
}

/// The two days of a form of which only the values are text.
fn a_year_apart(paper: &Paper<'_>) -> (Option<Fact<NaiveDate>>, Option<Fact<NaiveDate>>) {
    let found = dates::find(paper.flow.text());
    let [a, b] = found.as_slice() else { return (None, None) };
    let (Some(first), Some(second)) = (a.date, b.date) else { return (None, None) };
    let (from, to, range_from, range_to) =
        if first < second { (first, second, &a.range, &b.range) } else { (second, first, &b.range, &a.range) };
    let year = from.checked_add_months(Months::new(12));
    let near = year.is_some_and(|year| (year - to).num_days().abs() <= 2);
    let fact = |day, range: &std::ops::Range<usize>| {
        paper.flow.fact(day, range.clone()).map(|f| Fact { basis: Basis::Derived, ..f })
    };
    if near { (fact(from, range_from), fact(to, range_to)) } else { (None, None) }
}
