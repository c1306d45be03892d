//! Deviations that the auditor noted, and what management said of them.
//!
//! **Reads** one entry per exception: control, criteria, the auditor's words, sample, response.
//! **Where**: rows of the tests matrix whose outcome is an exception; tables that sum exceptions up, wherever they stand;
//! paragraphs labelled "Management's response", beside or far behind the tests.
//! **Accepts** the same exception under several criteria, in a summary and in management's section as one entry with every
//! place cited.
//! **Refuses** to give a response to an exception unless the control's number stands with it, or there is only one.

use std::collections::HashSet;
use std::sync::LazyLock;

use countersign_domain::reading::{ReportedException, TestOutcome};
use countersign_domain::{Citation, Fact};
use regex::Regex;

use super::Parts;
use super::controls::{Candidate, MatrixRow, clean_id, columns, criteria, outcome};
use super::pattern::pattern;
use super::sample;
use crate::table::Row;
use crate::text::Flow;
use crate::text::list::{self, Block};
use crate::text::normal::squeeze;

/// Share of words that two tellings of one exception have in common.
const ALIKE: f32 = 0.75;
/// Blocks before a response in which the number of its control may stand, and before an exception its criterion.
const NEAR: usize = 6;
/// Fewest words of an exception that a paragraph tells.
const FEWEST_WORDS: usize = 6;
/// Most paragraphs without a number between two responses.
const MOST_BETWEEN: usize = 4;

static RESPONSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:\W{0,3})management'?s? (?:response|comments?|reply)s?(?: to [^.:]{0,80})? ?(?:[:.-] ?|$)")
});

/// A paragraph that tells an exception.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:test(?:ing)?|control) )?(?:exceptions?|deviations?)(?: (?:noted|identified|details?|description))?(?: ?#? ?\d{1,2})? ?[:.] ",
    )
});

/// An exception with the number that the document gives it ("EX-1"), and the block of prose that tells it.
#[derive(Debug, Clone)]
struct Told {
    exception: ReportedException,
    number: Option<String>,
    block: Option<usize>,
}

/// Reads them in the order of the document.
pub(crate) fn read(parts: &Parts<'_>, rows: &[MatrixRow], candidates: &[Candidate<'_, '_>]) -> Vec<ReportedException> {
    let mut found: Vec<Told> = Vec::new();
    for row in rows.iter().filter(|r| r.control.outcome == TestOutcome::Exception) {
        add(&mut found, Told { exception: of_row(row), number: None, block: None });
    }
    for candidate in candidates.iter().filter(|c| c.columns.test.is_none()) {
        summary(parts, candidate, &mut found);
    }
    let blocks = list::blocks(parts.text, 0..parts.text.lines().len());
    prose(parts, &blocks, candidates, &mut found);
    respond(&blocks, &mut found);
    found.into_iter().map(|told| told.exception).collect()
}

/// A table that sums exceptions up.
fn summary(parts: &Parts<'_>, candidate: &Candidate<'_, '_>, found: &mut Vec<Told>) {
    let columns = &candidate.columns;
    let Some(words) = columns.exception.or(columns.result.filter(|_| columns.response.is_some())) else { return };
    // Of two columns with numbers the one headed "control" has those of controls, the other those of the exceptions.
    let numbered = |c: usize| columns::holds_ids(candidate.table, columns.head_rows, c);
    let (number, id, control) = match (columns.id, columns.control) {
        (Some(number), Some(id)) if numbered(id) => (Some(number), Some(id), None),
        (id, control) => (None, id, control),
    };
    for row in candidate.table.rows.iter().skip(columns.head_rows).filter(|r| !r.band) {
        let cell = |column: Option<usize>| column.map(|c| squeeze(row.text(c))).filter(|t| !t.is_empty());
        let id = cell(id).and_then(|text| clean_id(&text));
        if let Some(exception) = of_summary(parts, row, words, id, cell(control), columns.response) {
            add(found, Told { exception, number: cell(number).and_then(|n| clean_id(&n)), block: None });
        }
    }
}

