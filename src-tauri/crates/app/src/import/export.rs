//! The register as a table that other programs open, and that can be imported again without changes.

use super::{entry::Entry, export_parts, fields::FIELDS, plan::Register};
use crate::{
    App,
    documents::write_whole,
    table::{self, Sheet},
};
use countersign_contract::{Failure, wire as w};
use std::{io::Write as _, path::Path};

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
        let rows = rows(&register);
        let bytes = match format {
            w::ExportFormat::Csv => table::csv(&rows)?,
            w::ExportFormat::Xlsx => {
                let first = Sheet { name: "Vendors", rows };
                let sheets: Vec<_> =
                    std::iter::once(first).chain(export_parts::sheets(&register, self.clock.today())).collect();
                table::workbook(&sheets)?
            }
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
fn rows(register: &Register) -> Vec<Vec<String>> {
    let head = FIELDS.iter().map(|words| words.label.to_owned()).chain([STAGE.to_owned()]).collect();
    let row = |entry: &Entry| {
        let focus = entry.focus();
        let said = FIELDS.iter().map(|words| entry.text(words.field, focus, &register.people).unwrap_or_default());
        said.chain([entry.vendor.stage.as_str().replace('_', " ")]).collect()
    };
    std::iter::once(head).chain(register.entries.iter().map(row)).collect()
}
