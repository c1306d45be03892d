//! The period of a Type 2 and the date of a Type 1.
//!
//! **Reads** the first and last day examined, or the day as of which.
//! **Where**: the opinion first, then the scope sentence of the auditor's report, the cover, the assertion. Every part
//! that states it is cited; parts that differ are for [`super::contradictions`].
//! **Accepts** the forms of [`super::span`]; on covers and in labels a bare span; "period ended" alone gives the last
//! day (`practice.md` §10, period and date forms).
//! **Refuses** periods of other reports (prior, previous, next, bridge), periods of incidents and samples, and spans in
//! the rest of the document.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use countersign_domain::{Basis, Fact, ReportType};

use super::dates;
use super::opinion;
use super::parts::Parts;
use super::span::{self, Span};
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

/// Where a period is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The opinion paragraph.
    Opinion,
    /// The rest of the auditor's report.
    Letter,
    /// The cover.
    Cover,
    /// Management's assertion.
    Assertion,
}

impl Place {
    /// What it is called in a sentence.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Opinion => "the opinion",
            Self::Letter => "the auditor's report",
            Self::Cover => "the cover",
            Self::Assertion => "management's assertion",
        }
    }
}

/// One statement of something, with the place where it stands.
pub(crate) struct Statement<'a, 't, T> {
    pub(crate) place: Place,
    pub(crate) flow: &'a Flow<'t>,
    pub(crate) range: Range<usize>,
    pub(crate) value: T,
}

/// The period or the date.
#[derive(Default)]
pub(crate) struct Examined {
    pub(crate) as_of: Option<Fact<NaiveDate>>,
    pub(crate) start: Option<Fact<NaiveDate>>,
    pub(crate) end: Option<Fact<NaiveDate>>,
}

static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:throughout|for|during|over|through|covering|covers?|period|from|within|in)\b[^.;\n]{0,70}$|(?:period|year|months?)[^.;]{0,40}$",
    )
});
static OTHER_REPORT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:prior|previous|preceding|next|bridge|gap|last year|subsequent|incident|outage|sampled?|exception)\b[^.;\n]{0,80}$",
    )
});
static AS_OF: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r#"\b(?:as of|as at)(?: the)?(?: date(?: of)?)?\s*:?[\s"']*$"#));
static ENDED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bperiod[^.;\n]{0,30}? end(?:ed|ing)(?: on)?\s*:?\s*$"));

/// Reads the period or the date, as the type asks for.
pub(crate) fn read(parts: &Parts<'_>, report_type: Option<ReportType>) -> Examined {
    let mut examined = Examined::default();
    if report_type != Some(ReportType::One) {
        let stated = statements(parts);
        if let Some(first) = stated.first() {
            let derived = first.value.derived;
            let agree: Vec<_> = stated
                .iter()
                .filter(|s| (s.value.start, s.value.end) == (first.value.start, first.value.end))
                .collect();
            let make = |value| {
                let mut fact = first.flow.fact(value, first.range.clone())?;
                for other in agree.iter().skip(1) {
                    fact.citations.extend(other.flow.cite(other.range.clone()));
                }
                Some(fact)
            };
            examined.start = make(first.value.start);
            examined.end = make(first.value.end);
            if derived && let Some(start) = examined.start.as_mut().filter(|s| s.basis == Basis::Stated) {
                start.basis = Basis::Derived;
            }
            return examined;
        }
        examined.end = ended(parts);
    }
    if report_type != Some(ReportType::Two) && examined.end.is_none() {
        let stated = as_of_statements(parts);
        if let Some(first) = stated.first() {
            examined.as_of = first.flow.fact(first.value, first.range.clone()).map(|mut fact| {
                for other in stated.iter().skip(1).filter(|s| s.value == first.value) {
                    fact.citations.extend(other.flow.cite(other.range.clone()));
                }
                fact
            });
        }
    }
    examined
}

