//! Section 10, what is not proved: only what follows from what is held, and what this version did not look at.

use super::words::{capitalised, categories, count, date, number as number_of, refer};
use super::{continuity, outline, summary};
use crate::input::{Design, FrozenDecision, FrozenDocument, FrozenGap, Standing};
use crate::typeset::{Block, Cell, KeyValues, Mark, Row, Table, TableColumn, Text};
use countersign_domain::{Category, FactKey, Opinion};

/// Makes the section.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let (number, title, anchor) = outline::LIMITS;
    let mut rows = Vec::new();
    let reports: Vec<&FrozenDocument> =
        input.documents.iter().filter(|document| document.kind.is_attestation()).collect();
    if reports.is_empty() {
        let none = "No attestation report is held: no service auditor’s examination stands behind this decision.";
        rows.push(("Assurance".to_owned(), Text::from(none)));
    }
    for report in reports {
        // Until the second design these statements had no reference.
        let cited = |text: String, keys: &[FactKey]| {
            let text = Text::from(text);
            if input.design >= Design::Third { summary::cited(text, report, keys) } else { text }
        };
        let title = report.kind.title();
        let assurance = format!(
            "A {title} is an attestation report: the opinion of a service auditor, with reasonable and not absolute \
             assurance. {}",
            opinion(report)
        );
        let days = [FactKey::PeriodStart, FactKey::PeriodEnd, FactKey::AsOfDate];
        rows.push((format!("{}: assurance", report.label), cited(assurance, &[FactKey::Opinion])));
        rows.push((format!("{}: time", report.label), cited(time(report), &days)));
        rows.push((format!("{}: scope", report.label), cited(scope(report), &[FactKey::TrustServicesCategories])));
    }
    if input.register.is_none() {
        rows.push(("Not in this packet".to_owned(), Text::from(not_printed(input))));
    }
    if let Some(open) = open(input) {
        rows.push(("Not confirmed".to_owned(), Text::from(open)));
    }
    let rows = rows.into_iter().map(|(label, text)| (Text::from(label), text)).collect();
    let lead = if input.register.is_some() {
        "An attestation report is an opinion about controls in a past period. What it cannot tell us, and what we used instead:"
    } else {
        "What the documents do not show, and what this packet did not look at."
    };
    let mut blocks = vec![Block::running_section(number, title, anchor), Block::lead(lead)];
    if !input.gaps.is_empty() {
        blocks.push(Block::Table(gaps(input)));
        blocks.push(Block::heading("What the documents say of themselves"));
    }
    blocks.push(Block::KeyValues(KeyValues { label_width: 39.5, rows, name: format!("{number} {title}") }));
    blocks.extend(continuity::blocks(input));
    blocks
}

/// What the report does not prove, and what else is held that speaks of it.
fn gaps(input: &FrozenDecision) -> Table {
    let row = |gap: &FrozenGap| {
        let said = gap
            .cited
            .iter()
            .fold(Text::from(gap.statement.as_str()), |said, cited| refer(said, &cited.label, &cited.pages));
        let filled = match &gap.filled_by {
            Some(other) => Text::from(other.as_str()),
            None => Text::new().and_mark(Mark::DashedCircle).and("nothing else is held"),
        };
        Row::new([Cell::from(gap.topic.as_str()), Cell::from(said), Cell::from(filled)])
    };
    Table {
        columns: vec![
            TableColumn::new("About", 39.5),
            TableColumn::rest("The report does not prove"),
            TableColumn::new("Other evidence", 56.0),
        ],
        rows: input.gaps.iter().map(row).collect(),
        name: format!("{} {}", outline::LIMITS.0, outline::LIMITS.1),
        ..Table::default()
    }
}

/// What is read of documents and not printed here.
fn not_printed(input: &FrozenDecision) -> String {
    let weighed = if super::policy::is_printed(input) {
        "This packet does not print them; what the policy asks of them stands in section 6."
    } else {
        "This packet neither prints nor weighs them; a person must look at them."
    };
    format!(
        "Complementary user entity controls (CUECs), subservice organizations and whether they are carved out, answers to \
         questionnaires: Countersign reads them where a document states them and shows them beside its pages. {weighed}"
    )
}

fn opinion(report: &FrozenDocument) -> &'static str {
    match report.opinion {
        Some(Opinion::Unqualified) => "The opinion is unqualified; single controls can still have deviated.",
        Some(Opinion::Qualified) => "The opinion is qualified: part of what was examined did not meet the criteria.",
        Some(Opinion::Adverse) => "The opinion is adverse: the criteria were not met.",
        Some(Opinion::Disclaimer) => "The service auditor disclaims an opinion: nothing is assured.",
        None => "The opinion is not stated.",
    }
}

fn time(report: &FrozenDocument) -> String {
    match report.span {
        Some(span) if span.start == span.end => format!(
            "It speaks of one day, {}: whether controls worked over a period was not examined, and nothing after that \
             day.",
            date(span.end)
        ),
        Some(span) => format!(
            "It speaks of the period from {} to {}. Nothing after {} was examined.",
            date(span.start),
            date(span.end),
            date(span.end)
        ),
        None => "Its period is not stated: for no day is it known that it was examined.".to_owned(),
    }
}

fn scope(report: &FrozenDocument) -> String {
    let Some(held) = &report.categories else { return "The categories in its scope are not stated.".to_owned() };
    let missing: Vec<Category> = Category::ALL.into_iter().filter(|category| !held.contains(category)).collect();
    if missing.is_empty() {
        "All five trust services categories are in its scope.".to_owned()
    } else {
        format!("Not in its scope: {}.", categories(&missing))
    }
}

/// Says how many facts of how many nobody has confirmed; nothing where all are, or none was read.
pub(super) fn not_confirmed(input: &FrozenDecision) -> Option<String> {
    let facts = || input.documents.iter().flat_map(|document| &document.facts);
    let open = facts().filter(|fact| fact.standing == Standing::Open).count();
    let were = if open == 1 { "was" } else { "were" };
    let all = count(facts().count(), "fact that was", "facts that were");
    (open > 0).then(|| {
        format!("{} of {all} read in these documents {were} not confirmed by a person.", capitalised(&number_of(open)))
    })
}

fn open(input: &FrozenDecision) -> Option<String> {
    let facts = input.documents.iter().flat_map(|document| &document.facts);
    let open = facts.filter(|fact| fact.standing == Standing::Open).count();
    let be = if open == 1 { "was" } else { "were" };
    let said = count(open, "fact of section 5", "facts of section 5");
    (open > 0).then(|| format!("{} {be} not confirmed by a person.", capitalised(&said)))
}
