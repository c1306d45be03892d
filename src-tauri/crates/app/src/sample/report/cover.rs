//! Cover and table of contents: the pages without a number.

use super::{
    plan::{CityStands, ReportPlan, Span},
    set::{INVENTED, large},
    words::{day, kind, titles, when},
};
use countersign_domain::{Category, Opinion};
use countersign_packet::typeset::{Block, Cell, Paragraph, Row, RowKind, Style, Table, TableColumn, Text, Tone};

/// Sets both.
pub(super) fn front(plan: &ReportPlan, contents: &[Entry]) -> Vec<Block> {
    let mut blocks = cover(plan);
    blocks.extend(table_of_contents(contents));
    blocks
}

/// A line of the table of contents.
pub(super) struct Entry {
    /// What it says.
    pub(super) title: String,
    /// Where it leads.
    pub(super) anchor: &'static str,
    /// Whether it is one of the sections.
    pub(super) is_section: bool,
}

fn cover(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    let firm = match plan.city_stands {
        CityStands::AtSignature => plan.firm.name.to_owned(),
        CityStands::OnCover => format!("{}  ·  {}", plan.firm.name, plan.firm.city),
    };
    let confidential = match plan.span {
        Span::General(..) => "For general use",
        Span::AsOf(_) | Span::Period(..) => "Confidential. For the specified parties only.",
    };
    let mut blocks = vec![
        large(Style::Lead, Text::bold(firm), 1.0),
        large(Style::Note, "Independent service auditor", 8.0),
        Block::Rule(1.2, Tone::Ink),
        Block::Space(165.0),
        large(Style::Eyebrow, confidential, 10.0),
        large(Style::Title, company.name, 10.0),
        large(Style::Verdict, kind(plan.span), 26.0),
        narrow(Style::Opinion, title(plan), 10.0),
        narrow(Style::Opinion, Text::bold(capital(&span_on_cover(plan))), 0.0),
        Block::Space(205.0),
        Block::Rule(0.35, Tone::Rule),
    ];
    if plan.opinion() != Opinion::Unqualified {
        blocks.push(large(Style::Lead, "The service auditor’s opinion in this report is modified.", 6.0));
    }
    blocks.push(Block::Paragraph(Paragraph::new(Style::Lead, Text::bold(INVENTED)).spaced(10.0, 4.0)));
    blocks.push(narrow(
        Style::Note,
        "It was typeset to try a program with. No such company, firm, person or service exists, nobody examined anything, and nothing in it may be relied on.",
        0.0,
    ));
    blocks
}

fn narrow(style: Style, text: impl Into<Text>, below: f64) -> Block {
    let mut paragraph = Paragraph::new(style, text).spaced(0.0, below);
    paragraph.width = Some(125.0);
    Block::Paragraph(paragraph)
}

fn title(plan: &ReportPlan) -> String {
    let company = plan.company;
    let categories = titles(&plan.categories);
    match plan.span {
        Span::AsOf(_) => format!(
            "Report on {}’s Description of Its {} and on the Suitability of the Design of Its Controls Relevant to {categories}",
            company.name, company.system
        ),
        Span::Period(..) => format!(
            "Report on {}’s Description of Its {} and on the Suitability of the Design and Operating Effectiveness of Its Controls Relevant to {categories}",
            company.name, company.system
        ),
        Span::General(..) => format!(
            "Report on the Effectiveness of the Controls within {}’s {} Relevant to {categories}",
            company.name, company.system
        ),
    }
}

fn span_on_cover(plan: &ReportPlan) -> String {
    match (plan.span, plan.slip_on_cover) {
        (Span::Period(start, _), Some(slip)) => when(Span::Period(start, slip)),
        (span, _) => when(span),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn table_of_contents(contents: &[Entry]) -> [Block; 2] {
    let rows = contents.iter().map(|entry| {
        let words = if entry.is_section { Text::bold(entry.title.as_str()) } else { Text::from(entry.title.as_str()) };
        let words = if entry.is_section { words } else { Text::from("      ").and_text(words) };
        let kind = if entry.is_section { RowKind::Normal } else { RowKind::Detail };
        Row { cells: vec![Cell::from(words), Text::new().and_page_of(entry.anchor).into()], kind, anchor: None }
    });
    let table = Table {
        columns: vec![TableColumn::rest("Section"), TableColumn::new("Page", 16.0).right()],
        rows: rows.collect(),
        name: "Table of contents".to_owned(),
        style: Some(Style::Body),
        ..Table::default()
    };
    [Block::section("", "Table of Contents", "contents"), Block::Table(table)]
}

/// What the running head says of the report.
pub(super) fn running_title(plan: &ReportPlan) -> String {
    let span = match plan.span {
        Span::AsOf(date) => format!("as of {}", day(date)),
        Span::Period(start, end) | Span::General(start, end) => format!("{} – {}", day(start), day(end)),
    };
    format!("{}  ·  {span}", kind(plan.span))
}

/// The name of a category's series in the criteria.
pub(super) fn series(category: Category) -> &'static str {
    match category {
        Category::Security => "CC",
        Category::Availability => "A",
        Category::ProcessingIntegrity => "PI",
        Category::Confidentiality => "C",
        Category::Privacy => "P",
    }
}
