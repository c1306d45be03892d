//! The packet on a vendor of little weight: one page with the decision, what remains, the policy check, the evidence and the
//! signatures. Where that is not enough room, the packet has all its sections.

use super::policy;
use super::words::{anchor, categories, date, refer, shortened, span};
use super::{Cuts, Frozen, limits, register, risk, sheet};
use crate::input::{Design, FrozenDecision, FrozenDocument, FrozenFinding, FrozenRule};
use crate::typeset::{Block, Cell, Look, Mark, Paragraph, Row, Style, Table, TableColumn, Text, Tone};
use countersign_domain::{Category, Tier};

/// The anchor at the end of the page, to see whether it is one.
pub(super) const END: &str = "after-page";

/// How many words of a finding are printed.
const WORDS: usize = 25;

/// Says whether the packet is meant to be one page. A decision from before this was made prints with its sections.
pub(super) fn is_meant(input: &FrozenDecision) -> bool {
    input.register.is_some() && input.vendor.tier == Some(Tier::Low)
}

/// Makes the page; `close` puts the rows of its tables closer together.
pub(super) fn blocks(frozen: &Frozen<'_>, close: bool) -> Vec<Block> {
    let look = if close { Look::Sheet } else { Look::Normal };
    let (input, cuts) = (frozen.input, Cuts::default());
    let reason = vec![Block::Paragraph(Paragraph::new(Style::Lead, input.decision.reason.as_str()))];
    let mut blocks = sheet::top(frozen, cuts, "Decision sheet, low tier", sheet::headed(input, reason));
    if !input.decision.conditions.is_empty() {
        blocks.extend(sheet::conditions(input, cuts));
    }
    if input.design >= Design::Second {
        blocks.push(Block::Space(if look == Look::Normal { 14.0 } else { 8.0 }));
        blocks.push(risk::table(input, cuts, Look::Sheet));
    } else {
        let remaining = remaining(input);
        let level = input
            .decision
            .residual
            .as_ref()
            .map_or_else(String::new, |residual| format!(": {}", residual.level.title().to_lowercase()));
        blocks.push(heading(&format!("Remaining risk{level}"), look));
        let columns = vec![TableColumn::new("", 27.0), TableColumn::rest("")];
        blocks.push(Block::Table(Table { columns, rows: remaining, look, ..Table::default() }));
    }
    blocks.extend(policy_check(input, look));
    blocks.extend(evidence(input, look));
    let (above, below) = if close { (6.0, 5.0) } else { (10.0, 9.0) };
    blocks.push(Block::Space(above));
    blocks.push(Block::Rule(1.6, Tone::Ink));
    blocks.push(Block::Space(4.0));
    let title = if input.signers.len() == 1 { "Signature" } else { "Signatures" };
    if input.signers.is_empty() {
        blocks.push(Block::body("Nobody is named to sign."));
    } else {
        blocks.extend(sheet::signatures(&sheet::places(input), input.decision.outcome, cuts, title));
    }
    blocks.push(Block::Space(below));
    blocks.push(sheet::identity(frozen, cuts, sheet::LOW_REGISTER));
    blocks.push(Block::Anchor(END.to_owned()));
    blocks
}

fn heading(text: &str, look: Look) -> Block {
    let heading = Paragraph::new(Style::Heading, text);
    Block::Paragraph(if look == Look::Normal { heading } else { heading.spaced(8.0, 2.0) })
}

/// Findings and deviations that stand, what nothing covers, and the worst that can happen.
fn remaining(input: &FrozenDecision) -> Vec<Row> {
    let row = |label: Text, text: Text| Row::new([Cell::from(label), Cell::from(text)]);
    let stand = input.findings.iter().filter(|finding| !finding.is_settled());
    let mut rows: Vec<Row> = stand.map(|finding| of_finding(input, finding)).collect();
    rows.extend(input.accepted.iter().map(|accepted| {
        let said = format!("{}: {} Until {}.", accepted.of, accepted.reason, date(accepted.until));
        row(Text::new().and_mark(Mark::Diamond).and("Accepted"), Text::from(said))
    }));
    rows.push(row(Text::new().and_mark(Mark::DashedCircle).and("Not covered"), not_covered(input)));
    if let Some(residual) = &input.decision.residual {
        rows.push(row(Text::bold("Worst case"), Text::from(residual.words.as_str())));
    }
    rows
}

