//! A document before it is typeset: blocks that every producer can print.

use serde::Serialize;

/// What is to be printed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Script {
    /// The title in the file's properties.
    pub title: String,
    /// Lines at the top of every page but the first.
    pub heads: Vec<String>,
    /// Lines at the foot of every page but the first, beside the page number.
    pub feet: Vec<String>,
    /// The content.
    pub blocks: Vec<Block>,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Look {
    /// Body text.
    Body,
    /// Body text in bold.
    Bold,
    /// The title of the cover.
    Title,
    /// A line of the cover.
    Cover,
    /// The heading of a section.
    Section,
    /// A heading inside a section.
    Heading,
    /// A smaller heading.
    Minor,
    /// In the middle of a page of its own.
    Divider,
}

/// What stands before the points of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// 1. 2. 3.
    Number,
    /// a. b. c.
    Letter,
}

impl Marker {
    /// What stands before the point with this index.
    pub fn before(self, at: usize) -> String {
        match self {
            Self::Bullet => "•".to_owned(),
            Self::Number => format!("{}.", at + 1),
            Self::Letter => format!("{}.", char::from(b'a' + (at % 26) as u8)),
        }
    }
}

/// A block.
#[derive(Debug, Clone, Serialize)]
pub enum Block {
    /// A paragraph.
    Para(Look, String),
    /// A list.
    List(Marker, Vec<String>),
    /// A table.
    Table(Table),
    /// A line of a table of contents: title and page.
    Entry(String, String),
    /// A new page.
    Break,
    /// A new page, from here on landscape or not.
    Turn(bool),
    /// Space of about so many lines.
    Space(u32),
}

/// A table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Table {
    /// Heads; none where they are all empty.
    pub heads: Vec<String>,
    /// Shares of the width.
    pub widths: Vec<u32>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, Serialize)]
pub enum Row {
    /// One cell over all columns: on a tint or not.
    Band(String, bool),
    /// A cell for each column; `None` where the cell above goes on.
    Cells(Vec<Option<Cell>>),
}

/// A cell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cell {
    /// Its paragraphs.
    pub paras: Vec<String>,
    /// How many rows it takes.
    pub rows: usize,
}

impl Cell {
    /// A cell of one row.
    pub fn new(paras: Vec<String>) -> Option<Self> {
        Some(Self { paras, rows: 1 })
    }

    /// A cell of one row and one paragraph.
    pub fn text(text: impl Into<String>) -> Option<Self> {
        Self::new(vec![text.into()])
    }
}

/// A paragraph of body text.
pub(crate) fn body(text: impl Into<String>) -> Block {
    Block::Para(Look::Body, text.into())
}

/// A heading inside a section.
pub(crate) fn heading(text: impl Into<String>) -> Block {
    Block::Para(Look::Heading, text.into())
}
