//! Section 7, exceptions of the reports and other findings: what the auditor noted, what management said, how grave it was judged
//! to be and where it stands (`practice.md` §5.1).

use super::words::{capitalised, cite, count, date, number as number_of, severity, shortened};
use super::{outline, strip};
use crate::input::{Design, FrozenDecision, FrozenFinding};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};

/// How many words of the auditor and of management are quoted; the page has the rest.
const QUOTE_WORDS: usize = 40;

/// Says whether the section is printed.
pub(super) fn are_printed(input: &FrozenDecision) -> bool {
    !input.findings.is_empty()
}

/// Makes the section; empty where nothing was found.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    if !are_printed(input) {
        return Vec::new();
    }
    let (number, title, anchor) = outline::EXCEPTIONS;
    let judged = number_of(input.findings.iter().filter(|finding| finding.severity.is_some()).count());
    let table = Table {
        columns: vec![
            TableColumn::rest("What was noted, and what management said"),
            TableColumn::new("Extent", 22.0),
            TableColumn::new("Severity", 26.0),
            TableColumn::new("Where it stands", 38.0),
        ],
        rows: input.findings.iter().map(|finding| row(input, finding)).collect(),
        name: format!("{number} {title}"),
        ..Table::default()
    };
    let all = count(input.findings.len(), "exception or finding", "exceptions and findings");
    let mut blocks = vec![
        Block::running_section(number, title, anchor),
        Block::lead(format!("{}, {judged} of them judged by a person.", capitalised(&all))),
    ];
    if input.design == Design::Second {
        blocks.extend(strip::blocks(input));
    }
    blocks.extend([
        Block::Table(table),
        Block::note(
            "Severity is impact × exposure, with what was found of extent, nature, repetition, harm, compensation and \
             response; how it was worked out is kept with each. An unqualified opinion does not mean that there are none.",
        ),
    ]);
    blocks
}

fn row(input: &FrozenDecision, finding: &FrozenFinding) -> Row {
    let names = [finding.label.as_deref(), finding.control.as_deref()];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    let mut said = if names.is_empty() { Text::new() } else { Text::bold(names.join(" · ")).and_break() };
    said = said.and(format!("“{}”", shortened(&finding.result, QUOTE_WORDS)));
    let document = input.documents.iter().find(|document| Some(&document.label) == finding.document.as_ref());
    if let Some(document) = document {
        said = cite(said, document, &finding.citations);
    }
    said = match &finding.response {
        Some(response) => said.and_break().and_second(format!("Management: “{}”", shortened(response, QUOTE_WORDS))),
        None => said.and_break().and_second("Management’s response is not stated."),
    };
    let extent =
        finding.rate.map_or_else(|| "not stated".to_owned(), |[deviating, tested]| format!("{deviating} of {tested}"));
    let grave = match (&finding.severity, finding.score) {
        (Some(name), Some(score)) => severity(input.design, name).and_break().and_second(format!("score {score}")),
        (Some(name), None) => severity(input.design, name),
        (None, _) => Text::new().and_mark(Mark::DashedCircle).and("not judged"),
    };
    let grave = match finding.credibility {
        Some(points) => grave.and_break().and_second(format!("response {points} of 4")),
        None => grave,
    };
    let mut stands = Text::from(finding.status.as_str());
    if let Some(until) = finding.until {
        stands = stands.and_break().and_second(format!("until {}", date(until)));
    }
    if let Some(owner) = &finding.owner {
        stands = stands.and_break().and_second(owner.as_str());
    }
    Row::new([Cell::from(said), Cell::from(extent.as_str()), Cell::from(grave), Cell::from(stands)])
}