/// Paragraphs outside tables that begin with the word, under the heading of a criterion.
fn prose(parts: &Parts<'_>, blocks: &[Block<'_>], candidates: &[Candidate<'_, '_>], found: &mut Vec<Told>) {
    for (at, block) in blocks.iter().enumerate() {
        let Some(label) = LABEL.find(block.text()) else { continue };
        let in_table = candidates.iter().any(|c| c.table.lines.contains(&block.lines.start));
        let range = block.body + label.end()..block.flow.text().len();
        if in_table || block.flow.text()[range.clone()].split_whitespace().count() < FEWEST_WORDS {
            continue;
        }
        let result = block.flow.original(range.clone());
        if matches!(outcome::of_result(block.text()), Some(o) if o != TestOutcome::Exception) {
            continue;
        }
        let citations = block.flow.cite(range);
        let Some(basis) = citations.first().map(|c| parts.text.basis(c)) else { continue };
        let above = blocks[at.saturating_sub(NEAR)..at].iter().rev();
        let criteria = above.map(|b| criteria::of_heading(b.flow.text())).find(|c| !c.is_empty()).unwrap_or_default();
        let exception = ReportedException {
            control_id: None,
            criteria,
            control: None,
            sample: sample::find(&result).map(|s| s.sample),
            result,
            management_response: None,
            basis,
            citations,
        };
        add(found, Told { exception, number: None, block: Some(at) });
    }
}

fn of_row(row: &MatrixRow) -> ReportedException {
    let control = &row.control;
    let stated = row.result.as_ref().map(|r| squeeze(&r.value));
    let result = stated.unwrap_or_else(|| control.results.join(" "));
    let mut citations: Vec<Citation> = row.result.iter().flat_map(|r| r.citations.iter().cloned()).collect();
    if citations.is_empty() {
        citations.clone_from(&control.citations);
    }
    ReportedException {
        control_id: control.id.clone(),
        criteria: control.criteria.clone(),
        control: (!control.text.is_empty()).then(|| control.text.clone()),
        sample: sample::find(&result).map(|s| s.sample),
        result,
        management_response: row.response.clone(),
        basis: control.basis,
        citations,
    }
}

/// A row of a table that sums up exceptions. `None` where it says that there is none.
fn of_summary(
    parts: &Parts<'_>,
    row: &Row<'_>,
    words: usize,
    control_id: Option<String>,
    control: Option<String>,
    response: Option<usize>,
) -> Option<ReportedException> {
    let flow = &row.cells.get(words)?.flow;
    let result = squeeze(&flow.original(0..flow.text().len()));
    let negated = matches!(outcome::of_result(&result), Some(o) if o != TestOutcome::Exception);
    if negated || result.split(' ').count() < 4 {
        return None;
    }
    let citations = flow.cite(0..flow.text().len());
    let basis = parts.text.basis(citations.first()?);
    Some(ReportedException {
        criteria: control_id.as_deref().map(criteria::of_id).unwrap_or_default(),
        control_id,
        control,
        sample: sample::find(&result).map(|s| s.sample),
        result,
        management_response: response.and_then(|c| row.cells.get(c)).and_then(|c| whole(&c.flow)),
        basis,
        citations,
    })
}

fn whole(flow: &Flow<'_>) -> Option<Fact<String>> {
    let range = 0..flow.text().len();
    let value = flow.original(range.clone());
    (value.split_whitespace().count() >= 2).then(|| flow.fact(value, range)).flatten()
}

/// Adds one, or what it says to the one that is there already.
fn add(found: &mut Vec<Told>, new: Told) {
    let Some(told) = found.iter_mut().find(|known| is_same(&known.exception, &new.exception)) else {
        found.push(new);
        return;
    };
    told.number = told.number.take().or(new.number);
    told.block = told.block.or(new.block);
    let (known, new) = (&mut told.exception, new.exception);
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
    known.control_id = known.control_id.take().or(new.control_id);
    known.control = known.control.take().or(new.control);
    known.sample = known.sample.or(new.sample);
    known.management_response = known.management_response.take().or(new.management_response);
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

/// Gives exceptions the responses that stand in paragraphs of their own.
fn respond(blocks: &[Block<'_>], found: &mut [Told]) {
    if found.iter().all(|told| told.exception.management_response.is_some()) {
        return;
    }
    let mut unassigned: Vec<Fact<String>> = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, b)| RESPONSE.is_match(b.text())) {
        let label = block.body + RESPONSE.find(block.text()).map_or(0, |m| m.end());
        let range = label.min(block.flow.text().len())..block.flow.text().len();
        if block.flow.text()[range.clone()].split_whitespace().count() < 2 {
            // A heading: below it stand one response, or one behind the number of each exception.
            if !numbered(blocks, at + 1, found)
                && let Some(below) = blocks.get(at + 1).and_then(|b| whole(&b.flow))
            {
                give(blocks, at, below, found, &mut unassigned);
            }
        } else if let Some(said) = block.flow.fact(block.flow.original(range.clone()), range) {
            give(blocks, at, said, found, &mut unassigned);
        }
    }
    if let ([told], [said]) = (found, &unassigned[..]) {
        told.exception.management_response.get_or_insert_with(|| said.clone());
    }
}

