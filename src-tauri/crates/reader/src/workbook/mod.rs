//! Spreadsheets (Office Open XML workbooks) as pages: a sheet is a page, its cells stand in a ruled grid.
//!
//! What comes out is what a PDF gives: glyphs with positions and ruling lines, so that everything above reads a
//! questionnaire in a workbook as it reads one on paper. The grid is ours: one column is as wide as another, text is broken
//! within its cell, and [`cell`] finds from a place which cell it is. A workbook has no picture of its sheets.
//!
//! Runs in the child with the limits of any file; [`bounds`] counts what a file would unpack to before it is opened.
//! Sheets that are hidden are no pages: nobody who looks at the file sees them.

pub(crate) mod bounds;
pub(crate) mod cell;
mod layout;

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use calamine::{DataRef, DataType, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

pub use self::layout::cells;

use self::layout::Layout;
use crate::error::ReadError;
use crate::extraction::Properties;
use crate::limits::Limits;
use crate::pdf::{Engine, OpenPdf, PageReader, Pixels, RawPage};

/// The mark with which a file in pieces begins. Of the files that are read only workbooks are such.
pub const MARK: &[u8] = b"PK\x03\x04";
/// The piece that makes it a workbook.
const PIECE: &[u8] = b"xl/workbook.xml";
/// How much of the start and the end of a file is searched for the piece's name: the list of pieces is at the end.
const SEARCHED: usize = 1 << 20;

/// Opens workbooks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Workbooks;

/// Whether the bytes carry the marks of a workbook. Unpacks nothing, so that it is safe on any bytes.
pub fn looks_like_workbook(bytes: &[u8]) -> bool {
    let has = |part: &[u8]| part.windows(PIECE.len()).any(|window| window == PIECE);
    let end = bytes.len().saturating_sub(SEARCHED);
    bytes.starts_with(MARK) && (has(&bytes[end..]) || has(&bytes[..bytes.len().min(SEARCHED)]))
}

impl Engine for Workbooks {
    fn open(&self, bytes: Vec<u8>, _password: Option<&str>) -> Result<Box<dyn OpenPdf>, ReadError> {
        bounds::check(&bytes)?;
        let book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsxError::Password => ReadError::Encrypted,
            _ => ReadError::Damaged,
        })?;
        let seen =
            |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
        let sheets: Vec<String> = book.sheets_metadata().iter().filter(seen).map(|sheet| sheet.name.clone()).collect();
        if sheets.is_empty() {
            return Err(ReadError::Damaged);
        }
        Ok(Box::new(Workbook { book: Mutex::new(book), sheets }))
    }
}

struct Workbook {
    book: Mutex<Xlsx<Cursor<Vec<u8>>>>,
    sheets: Vec<String>,
}

impl OpenPdf for Workbook {
    fn page_count(&self) -> u32 {
        u32::try_from(self.sheets.len()).unwrap_or(u32::MAX)
    }

    fn properties(&self) -> Properties {
        Properties { spreadsheet: true, page_labels: self.sheets.clone(), ..Properties::default() }
    }

    fn page_size(&self, _index: u32) -> (f32, f32) {
        layout::SMALLEST
    }

    fn reader<'a>(&'a self, limits: &'a Limits) -> Box<dyn PageReader + 'a> {
        Box::new(SheetReader { workbook: self, limits })
    }

    fn has_pictures(&self) -> bool {
        false
    }

    fn draw(&self, _index: u32, _scale: f32, _longest: u32) -> Pixels {
        Pixels { width: 0, height: 0, rgb: Vec::new() }
    }
}

struct SheetReader<'a> {
    workbook: &'a Workbook,
    limits: &'a Limits,
}

impl PageReader for SheetReader<'_> {
    fn read(&mut self, index: u32) -> RawPage {
        let mut layout = Layout::new(self.limits);
        let name = &self.workbook.sheets[index as usize];
        let mut book = self.workbook.book.lock().unwrap_or_else(PoisonError::into_inner);
        // Cell by cell: a range would hold every cell between the first and the last one, filled or not.
        if let Ok(mut cells) = book.worksheet_cells_reader(name) {
            while let Ok(Some(found)) = cells.next_cell() {
                let (row, column) = found.get_position();
                if !layout.put(row, column, &shown(found.get_value())) {
                    break;
                }
            }
        }
        layout.page()
    }
}

/// A value as a person sees it, as far as that does not depend on the sheet's formats.
pub(crate) fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(_) => match value.as_datetime() {
            Some(moment) if moment.time() == chrono::NaiveTime::MIN => moment.date().to_string(),
            Some(moment) => moment.to_string(),
            None => String::new(),
        },
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
