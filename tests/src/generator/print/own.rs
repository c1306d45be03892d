//! Our own typesetter, in this process.

use crate::generator::script::{self, Look, Marker, Script};
use countersign_packet::typeset::{
    Block, Cell, Document, FittedLine, Furniture, Meta, Paper, Paragraph, Row, Style, Table, TableColumn, Text,
    TypesetError, print as typeset,
};

/// Gives the bytes of the PDF.
pub fn print(script: &Script, a4: bool) -> Result<Vec<u8>, TypesetError> {
    let line = |text: &String| FittedLine { cut: text.clone(), ..FittedLine::default() };
    let furniture = Furniture {
        head_left: script.heads.first().map(line).unwrap_or_default(),
        foot_left: script.feet.first().map(line).unwrap_or_default(),
        front: 1,
        ..Furniture::default()
    };
    let mut blocks = Vec::new();
    for (at, block) in script.blocks.iter().enumerate() {
        blocks.extend(set(block, at, script.blocks.get(at + 1)));
    }
    let document = Document {
        meta: Meta { title: script.title.clone(), ..Meta::default() },
        paper: if a4 { Paper::A4 } else { Paper::Letter },
        furniture,
        blocks,
        ..Document::default()
    };
    Ok(typeset(&document)?.bytes)
}

fn set(block: &script::Block, at: usize, next: Option<&script::Block>) -> Vec<Block> {
    match block {
        script::Block::Para(Look::Section, text) => vec![Block::running_section("", text, &format!("part-{at}"))],
        script::Block::Para(look, text) => {
            let style = match look {
                Look::Title | Look::Divider => Style::Title,
                Look::Cover => Style::Lead,
                Look::Heading | Look::Minor | Look::Bold => Style::Heading,
                _ => Style::Body,
            };
            let mut paragraph = Paragraph::new(style, Text::from(text.as_str()));
            if matches!(look, Look::Title | Look::Cover | Look::Divider) {
                paragraph = paragraph.spaced(6.0, 12.0);
            }
            vec![Block::Paragraph(paragraph)]
        }
        script::Block::List(Marker::Bullet, points) => {
            vec![Block::Bullets(points.iter().map(|text| Text::from(text.as_str())).collect())]
        }
        script::Block::List(marker, points) => {
            let point = |(at, text): (usize, &String)| {
                let mut paragraph = Paragraph::new(Style::Body, Text::from(format!("{} {text}", marker.before(at))));
                paragraph.indent = 5.0;
                Block::Paragraph(paragraph)
            };
            points.iter().enumerate().map(point).collect()
        }
        script::Block::Table(table) => vec![Block::Table(self::table(table)), Block::Space(8.0)],
        script::Block::Entry(title, page) => {
            vec![Block::body(format!(
                "{title} {} {page}",
                ".".repeat(90_usize.saturating_sub(title.chars().count()).max(3))
            ))]
        }
        // A section that follows a new page begins there.
        script::Block::Break | script::Block::Turn(_) => match next {
            None => Vec::new(),
            Some(_) => vec![Block::PageBreak],
        },
        script::Block::Space(lines) => vec![Block::Skip(f64::from(*lines) * 12.0)],
    }
}

fn table(table: &script::Table) -> Table {
    let all: u32 = table.widths.iter().sum();
    let count = table.widths.len();
    let columns = table.widths.iter().enumerate().map(|(at, width)| {
        let head = table.heads.get(at).map(String::as_str).unwrap_or_default();
        if at + 1 == count {
            TableColumn::rest(head)
        } else {
            TableColumn::new(head, 170.0 * f64::from(*width) / f64::from(all))
        }
    });
    let rows = table.rows.iter().map(|row| match row {
        script::Row::Band(text, true) => Row::group(text.as_str()),
        script::Row::Band(text, false) => Row::new([Cell::from(text.as_str()).over(count)]),
        script::Row::Cells(cells) => {
            let goes_on = cells.iter().any(Option::is_none);
            let cells = cells.iter().map(|cell| Cell::from(cell.as_ref().map(text).unwrap_or_default()));
            let row = Row::new(cells);
            if goes_on { row.detail() } else { row }
        }
    });
    Table { columns: columns.collect(), rows: rows.collect(), ..Table::default() }
}

fn text(cell: &script::Cell) -> Text {
    let mut text = Text::new();
    for (at, para) in cell.paras.iter().enumerate() {
        if at > 0 {
            text = text.and_break();
        }
        text = text.and(para.as_str());
    }
    text
}
