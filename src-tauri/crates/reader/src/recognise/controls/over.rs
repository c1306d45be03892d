//! Controls that stand over their tests: in a row over all columns, or in a paragraph above a table of their own.
//!
//! **Reads** "1.1 Keys are returned …" over the columns "Tests of operating effectiveness" and "Results of tests", as reports
//! on internal control over financial reporting are often set.
//! **Accepts** a number before the control, or none; a table that goes on over pages.
//! **Refuses** criteria and control objectives, which are headings, and paragraphs that lead to the tests.

use std::sync::LazyLock;

use countersign_domain::reading::{Control, TestOutcome};

use super::MatrixRow;
use super::columns::{Columns, opens_test};
use super::entry::{Reader, add_result, divide, own_id, printed, settle, split_results, split_tests};
use crate::pattern::{Pattern, pattern};
use crate::recognise::{answers, criteria};
use crate::table::{Row, Table};
use crate::text::normal::squeeze;
use crate::text::{Flow, list};

/// Fewest words of a control.
const FEWEST_WORDS: usize = 4;

static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^control(?: activity| description| procedure)?(?: ?(?:#|no\.?|number|id))? ?(?:(?P<id>[a-z]{0,6}[-.]?\d+(?:[-.]\d+)*[a-z]?)\b ?[:.-]? ?|[:-] ?)",
    )
});
/// What leads from the control to its tests.
static LEADS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:the )?(?:service auditor'?s? |our )?(?:tests?|testing|results?|procedures)\b|\b(?:tests?|procedures) (?:performed|are|were|below)\b|:$",
    )
});

impl Reader<'_, '_> {
    /// Reads a table whose rows are the tests of what stands over them; `from` is the first line that may belong to it.
    pub(super) fn below(&mut self, table: &Table<'_>, columns: &Columns, from: usize) {
        let first = self.rows.len();
        self.paragraph_above(table, from);
        for (at, row) in table.rows.iter().enumerate() {
            // Where no rules say that a text runs over all columns, its number does.
            let first = row.text(0);
            let alone = row.filled().count() == 1 && !first.is_empty() && !opens_test(first);
            let numbered =
                || LABEL.is_match(first) || own_id(first).is_some() || !criteria::of_heading(first).is_empty();
            if row.band || alone && (at < columns.head_rows || numbered()) {
                self.control_over(row);
            } else if at >= columns.head_rows && super::columns::head(&table.rows[at..=at]).is_none() {
                self.tested(row, columns);
            }
        }
        // What nothing was tested of is a paragraph like any other.
        let mut nth = 0;
        self.rows.retain(|row| {
            nth += 1;
            nth <= first || !(row.control.tests.is_empty() && row.control.results.is_empty())
        });
    }

    fn paragraph_above(&mut self, table: &Table<'_>, from: usize) {
        let blocks = list::blocks(self.parts.text, from..table.lines.start);
        let near = blocks.iter().rev().take(3).find(|block| {
            let words = block.flow.text();
            words.split_whitespace().count() >= FEWEST_WORDS && !LEADS.is_match(words) && !opens_test(words)
        });
        if let Some(block) = near.filter(|block| criteria::of_heading(block.flow.text()).is_empty()) {
            self.open(&block.flow);
        }
    }

    fn control_over(&mut self, row: &Row<'_>) {
        let Some(cell) = row.filled().next() else { return };
        let words = squeeze(cell.flow.text());
        if let Some(label) = answers::label(cell.flow.text()) {
            if let Some(last) = self.rows.last_mut() {
                last.response = last.response.take().or_else(|| super::entry::fact(&cell.flow, label));
            }
            return;
        }
        let found = criteria::of_heading(&words);
        if !found.is_empty() {
            self.heading = found;
        } else if words.split(' ').count() >= FEWEST_WORDS && !LEADS.is_match(&words) {
            self.open(&cell.flow);
        }
    }

    /// Begins a control.
    fn open(&mut self, flow: &Flow<'_>) {
        let words = flow.text();
        let label = LABEL.captures(words);
        let behind = label.as_ref().and_then(|l| l.get(0)).map_or(0, |m| m.end());
        let own = own_id(&words[behind..]);
        let id = label.and_then(|l| l.name("id").map(|id| id.as_str().to_owned()));
        let start = behind + own.as_ref().map_or(0, |(_, start)| *start);
        let id = id.or(own.map(|(id, _)| id));
        let citations: Vec<_> = flow.cite(0..words.len()).into_iter().take(1).collect();
        let Some(citation) = citations.first() else { return };
        let of_id = || id.as_deref().map(criteria::of_id).unwrap_or_default();
        let criteria = if self.heading.is_empty() { of_id() } else { self.heading.clone() };
        let basis = self.parts.text.basis(citation);
        let text = flow.original(start..words.len());
        let (tests, results, outcome) = (Vec::new(), Vec::new(), TestOutcome::NotStated);
        let control = Control { id, criteria, text, tests, results, outcome, basis, citations };
        self.rows.push(MatrixRow { control, result: None, response: None });
    }

    /// Adds the tests of a row to the control above it.
    fn tested(&mut self, row: &Row<'_>, columns: &Columns) {
        let Some(last) = self.rows.last_mut() else { return };
        let cell = |column: Option<usize>| column.and_then(|c| row.cells.get(c)).filter(|c| !c.carried);
        let mut count = 0;
        if let Some(cell) = cell(columns.test) {
            let whole = cell.flow.text();
            let start = if columns.together { divide(whole) } else { whole.len() };
            let tests = split_tests(&printed(&cell.flow, start));
            count = tests.len();
            last.control.tests.extend(tests);
            if start < whole.len() {
                last.control.results.push(squeeze(&whole[start..]));
                add_result(last, Some((&cell.flow, start)), &mut self.outcomes);
            }
        }
        if let Some(cell) = cell(columns.result).filter(|c| !c.flow.text().is_empty()) {
            let end = answers::within(cell.flow.text()).map_or(cell.flow.text().len(), |answer| answer.start);
            last.control.results.extend(split_results(&printed(&cell.flow, end), count));
            add_result(last, Some((&cell.flow, 0)), &mut self.outcomes);
        }
        settle(&mut last.control, &mut self.outcomes);
    }
}
