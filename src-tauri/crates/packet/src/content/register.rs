//! Section 4, the evidence register: every document with its hash, and the contents of the packet.

use super::words::{anchor, capitalised, count, date, joined, months, size, span};
use super::{Cuts, Frozen, outline, summary, without_nda};
use crate::canonical::grouped;
use crate::input::{Design, FrozenDecision, FrozenDocument, Span, Standing};
use crate::typeset::{Block, Cell, Mark, Row, Style, Table, TableColumn, Text};
use chrono::NaiveDate;
use countersign_domain::register::{Nda, NdaState};

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
        blocks.push(Block::Table(table(input)));
    }
    // The contents stand at the end of the summary, where there is one.
    if summary::left_out(input).is_some() {
        blocks.extend(outline::blocks(input, cuts));
    }
    blocks
}

fn table(input: &FrozenDecision) -> Table {
    let full = input.design >= Design::Third;
    let columns = if full {
        vec![
            TableColumn::new("", 11.0),
            TableColumn::rest("Document and file"),
            TableColumn::new("Period or date, age", 31.0),
            TableColumn::new("Received, source", 33.0),
            TableColumn::new("NDA", 22.0),
            TableColumn::new("Facts, reviewer", 30.0),
        ]
    } else {
        vec![
            TableColumn::new("", 11.0),
            TableColumn::new("Document and file", 58.0),
            TableColumn::new("Pages", 16.0).right(),
            TableColumn::new("Period or date", 30.0),
            TableColumn::new("Received", 30.0),
            TableColumn::rest("Facts"),
        ]
    };
    let note = "Page references count the pages of the file; the first page is 1. Confirmed: a person has compared the \
                fact with the document.";
    let age = " Age: from the last day it speaks of to the decision.";
    let without = without_nda(input);
    let rows = input.documents.iter().flat_map(|document| {
        let row = if full { row_in_full(input, document, &without) } else { row(document) };
        [row.named(anchor(document)), hash(document)]
    });
    Table {
        columns,
        rows: rows.collect(),
        name: "4 Evidence register".to_owned(),
        note: Some(if full { format!("{note}{age}").into() } else { note.into() }),
        ..Table::default()
    }
}

fn what(document: &FrozenDocument) -> Text {
    let what = Text::from(document.kind.title());
    if document.main { what.and(", main report") } else { what }
}

/// The row as it was printed until the second design.
fn row(document: &FrozenDocument) -> Row {
    let what = what(document).and_break().and_second(document.file_name.as_str()).and_second(", ");
    let received = Text::from(date(document.day_received())).and_break().and_second(document.received_by.as_str());
    Row::new([
        Cell::from(Text::bold(document.label.as_str())),
        Cell::from(what.and_second(size(document.bytes))),
        Cell::from(document.pages.to_string()),
        Cell::from(document.span.map_or_else(|| "not stated".to_owned(), span)),
        Cell::from(received),
        Cell::from(confirmed(document)),
    ])
}

/// The row with its age, how it came, under which agreement, and who looked at it (`practice.md` §7.1, page 4).
fn row_in_full(input: &FrozenDecision, document: &FrozenDocument, without: &[String]) -> Row {
    let pages = if document.pages == 1 { "1 page".to_owned() } else { format!("{} pages", document.pages) };
    let what = what(document).and_break().and_second(document.file_name.as_str()).and_break();
    let mut period = Text::from(document.span.map_or_else(|| "not stated".to_owned(), span));
    let old = document.span.and_then(|span| age(span, input.decision.decided_on));
    if let Some(old) = old {
        period = period.and_break().and_second(old);
    }
    let received = Text::from(date(document.day_received())).and_second(format!(", {}", document.received_by));
    let source = document.source.as_deref().map_or_else(|| "source not recorded".to_owned(), str::to_lowercase);
    let looked = reviewers(input, document);
    let facts = match looked.as_slice() {
        [] => confirmed(document),
        names => confirmed(document).and_break().and_second(joined(names)),
    };
    Row::new([
        Cell::from(Text::bold(document.label.as_str())),
        Cell::from(what.and_second(format!("{pages}, {}", size(document.bytes)))),
        Cell::from(period),
        Cell::from(received.and_break().and_second(source)),
        Cell::from(nda(input, document, without)),
        Cell::from(facts),
    ])
}

/// How old what a document speaks of is; `None` where it speaks of a day that is still to come.
fn age(span: Span, decided: NaiveDate) -> Option<String> {
    let start = span.end.succ_opt()?;
    if start > decided {
        return (span.end == decided).then(|| "0 days old".to_owned());
    }
    let since = Span { start, end: decided };
    Some(match (decided - span.end).num_days() {
        1 => "1 day old".to_owned(),
        days @ 2..=30 => format!("{days} days old"),
        _ => format!("{} months old", months(since)),
    })
}

/// Under which confidentiality a document came, in a word or two.
fn nda(input: &FrozenDecision, document: &FrozenDocument, without: &[String]) -> Text {
    let state = input.register.as_ref().and_then(|register| register.nda).map(Nda::state);
    match state {
        _ if without.contains(&document.label) => Text::new().and_mark(Mark::DashedCircle).and("none recorded"),
        Some(NdaState::NotNeeded) => Text::new().and_mark(Mark::Bar).and("not needed"),
        Some(NdaState::ClickThrough) => Text::new().and_mark(Mark::Tick).and("terms accepted"),
        _ => Text::new().and_mark(Mark::Tick).and("in force"),
    }
}

/// Who looked at a document: who reviewed it, and who judged what was read in it, each once.
fn reviewers<'a>(input: &'a FrozenDecision, document: &'a FrozenDocument) -> Vec<&'a str> {
    let review = input.review.as_ref().filter(|review| document.main && review.of_report == Some(true));
    let review = review.into_iter().flat_map(|review| [review.reviewer.as_deref(), review.second_reader.as_deref()]);
    let judged = document.facts.iter().map(|fact| match &fact.standing {
        Standing::Open => None,
        Standing::Confirmed { by } | Standing::Corrected { by, .. } | Standing::Rejected { by, .. } => {
            Some(by.as_str())
        }
    });
    let mut names = Vec::new();
    for name in review.chain(judged).flatten() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
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
