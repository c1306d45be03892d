//! Section 5, the facts of the reports: each with its page, and who answers for it.

use super::words::{cite, refer, shortened};
use super::{cuecs, outline, reliance, subservice, timeline};
use crate::input::{Design, FrozenDecision, FrozenDocument, FrozenFact, Standing};
use crate::typeset::{Block, Cell, Column, Mark, Paragraph, Row, Style, Table, TableColumn, Text};
use countersign_domain::{Basis, FactKey};

/// How long a quote may be: an opinion, and the words behind any other fact.
const OPINION_WORDS: usize = 60;
const QUOTE_WORDS: usize = 25;

/// Says whether there is a document of which facts were read.
pub(super) fn has_report(input: &FrozenDecision) -> bool {
    input.documents.iter().any(|document| !document.facts.is_empty())
}

/// Makes the section; empty when no facts were read.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    if !has_report(input) {
        return Vec::new();
    }
    let (number, title, anchor) = outline::FACTS;
    let mut blocks = vec![Block::running_section(number, title, anchor)];
    blocks.extend(timeline::blocks(input));
    for document in input.documents.iter().filter(|document| !document.facts.is_empty()) {
        blocks.push(Block::heading(format!("{} {}", document.label, document.kind.title())));
        blocks.extend(opinion(document));
        blocks.push(Block::Table(table(document)));
    }
    blocks.push(Block::note(
        "Read by the program from the text of the document, then judged by the person named. A fact that the document \
         does not state is “not stated”.",
    ));
    blocks.extend(absent(input).map(Block::body));
    blocks.extend(reliance::blocks(input));
    blocks
}

/// One sentence for each list that the report does not have: its section is left out.
fn absent(input: &FrozenDecision) -> impl Iterator<Item = Text> {
    let with_why = |what: &str, why: Option<&str>, place: Option<Text>| {
        let why = why.filter(|_| input.register.is_some())?;
        let said = Text::from(format!("{what}: {why}."));
        Some(match place {
            Some(place) => said.and(" ").and_text(place),
            None => said,
        })
    };
    let exceptions = (input.findings.is_empty()).then_some("no exception is read or recorded");
    // Where the tests stand in which none was noted, and the sentences that say that there are none of them.
    let tests = input.tests.as_ref().map(|tests| refer(Text::new(), &tests.label, &tests.pages));
    let denied = |key: FactKey| {
        let mut documents = input.documents.iter().filter(|_| input.design >= Design::Second);
        documents.find_map(|document| {
            let fact = document.facts.iter().find(|fact| fact.key == key && !fact.citations.is_empty())?;
            Some(cite(Text::new(), document, &fact.citations))
        })
    };
    let parties = denied(FactKey::NoSubserviceOrganizations)
        .filter(|_| input.subservice.as_ref().is_some_and(|found| found.known && found.parties.is_empty()));
    let none = denied(FactKey::NoCuecs).filter(|_| input.cuecs.as_ref().is_some_and(|cuecs| cuecs.none_stated));
    [
        with_why("Exceptions", exceptions, tests),
        with_why("Customer controls", cuecs::left_out(input), none).map(|said| cuecs::besides(said, input)),
        with_why("Subservice organizations", subservice::left_out(input), parties),
    ]
    .into_iter()
    .flatten()
}

fn opinion(document: &FrozenDocument) -> Option<Block> {
    let fact = document.facts.iter().find(|fact| fact.key == FactKey::Opinion && fact.value.is_some())?;
    let citation = fact.citations.iter().find(|citation| !citation.quote.trim().is_empty())?;
    let quote = Text::from(format!("“{}”", shortened(&citation.quote, OPINION_WORDS)));
    let quote = cite(quote, document, std::slice::from_ref(citation));
    Some(Block::Columns(vec![
        Column {
            x: 0.0,
            width: 39.5,
            blocks: vec![Block::Paragraph(Paragraph::new(Style::Eyebrow, "Opinion, quoted").spaced(0.0, 10.0))],
        },
        Column {
            x: 43.5,
            width: 126.5,
            blocks: vec![Block::Paragraph(Paragraph::new(Style::Opinion, quote)), Block::Space(8.0)],
        },
    ]))
}

fn table(document: &FrozenDocument) -> Table {
    Table {
        columns: vec![
            TableColumn::new("Fact", 39.5),
            TableColumn::rest("As the document has it"),
            TableColumn::new("Confirmed", 46.0),
        ],
        rows: document.facts.iter().map(|fact| row(document, fact)).collect(),
        name: format!("5 Report facts, {}", document.label),
        ..Table::default()
    }
}

fn row(document: &FrozenDocument, fact: &FrozenFact) -> Row {
    let mut said = match fact.value.as_deref() {
        Some(value) => Text::from(value),
        None => Text::from("not stated"),
    };
    said = match fact.basis.filter(|_| fact.value.is_some() && !is_corrected(fact)) {
        Some(Basis::Derived) => said.and_second(", worked out from"),
        Some(Basis::Ocr) => said.and_second(", read from a picture"),
        Some(Basis::Stated) | None => said,
    };
    said = cite(said, document, &fact.citations);
    // The opinion is quoted above in full size; a quote that only repeats the value says nothing.
    let quote = fact.citations.first().map(|citation| shortened(&citation.quote, QUOTE_WORDS));
    let value = fact.value.as_deref().unwrap_or_default().to_lowercase();
    let repeats = |quote: &String| quote.is_empty() || value.contains(&quote.to_lowercase());
    if let Some(quote) = quote.filter(|quote| !repeats(quote) && fact.key != FactKey::Opinion) {
        said = said.and_break().and_quoted(format!("“{quote}”"));
    }
    Row::new([Cell::from(Text::new().and_second(fact.label.as_str())), Cell::from(said), Cell::from(standing(fact))])
}

fn is_corrected(fact: &FrozenFact) -> bool {
    matches!(fact.standing, Standing::Corrected { .. })
}

fn standing(fact: &FrozenFact) -> Text {
    let was = |was: &Option<String>| was.clone().unwrap_or_else(|| "not stated".to_owned());
    match &fact.standing {
        Standing::Open => Text::new().and_mark(Mark::Triangle).and("not confirmed by a person"),
        Standing::Confirmed { by } => Text::new().and_mark(Mark::Tick).and(format!("confirmed by {by}")),
        Standing::Corrected { by, was: before } => {
            Text::new().and_mark(Mark::Diamond).and(format!("corrected by {by} (was: {})", was(before)))
        }
        Standing::Rejected { by, was: before } => {
            Text::new().and_mark(Mark::CrossedSquare).and(format!("rejected by {by} (was: {})", was(before)))
        }
    }
}