/// Every part's statement of the period, the opinion's first: at most one for each part.
pub(crate) fn statements<'a, 't>(parts: &'a Parts<'t>) -> Vec<Statement<'a, 't, Span>> {
    each_part(parts, |place, text, area| {
        let spans = span::find(&text[area.clone()]);
        let shifted = spans.into_iter().map(|mut s| {
            s.range = area.start + s.range.start..area.start + s.range.end;
            s
        });
        let mut fitting = shifted.filter(|s| {
            let before = before(text, s.range.start);
            !OTHER_REPORT.is_match(before) && (place == Place::Cover || s.derived || LEAD.is_match(before))
        });
        let found = fitting.next()?;
        Some((lead_in(text, &found.range), found))
    })
}

/// Every part's statement of the day as of which.
pub(crate) fn as_of_statements<'a, 't>(parts: &'a Parts<'t>) -> Vec<Statement<'a, 't, NaiveDate>> {
    each_part(parts, |_, text, area| {
        dates::find(&text[area.clone()]).into_iter().find_map(|found| {
            let range = area.start + found.range.start..area.start + found.range.end;
            let lead = AS_OF.find(before(text, range.start))?;
            let start = range.start - (before(text, range.start).len() - lead.start());
            Some((start..range.end, found.date?))
        })
    })
}

/// Looks into the opinion, the rest of the auditor's report, the cover and the assertion.
fn each_part<'a, 't, T>(
    parts: &'a Parts<'t>,
    look: impl Fn(Place, &str, Range<usize>) -> Option<(Range<usize>, T)>,
) -> Vec<Statement<'a, 't, T>> {
    let mut found = Vec::new();
    let mut add = |place, flow: &'a Flow<'t>, area: Range<usize>| {
        if let Some((range, value)) = look(place, flow.text(), area) {
            found.push(Statement { place, flow, range, value });
        }
    };
    if let Some(letter) = &parts.letter {
        let passage = opinion::passage(letter);
        if let Some(passage) = passage.clone() {
            add(Place::Opinion, letter, passage);
        }
        let end = passage.map_or(letter.text().len(), |p| p.start);
        add(Place::Letter, letter, 0..end);
    }
    add(Place::Cover, &parts.cover, 0..parts.cover.text().len());
    if let Some(assertion) = &parts.assertion {
        add(Place::Assertion, assertion, 0..assertion.text().len());
    }
    found
}

/// A last day that stands alone: "for the period ended".
fn ended(parts: &Parts<'_>) -> Option<Fact<NaiveDate>> {
    parts.statements().find_map(|flow| {
        let text = flow.text();
        dates::find(text).into_iter().find_map(|found| {
            let before = before(text, found.range.start);
            let lead = ENDED.find(before)?;
            (!OTHER_REPORT.is_match(before)).then_some(())?;
            flow.fact(found.date?, found.range.start - (before.len() - lead.start())..found.range.end)
        })
    })
}

/// The last words before a place.
fn before(text: &str, place: usize) -> &str {
    let from = text[..place].char_indices().rev().nth(119).map_or(0, |(at, _)| at);
    &text[from..place]
}

