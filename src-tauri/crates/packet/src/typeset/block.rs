//! The blocks of a document.

use super::drawing::Drawing;
use super::style::{Style, Tone};
use super::table::Table;
use super::text::Text;
use std::fmt;
use std::sync::Arc;

/// Where a section begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// On a new page.
    #[default]
    NewPage,
    /// On the same page where at least 90 mm are left, else on a new one.
    RunOn,
}

/// A section: a rule, its number and its title. Becomes a bookmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The number; may be empty.
    pub number: String,
    /// The title.
    pub title: String,
    /// The name by which links find it.
    pub anchor: String,
    /// Where it begins.
    pub start: Start,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// What it is for.
    pub style: Style,
    /// What it says.
    pub text: Text,
    /// From the left margin, in millimetres.
    pub indent: f64,
    /// The measure, in millimetres; all that is left where there is none.
    pub width: Option<f64>,
    /// Space above, in points.
    pub before: f64,
    /// Space below, in points.
    pub after: f64,
    /// Stays with what follows.
    pub keep_with_next: bool,
    /// Shortened with "…" to so many lines.
    pub max_lines: Option<usize>,
    /// Centred in its measure.
    pub centred: bool,
}

impl Paragraph {
    /// Makes a paragraph with the spacing of its style.
    pub fn new(style: Style, text: impl Into<Text>) -> Self {
        let (before, after, keep_with_next) = match style {
            Style::Heading => (14.0, 4.0, true),
            Style::Lead => (0.0, 10.0, false),
            Style::Body => (0.0, 4.0, false),
            Style::Note => (5.0, 0.0, false),
            _ => (0.0, 0.0, false),
        };
        let (width, max_lines, centred) = (None, None, false);
        Self { style, text: text.into(), indent: 0.0, width, before, after, keep_with_next, max_lines, centred }
    }

    /// Moves it to the second column of the grid, where leads stand.
    #[must_use]
    pub fn lead(mut self) -> Self {
        self.indent = 14.5;
        self.width = Some(141.0);
        self
    }

    /// Sets the space above and below, in points.
    #[must_use]
    pub fn spaced(mut self, before: f64, after: f64) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    /// Keeps it with what follows.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.keep_with_next = true;
        self
    }

    /// Shortens it to so many lines.
    #[must_use]
    pub fn at_most(mut self, lines: Option<usize>) -> Self {
        self.max_lines = lines;
        self
    }
}

/// Labels and their values, with hairlines between.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyValues {
    /// Width of the labels in millimetres, the space to the values included.
    pub label_width: f64,
    /// Label and value.
    pub rows: Vec<(Text, Text)>,
    /// What stands above the rows that go on on a further page, before ", continued".
    pub name: String,
}

/// A picture of pixels.
#[derive(Clone, PartialEq)]
pub struct Picture {
    /// Red, green and blue of each pixel, row by row from the top.
    pub pixels: Arc<Vec<u8>>,
    /// Pixels from left to right.
    pub columns: u32,
    /// Pixels from top to bottom.
    pub rows: u32,
    /// In millimetres.
    pub width: f64,
    /// In millimetres.
    pub height: f64,
}

impl fmt::Debug for Picture {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Picture({} × {} pixels, {} × {} mm)", self.columns, self.rows, self.width, self.height)
    }
}

/// A column of blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// From the left margin, in millimetres.
    pub x: f64,
    /// In millimetres.
    pub width: f64,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The head of a section.
    Section(Section),
    /// A paragraph.
    Paragraph(Paragraph),
    /// Points of a list.
    Bullets(Vec<Text>),
    /// A table.
    Table(Table),
    /// Labels and values.
    KeyValues(KeyValues),
    /// Columns side by side, never broken over pages.
    Columns(Vec<Column>),
    /// A horizontal rule: weight in points, colour.
    Rule(f64, Tone),
    /// Space in points; left out at the top of a page.
    Space(f64),
    /// Space in points that is kept at the top of a page too, such as on a cover.
    Skip(f64),
    /// A drawing.
    Drawing(Drawing),
    /// A picture at the right edge.
    Picture(Picture),
    /// A QR code of this text, 22 mm wide, error level M.
    Qr(String),
    /// A name for the place of the next block.
    Anchor(String),
    /// The next block begins a page.
    PageBreak,
}

impl Block {
    /// Makes a section that begins a page.
    pub fn section(number: &str, title: &str, anchor: &str) -> Self {
        let (number, title, anchor) = (number.to_owned(), title.to_owned(), anchor.to_owned());
        Self::Section(Section { number, title, anchor, start: Start::NewPage })
    }

    /// Makes a section that runs on where room is left.
    pub fn running_section(number: &str, title: &str, anchor: &str) -> Self {
        let (number, title, anchor) = (number.to_owned(), title.to_owned(), anchor.to_owned());
        Self::Section(Section { number, title, anchor, start: Start::RunOn })
    }

    /// Makes a heading inside a section.
    pub fn heading(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph::new(Style::Heading, text))
    }

    /// Makes a lead paragraph.
    pub fn lead(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph::new(Style::Lead, text).lead().kept())
    }

    /// Makes a paragraph of body text.
    pub fn body(text: impl Into<Text>) -> Self {
        Self::Paragraph(Paragraph::new(Style::Body, text))
    }

    /// Makes a note.
    pub fn note(text: impl Into<Text>) -> Self {
        let mut note = Paragraph::new(Style::Note, text);
        note.width = Some(155.5);
        Self::Paragraph(note)
    }
}
