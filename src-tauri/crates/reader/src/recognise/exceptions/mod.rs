//! Deviations that the auditor noted, and what management said of them.
//!
//! **Reads** one entry per exception: control, criteria, the auditor's words, sample, response.
//! **Where**: rows of the tests matrix whose outcome is an exception; tables that sum exceptions up, wherever they stand;
//! labelled paragraphs ([`prose`]); management's responses beside or far behind the tests ([`response`]).
//! **Accepts** the same exception under several criteria, in a summary and in management's section as one entry with every
//! place cited.
//! **Refuses** to give a response to an exception unless a number stands with it, or there is only one.

mod prose;
mod response;

use std::collections::HashSet;

use countersign_domain::reading::{ReportedException, TestOutcome};
use countersign_domain::{Citation, Fact};

use super::Parts;
use super::controls::columns::{Columns, is_id};
use super::controls::{Candidate, MatrixRow, clean_id, outcome};
use super::criteria;
use super::sample;
use crate::table::Row;
use crate::text::Flow;
use crate::text::normal::squeeze;

/// Share of words that two tellings of one exception have in common.
const ALIKE: f32 = 0.75;
/// A result of fewer words names an exception and does not tell it.
const BRIEF: usize = 10;

/// An exception with the numbers by which the document speaks of it besides its control's.
#[derive(Debug, Clone)]
struct Told {
    exception: ReportedException,
    names: Vec<String>,
}

/// Reads them in the order of the document.
pub(crate) fn read(parts: &Parts<'_>, rows: &[MatrixRow], candidates: &[Candidate<'_, '_>]) -> Vec<ReportedException> {
    let mut found: Vec<Told> = Vec::new();
    for row in rows.iter().filter(|r| r.control.outcome == TestOutcome::Exception) {
        add(&mut found, of_row(row));
    }
    let summaries = || candidates.iter().filter(|c| c.columns.test.is_none() && c.columns.sums_up());
    for candidate in summaries() {
        for row in candidate.table.rows.iter().skip(candidate.columns.head_rows).filter(|r| !r.band) {
            if let Some(told) = of_summary(parts, row, &candidate.columns) {
                add(&mut found, of_its_control(told, rows));
            }
        }
    }
    for told in prose::read(parts, candidates) {
        add(&mut found, of_its_control(told, rows));
    }
    for candidate in summaries().filter(|c| c.columns.response.is_some()) {
        for row in candidate.table.rows.iter().skip(candidate.columns.head_rows).filter(|r| !r.band) {
            response::of_table(row, &candidate.columns, &mut found);
        }
    }
    response::of_paragraphs(parts, &mut found);
    found.into_iter().map(|told| told.exception).collect()
}

fn of_row(row: &MatrixRow) -> Told {
    let control = &row.control;
    let stated = row.result.as_ref().map(|r| squeeze(&r.value));
    let result = stated.unwrap_or_else(|| control.results.join(" "));
    let mut citations: Vec<Citation> = row.result.iter().flat_map(|r| r.citations.iter().cloned()).collect();
    if citations.is_empty() {
        citations.clone_from(&control.citations);
    }
    let exception = ReportedException {
        control_id: control.id.clone(),
        criteria: control.criteria.clone(),
        control: (!control.text.is_empty()).then(|| control.text.clone()),
        sample: sample::find(&result).map(|s| s.sample),
        result,
        management_response: row.response.clone(),
        basis: control.basis,
        citations,
    };
    Told { exception, names: Vec::new() }
}

/// The number of the control and that of the exception in a row of a summary.
fn numbers(row: &Row<'_>, columns: &Columns) -> (Option<String>, Vec<String>) {
    let number = |column: Option<usize>| column.and_then(|c| clean_id(row.text(c)));
    // "CC6.2 – Access of new staff" in a column of controls names the criterion.
    let of_criterion = |id: &String| criteria::is_bare(id) && columns.control.is_some_and(|c| row.text(c).trim() != id);
    let of_control = number(columns.control).filter(|id| is_id(id) && !of_criterion(id));
    match (of_control, number(columns.id)) {
        // "Ref" beside a column of controls' numbers is the exception's own.
        (Some(control), Some(own)) => (Some(control), vec![own]),
        (control, own) => (control.or(own), Vec::new()),
    }
}

