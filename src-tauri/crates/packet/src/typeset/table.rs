//! Tables.

use super::style::Style;
use super::text::Text;

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// On the left, ragged right.
    #[default]
    Left,
    /// On the right, for numbers; the head too.
    Right,
    /// Around the middle, for labels of a drawing.
    Centre,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// Width in millimetres; the columns without one share what is left.
    pub width: Option<f64>,
    /// Where its text stands.
    pub align: Align,
    /// What stands above it.
    pub head: Text,
}

impl TableColumn {
    /// Makes a column of a width in millimetres.
    pub fn new(head: impl Into<Text>, width: f64) -> Self {
        Self { width: Some(width), align: Align::Left, head: head.into() }
    }

    /// Makes a column that takes what the others leave.
    pub fn rest(head: impl Into<Text>) -> Self {
        Self { width: None, align: Align::Left, head: head.into() }
    }

    /// Puts its text on the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: Text,
    /// Another style than that of the table.
    pub style: Option<Style>,
    /// How many columns it takes.
    pub columns: usize,
    /// A line at its foot to write on, instead of text.
    pub sign_here: bool,
    /// Shortened with "…" to so many lines.
    pub max_lines: Option<usize>,
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), style: None, columns: 1, sign_here: false, max_lines: None }
    }
}

impl Cell {
    /// Makes a cell to write in by hand.
    pub fn to_sign() -> Self {
        Self { sign_here: true, ..Self::from("") }
    }

    /// Gives it another style.
    #[must_use]
    pub fn styled(mut self, style: Style) -> Self {
        self.style = Some(style);
        self
    }

    /// Lets it take several columns.
    #[must_use]
    pub fn over(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    /// Shortens it to so many lines.
    #[must_use]
    pub fn at_most(mut self, lines: Option<usize>) -> Self {
        self.max_lines = lines;
        self
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// A row of its own.
    #[default]
    Normal,
    /// Belongs to the row before it: no rule between the two, never parted from it.
    Detail,
    /// The name of a group of rows, on a tint; never parted from the row after it.
    Group,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// What it is.
    pub kind: RowKind,
    /// The name by which links find it.
    pub anchor: Option<String>,
}

impl Row {
    /// Makes a row.
    pub fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { cells: cells.into_iter().collect(), ..Self::default() }
    }

    /// Makes it belong to the row before it.
    #[must_use]
    pub fn detail(mut self) -> Self {
        self.kind = RowKind::Detail;
        self
    }

    /// Makes a row that names the group of rows after it.
    pub fn group(text: impl Into<Text>) -> Self {
        Self { cells: vec![Cell::from(text.into())], kind: RowKind::Group, anchor: None }
    }

    /// Names it.
    #[must_use]
    pub fn named(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }
}

/// How a table looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// A rule under bold heads, hairlines, a rule at its end.
    #[default]
    Normal,
    /// As on the decision sheet: light heads, no rule at its end, rows closer.
    Sheet,
    /// Rows to sign: high, with light heads under a hairline.
    Signatures,
    /// No heads and no rules: labels and values.
    Bare,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// How it looks.
    pub look: Look,
    /// What stands above the repeated heads on a further page, before ", continued".
    pub name: String,
    /// A note that stays with its last row.
    pub note: Option<Text>,
    /// The style of its cells.
    pub style: Option<Style>,
}
