//! Paragraphs, headings and tables as the sample reports set them.

use countersign_packet::typeset::{Block, Cell, Paragraph, Row, Style, Table, TableColumn, Text, Tone};

/// What stands on the cover and at the foot of every page of every sample document.
pub(super) const INVENTED: &str = "Sample report. Company, auditor and every fact are invented.";

/// A paragraph of body text.
pub(super) fn para(text: impl Into<Text>) -> Block {
    Block::Paragraph(Paragraph::new(Style::Body, text).spaced(0.0, 7.0))
}

/// A paragraph below which somebody signs: a signature never stands alone on a page.
pub(super) fn above_signature(text: impl Into<Text>) -> Block {
    Block::Paragraph(Paragraph::new(Style::Body, text).spaced(0.0, 7.0).kept())
}

/// A paragraph in large type.
pub(super) fn large(style: Style, text: impl Into<Text>, below: f64) -> Block {
    Block::Paragraph(Paragraph::new(style, text).spaced(0.0, below))
}

/// A line of a signature: stays with the next.
pub(super) fn signed(text: impl Into<Text>) -> Block {
    Block::Paragraph(Paragraph::new(Style::Body, text).spaced(0.0, 0.0).kept())
}

/// A heading.
pub(super) fn head(text: &str) -> Block {
    Block::heading(text)
}

/// A heading that the table of contents leads to, under a thin rule.
pub(super) fn chapter(text: &str, anchor: &str) -> [Block; 4] {
    [
        Block::Space(14.0),
        Block::Anchor(anchor.to_owned()),
        Block::Rule(0.35, Tone::Rule),
        Block::Paragraph(Paragraph::new(Style::Heading, text).spaced(7.0, 6.0)),
    ]
}

/// Points of a list.
pub(super) fn points<T: Into<Text>>(points: impl IntoIterator<Item = T>) -> Block {
    Block::Bullets(points.into_iter().map(Into::into).collect())
}

/// Lettered points, as limbs of an opinion.
pub(super) fn lettered(points: impl IntoIterator<Item = String>) -> Vec<Block> {
    ('a'..='z')
        .zip(points)
        .map(|(letter, text)| {
            let mut paragraph = Paragraph::new(Style::Body, format!("{letter}.  {text}")).spaced(0.0, 5.0);
            paragraph.indent = 5.0;
            Block::Paragraph(paragraph)
        })
        .collect()
}

/// A table of two columns.
pub(super) fn pairs<A: Into<Text>, B: Into<Text>>(
    name: &str,
    heads: (&str, &str),
    width: f64,
    rows: impl IntoIterator<Item = (A, B)>,
) -> Block {
    let row = |(a, b): (A, B)| Row::new([Cell::from(a.into()), Cell::from(b.into())]);
    Block::Table(Table {
        columns: vec![TableColumn::new(heads.0, width), TableColumn::rest(heads.1)],
        rows: rows.into_iter().map(row).collect(),
        name: name.to_owned(),
        ..Table::default()
    })
}