/// A row of a table that sums up exceptions. `None` where it says that there is none.
fn of_summary(parts: &Parts<'_>, row: &Row<'_>, columns: &Columns) -> Option<Told> {
    let words = columns.exception.or(columns.result)?;
    let cell = row.cells.get(words).filter(|c| !c.flow.text().is_empty())?;
    let result = squeeze(&cell.flow.original(0..cell.flow.text().len()));
    let says = outcome::of_result(&result);
    let brief = result.split(' ').count() < 4 && says != Some(TestOutcome::Exception);
    if says.is_some_and(|o| o != TestOutcome::Exception) || brief {
        return None;
    }
    let (control_id, names) = numbers(row, columns);
    let control = columns.control.map(|c| squeeze(row.text(c))).filter(|t| !t.is_empty() && !is_id(t));
    let mut of_column = columns.criterion.map(|c| criteria::all(row.text(c))).unwrap_or_default();
    if of_column.is_empty() {
        let of_title = || control.as_deref().map(criteria::leading).unwrap_or_default();
        of_column = control_id.as_deref().map_or_else(of_title, criteria::of_id);
    }
    let citations = cell.flow.cite(0..cell.flow.text().len());
    let exception = ReportedException {
        control_id,
        criteria: of_column,
        control,
        sample: sample::find(&result).map(|s| s.sample),
        result,
        management_response: columns.response.and_then(|c| row.cells.get(c)).and_then(|c| whole(&c.flow)),
        basis: parts.text.basis(citations.first()?),
        citations,
    };
    Some(Told { exception, names })
}

/// Adds what the matrix says of the control that an exception names.
fn of_its_control(mut told: Told, rows: &[MatrixRow]) -> Told {
    let exception = &mut told.exception;
    let Some(id) = exception.control_id.as_deref() else { return told };
    for row in rows.iter().filter(|r| r.control.id.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(id))) {
        if exception.control.is_none() && !row.control.text.is_empty() {
            exception.control = Some(row.control.text.clone());
        }
        for criterion in &row.control.criteria {
            if !exception.criteria.contains(criterion) {
                exception.criteria.push(criterion.clone());
            }
        }
    }
    told
}

fn whole(flow: &Flow<'_>) -> Option<Fact<String>> {
    let range = 0..flow.text().len();
    let value = flow.original(range.clone());
    (value.split_whitespace().count() >= 2).then(|| flow.fact(value, range)).flatten()
}

/// Adds one, or what it says to the one that is there already.
fn add(found: &mut Vec<Told>, new: Told) {
    let known = found.iter().position(|known| is_same(&known.exception, &new.exception));
    let Some(at) = known.or_else(|| named_only(found, &new.exception)) else {
        found.push(new);
        return;
    };
    let Told { exception: known, names } = &mut found[at];
    let Told { exception: new, names: more } = new;
    names.extend(more);
    for criterion in new.criteria {
        if !known.criteria.contains(&criterion) {
            known.criteria.push(criterion);
        }
    }
    for citation in new.citations {
        if !known.citations.contains(&citation) {
            known.citations.push(citation);
        }
    }
    if is_brief(&known.result) && !is_brief(&new.result) {
        known.result = new.result;
    }
    known.control_id = known.control_id.take().or(new.control_id);
    known.control = known.control.take().or(new.control);
    known.sample = known.sample.or(new.sample);
    known.management_response = known.management_response.take().or(new.management_response);
}

fn is_brief(result: &str) -> bool {
    let lower = result.to_lowercase();
    let labelled = lower.contains("exception") || lower.contains("deviation");
    labelled && result.split_whitespace().count() < BRIEF && sample::find(result).is_none()
}