fn of_finding(input: &FrozenDecision, finding: &FrozenFinding) -> Row {
    let label = match &finding.severity {
        Some(severity) => Text::new().and_mark(Mark::Triangle).and(severity.as_str()),
        None => Text::new().and_mark(Mark::DashedCircle).and("Not judged"),
    };
    let mut said = Text::from(format!("“{}”", shortened(&finding.result, WORDS)));
    if let Some(document) = input.documents.iter().find(|document| Some(&document.label) == finding.document.as_ref()) {
        said = super::words::cite(said, document, &finding.citations);
    }
    Row::new([Cell::from(label), Cell::from(said.and(format!(" {}.", finding.status)))])
}

fn not_covered(input: &FrozenDecision) -> Text {
    let Some(report) = input.documents.iter().find(|document| document.kind.is_attestation()) else {
        return Text::from("No service auditor’s examination is held: everything rests on what the vendor says.");
    };
    let mut said = match report.span {
        Some(span) => format!("Nothing after {} was examined.", date(span.end)),
        None => "For which time the report speaks is not stated.".to_owned(),
    };
    if let Some(held) = &report.categories {
        let missing: Vec<Category> = Category::ALL.into_iter().filter(|category| !held.contains(category)).collect();
        if !missing.is_empty() {
            said = format!("{said} Not in its scope: {}.", categories(&missing));
        }
    }
    Text::from(said)
}

fn policy_check(input: &FrozenDecision, look: Look) -> Vec<Block> {
    if !policy::is_printed(input) {
        return Vec::new();
    }
    let row = |rule: &FrozenRule| {
        let found = rule
            .cited
            .iter()
            .fold(Text::from(rule.found.as_str()), |said, cited| refer(said, &cited.label, &cited.pages));
        Row::new([
            Cell::from(rule.title.as_deref().unwrap_or_default()),
            Cell::from(rule.required.as_deref().unwrap_or("–")),
            Cell::from(found),
            Cell::from(policy::came(input.design, &rule.outcome)),
        ])
    };
    let applying = policy::rules(input).filter(|rule| rule.outcome != "not_applicable");
    let left = policy::rules(input).filter(|rule| rule.outcome == "not_applicable").count();
    let table = Table {
        columns: vec![
            TableColumn::new("Rule", 51.0),
            TableColumn::new("Required", 48.0),
            TableColumn::rest("Found"),
            TableColumn::new("Result", 22.0),
        ],
        rows: applying.map(row).collect(),
        look,
        name: "Policy check".to_owned(),
        ..Table::default()
    };
    let left = match left {
        0 => String::new(),
        1 if input.design >= Design::Second => "; 1 more rule of the policy does not apply".to_owned(),
        _ => format!("; {left} more rules of the policy do not apply"),
    };
    vec![heading(&format!("Policy check, tier low{left}"), look), Block::Table(table)]
}

fn evidence(input: &FrozenDecision, look: Look) -> Vec<Block> {
    if input.documents.is_empty() {
        return vec![Block::heading("Evidence"), Block::body("No document stands behind this decision.")];
    }
    let rows = |document: &FrozenDocument| {
        let row = Row::new([
            Cell::from(Text::bold(document.label.as_str())),
            Cell::from(Text::from(document.kind.title()).and_second(format!(", {}", document.file_name))),
            Cell::from(document.pages.to_string()),
            Cell::from(document.span.map_or_else(|| "not stated".to_owned(), span)),
            Cell::from(date(document.day_received())),
            Cell::from(document.received_by.as_str()),
        ]);
        [row.named(anchor(document)), register::hash(document)]
    };
    let table = Table {
        columns: vec![
            TableColumn::new("", 11.0),
            TableColumn::rest("Document and file"),
            TableColumn::new("Pages", 16.0).right(),
            TableColumn::new("Period or date", 44.0),
            TableColumn::new("Received", 24.0),
            TableColumn::new("By", 27.0),
        ],
        rows: input.documents.iter().flat_map(rows).collect(),
        look,
        name: "Evidence".to_owned(),
        ..Table::default()
    };
    let mut blocks = vec![heading("Evidence", look), Block::Table(table)];
    if let Some(open) = limits::not_confirmed(input).filter(|_| input.design >= Design::Second) {
        blocks.push(Block::note(open));
    }
    blocks
}
