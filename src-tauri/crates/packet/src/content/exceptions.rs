//! Section 7, exceptions of the reports and other findings: what the auditor noted, what management said, how grave it was judged
//! to be and where it stands (`practice.md` §5.1).

use super::words::{capitalised, cite, count, date, ended, number as number_of, refer, severity, shortened};
use super::{outline, strip};
use crate::input::{Design, FindingOrigin, FrozenDecision, FrozenDocument, FrozenFinding};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};

/// How many words of the auditor and of management are quoted, and were until the second design; the page has the rest. Of our own
/// words so many as were quoted.
const QUOTE_WORDS: usize = 25;
const WORDS: usize = 40;

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
            if input.design >= Design::Third {
                TableColumn::new("Extent, nature", 26.0)
            } else {
                TableColumn::new("Extent", 22.0)
            },
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
    if input.design >= Design::Second {
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
    said = if input.design >= Design::Third { noted(input, finding, said) } else { quoted(input, finding, said) };
    let mut extent = Text::from(match finding.rate {
        None => "not stated".to_owned(),
        Some([deviating, tested]) if input.design >= Design::Third => rate(deviating, tested),
        Some([deviating, tested]) => format!("{deviating} of {tested}"),
    });
    if let Some(nature) = &finding.nature {
        extent = extent.and_break().and_second(nature.to_lowercase());
    }
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
    Row::new([Cell::from(said), Cell::from(extent), Cell::from(grave), Cell::from(stands)])
}

/// What was noted and what management said, each in quotation marks, as it was printed until the second design.
fn quoted(input: &FrozenDecision, finding: &FrozenFinding, said: Text) -> Text {
    let mut said = said.and(format!("“{}”", shortened(&finding.result, WORDS)));
    if let Some(document) = document(input, finding) {
        said = cite(said, document, &finding.citations);
    }
    match &finding.response {
        Some(response) => said.and_break().and_second(format!("Management: “{}”", shortened(response, WORDS))),
        None => said.and_break().and_second("Management’s response is not stated."),
    }
}

/// What was noted and what management said: words of a document in quotation marks with their pages, our own without.
fn noted(input: &FrozenDecision, finding: &FrozenFinding, said: Text) -> Text {
    if !finding.is_quoted() {
        let whose = match finding.origin {
            Some(FindingOrigin::Rule) => "Not an auditor’s words: a rule of our policy is not met.",
            _ => "Not an auditor’s words: noted by us.",
        };
        let said = said.and(ended(&shortened(&finding.result, WORDS))).and_break().and_second(whose);
        return match &finding.response {
            Some(response) => said.and_break().and_second(format!("Response: {}", ended(&shortened(response, WORDS)))),
            None => said,
        };
    }
    let mut said = said.and(format!("“{}”", shortened(&finding.result, QUOTE_WORDS)));
    let document = document(input, finding);
    said = match document {
        Some(document) => cite(said, document, &finding.citations),
        None => said.and_second(" The document that states it is none of those behind this decision."),
    };
    match (&finding.response, document) {
        (Some(response), document) => {
            let response = format!("Management: “{}”", shortened(response, QUOTE_WORDS));
            let said = said.and_break().and_second(response);
            document.map_or(said.clone(), |document| refer(said, &document.label, &finding.response_pages))
        }
        (None, _) => said.and_break().and_second("Management’s response is not stated."),
    }
}

fn document<'a>(input: &'a FrozenDecision, finding: &FrozenFinding) -> Option<&'a FrozenDocument> {
    input.documents.iter().find(|document| Some(&document.label) == finding.document.as_ref())
}

/// How many deviated of how many: with a share of them from ten on, because of fewer it says more than there is.
fn rate(deviating: u32, tested: u32) -> String {
    if tested < 10 {
        return format!("{deviating} of {tested}");
    }
    let share = f64::from(deviating) * 100.0 / f64::from(tested);
    // A share that is not nothing is not said to be.
    let share = if deviating > 0 && share < 1.0 { "below 1".to_owned() } else { format!("{share:.0}") };
    format!("{deviating} of {tested} ({share}\u{a0}%)")
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn a_share_is_said_of_ten_and_more() {
        assert_eq!(rate(2, 25), "2 of 25 (8\u{a0}%)");
        assert_eq!(rate(3, 7), "3 of 7");
        assert_eq!(rate(1, 500), "1 of 500 (below 1\u{a0}%)");
        assert_eq!(rate(0, 40), "0 of 40 (0\u{a0}%)");
    }
}
