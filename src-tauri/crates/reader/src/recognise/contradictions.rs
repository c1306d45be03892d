//! Statements of one report that cannot both hold.
//!
//! **Compares** the period between cover, auditor's report, opinion and assertion; the date of the report with the end
//! of its period; the type on the cover with the opinion; the categories on the cover with the auditor's report; the
//! heading of the opinion with its words; an unqualified opinion with exceptions so many that it needs an explanation.
//! **Refuses** to decide: both sides are cited and a person decides (`practice.md` §3.2, C2 and C4).

use chrono::NaiveDate;
use countersign_domain::reading::{Contradiction, TestOutcome};
use countersign_domain::{Citation, Opinion, Reading, ReportType};

use super::parts::Parts;
use super::period::Statement;
use super::span::Span;
use super::{categories, opinion, period, report_type};

/// Collects the contradictions of a reading.
pub(crate) fn collect(parts: &Parts<'_>, reading: &Reading) -> Vec<Contradiction> {
    let mut found = Vec::new();
    match reading.report_type.as_ref().map(|t| t.value) {
        Some(ReportType::One) => found.extend(as_of(&period::as_of_statements(parts))),
        _ => found.extend(periods(&period::statements(parts))),
    }
    found.extend(dated_before_its_end(reading));
    found.extend(types(parts, reading));
    found.extend(category_lists(parts));
    found.extend(opinion_heading(parts, reading));
    found.extend(clean_beside_pervasive(reading));
    found
}

/// Fewest tested controls of one criterion that all deviate.
const FEWEST_OF_ONE: usize = 3;
/// Fewest tested controls of a report of which a third deviates.
const FEWEST_OF_ALL: usize = 12;
/// Most citations of deviating controls.
const MOST_CITED: usize = 4;

/// An unqualified opinion although every tested control of a criterion deviated (three at least), or a third of all (of
/// twelve at least). What is material and pervasive calls for another opinion (`practice.md` §1); where that begins is
/// our figure, set high. The auditor may have had reasons; a person asks for them.
fn clean_beside_pervasive(reading: &Reading) -> Option<Contradiction> {
    let opinion = reading.opinion.as_ref().filter(|o| o.value == Opinion::Unqualified)?;
    let tested =
        || reading.controls.iter().filter(|c| matches!(c.outcome, TestOutcome::Exception | TestOutcome::NoException));
    let deviating = || tested().filter(|c| c.outcome == TestOutcome::Exception);
    let mut criteria: Vec<&str> = deviating().flat_map(|c| c.criteria.iter().map(String::as_str)).collect();
    criteria.sort_unstable();
    criteria.dedup();
    let of = |criterion: &str| {
        let under = || tested().filter(|c| c.criteria.iter().any(|own| own == criterion));
        (under().count(), under().filter(|c| c.outcome == TestOutcome::Exception).count())
    };
    let unmet = criteria.into_iter().find(|criterion| {
        let (tested, deviated) = of(criterion);
        tested >= FEWEST_OF_ONE && tested == deviated
    });
    let (all, bad) = (tested().count(), deviating().count());
    let message = match unmet {
        Some(criterion) => format!("The opinion is unqualified, every tested control of {criterion} deviated"),
        None if all >= FEWEST_OF_ALL && bad * 3 >= all => {
            format!("The opinion is unqualified, {bad} of {all} tested controls deviated")
        }
        None => return None,
    };
    let shown = deviating().filter(|c| unmet.is_none_or(|unmet| c.criteria.iter().any(|own| own == unmet)));
    let mut citations: Vec<Citation> = opinion.citations.iter().take(1).cloned().collect();
    citations.extend(shown.flat_map(|c| c.citations.iter().take(1).cloned()).take(MOST_CITED));
    Some(contradiction("opinion", message, citations))
}

fn contradiction(about: &str, message: String, citations: Vec<Citation>) -> Contradiction {
    Contradiction { about: about.to_owned(), message, citations }
}

fn both<T, U>(a: &Statement<'_, '_, T>, b: &Statement<'_, '_, U>) -> Vec<Citation> {
    let mut citations = a.flow.cite(a.range.clone());
    citations.extend(b.flow.cite(b.range.clone()));
    citations
}

fn periods(stated: &[Statement<'_, '_, Span>]) -> Vec<Contradiction> {
    let Some((first, rest)) = stated.split_first() else { return Vec::new() };
    let mut found = Vec::new();
    for other in rest {
        for (about, a, b) in
            [("period_start", first.value.start, other.value.start), ("period_end", first.value.end, other.value.end)]
        {
            if a != b {
                let message = format!("{} says {a}, {} says {b}", capital(first.place.name()), other.place.name());
                found.push(contradiction(about, message, both(first, other)));
            }
        }
    }
    found
}

fn as_of(stated: &[Statement<'_, '_, NaiveDate>]) -> Vec<Contradiction> {
    let Some((first, rest)) = stated.split_first() else { return Vec::new() };
    rest.iter()
        .filter(|other| other.value != first.value)
        .map(|other| {
            let message = format!(
                "{} says {}, {} says {}",
                capital(first.place.name()),
                first.value,
                other.place.name(),
                other.value
            );
            contradiction("as_of_date", message, both(first, other))
        })
        .collect()
}

fn dated_before_its_end(reading: &Reading) -> Option<Contradiction> {
    let dated = reading.report_date.as_ref()?;
    let (what, last) = reading
        .period_end
        .as_ref()
        .map(|end| ("the end of its period", end))
        .or_else(|| reading.as_of_date.as_ref().map(|day| ("the day it is about", day)))?;
    if dated.value >= last.value {
        return None;
    }
    let citations = dated.citations.iter().take(1).chain(last.citations.iter().take(1)).cloned().collect();
    let message = format!("The report is dated {}, before {what}, {}", dated.value, last.value);
    Some(contradiction("report_date", message, citations))
}

