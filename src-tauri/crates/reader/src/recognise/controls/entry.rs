//! From the rows of a table to entries.

use std::collections::HashMap;
use std::sync::LazyLock;

use countersign_domain::Fact;
use countersign_domain::reading::{Control, TestOutcome};

use super::columns::{Columns, is_id, opens_test};
use super::{MatrixRow, outcome};
use crate::pattern::{Pattern, exact, pattern};
use crate::recognise::Parts;
use crate::recognise::annex;
use crate::recognise::answers;
use crate::recognise::criteria;
use crate::table::{Row, Table};
use crate::text::Flow;
use crate::text::normal::squeeze;

/// Results no longer than this are looked up once and remembered: most rows say the same.
const REMEMBERED: usize = 80;

static SUBSERVICE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:criteri(?:on|a)|requirements?|controls?|responsibilit(?:y|ies))\b[^.]{0,120}\b(?:met|addressed|achieved|satisfied|covered|implemented|performed|handled|carved out|the responsibility|provided)\b[^.]{0,80}\bsub-?service|\bsub-?service organi[sz]ations?[^.]{0,60}\b(?:is|are) responsible for\b|\bcarved[- ]out\b|^ ?(?:n/a|not applicable)\b[^.]{0,160}\bsub-?service",
    )
});
static OWN_ID: LazyLock<Pattern> = LazyLock::new(|| {
    exact(r"^(?P<id>[A-Z]{1,6}[-. ]?[0-9]+(?:[-.][0-9A-Za-z]+)*|[0-9]+(?:\.[0-9]+)+)(?: ?[:.)\-]? )[A-Z]")
});
/// A requirement of the HIPAA rules in the place of a criterion.
static OF_ANOTHER: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:hipaa |45 c\.?f\.?r\.? )?(?:§+ ?)?16[0-4]\.\d{3}\b"));
/// An auditor's sentence that tells what came of a test, and not what was done.
static NOTED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^we (?:noted|found|identified|determined that)\b"));
static CONTROL_LABEL: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:control(?: activity)?|ref\.?|no\.?|id) ?[:#]? ?(?P<id>\S*\d\S*)$"));

/// Reads tables one after the other and keeps under which criterion it is.
pub(super) struct Reader<'p, 't> {
    pub(super) parts: &'p Parts<'t>,
    pub(super) rows: Vec<MatrixRow>,
    pub(super) heading: Vec<String>,
    pub(super) outcomes: HashMap<String, Option<TestOutcome>>,
}

impl<'p, 't> Reader<'p, 't> {
    pub(super) fn new(parts: &'p Parts<'t>) -> Self {
        Self { parts, rows: Vec::new(), heading: Vec::new(), outcomes: HashMap::new() }
    }

    /// Takes the criteria of a heading; an empty heading leaves them.
    pub(super) fn heading(&mut self, found: Vec<String>) {
        if !found.is_empty() {
            self.heading = found;
        }
    }

    pub(super) fn finish(self) -> Vec<MatrixRow> {
        self.rows
    }

    pub(super) fn table(&mut self, table: &Table<'_>, columns: &Columns) {
        let mut of_column: Vec<String> = Vec::new();
        let first_entry = self.rows.len();
        for (at, row) in table.rows.iter().enumerate() {
            if at < columns.head_rows {
                // A criterion may stand above the head, as the first row of the table.
                self.band(row, first_entry);
                continue;
            }
            if super::columns::head(&table.rows[at..=at]).is_some() || repeats_head(table, at, columns) {
                continue;
            }
            if row.band || row.filled().count() == 1 && is_heading(row, columns) {
                self.band(row, first_entry);
                continue;
            }
            self.row(row, columns, &mut of_column, first_entry);
        }
    }

    fn band(&mut self, row: &Row<'_>, first_entry: usize) {
        let Some(cell) = row.filled().next() else { return };
        let text = squeeze(&row.filled().map(|c| c.flow.text()).collect::<Vec<_>>().join(" "));
        if let Some(label) = answers::label(cell.flow.text()) {
            if let Some(last) = self.rows[first_entry..].last_mut() {
                last.response = fact(&cell.flow, label).or(last.response.take());
            }
            return;
        }
        let found = criteria::of_heading(&text);
        if !found.is_empty() || OF_ANOTHER.is_match(&text) {
            self.heading = found;
        }
    }

    fn row(&mut self, row: &Row<'_>, columns: &Columns, of_column: &mut Vec<String>, first_entry: usize) {
        let cell = |column: Option<usize>| column.and_then(|c| row.cells.get(c));
        let text = |column: Option<usize>| column.map_or("", |c| row.text(c));
        let carried = |column: Option<usize>| cell(column).is_some_and(|c| c.carried);
        if let Some(column) = columns.criterion {
            let printed = row.text(column);
            let found = criteria_of_cell(printed);
            if !found.is_empty() {
                *of_column = found;
            }
        }
        let (control, test, result) = (text(columns.control), text(columns.test), text(columns.result));
        let mut id = clean_id(text(columns.id));
        let own = id.is_none().then(|| own_id(control)).flatten();
        if let Some((found, _)) = &own {
            id = Some(found.clone());
        }
        if columns.only_numbered && id.is_none() {
            self.band(row, first_entry);
            return;
        }
        // A criterion with its words, set in the columns of number and control, is a heading.
        let first = row.filled().next().map_or("", |c| c.flow.text());
        let bare = columns.has_tests() && test.is_empty() && result.is_empty();
        if bare && !criteria::of_heading(first).is_empty() && id.as_deref().is_none_or(criteria::is_bare) {
            self.band(row, first_entry);
            return;
        }
        let (mut tests, mut results) = (Vec::new(), Vec::new());
        let mut result_flow = cell(columns.result).map(|c| (&c.flow, 0));
        if columns.together {
            let start = divide(test);
            tests = split_tests(&test[..start]);
            if start < test.len() {
                results.push(squeeze(&test[start..]));
                result_flow = cell(columns.test).map(|c| (&c.flow, start));
            }
        } else if let Some(cell) = cell(columns.test) {
            tests = split_tests(&printed(&cell.flow, cell.flow.text().len()));
        }
        if let Some(cell) = cell(columns.result).filter(|c| !c.flow.text().is_empty()) {
            // What management answers in the very cell is no result.
            let end = answers::within(cell.flow.text()).map_or(cell.flow.text().len(), |answer| answer.start);
            let said = &printed(&cell.flow, end);
            results.extend(split_results(said, tests.len()));
        }
        // The rest of a row that something cut in two.
        let open = |last: &MatrixRow| !last.control.text.ends_with('.');
        let rest = id.is_none()
            && control.starts_with(char::is_lowercase)
            && self.rows[first_entry..].last().is_some_and(open);
        let same_control = rest
            || (carried(columns.control) && (carried(columns.id) || columns.id.is_none()))
            || (id.is_none() && control.is_empty());
        // The same control under the next criterion is a row of its own.
        let under = if of_column.is_empty() { self.heading.as_slice() } else { of_column.as_slice() };
        if let Some(last) =
            self.rows[first_entry..].last_mut().filter(|l| same_control || same(l, id.as_deref(), control, under))
        {
            if rest {
                last.control.text = squeeze(&format!("{} {control}", last.control.text));
            }
            let more = !carried(columns.test) && !tests.is_empty();
            if more {
                last.control.tests.extend(tests);
            }
            if !carried(columns.result) && !results.is_empty() {
                last.control.results.extend(results);
                add_result(last, result_flow, &mut self.outcomes);
            }
            settle(&mut last.control, &mut self.outcomes);
            return;
        }
        if control.is_empty() && (id.is_none() || test.is_empty() && result.is_empty()) {
            return;
        }
        let whole = if control.is_empty() { test } else { control };
        let unnumbered = id.as_deref().is_none_or(criteria::is_bare);
        if unnumbered
            && results.iter().all(|r| outcome::of_result(r) != Some(TestOutcome::NoException))
            && SUBSERVICE.is_match(&whole.replace('-', ""))
        {
            return;
        }
        let of_id = || id.as_deref().map(criteria::of_id).unwrap_or_default();
        let criteria =
            [of_column.clone(), self.heading.clone()].into_iter().find(|c| !c.is_empty()).unwrap_or_else(of_id);
        let Some(shown) = cell(columns.control).filter(|c| !c.flow.text().is_empty()).or(cell(columns.test)) else {
            return;
        };
        let start = own.map_or(0, |(_, start)| start);
        let citations: Vec<_> = shown.flow.cite(0..shown.flow.text().len()).into_iter().take(1).collect();
        let Some(citation) = citations.first() else { return };
        let mut entry = MatrixRow {
            control: Control {
                id,
                criteria,
                text: if control.is_empty() {
                    String::new()
                } else {
                    shown.flow.original(start..shown.flow.text().len())
                },
                tests,
                results,
                outcome: TestOutcome::NotStated,
                basis: self.parts.text.basis(citation),
                citations,
            },
            result: None,
            response: cell(columns.response).and_then(|c| fact(&c.flow, 0)),
        };
        add_result(&mut entry, result_flow, &mut self.outcomes);
        settle(&mut entry.control, &mut self.outcomes);
        self.rows.push(entry);
    }
}

/// Whether a row says again what the columns hold: the words of the head, to which a heading above it may be joined.
fn repeats_head(table: &Table<'_>, at: usize, columns: &Columns) -> bool {
    let Some(head) = columns.head_rows.checked_sub(1).map(|head| &table.rows[head]) else { return false };
    let named: Vec<usize> = (0..table.columns()).filter(|c| !head.band && !head.text(*c).is_empty()).collect();
    let ends_alike = |c: &usize| squeeze(table.rows[at].text(*c)).ends_with(&squeeze(head.text(*c)));
    named.len() >= 2 && named.iter().all(ends_alike)
}

/// Whether the one filled cell of a row is a heading and not the rest of something.
fn is_heading(row: &Row<'_>, columns: &Columns) -> bool {
    let Some(at) = row.cells.iter().position(|c| !c.flow.text().is_empty()) else { return false };
    let text = row.text(at);
    let continues = [columns.test, columns.result].contains(&Some(at));
    let numbers_control = Some(at) == columns.id && is_id(text);
    answers::label(text).is_some()
        || !(criteria::of_heading(text).is_empty() || numbers_control)
        || (!continues && columns.has_tests())
}

/// Whether a row repeats number and control of the one before, with another test.
fn same(last: &MatrixRow, id: Option<&str>, control: &str, under: &[String]) -> bool {
    let criteria = under.is_empty() || last.control.criteria == under;
    id.is_some()
        && last.control.id.as_deref() == id
        && criteria
        && (control.is_empty() || squeeze(control) == squeeze(&last.control.text))
}

pub(super) fn settle(control: &mut Control, outcomes: &mut HashMap<String, Option<TestOutcome>>) {
    const ORDER: [TestOutcome; 4] =
        [TestOutcome::Exception, TestOutcome::NotTested, TestOutcome::DidNotOccur, TestOutcome::NoException];
    let found: Vec<_> = control.results.iter().filter_map(|r| remembered(r, outcomes)).collect();
    control.outcome = ORDER.into_iter().find(|o| found.contains(o)).unwrap_or(TestOutcome::NotStated);
}

fn remembered(result: &str, outcomes: &mut HashMap<String, Option<TestOutcome>>) -> Option<TestOutcome> {
    if result.len() > REMEMBERED {
        return outcome::of_result(result);
    }
    if let Some(found) = outcomes.get(result) {
        return *found;
    }
    let found = outcome::of_result(result);
    outcomes.insert(result.to_owned(), found);
    found
}

/// Keeps the words of a result that states an exception.
pub(super) fn add_result(
    entry: &mut MatrixRow,
    flow: Option<(&Flow<'_>, usize)>,
    outcomes: &mut HashMap<String, Option<TestOutcome>>,
) {
    let Some((flow, start)) = flow else { return };
    if remembered(&squeeze(&flow.text()[start..]), outcomes) != Some(TestOutcome::Exception) {
        return;
    }
    // Management may answer in the very cell: what follows its label is no word of the auditor's.
    let text = flow.text();
    let answer = answers::within(&text[start..]).map(|label| start + label.start..start + label.end);
    let end = answer.as_ref().map_or(text.len(), |label| label.start);
    let value = flow.original(start..end);
    let Some(more) = flow.fact(value, start..end) else { return };
    if let Some(label) = answer {
        entry.response = entry.response.take().or_else(|| fact(flow, label.end));
    }
    match &mut entry.result {
        Some(result) => {
            result.value = format!("{} {}", result.value, more.value);
            result.citations.extend(more.citations);
        }
        None => entry.result = Some(more),
    }
}

pub(super) fn fact(flow: &Flow<'_>, start: usize) -> Option<Fact<String>> {
    let end = flow.text().len();
    let value = flow.original(start..end);
    let nothing =
        matches!(value.to_lowercase().trim_end_matches('.'), "" | "n/a" | "none" | "not applicable" | "-" | "na");
    (!nothing).then(|| flow.fact(value, start..end)).flatten()
}

/// The cell as printed up to a place, its paragraphs kept apart.
pub(super) fn printed(flow: &Flow<'_>, end: usize) -> String {
    let mut at = 0;
    let mut paragraphs = Vec::new();
    for paragraph in flow.text()[..end].trim_end().split('\n') {
        paragraphs.push(flow.original(at..at + paragraph.len()));
        at += paragraph.len() + 1;
    }
    paragraphs.join("\n")
}

/// The criteria of a cell of the criteria's column: their numbers, the objective, or a short title as printed.
fn criteria_of_cell(text: &str) -> Vec<String> {
    let squeezed = squeeze(text);
    let found = criteria::leading(&squeezed);
    let found = if found.is_empty() { criteria::all(&squeezed) } else { found };
    let found = if found.is_empty() { annex::listed(&squeezed) } else { found };
    if !found.is_empty() || squeezed.is_empty() {
        return found;
    }
    let short = squeezed.split_whitespace().count() <= 8;
    criteria::objective(&squeezed).or(short.then_some(squeezed)).into_iter().collect()
}

/// The number in a cell; `None` where the cell holds something else.
pub(crate) fn clean_id(text: &str) -> Option<String> {
    let squeezed = squeeze(text);
    let squeezed = CONTROL_LABEL.captures(&squeezed).map_or(squeezed.clone(), |c| c["id"].to_owned());
    // "AC-03 – Approval of changes": what stands behind the dash is what the control is called.
    let numbered = squeezed.split_once(" - ").filter(|(id, title)| is_id(id) && opens_title(title));
    let squeezed = numbered.map_or(squeezed.as_str(), |(id, _)| id);
    let bare = squeezed.trim_end_matches(['.', ':', '*']);
    let joined: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    let has_number = bare.chars().any(|c| c.is_ascii_digit());
    let short = bare.len() <= 30 && bare.split_whitespace().count() <= 4;
    match (short && has_number && !bare.contains(','), bare.split_whitespace().count()) {
        (false, _) => None,
        (true, 1) => Some(bare.to_owned()),
        // A narrow column divides a number where it has a hyphen or a point.
        (true, _) if bare.contains("- ") || bare.contains(". ") || bare.contains(" -") || bare.contains(" .") => {
            Some(joined)
        }
        (true, _) => Some(bare.to_owned()),
    }
}

/// Whether words stand there, and no further part of a number.
fn opens_title(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    first.len() > 2 && first.chars().all(char::is_alphabetic) && first.contains(char::is_lowercase)
}

/// The number with which a control's text begins, and where the text goes on.
pub(super) fn own_id(control: &str) -> Option<(String, usize)> {
    let found = OWN_ID.captures(control)?;
    let id = found.name("id")?;
    let end = found.get(0)?.end() - 1;
    Some((id.as_str().to_owned(), end))
}

/// Where results begin in a cell that holds tests and results: with words that only results have, or behind the last test
/// with a sentence that says what came of it.
pub(super) fn divide(text: &str) -> usize {
    let mut at = 0;
    let mut said = None;
    for sentence in text.split_inclusive(['.', '\n']) {
        let (words, start) = (sentence.trim(), at + sentence.len() - sentence.trim_start().len());
        at += sentence.len();
        if opens_test(words) && !NOTED.is_match(words) {
            said = None;
        } else if said.is_none() && (outcome::opens_result(words) || outcome::of_result(words).is_some()) {
            said = Some(start);
        }
    }
    said.unwrap_or(text.len())
}

/// The tests of a cell: paragraphs that begin with what an auditor does, or with a bullet, are tests of their own.
pub(super) fn split_tests(text: &str) -> Vec<String> {
    let mut tests: Vec<String> = Vec::new();
    for paragraph in text.split('\n').map(str::trim).filter(|p| !p.is_empty()) {
        let bare = bare_item(paragraph);
        match tests.last_mut() {
            Some(last) if !opens_test(paragraph) && bare.len() == paragraph.len() => {
                last.push(' ');
                last.push_str(paragraph);
            }
            _ => tests.push(bare.to_owned()),
        }
    }
    tests
}

/// The results of a cell: one for each test where there are as many paragraphs, else one.
pub(super) fn split_results(text: &str, tests: usize) -> Vec<String> {
    let paragraphs: Vec<&str> = text.split('\n').map(|p| bare_item(p.trim())).filter(|p| !p.is_empty()).collect();
    if paragraphs.len() > 1 && paragraphs.len() == tests {
        paragraphs.into_iter().map(str::to_owned).collect()
    } else {
        vec![paragraphs.join(" ")]
    }
}

fn bare_item(paragraph: &str) -> &str {
    static ITEM: LazyLock<Pattern> =
        LazyLock::new(|| exact(r"^(?:[•▪●○◦■·*\x{F0B7}\x{F0A7}-] ?|\(?(?:[0-9]{1,2}|[a-z])[.)] )"));
    ITEM.find(paragraph).map_or(paragraph, |m| &paragraph[m.end()..])
}