/// Takes the words "throughout the period" into the quote.
fn lead_in(text: &str, range: &Range<usize>) -> Range<usize> {
    static WORDS: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r#"(?:(?:throughout|for|during|over|through|covering) )?(?:the )?(?:(?:report(?:ing)?|review|examination|audit|observation) )?(?:period|year|months?)?\s*(?:of|from|between|beginning)?\s*[:,]?[\s"']*$"#,
        )
    });
    let head = before(text, range.start);
    let start = WORDS.find(head).map_or(range.start, |m| range.start - (head.len() - m.start()));
    start + text[start..].len() - text[start..].trim_start().len()..range.end
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::Report;

    fn dates(change: impl FnOnce(&mut Report)) -> (Option<String>, Option<String>, Option<String>) {
        let mut report = Report::default();
        change(&mut report);
        let reading = report.read();
        let text = |f: Option<countersign_domain::Fact<chrono::NaiveDate>>| f.map(|f| f.value.to_string());
        (text(reading.as_of_date), text(reading.period_start), text(reading.period_end))
    }

    fn everywhere(from: &str, to: &str) -> impl FnOnce(&mut Report) {
        let (from, to) = (from.to_owned(), to.to_owned());
        move |r| {
            for text in [&mut r.cover, &mut r.scope, &mut r.opinion, &mut r.assertion] {
                *text = text
                    .replace(&from, &to)
                    .replace(&from.replace("throughout", "Throughout").replace("the period", "the Period"), &to);
            }
        }
    }

    #[test]
    fn periods_in_many_forms() {
        for form in [
            "throughout the period 1 May 2031 to 30 April 2032",
            "for the period from May 1, 2031, through April 30, 2032",
            "throughout the period May 1, 2031 – April 30, 2032",
            "during the period from 1st May 2031 until 30th April 2032",
            "for the year ended April 30, 2032",
            "for the twelve months ended 30 April 2032",
            "over the period 2031-05-01 to 2032-04-30",
            "throughout the period “1st May 2031 - 30th April 2032”",
        ] {
            let found = dates(everywhere("throughout the period May 1, 2031 to April 30, 2032", form));
            assert_eq!(found, (None, Some("2031-05-01".into()), Some("2032-04-30".into())), "form: {form}");
        }
    }

    #[test]
    fn placeholders_and_ambiguous_numbers_give_no_period() {
        for form in [
            "throughout the period May 1, 20X1 to April 30, 20X2",
            "throughout the period 01/05/2031 to 04/03/2032",
            "throughout the period",
        ] {
            let found = dates(everywhere("throughout the period May 1, 2031 to April 30, 2032", form));
            assert_eq!(found, (None, None, None), "no period: {form}");
        }
    }

    #[test]
    fn a_last_day_alone_gives_no_first() {
        let found = dates(everywhere(
            "throughout the period May 1, 2031 to April 30, 2032",
            "for the period ended April 30, 2032",
        ));
        assert_eq!(found, (None, None, Some("2032-04-30".into())), "the first day is not stated");
    }

    #[test]
    fn the_period_of_another_report_is_not_this_ones() {
        let found = dates(|r| {
            everywhere("throughout the period May 1, 2031 to April 30, 2032", "throughout the period")(r);
            r.assertion.push_str(" The prior report covered the period May 1, 2030 to April 30, 2031.");
        });
        assert_eq!(found, (None, None, None), "prior");
    }

    #[test]
    fn parts_that_differ_contradict() {
        let mut report = Report::default();
        report.cover = report.cover.replace("April 30, 2032", "March 31, 2032");
        let reading = report.read();
        assert_eq!(reading.period_end.map(|f| f.value.to_string()).as_deref(), Some("2032-04-30"), "the opinion's");
        let found = reading.contradictions.iter().find(|c| c.about == "period_end").expect("told");
        assert!(found.message.contains("the cover says 2032-03-31"), "{}", found.message);
        assert_eq!(found.citations.len(), 2, "both sides are cited");
    }

    #[test]
    fn a_day_for_a_type_1() {
        let found = dates(|r| {
            r.cover = "# SOC 2 Type 1 Report\nAs of 1 May 2031".into();
            r.scope = "We have examined Juniper Ledger, Inc.’s description of its Ledger Cloud as of May 1, 2031 and the suitability of the design of controls as of May 1, 2031, based on the trust services criteria relevant to security.".into();
            r.opinion = "## Opinion\nIn our opinion, in all material respects, the controls were suitably designed as of May 1, 2031.".into();
        });
        assert_eq!(found, (Some("2031-05-01".into()), None, None), "as of");
    }
}
