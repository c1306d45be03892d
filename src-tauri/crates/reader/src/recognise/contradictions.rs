//! Statements of one report that cannot both hold.
//!
//! **Compares** the period between cover, auditor's report, opinion and assertion; the date of the report with the end
//! of its period; the type on the cover with the opinion; the categories on the cover with the auditor's report; the
//! heading of the opinion with its words.
//! **Refuses** to decide: both sides are cited and a person decides (`practice.md` §3.2, C2 and C4).

use chrono::NaiveDate;
use countersign_domain::reading::Contradiction;
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
    found
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
    let names = |list: &categories::Listed| list.categories.iter().map(|c| c.title()).collect::<Vec<_>>().join(", ");
    let mut citations = letter.cite(in_letter.range.clone());
    citations.extend(parts.cover.cite(on_cover.range.clone()));
    let message = format!("The auditor's report says {}, the cover says {}", names(&in_letter), names(&on_cover));
    Some(contradiction("trust_services_categories", message, citations))
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
