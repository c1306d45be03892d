//! Tables that leave the program: text with commas for any program, and a workbook. Nothing in them is computed when opened.

use crate::{fail, import::cell};
use countersign_contract::Failure;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Says to Excel that the text is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A sheet of a workbook.
pub(crate) struct Sheet<'a> {
    /// Its name, at most 31 characters.
    pub(crate) name: &'a str,
    /// The headers, then the rows.
    pub(crate) rows: Vec<Vec<String>>,
}

/// Text with commas (RFC 4180), values guarded so that no program takes them for formulas. Rows may be of several lengths.
pub(crate) fn csv(rows: impl IntoIterator<Item = impl AsRef<[String]>>) -> Result<Vec<u8>, Failure> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(MARK.to_vec());
    for row in rows {
        writer.write_record(row.as_ref().iter().map(|value| cell::guarded(value))).map_err(fail::unexpected)?;
    }
    writer.into_inner().map_err(fail::unexpected)
}

/// The same without the mark of Excel and with bare line ends, for programs that check the form of a file.
pub(crate) fn plain_csv(rows: impl IntoIterator<Item = impl AsRef<[String]>>) -> Result<Vec<u8>, Failure> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.as_ref().iter().map(|value| cell::guarded(value))).map_err(fail::unexpected)?;
    }
    writer.into_inner().map_err(fail::unexpected)
}

/// A workbook of texts with one sheet after the other. Only what an import would take for guarded is guarded.
pub(crate) fn workbook(sheets: &[Sheet<'_>]) -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    for sheet in sheets {
        write(&mut book, sheet).map_err(fail::unexpected)?;
    }
    book.save_to_buffer().map_err(fail::unexpected)
}

/// The most characters of a cell, with room for a guard: a workbook holds 32,767 UTF-16 units in one.
const CELL: usize = 32_000;

/// The text as far as a cell holds it; the text with commas has all of it.
fn fitting(value: &str) -> String {
    if value.encode_utf16().count() <= CELL {
        return value.to_owned();
    }
    let mut units = 0;
    let start = value.chars().take_while(|c| {
        units += c.len_utf16();
        units <= CELL
    });
    start.collect::<String>() + " … (in full in the CSV)"
}

fn write(book: &mut Workbook, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    let page = book.add_worksheet().set_name(sheet.name)?;
    let bold = Format::new().set_bold();
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, value) in (0_u16..).zip(cells) {
            let value = &fitting(value);
            let guarded = if cell::without_guard(value) == value { value.clone() } else { cell::guarded(value) };
            if row == 0 {
                page.write_string_with_format(row, column, guarded, &bold)?;
            } else if !value.is_empty() {
                page.write_string(row, column, guarded)?;
            }
        }
    }
    page.set_freeze_panes(1, 1)?;
    let columns = sheet.rows.first().map_or(1, Vec::len).max(1) as u16;
    page.autofilter(0, 0, sheet.rows.len().saturating_sub(1) as u32, columns - 1)?;
    for column in 0..columns {
        page.set_column_width(column, if column == 0 { 32.0 } else { 18.0 })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_holds_is_cut_in_the_workbook_and_whole_in_the_text() {
        let long = "ä🜂".repeat(20_000);
        let rows = vec![vec!["Head".to_owned()], vec![long.clone()]];
        assert!(csv(&rows).expect("writes").len() > long.len());
        workbook(&[Sheet { name: "Long", rows }]).expect("it fits");
        assert!(fitting(&long).ends_with("(in full in the CSV)"));
        assert_eq!(fitting("short"), "short");
    }
}
