//! The index page of what the auditor of our own controls asks for (`practice.md` §7.3). The same content gives the same bytes.

use crate::content::words::{date, time};
use crate::input::Paper;
use crate::system_font::SystemFont;
use crate::typeset::{
    self, Block, Cell, Document, FittedLine, Furniture, Mark, Meta, Paragraph, Printed, Row, Style, Table, TableColumn,
    Text, TypesetError,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::Sha256;
use serde::Serialize;

/// What the index says.
#[derive(Debug, Clone, Serialize)]
pub struct AuditorIndex {
    /// Whose vendor management it is.
    pub organisation: String,
    /// The first day of the period.
    pub from: NaiveDate,
    /// The last day of the period, of which the inventory is.
    pub to: NaiveDate,
    /// Who made it.
    pub made_by: String,
    /// When; the only time in the file.
    pub made_at: DateTime<Utc>,
    /// The paper.
    pub paper: Paper,
    /// The files in order.
    pub files: Vec<IndexFile>,
    /// How the counts agree.
    pub checks: Vec<IndexCheck>,
}

/// A file beside the index.
#[derive(Debug, Clone, Serialize)]
pub struct IndexFile {
    /// Its name, with the folder in which it lies.
    pub name: String,
    /// What it holds.
    pub what: String,
    /// How many rows, where it is a list.
    pub rows: Option<usize>,
    /// The hash of its bytes.
    pub sha256: Sha256,
}

/// A sentence with counts.
#[derive(Debug, Clone, Serialize)]
pub struct IndexCheck {
    /// The sentence.
    pub what: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Prints the index.
pub fn print(index: &AuditorIndex, fonts: &[SystemFont]) -> Result<Printed, TypesetError> {
    let digest = Sha256::of(&serde_json::to_vec(index).unwrap_or_default());
    let mut identity = [0; 16];
    identity.copy_from_slice(&digest.as_bytes()[..16]);
    let title = "Vendor management evidence";
    let line = |text: &str| FittedLine { cut: text.to_owned(), ..FittedLine::default() };
    let document = Document {
        meta: Meta {
            title: format!("{title}, {}", index.organisation),
            author: index.organisation.clone(),
            subject: title.to_owned(),
            created: index.made_at,
            identity,
            ..Meta::default()
        },
        paper: index.paper,
        fonts: fonts.to_vec(),
        furniture: Furniture {
            head_left: line(&index.organisation),
            head_right: line(title),
            foot_left: line(&format!("Made {} by {}", time(index.made_at), index.made_by)),
            ..Furniture::default()
        },
        blocks: vec![
            Block::Paragraph(Paragraph::new(Style::Eyebrow, "Index").kept()),
            Block::Paragraph(Paragraph::new(Style::Title, title).kept()),
            Block::Paragraph(
                Paragraph::new(
                    Style::Lead,
                    format!(
                        "Populations of {} to {}, both days included; the inventory is that of the last day. Days are \
                         days where the register is kept; moments are in UTC. Vendor and business partner risk is criterion CC9.2 of the Trust Services Criteria.",
                        date(index.from),
                        date(index.to)
                    ),
                )
                .spaced(4.0, 8.0),
            ),
            Block::heading("How the counts agree"),
            checks(&index.checks),
            Block::heading("What lies beside this page"),
            files(&index.files),
            Block::note(
                "Packets hold information that vendors gave in confidence: they are for the company and its auditors only.",
            ),
        ],
        ..Document::default()
    };
    typeset::print(&document)
}

fn checks(checks: &[IndexCheck]) -> Block {
    let row = |check: &IndexCheck| {
        let (mark, word) = if check.holds { (Mark::Tick, "Agrees") } else { (Mark::CrossedSquare, "Does not agree") };
        Row::new([Cell::from(Text::new().and_mark(mark).and(word)), Cell::from(check.what.as_str())])
    };
    Block::Table(Table {
        columns: vec![TableColumn::new("", 30.0), TableColumn::rest("Counts")],
        rows: checks.iter().map(row).collect(),
        name: "How the counts agree".to_owned(),
        ..Table::default()
    })
}

fn files(files: &[IndexFile]) -> Block {
    let row = |file: &IndexFile| {
        let rows = file.rows.map_or_else(String::new, |rows| rows.to_string());
        let what = Text::from(file.what.as_str()).and_break().and_second(file.sha256.to_string());
        Row::new([Cell::from(Text::bold(file.name.as_str())), Cell::from(rows), Cell::from(what)])
    };
    Block::Table(Table {
        columns: vec![
            TableColumn::new("File", 52.0),
            TableColumn::new("Rows", 20.0).right(),
            TableColumn::rest("What it holds, and its SHA-256"),
        ],
        rows: files.iter().map(row).collect(),
        style: Some(Style::Small),
        name: "What lies beside this page".to_owned(),
        ..Table::default()
    })
}
