//! Controls that are set in prose: "Control: … Test: … Result: …", and numbered headings with labelled paragraphs.
//!
//! **Where**: in the part of the tests, or in the whole document where it has no such part.
//! **Accepts** labels at the start of a line, with or without a number, with the text behind or below them.
//! **Refuses** a block without a test or result, and a single block: one such word may stand anywhere.

use std::sync::LazyLock;

use countersign_domain::reading::TestOutcome;
use countersign_domain::reading::{Control, SectionRole};

use super::{MatrixRow, outcome};
use crate::pattern::{Pattern, pattern};
use crate::recognise::Parts;
use crate::recognise::answers;
use crate::recognise::criteria;
use crate::text::Flow;

/// Fewest blocks that are a matrix.
const FEWEST: usize = 2;

static CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:control(?: activity| description| procedure| statement)?)(?: ?(?:#|no\.?|number|id))? ?(?:(?P<id>[A-Z]{0,6}[-.]?\d+(?:[-.]\d+)*[a-z]?)\b ?[:.-]?|[:-]) ?",
    )
});
static DESCRIPTION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^(?:control (?:activity|description|statement)|description(?: of (?:the )?control)?) ?[:-] ?")
});
static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:service )?auditor'?s? )?(?:tests?|testing|test procedures?|procedures?)(?: (?:performed|applied|procedures?|of (?:the )?(?:controls?|operating effectiveness)|by the service auditor)){0,2}(?: ?#? ?\d{1,2})? ?(?:[:-] ?|$)",
    )
});
static RESULT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:service )?auditor'?s? )?(?:(?:test(?:ing)? )?results?|conclusion|outcome)(?: of (?:the )?(?:tests?|testing)(?: of controls?)?| of (?:test )?procedures)?(?: ?#? ?\d{1,2})? ?(?:[:-] ?|$)",
    )
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Control,
    Test,
    Result,
    Response,
}

/// A block under construction: lines with the place where the label ends.
#[derive(Debug, Default)]
struct Block {
    id: Option<String>,
    criteria: Vec<String>,
    control: Vec<(usize, usize)>,
    tests: Vec<Vec<(usize, usize)>>,
    results: Vec<Vec<(usize, usize)>>,
    response: Vec<(usize, usize)>,
}

/// Reads the blocks; none where there are too few to be a matrix.
pub(super) fn read(parts: &Parts<'_>) -> Vec<MatrixRow> {
    let lines = parts.text.lines();
    let range = parts.layout.part(SectionRole::Tests).map_or(0..lines.len(), |p| p.lines.clone());
    let mut blocks: Vec<Block> = Vec::new();
    let mut field: Option<Field> = None;
    let mut heading: Vec<String> = Vec::new();
    for at in range.filter(|at| !lines[*at].running) {
        let line = &lines[at];
        let text = line.text.as_str();
        let labelled = text.starts_with(|c: char| c.is_alphabetic());
        if labelled && let Some(end) = answers::label(text) {
            if let Some(block) = blocks.last_mut().filter(|b| b.response.is_empty()) {
                block.response.push((at, end));
                field = Some(Field::Response);
            }
        } else if labelled && let Some(label) = TEST.find(text).filter(|_| !blocks.is_empty()) {
            if let Some(block) = blocks.last_mut() {
                block.tests.push(vec![(at, label.end())]);
                field = Some(Field::Test);
            }
        } else if labelled && let Some(label) = RESULT.find(text).filter(|_| !blocks.is_empty()) {
            if let Some(block) = blocks.last_mut() {
                block.results.push(vec![(at, label.end())]);
                field = Some(Field::Result);
            }
        } else if let Some(label) = DESCRIPTION
            .find(text)
            .filter(|_| blocks.last().is_some_and(|b| b.id.is_some() && b.tests.is_empty() && b.results.is_empty()))
        {
            if let Some(block) = blocks.last_mut() {
                block.control = vec![(at, label.end())];
                field = Some(Field::Control);
            }
        } else if let Some(label) = CONTROL.captures(text) {
            let id = label.name("id").map(|m| m.as_str().to_owned());
            let end = label.get(0).map_or(0, |m| m.end());
            blocks.push(Block { id, criteria: heading.clone(), control: vec![(at, end)], ..Block::default() });
            field = Some(Field::Control);
        } else if !criteria::of_heading(text).is_empty() {
            heading = criteria::of_heading(text);
            field = None;
        } else if field.is_some() && line.bold && line.opens_paragraph {
            field = None;
        } else if let (Some(field), Some(block)) = (field, blocks.last_mut()) {
            match field {
                Field::Control => block.control.push((at, 0)),
                Field::Test => block.tests.last_mut().into_iter().for_each(|t| t.push((at, 0))),
                Field::Result => block.results.last_mut().into_iter().for_each(|r| r.push((at, 0))),
                Field::Response => block.response.push((at, 0)),
            }
        }
    }
    let rows: Vec<MatrixRow> = blocks.iter().filter_map(|block| block.row(parts)).collect();
    if rows.len() < FEWEST { Vec::new() } else { rows }
}

impl Block {
    fn row(&self, parts: &Parts<'_>) -> Option<MatrixRow> {
        if self.tests.is_empty() && self.results.is_empty() {
            return None;
        }
        let flow = |lines: &[(usize, usize)]| Flow::new(parts.text, lines.iter().map(|(at, _)| *at));
        let start = |lines: &[(usize, usize)]| lines.first().map_or(0, |(_, start)| *start);
        let said = |lines: &[(usize, usize)]| {
            let flow = flow(lines);
            let range = start(lines).min(flow.text().len())..flow.text().len();
            let value = flow.original(range.clone());
            (!value.is_empty()).then(|| flow.fact(value, range)).flatten()
        };
        let control = said(&self.control)?;
        let results: Vec<_> = self.results.iter().filter_map(|r| said(r)).collect();
        let tests: Vec<String> = self.tests.iter().filter_map(|t| said(t)).map(|f| f.value).collect();
        let words: Vec<String> = results.iter().map(|r| r.value.clone()).collect();
        let of_id = || self.id.as_deref().map(criteria::of_id).unwrap_or_default();
        let criteria = if self.criteria.is_empty() { of_id() } else { self.criteria.clone() };
        let result = results.into_iter().find(|r| outcome::of_result(&r.value) == Some(TestOutcome::Exception));
        Some(MatrixRow {
            control: Control {
                id: self.id.clone(),
                criteria,
                text: control.value,
                tests,
                outcome: outcome::of_row(&words),
                results: words,
                basis: control.basis,
                citations: control.citations.into_iter().take(1).collect(),
            },
            result,
            response: said(&self.response),
        })
    }
}