fn types(parts: &Parts<'_>, reading: &Reading) -> Option<Contradiction> {
    let read = reading.report_type.as_ref()?;
    let cover = report_type::on_cover(&parts.cover).filter(|said| said.value != read.value)?;
    let mut citations: Vec<Citation> = read.citations.iter().take(1).cloned().collect();
    citations.extend(parts.cover.cite(cover.range));
    let message = format!(
        "The auditor's report is of Type {}, the cover says Type {}",
        u8::from(read.value),
        u8::from(cover.value)
    );
    Some(contradiction("report_type", message, citations))
}

fn category_lists(parts: &Parts<'_>) -> Option<Contradiction> {
    let letter = parts.letter.as_ref()?;
    let in_letter = categories::in_flow(letter, false)?;
    let on_cover = categories::in_flow(&parts.cover, true)?;
    if in_letter.categories == on_cover.categories {
        return None;
    }
    let (letter, cover) = (letter.cite(in_letter.range.clone()), parts.cover.cite(on_cover.range.clone()));
    // Words of a picture are easily missed: where one names fewer, it may name them all.
    if unread(&in_letter, &letter, &on_cover, parts) || unread(&on_cover, &cover, &in_letter, parts) {
        return None;
    }
    let names = |list: &categories::Listed| list.categories.iter().map(|c| c.title()).collect::<Vec<_>>().join(", ");
    let citations = letter.into_iter().chain(cover).collect();
    let message = format!("The auditor's report says {}, the cover says {}", names(&in_letter), names(&on_cover));
    Some(contradiction("trust_services_categories", message, citations))
}

/// Whether categories may stand there that were not read: it is a picture, and names none that the other does not.
fn unread(list: &categories::Listed, at: &[Citation], other: &categories::Listed, parts: &Parts<'_>) -> bool {
    let a_picture = |at: &Citation| parts.text.pages().iter().any(|page| page.number == at.page && page.ocr);
    list.categories.iter().all(|category| other.categories.contains(category)) && at.iter().any(a_picture)
}

fn opinion_heading(parts: &Parts<'_>, reading: &Reading) -> Option<Contradiction> {
    let read = reading.opinion.as_ref()?;
    let letter = parts.letter.as_ref()?;
    let (named, range) = opinion::labelled(letter).or_else(|| opinion::labelled(&parts.cover))?;
    let flow = if opinion::labelled(letter).is_some() { letter } else { &parts.cover };
    if named == read.value {
        return None;
    }
    let mut citations: Vec<Citation> = read.citations.iter().take(1).cloned().collect();
    citations.extend(flow.cite(range));
    let message = format!("The opinion's words are {}, it is called {}", word(read.value), word(named));
    Some(contradiction("opinion", message, citations))
}

const fn word(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Unqualified => "unqualified",
        Opinion::Qualified => "qualified",
        Opinion::Adverse => "adverse",
        Opinion::Disclaimer => "a disclaimer",
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use countersign_domain::reading::Control;

    use super::*;
    use crate::recognise::testing::Report;

    fn control(criterion: &str, outcome: TestOutcome, like: &Reading) -> Control {
        let opinion = like.opinion.as_ref().expect("an opinion");
        Control {
            id: None,
            criteria: vec![criterion.to_owned()],
            text: "Gates are shut at night.".to_owned(),
            tests: Vec::new(),
            results: Vec::new(),
            outcome,
            basis: opinion.basis,
            citations: opinion.citations.clone(),
        }
    }

    fn with(outcomes: &[(&str, TestOutcome)]) -> Option<Contradiction> {
        let mut reading = Report::default().read();
        reading.controls = outcomes.iter().map(|(criterion, outcome)| control(criterion, *outcome, &reading)).collect();
        clean_beside_pervasive(&reading)
    }

    #[test]
    fn a_criterion_that_no_control_met_contradicts_a_clean_opinion() {
        use TestOutcome::{Exception, NoException};
        let found = with(&[("CC6.1", NoException), ("CC6.2", Exception), ("CC6.2", Exception), ("CC6.2", Exception)]);
        let found = found.expect("contradicts");
        assert!(found.message.ends_with("every tested control of CC6.2 deviated"), "{}", found.message);
        assert_eq!(found.citations.len(), 4, "the opinion and the three controls");
        assert_eq!(with(&[("CC6.2", Exception), ("CC6.2", Exception), ("CC6.2", NoException)]), None, "one was met");
        assert_eq!(with(&[("CC6.2", Exception), ("CC6.2", Exception)]), None, "two alone are no pattern");
    }

    #[test]
    fn a_third_of_all_controls_contradicts_it() {
        use TestOutcome::{Exception, NoException, NotTested};
        let many = |bad: usize, all: usize| -> Vec<(&str, TestOutcome)> {
            // Under one criterion each, so that no criterion is without a control that works.
            (0..all).map(|at| ("CC6.1", if at < bad { Exception } else { NoException })).collect()
        };
        assert!(with(&many(4, 12)).is_some_and(|c| c.message.contains("4 of 12")), "a third");
        assert_eq!(with(&many(3, 12)), None, "less than a third");
        assert_eq!(with(&many(3, 9)), None, "too few to tell");
        let untested: Vec<(&str, TestOutcome)> = (0..12).map(|_| ("CC6.1", NotTested)).collect();
        assert_eq!(with(&untested), None, "what was not tested did not deviate");
    }
}