/// Gives the response at a block to the exception told shortly before it, or named there by a number.
fn give(blocks: &[Block<'_>], at: usize, said: Fact<String>, found: &mut [Told], unassigned: &mut Vec<Fact<String>>) {
    let told = found.iter().position(|t| t.block.is_some_and(|b| b < at && at - b <= 3));
    let before = || blocks[at.saturating_sub(NEAR)..=at].iter().rev();
    let named = || {
        before().find_map(|b| {
            let ids = |told: &Told| [told.number.clone(), told.exception.control_id.clone()];
            found.iter().position(|t| ids(t).iter().flatten().any(|id| names(b.flow.text(), id)))
        })
    };
    match told.or_else(named) {
        Some(nth) => drop(found[nth].exception.management_response.get_or_insert(said)),
        None => unassigned.push(said),
    }
}

/// Reads responses that each begin with the number of an exception or its control; tells whether there was one.
fn numbered(blocks: &[Block<'_>], from: usize, found: &mut [Told]) -> bool {
    let (mut any, mut strange) = (false, 0);
    for block in blocks.iter().skip(from) {
        let words = block.flow.text();
        let begins = |id: &Option<String>| {
            id.as_deref()
                .is_some_and(|id| words.starts_with(id) && names(&words[..(id.len() + 1).min(words.len())], id))
        };
        let nth = found.iter().position(|t| begins(&t.number) || begins(&t.exception.control_id));
        let Some(nth) = nth else {
            // A page end may stand between two; further on without a number the list has ended.
            strange += 1;
            if strange > MOST_BETWEEN {
                break;
            }
            continue;
        };
        let told = &mut found[nth];
        let length = [&told.number, &told.exception.control_id]
            .into_iter()
            .filter(|id| begins(id))
            .flatten()
            .map(String::len)
            .max();
        let start = length.unwrap_or(0);
        let start = start + words[start..].len() - words[start..].trim_start_matches([' ', '.', ':', '-', ')']).len();
        if let Some(said) = block.flow.fact(block.flow.original(start..words.len()), start..words.len()) {
            told.exception.management_response.get_or_insert(said);
            (any, strange) = (true, 0);
        }
    }
    any
}

/// Whether a text names a control by its number.
fn names(text: &str, id: &str) -> bool {
    text.match_indices(id).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + id.len()..].chars().next();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '-')
            && after.is_none_or(|c| !c.is_alphanumeric() && c != '-')
    })
}

#[cfg(test)]
mod tests {
    use countersign_domain::Basis;

    use super::*;
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
        Told { exception, number: None, block: None }
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
        let pages = [page];
        let text = Text::new(&pages);
        let blocks = list::blocks(&text, 0..text.lines().len());
        let mut found = vec![
            told(Some("AC-04"), "Keys are returned.", "For 2 of 25 gardeners the key was kept.", "CC6.2"),
            told(Some("AC-05"), "Gates are shut.", "For 3 of 30 nights the gate stood open.", "CC6.4"),
            told(Some("AC-4"), "Doors are oiled.", "For 1 of 9 doors no oil was found.", "CC6.4"),
        ];
        respond(&blocks, &mut found);
        let said = |nth: usize| found[nth].exception.management_response.as_ref().map(|r| r.value.as_str());
        assert_eq!(said(0), Some("The list of keys is now kept by the porter."));
        assert_eq!(said(1), Some("A closer was fitted to the gate in May 2031."));
        assert_eq!(said(2), None, "nobody answered for this one");
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
        let pages = [page];
        let text = Text::new(&pages);
        let blocks = list::blocks(&text, 0..text.lines().len());
        let mut found = vec![
            told(Some("4.2"), "Gates are shut.", "For 3 of 30 nights the gate stood open.", "CC6.4"),
            told(Some("2.2"), "Keys are returned.", "For 2 of 25 gardeners the key was kept.", "CC6.2"),
        ];
        found[0].number = Some("EX-2".to_owned());
        found[1].number = Some("EX-1".to_owned());
        respond(&blocks, &mut found);
        let said = |nth: usize| found[nth].exception.management_response.as_ref().map(|r| r.value.as_str());
        assert_eq!(said(0), Some("A closer was fitted to the gate."));
        assert_eq!(said(1), Some("The list of keys is now kept by the porter."));
    }
}
