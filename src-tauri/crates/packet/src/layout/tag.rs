//! What each part of a document is, for who has it read aloud: sections, headings, tables with their heads (ISO 32000-1, 14.8.4).
//!
//! Parts are made as blocks become pieces. What is drawn of a part stands between an [`Item::Begin`](super::Item) and an `Item::End`;
//! what stands between none, such as rules and repeated heads, says nothing of its own.

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// All of it.
    Document,
    /// A section with its heading.
    Section,
    /// A heading, 1 for that of a section.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, one of its points, and what the point says.
    List,
    Point,
    PointBody,
    /// A table and a row of it.
    Table,
    Row,
    /// A cell that heads its column, or its row.
    ColumnHead {
        columns: usize,
    },
    RowHead,
    /// Any other cell.
    Cell {
        columns: usize,
    },
    /// Something drawn, and what it shows in words.
    Figure {
        shows: String,
    },
}

/// A part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) role: Role,
    /// The part that it is of.
    pub(crate) of: usize,
}

/// The parts of a document, each after the one that it is of; the first is the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) list: Vec<Part>,
    /// The part of which the next ones are.
    within: usize,
}

impl Default for Parts {
    fn default() -> Self {
        Self { list: vec![Part { role: Role::Document, of: 0 }], within: 0 }
    }
}

impl Parts {
    /// Adds a part of the section, table or row that is open.
    pub(crate) fn add(&mut self, role: Role) -> usize {
        self.list.push(Part { role, of: self.within });
        self.list.len() - 1
    }

    /// Adds a part and opens it; gives it and what was open before, to be opened again.
    pub(crate) fn open(&mut self, role: Role) -> (usize, usize) {
        let part = self.add(role);
        (part, std::mem::replace(&mut self.within, part))
    }

    /// Opens again what was open before.
    pub(crate) fn close(&mut self, before: usize) {
        self.within = before;
    }

    /// Opens a section; the one before it ends.
    pub(crate) fn section(&mut self) {
        self.within = 0;
        self.within = self.add(Role::Section);
    }
}
