//! Controls on cards: a table of two columns, in which labels stand beside what they name.
//!
//! **Reads** "Control Number", "Control Activity", "Criteria", "Test Procedures", "Test Results", "Management's Response" in the
//! first column.
//! **Accepts** labels with and without a colon, one card to a table or several below each other.
//! **Refuses** tables in which other words stand in the first column, and cards without a test or a result.

use std::sync::LazyLock;

use countersign_domain::reading::{Control, TestOutcome};

use super::MatrixRow;
use super::entry::{Reader, add_result, clean_id, fact, printed, settle, split_results, split_tests};
use crate::pattern::{Pattern, pattern};
use crate::recognise::{answers, criteria};
use crate::table::{Row, Table};
use crate::text::Flow;

/// The share of rows that must begin with a label.
const LABELLED: f32 = 0.7;

static ID: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^(?:control(?: activity)? ?)?(?:#|nos?\.?|numbers?|ids?|ref(?:erence)?\.?|identifier) ?:?$")
});
static CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:control(?: activit(?:y|ies)| descriptions?| statement| procedure)?|description(?: of (?:the )?control(?: activity)?)?|control activity description) ?:?$",
    )
});
static CRITERION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:related |applicable |relevant )?(?:trust services? |control )?(?:criteri(?:on|a)|objectives?|tsc|tsp)(?: (?:met|addressed|mapping|ref(?:erence)?))? ?:?$",
    )
});
static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:service )?auditor'?s? )?(?:audit )?(?:tests?|testing|test(?:ing)? procedures?|procedures?|tests? of (?:the )?(?:controls?|operating effectiveness|design))(?: (?:performed|applied))?(?: by (?:the )?(?:service )?auditor)? ?:?$",
    )
});
static RESULT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:service )?auditor'?s? )?(?:(?:test(?:ing|s)? )?(?:results?|outcomes?|conclusions?)|exceptions?(?: noted)?)(?: of (?:the )?(?:tests?|testing|procedures)(?: of controls?| performed)?)? ?:?$",
    )
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Id,
    Control,
    Criterion,
    Test,
    Result,
    Response,
}

fn label(words: &str) -> Option<Label> {
    let words = words.trim();
    if words.len() > 60 || words.is_empty() {
        return None;
    }
    [
        (&ID, Label::Id),
        (&CONTROL, Label::Control),
        (&CRITERION, Label::Criterion),
        (&TEST, Label::Test),
        (&RESULT, Label::Result),
    ]
    .into_iter()
    .find(|(pattern, _)| pattern.is_match(words))
    .map(|(_, label)| label)
    .or_else(|| answers::label(words).is_some_and(|end| end == words.len()).then_some(Label::Response))
}

/// Whether a table is of cards.
pub(super) fn are(table: &Table<'_>) -> bool {
    if table.columns() != 2 {
        return false;
    }
    let rows: Vec<&Row<'_>> = table.rows.iter().filter(|r| !r.band && r.filled().count() == 2).collect();
    let found: Vec<Label> = rows.iter().filter_map(|r| label(r.text(0))).collect();
    let has = |wanted: Label| found.contains(&wanted);
    rows.len() >= 3
        && found.len() as f32 >= LABELLED * rows.len() as f32
        && has(Label::Control)
        && (has(Label::Test) || has(Label::Result))
}

impl Reader<'_, '_> {
    /// Reads a table of cards.
    pub(super) fn cards(&mut self, table: &Table<'_>) {
        let mut own: (Option<String>, Vec<String>) = (None, Vec::new());
        let (mut open, mut last) = (false, None);
        for row in &table.rows {
            if row.band {
                let words = row.filled().map(|c| c.flow.text()).collect::<Vec<_>>().join(" ");
                let found = criteria::of_heading(&words);
                if !found.is_empty() {
                    self.heading = found;
                }
                continue;
            }
            let Some(cell) = row.cells.get(1).filter(|c| !c.flow.text().is_empty()) else { continue };
            let label = if row.text(0).is_empty() { last } else { label(row.text(0)) };
            last = label;
            match label {
                Some(Label::Id) => (own.0, open) = (clean_id(cell.flow.text()), false),
                Some(Label::Criterion) => own.1 = criteria::named(cell.flow.text()),
                Some(Label::Control) => {
                    open = self.card(&cell.flow, own.0.take(), &own.1);
                }
                Some(Label::Test | Label::Result | Label::Response) if open => {
                    self.said(&cell.flow, label);
                }
                _ => {}
            }
        }
    }

    fn card(&mut self, flow: &Flow<'_>, id: Option<String>, own: &[String]) -> bool {
        let citations: Vec<_> = flow.cite(0..flow.text().len()).into_iter().take(1).collect();
        let Some(citation) = citations.first() else { return false };
        let of_id = || id.as_deref().map(criteria::of_id).unwrap_or_default();
        let criteria = [own.to_vec(), self.heading.clone()].into_iter().find(|c| !c.is_empty()).unwrap_or_else(of_id);
        let basis = self.parts.text.basis(citation);
        let text = flow.original(0..flow.text().len());
        let (tests, results, outcome) = (Vec::new(), Vec::new(), TestOutcome::NotStated);
        let control = Control { id, criteria, text, tests, results, outcome, basis, citations };
        self.rows.push(MatrixRow { control, result: None, response: None });
        true
    }

    fn said(&mut self, flow: &Flow<'_>, label: Option<Label>) {
        let Some(last) = self.rows.last_mut() else { return };
        let whole = flow.text().len();
        match label {
            Some(Label::Test) => last.control.tests.extend(split_tests(&printed(flow, whole))),
            Some(Label::Response) => last.response = last.response.take().or_else(|| fact(flow, 0)),
            _ => {
                let end = answers::within(flow.text()).map_or(whole, |answer| answer.start);
                last.control.results.extend(split_results(&printed(flow, end), last.control.tests.len()));
                add_result(last, Some((flow, 0)), &mut self.outcomes);
            }
        }
        settle(&mut last.control, &mut self.outcomes);
    }
}
