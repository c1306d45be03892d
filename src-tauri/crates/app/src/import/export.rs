//! The register as a table that other programs open, and that can be imported again without changes.

use super::{cell, entry::Entry, fields::FIELDS, plan::Register};
use crate::{App, documents::write_whole, fail};
use countersign_contract::{Failure, wire as w};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::{io::Write as _, path::Path};

/// Says to Excel that the text is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";
/// The column that is written and not read: where a vendor stands is for its lifecycle to say.
const STAGE: &str = "Stage";

impl App {
    /// Saves the register where the person says.
    pub(crate) fn export_vendors(&self, input: &w::ExportVendors) -> Result<w::SavedFile, Failure> {
        let Some(path) = self.host.choose_save(&self.export_name(input.format)?) else {
            return Ok(w::SavedFile { name: None });
        };
        self.export_to(&path, input.format)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// The name that an export gets: with the day, as a register is a picture of one.
    pub fn export_name(&self, format: w::ExportFormat) -> Result<String, Failure> {
        self.opened()?;
        let ending = match format {
            w::ExportFormat::Csv => "csv",
            w::ExportFormat::Xlsx => "xlsx",
        };
        Ok(format!("Vendors {}.{ending}", self.clock.today()))
    }

    /// Writes the register to a path, whole or not at all. Gives the number of vendors.
    pub fn export_to(&self, path: &Path, format: w::ExportFormat) -> Result<u32, Failure> {
        let opened = self.opened()?;
        let register = self.register()?;
        let bytes = match format {
            w::ExportFormat::Csv => csv(table(&register)).map_err(fail::unexpected)?,
            w::ExportFormat::Xlsx => xlsx(&register).map_err(fail::unexpected)?,
        };
        write_whole(&opened, path, |file| put(file, &bytes))?;
        Ok(register.entries.len() as u32)
    }
}

/// Writes the bytes of an export.
pub(crate) fn put(file: &mut tempfile::NamedTempFile, bytes: &[u8]) -> Result<(), Failure> {
    file.write_all(bytes).map_err(|error| {
        if error.kind() == std::io::ErrorKind::StorageFull { Failure::DiskFull } else { Failure::Inaccessible }
    })
}

/// The headers, then a row for each vendor.
fn table(register: &Register) -> impl Iterator<Item = Vec<String>> {
    let head = FIELDS.iter().map(|words| words.label.to_owned()).chain([STAGE.to_owned()]).collect();
    let row = |entry: &Entry| {
        let focus = entry.focus();
        let said = FIELDS.iter().map(|words| entry.text(words.field, focus, &register.people).unwrap_or_default());
        said.chain([entry.vendor.stage.as_str().replace('_', " ")]).collect()
    };
    std::iter::once(head).chain(register.entries.iter().map(row))
}

/// A table as text, values guarded so that no program computes them.
pub(crate) fn csv(rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|value| cell::guarded(value)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A workbook of texts: nothing in it is computed. Only what an import would take for guarded is guarded.
fn xlsx(register: &Register) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Vendors")?;
    let bold = Format::new().set_bold();
    for (row, cells) in (0_u32..).zip(table(register)) {
        for (column, value) in (0_u16..).zip(&cells) {
            let value = if cell::without_guard(value) == value { value.clone() } else { cell::guarded(value) };
            if row == 0 {
                sheet.write_string_with_format(row, column, value, &bold)?;
            } else if !value.is_empty() {
                sheet.write_string(row, column, value)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, register.entries.len() as u32, FIELDS.len() as u16)?;
    for column in 0..=FIELDS.len() as u16 {
        sheet.set_column_width(column, if column == 0 { 32.0 } else { 18.0 })?;
    }
    book.save_to_buffer()
}