/// Finds the one exception that another place tells under the same control or criterion, where one of the two places only
/// names it: "Exception noted." in the matrix, and its story below.
fn named_only(found: &[Told], new: &ReportedException) -> Option<usize> {
    let related = |known: &ReportedException| match (&known.control_id, &new.control_id) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => known.criteria.iter().any(|c| new.criteria.contains(c)),
    };
    let mut fitting = (0..found.len()).filter(|at| related(&found[*at].exception));
    let at = fitting.next()?;
    let brief = is_brief(&found[at].exception.result) != is_brief(&new.result);
    (brief && fitting.next().is_none()).then_some(at)
}

/// Whether two tellings are of one exception: of one control, and in nearly the same words or with the same figures.
fn is_same(a: &ReportedException, b: &ReportedException) -> bool {
    let of_one_control = match (&a.control_id, &b.control_id) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => true,
    };
    let control = match (&a.control, &b.control) {
        (Some(a), Some(b)) => alike(a, b) >= ALIKE,
        _ => a.control_id.is_some() && a.control_id == b.control_id,
    };
    let same_figures = a.sample.is_some() && a.sample == b.sample;
    let told = alike(&a.result, &b.result);
    (of_one_control && (told >= ALIKE || (same_figures && told >= ALIKE / 2.0 && a.control_id == b.control_id)))
        || (control && told >= ALIKE)
}

/// The share of words that two texts have in common (F1).
fn alike(a: &str, b: &str) -> f32 {
    let words = |text: &str| -> HashSet<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count() as f32;
    if common == 0.0 { 0.0 } else { 2.0 * common / (a.len() + b.len()) as f32 }
}

#[cfg(test)]
mod tests {
    use countersign_domain::Basis;

    use super::*;
    use crate::page::Page;
    use crate::text::Text;
    use crate::text::sheet::Sheet;

    fn told(id: Option<&str>, control: &str, result: &str, criterion: &str) -> Told {
        let exception = ReportedException {
            control_id: id.map(str::to_owned),
            criteria: vec![criterion.to_owned()],
            control: Some(control.to_owned()),
            sample: sample::find(result).map(|s| s.sample),
            result: result.to_owned(),
            management_response: None,
            basis: Basis::Stated,
            citations: Vec::new(),
        };
        Told { exception, names: Vec::new() }
    }

    /// What is said to each of the exceptions in paragraphs of a page.
    fn answers(page: Page, mut found: Vec<Told>) -> Vec<Option<String>> {
        let pages = [page];
        let text = Text::new(&pages);
        response::of_paragraphs(&Parts::new(&text), &mut found);
        found.into_iter().map(|told| told.exception.management_response.map(|said| said.value)).collect()
    }

    #[test]
    fn one_exception_under_two_criteria_is_one() {
        let mut found = Vec::new();
        let words = "Exception noted: for 2 of 25 gardeners the key was kept after they had left.";
        add(&mut found, told(Some("AC-04"), "Keys are returned.", words, "CC6.2"));
        add(&mut found, told(Some("AC-04"), "Keys are returned.", words, "CC6.3"));
        assert_eq!(found.len(), 1, "the same control and words");
        assert_eq!(found[0].exception.criteria, ["CC6.2", "CC6.3"], "under all its criteria");
    }

    #[test]
    fn two_exceptions_of_one_control_are_two() {
        let mut found = Vec::new();
        add(&mut found, told(Some("AC-04"), "Keys are returned.", "For 2 of 25 gardeners the key was kept.", "CC6.2"));
        add(
            &mut found,
            told(Some("AC-04"), "Keys are returned.", "No list of keys existed in the summer house.", "CC6.2"),
        );
        assert_eq!(found.len(), 2, "other words, other figures");
        add(&mut found, told(Some("AC-05"), "Gates are shut.", "For 2 of 25 nights the gate stood open.", "CC6.4"));
        assert_eq!(found.len(), 3, "another control");
    }

