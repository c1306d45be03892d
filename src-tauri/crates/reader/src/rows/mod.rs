//! Files that are tables: delimited text (CSV) and workbooks as rows of cells, for registers that come from other programs.
//!
//! Every value is text as a person sees it; what it means is for whoever asked. Nothing is cut off silently: a file that
//! has more than [`MOST_ROWS`] rows, or cannot be read to its end, is refused. Programs read through
//! [`crate::isolate::Reader::rows`], which does this in a child; [`read_in_process`] is for tests.

mod delimited;
mod encoding;
#[cfg(test)]
mod tests;
mod workbook;

use serde::{Deserialize, Serialize};

use crate::error::ReadError;

/// Largest file in bytes.
pub const MOST_BYTES: u64 = 50 << 20;
/// Most rows of all sheets together.
pub const MOST_ROWS: usize = 100_000;
/// Most cells in a row.
pub const MOST_COLUMNS: usize = 1_000;
/// Most bytes of text of all cells together.
const MOST_TEXT: usize = 100 << 20;

/// A file as rows of cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowFile {
    /// What the file is.
    pub form: Form,
    /// Its sheets that hold anything, in their order; delimited text is one sheet without a name.
    pub sheets: Vec<SheetRows>,
}

/// What a file is, and what was assumed to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Text with a sign between the values.
    Delimited {
        /// How characters are written in it.
        encoding: Encoding,
        /// The sign between values; `None` where there is one column.
        delimiter: Option<Delimiter>,
    },
    /// A workbook (Office Open XML or OpenDocument).
    Workbook,
}

/// How characters are written in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8: every byte fits, or a mark says so.
    Utf8,
    /// UTF-16: a mark says so, or every other byte is zero.
    Utf16,
    /// Windows-1252, which holds Latin-1: assumed, because the bytes are no UTF-8.
    Windows1252,
}

/// The sign between the values of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are those of the signs")]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

/// The rows of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRows {
    /// The sheet's name.
    pub name: Option<String>,
    /// Its rows that hold anything.
    pub rows: Vec<Row>,
}

/// A row that holds anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number, counted from 1 as a spreadsheet program counts.
    pub number: u32,
    /// Its cells; those after the last one that holds anything are left out, so rows are of different length.
    pub cells: Vec<String>,
}

/// Why a file gave no rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum RowsError {
    /// Nothing is in it.
    #[error("the file holds no rows")]
    Empty,
    /// It is no table: a PDF, a picture, a program.
    #[error("the file is neither text nor a workbook")]
    NotATable,
    /// An `.xls` of before 2007, or a workbook under a password; both look alike.
    #[error("the workbook is of the old form (.xls) or protected by a password")]
    OldOrProtected,
    /// A workbook that cannot be read.
    #[error("the workbook is damaged")]
    Damaged,
    /// More than is taken.
    #[error("the file is too large: {0}")]
    TooLarge(String),
    /// A quotation mark opens a value and none closes it: all rows after it would be lost in one cell.
    #[error("a quotation mark is opened in row {row} and never closed")]
    QuoteOpen {
        /// The row.
        row: u32,
    },
    /// The file cannot be opened.
    #[error("the file cannot be opened: {0}")]
    NotFound(String),
    /// Reading ended early: it took too long or too much memory, or the child was lost.
    #[error("reading the file was given up: {0}")]
    GivenUp(String),
}

impl From<ReadError> for RowsError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NotFound(path) => Self::NotFound(path),
            ReadError::TooLarge(what) => Self::TooLarge(what),
            ReadError::Damaged => Self::Damaged,
            ReadError::Encrypted => Self::OldOrProtected,
            ReadError::NotAPdf => Self::NotATable,
            ReadError::TimedOut | ReadError::OutOfMemory | ReadError::Crashed(_) | ReadError::Cancelled => {
                Self::GivenUp(error.to_string())
            }
        }
    }
}

/// The mark of files of Office before 2007, in which protected workbooks are wrapped as well.
const OLD_OFFICE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// Reads the rows in the calling process, without protection against a hostile file.
pub fn read_in_process(bytes: Vec<u8>) -> Result<RowFile, RowsError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(RowsError::TooLarge(format!("{} bytes, {MOST_BYTES} are allowed", bytes.len())));
    }
    let file = if bytes.starts_with(OLD_OFFICE) {
        return Err(RowsError::OldOrProtected);
    } else if bytes.starts_with(b"PK\x03\x04") {
        RowFile { form: Form::Workbook, sheets: workbook::sheets(bytes)? }
    } else if crate::extraction::looks_like_pdf(&bytes) {
        return Err(RowsError::NotATable);
    } else {
        let (text, encoding) = encoding::decode(&bytes).ok_or(RowsError::NotATable)?;
        let (delimiter, rows) = delimited::rows(text)?;
        RowFile { form: Form::Delimited { encoding, delimiter }, sheets: vec![SheetRows { name: None, rows }] }
    };
    let sheets: Vec<SheetRows> = file.sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    if sheets.is_empty() { Err(RowsError::Empty) } else { Ok(RowFile { sheets, ..file }) }
}

/// Counts what is kept, and refuses what is too much.
#[derive(Debug, Default)]
struct Kept {
    rows: usize,
    text: usize,
}

impl Kept {
    fn row(&mut self) -> Result<(), RowsError> {
        self.rows += 1;
        if self.rows > MOST_ROWS {
            return Err(RowsError::TooLarge(format!("more than {MOST_ROWS} rows")));
        }
        Ok(())
    }

    fn cell(&mut self, column: usize, text: &str) -> Result<(), RowsError> {
        self.text += text.len();
        if column >= MOST_COLUMNS {
            return Err(RowsError::TooLarge(format!("more than {MOST_COLUMNS} columns")));
        }
        if self.text > MOST_TEXT {
            return Err(RowsError::TooLarge(format!("more than {MOST_TEXT} bytes of text")));
        }
        Ok(())
    }
}
