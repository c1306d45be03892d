//! A small typesetter: a document of blocks in, the bytes of a PDF out. The same document gives the same bytes.
//!
//! It knows paper, type and spacing (all of them constants of the house: one family, one grid) and nothing of
//! vendors or decisions. The packet is one user of it; the sample report is another.
//!
//! ```
//! use countersign_packet::typeset::{Block, Document, Furniture, Meta, Paragraph, Style, Text};
//!
//! let document = Document {
//!     meta: Meta { title: "A report".to_owned(), ..Meta::default() },
//!     furniture: Furniture::default(),
//!     blocks: vec![
//!         Block::section("1", "Opinion", "opinion"),
//!         Block::Paragraph(Paragraph::new(Style::Body, Text::from("In our opinion …"))),
//!     ],
//!     ..Document::default()
//! };
//! let printed = countersign_packet::typeset::print(&document)?;
//! assert!(printed.bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), countersign_packet::typeset::TypesetError>(())
//! ```
//!
//! To add a block: a variant in `block.rs`, how it becomes pieces of a page in `layout/block.rs`.

mod block;
mod drawing;
mod style;
mod table;
mod text;

pub use crate::input::Paper;
pub use block::{Block, Column, KeyValues, Paragraph, Picture, Section, Start};
pub use drawing::{Drawing, Fill, Shape};
pub use style::{Face, Mark, Style, TextStyle, Tone};
pub use table::{Align, Cell, Look, Row, RowKind, Table, TableColumn};
pub use text::{Span, Text};

use crate::{layout, pdf, system_font::SystemFont};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be printed.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What the file says about itself.
    pub meta: Meta,
    /// The paper.
    pub paper: Paper,
    /// Header and footer of every page.
    pub furniture: Furniture,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// Pages of other files that stand between those of the content.
    pub inserts: Vec<Insert>,
    /// Fonts of the system for what ours do not draw, in the order in which they are asked.
    pub fonts: Vec<SystemFont>,
    /// How its file is written.
    pub form: Form,
}

/// How a file is written, each form with what the one before has. What was printed in a form prints again in it, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Form {
    /// Each object by itself, pages as printpdf writes them.
    #[default]
    Plain,
    /// Objects packed together, pages with as few operators as say the same, fonts without what paper does not need.
    Packed,
    /// As packed; what pages have alike stands in the file once, and a text that goes on where the one before ended is given no place.
    Compact,
    /// As compact, compressed in half the time.
    Swift,
}

/// Between an anchor and a page of what is inserted there: `document-D1#6`. Where there is no such page the link leads to
/// the anchor.
pub const PAGE: char = '#';

/// Pages of another file, to be put in by whoever has it. Here each is a page as small as its stamp, and carries nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// The anchor on the page after which they stand.
    pub after: String,
    /// The anchor by which links find their pages: [`PAGE`] and the number of the page follow it.
    pub anchor: String,
    /// What their stamps begin with, such as `D1`.
    pub label: String,
    /// How many they are.
    pub pages: u32,
}

/// What the file says about itself. Nothing else in the file is a time or a name.
#[derive(Debug, Clone)]
pub struct Meta {
    /// The title.
    pub title: String,
    /// Who speaks.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The language, such as `en`.
    pub language: String,
    /// The time that the file carries.
    pub created: DateTime<Utc>,
    /// What the identifier of the file is made from; the same document should carry the same.
    pub identity: [u8; 16],
    /// A file carried inside, such as the data that it was printed from.
    pub attachment: Option<Attachment>,
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            title: String::new(),
            author: String::new(),
            subject: String::new(),
            language: "en".to_owned(),
            created: DateTime::UNIX_EPOCH,
            identity: [0; 16],
            attachment: None,
        }
    }
}

/// A file inside the PDF.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its name.
    pub file_name: String,
    /// What it is.
    pub description: String,
    /// Its media type, such as `application/json`.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A text of which one part is shortened with "…" where room is short, the rest never.
#[derive(Debug, Clone, Default)]
pub struct FittedLine {
    /// Stands before, is never shortened.
    pub before: String,
    /// Is shortened at its end.
    pub cut: String,
    /// Stands after, is never shortened.
    pub after: String,
}

/// Header and footer. Empty lines are left out; the page number always stands at the bottom right.
#[derive(Debug, Clone, Default)]
pub struct Furniture {
    /// Top left.
    pub head_left: FittedLine,
    /// Top right.
    pub head_right: FittedLine,
    /// Bottom left.
    pub foot_left: FittedLine,
    /// How many pages at the front, such as cover and contents, have neither header nor number. Where there are any, the
    /// page after them is printed as 1 and numbers stand alone, in references to pages too.
    pub front: u32,
}

/// A finished file.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has, with those that are inserted.
    pub pages: u32,
    /// The first page of each insert, in their order, counted from 1.
    pub inserted: Vec<u32>,
    /// On which page each anchor stands.
    pub page_of: BTreeMap<String, u32>,
    /// Characters that no font of ours has; they stand as `[U+XXXX]` on paper.
    pub uncovered: BTreeSet<char>,
}

/// Says why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// A link or page reference names an anchor that no block has.
    #[error("no block has the anchor: {0}")]
    AnchorMissing(String),
    /// Two blocks have the same anchor.
    #[error("two blocks have the same anchor: {0}")]
    AnchorTwice(String),
    /// A text for a QR code is longer than a code of readable size can hold.
    #[error("too long for a QR code: {0}")]
    QrTooLong(String),
    /// The PDF library was not content with what it was given.
    #[error("the PDF could not be written: {0}")]
    Writer(String),
}

/// Prints a document.
pub fn print(document: &Document) -> Result<Printed, TypesetError> {
    print_after(document, layout::Cache::default())
}

/// Prints a document of which parts were laid out before.
pub(crate) fn print_after(document: &Document, cache: layout::Cache) -> Result<Printed, TypesetError> {
    let laid_out = layout::lay_out(document, cache)?;
    let bytes = pdf::write(&document.meta, &laid_out, document.form)?;
    let pages = u32::try_from(laid_out.pages.len()).expect("pages fit in 32 bits");
    let layout::LaidOut { page_of, uncovered, inserted, .. } = laid_out;
    Ok(Printed { bytes, pages, inserted, page_of, uncovered })
}