    #[test]
    fn a_response_far_behind_goes_to_the_control_it_names() {
        let page = Sheet::new(1)
            .title("Other Information Provided by Management")
            .text("AC-05 Gates are shut at night.\nManagement's Response: A closer was fitted to the gate in May 2031.")
            .text("AC-04 Keys are returned.\nManagement's Response: The list of keys is now kept by the porter.")
            .build();
        let found = vec![
            told(Some("AC-04"), "Keys are returned.", "For 2 of 25 gardeners the key was kept.", "CC6.2"),
            told(Some("AC-05"), "Gates are shut.", "For 3 of 30 nights the gate stood open.", "CC6.4"),
            told(Some("AC-4"), "Doors are oiled.", "For 1 of 9 doors no oil was found.", "CC6.4"),
        ];
        let answers = answers(page, found);
        let said = |nth: usize| answers[nth].as_deref();
        assert_eq!(said(0), Some("The list of keys is now kept by the porter."));
        assert_eq!(said(1), Some("A closer was fitted to the gate in May 2031."));
        assert_eq!(said(2), None, "nobody answered for this one");
    }

    #[test]
    fn one_answer_may_be_for_several_controls() {
        let page = Sheet::new(1)
            .title("Management's Responses to Testing Exceptions")
            .text("Controls 4.2 and 5.1: The porter now walks the round twice, once when the lamps are lit and once before midnight, and writes it down.")
            .gap(20.0)
            .text("Control 6.3: A list of doors is kept.")
            .build();
        let found = vec![
            told(Some("4.2"), "Gates are shut.", "For 3 of 30 nights the gate stood open.", "CC6.4"),
            told(Some("5.1"), "Keys are returned.", "For 2 of 25 gardeners the key was kept.", "CC6.2"),
            told(Some("6.3"), "Doors are oiled.", "For 1 of 9 doors no oil was found.", "CC6.4"),
        ];
        let answers = answers(page, found);
        let said = |nth: usize| answers[nth].as_deref();
        assert_eq!(
            said(0),
            Some(
                "The porter now walks the round twice, once when the lamps are lit and once before midnight, and writes it down."
            )
        );
        assert_eq!(said(1), said(0), "the same answer");
        assert_eq!(said(2), Some("A list of doors is kept."), "its own");
    }

    #[test]
    fn exceptions_in_prose_have_criterion_and_response() {
        let page = Sheet::new(1)
            .title("CC6.1 Logical Access")
            .text("Exception: for 3 of 25 sampled gardeners the key was kept for forty days after they had left.")
            .text("Management's Response: Keys are collected on the last day now.")
            .title("CC7.2 Monitoring")
            .text("No exceptions noted. The gate was watched at all times.")
            .build();
        let pages = [page];
        let text = Text::new(&pages);
        let parts = Parts::new(&text);
        let found = read(&parts, &[], &[]);
        assert_eq!(found.len(), 1, "one exception: {found:?}");
        assert_eq!(found[0].criteria, ["CC6.1"]);
        assert!(found[0].result.starts_with("for 3 of 25 sampled gardeners"), "{}", found[0].result);
        let said = found[0].management_response.as_ref().map(|r| r.value.as_str());
        assert_eq!(said, Some("Keys are collected on the last day now."));
    }

    #[test]
    fn responses_below_a_heading_go_by_the_numbers_of_exceptions() {
        let page = Sheet::new(1)
            .title("Management's Responses to Testing Exceptions")
            .text("EX-1. The list of keys is now kept by the porter.\nEX-2. A closer was fitted to the gate.")
            .build();
        let mut found = vec![
            told(Some("4.2"), "Gates are shut.", "For 3 of 30 nights the gate stood open.", "CC6.4"),
            told(Some("2.2"), "Keys are returned.", "For 2 of 25 gardeners the key was kept.", "CC6.2"),
        ];
        found[0].names.push("EX-2".to_owned());
        found[1].names.push("EX-1".to_owned());
        let answers = answers(page, found);
        let said = |nth: usize| answers[nth].as_deref();
        assert_eq!(said(0), Some("A closer was fitted to the gate."));
        assert_eq!(said(1), Some("The list of keys is now kept by the porter."));
    }
}
