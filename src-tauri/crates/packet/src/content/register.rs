//! Section 4, the evidence register: every document with its hash, and the contents of the packet.

use super::words::{anchor, capitalised, count, day, size, span};
use super::{Cuts, Frozen, outline, summary};
use crate::canonical::grouped;
use crate::input::{FrozenDocument, Standing};
use crate::typeset::{Block, Cell, Mark, Row, Style, Table, TableColumn, Text};

/// Makes the section.
pub(super) fn blocks(frozen: &Frozen<'_>, cuts: Cuts) -> Vec<Block> {
    let input = frozen.input;
    let (number, title, anchor) = outline::REGISTER;
    let mut blocks = vec![Block::section(number, title, anchor)];
    let documents = &input.documents;
    let lead = match documents.len() {
        0 => "No document stands behind this decision.".to_owned(),
        1 => "One document stands behind this decision. It is kept unchanged in the workspace under its SHA-256, \
              printed below it."
            .to_owned(),
        several => format!(
            "{} stand behind this decision. Each is kept unchanged in the workspace under its SHA-256, printed below it.",
            capitalised(&count(several, "document", "documents"))
        ),
    };
    blocks.push(Block::lead(lead));
    if !documents.is_empty() {
        blocks.push(Block::Table(table(documents)));
    }
    // The contents stand at the end of the summary, where there is one.
    if summary::left_out(input).is_some() {
        blocks.extend(outline::blocks(input, cuts));
    }
    blocks
}

fn table(documents: &[FrozenDocument]) -> Table {
    let columns = vec![
        TableColumn::new("", 11.0),
        TableColumn::new("Document and file", 58.0),
        TableColumn::new("Pages", 16.0).right(),
        TableColumn::new("Period or date", 30.0),
        TableColumn::new("Received", 30.0),
        TableColumn::rest("Facts"),
    ];
    Table {
        columns,
        rows: documents.iter().flat_map(rows).collect(),
        name: "4 Evidence register".to_owned(),
        note: Some(
            "Page references count the pages of the file; the first page is 1. Confirmed: a person has compared the \
             fact with the document."
                .into(),
        ),
        ..Table::default()
    }
}

fn rows(document: &FrozenDocument) -> [Row; 2] {
    let mut what = Text::from(document.kind.title());
    if document.main {
        what = what.and(", main report");
    }
    what = what.and_break().and_second(document.file_name.as_str()).and_second(", ").and_second(size(document.bytes));
    let received = Text::from(day(document.received_at)).and_break().and_second(document.received_by.as_str());
    let row = Row::new([
        Cell::from(Text::bold(document.label.as_str())),
        Cell::from(what),
        Cell::from(document.pages.to_string()),
        Cell::from(document.span.map_or_else(|| "not stated".to_owned(), span)),
        Cell::from(received),
        Cell::from(confirmed(document)),
    ]);
    [row.named(anchor(document)), hash(document)]
}

/// The hash of a document, below its row.
pub(super) fn hash(document: &FrozenDocument) -> Row {
    Row::new([Cell::from(""), Cell::from(grouped(&document.sha256)).styled(Style::Hash).over(5)]).detail()
}

/// Says how many facts a person has looked at.
fn confirmed(document: &FrozenDocument) -> Text {
    let all = document.facts.len();
    let looked_at = document.facts.iter().filter(|fact| fact.standing != Standing::Open).count();
    match (looked_at, all) {
        (_, 0) => Text::new().and_mark(Mark::Bar).and("none read"),
        (looked_at, all) if looked_at == all => {
            Text::new().and_mark(Mark::Tick).and(format!("all {all}")).and_break().and("confirmed")
        }
        (looked_at, all) => {
            Text::new().and_mark(Mark::Triangle).and(format!("{looked_at} of {all}")).and_break().and("confirmed")
        }
    }
}
