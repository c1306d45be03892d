//! The visible sheets of a workbook: Office Open XML (`.xlsx`, `.xlsm`) and OpenDocument (`.ods`).

use std::io::Cursor;

use calamine::{Data, DataRef, Ods, OdsError, Reader as _, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{Kept, Row, RowsError, SheetRows};
use crate::workbook::{bounds, looks_like_workbook, shown};

/// What stands at the start of an OpenDocument spreadsheet, in its first piece.
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Gives the rows of each visible sheet.
pub(super) fn sheets(bytes: Vec<u8>) -> Result<Vec<SheetRows>, RowsError> {
    bounds::check(&bytes)?;
    let start = &bytes[..bytes.len().min(200)];
    if start.windows(OPEN_DOCUMENT.len()).any(|window| window == OPEN_DOCUMENT) {
        open_document(bytes)
    } else if looks_like_workbook(&bytes) {
        office(bytes)
    } else {
        Err(RowsError::NotATable)
    }
}

fn office(bytes: Vec<u8>) -> Result<Vec<SheetRows>, RowsError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => RowsError::OldOrProtected,
        _ => RowsError::Damaged,
    })?;
    let mut kept = Kept::default();
    let mut sheets = Vec::new();
    for name in seen(book.sheets_metadata()) {
        let mut rows = Rows::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| RowsError::Damaged)?;
        while let Some(found) = cells.next_cell().map_err(|_| RowsError::Damaged)? {
            rows.put(found.get_position(), shown(found.get_value()), &mut kept)?;
        }
        sheets.push(SheetRows { name: Some(name), rows: rows.done });
    }
    Ok(sheets)
}

fn open_document(bytes: Vec<u8>) -> Result<Vec<SheetRows>, RowsError> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => RowsError::OldOrProtected,
        _ => RowsError::Damaged,
    })?;
    let mut kept = Kept::default();
    let mut sheets = Vec::new();
    for name in seen(book.sheets_metadata()) {
        let range = book.worksheet_range(&name).map_err(|_| RowsError::Damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            rows.put((top + row as u32, left + column as u32), shown(&by_reference(value)), &mut kept)?;
        }
        sheets.push(SheetRows { name: Some(name), rows: rows.done });
    }
    Ok(sheets)
}

fn seen(sheets: &[Sheet]) -> Vec<String> {
    let visible = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    sheets.iter().filter(visible).map(|sheet| sheet.name.clone()).collect()
}

fn by_reference(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Rows in the making. Cells come row by row; one that comes late, in a file that was put together by hand, is a damaged one.
#[derive(Default)]
struct Rows {
    done: Vec<Row>,
}

impl Rows {
    fn put(&mut self, (row, column): (u32, u32), text: String, kept: &mut Kept) -> Result<(), RowsError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        kept.cell(column as usize, &text)?;
        let number = row.saturating_add(1);
        match self.done.last() {
            Some(last) if last.number > number => return Err(RowsError::Damaged),
            Some(last) if last.number == number => {}
            _ => {
                kept.row()?;
                self.done.push(Row { number, cells: Vec::new() });
            }
        }
        let cells = &mut self.done.last_mut().expect("a row was put there just now").cells;
        let at = column as usize;
        if cells.len() <= at {
            cells.resize(at + 1, String::new());
        }
        cells[at] = text;
        Ok(())
    }
}
