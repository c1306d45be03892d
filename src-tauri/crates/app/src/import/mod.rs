//! The register in and out of tables: choose a file, match its columns, look at what would change, apply, undo, export.
//!
//! A chosen table stays in memory until another one is chosen or the workspace is closed; nothing is written before it is
//! applied. What a row does is planned in [`plan`], from [`row`] and [`cell`]; [`entry`] says each field as text, which is what
//! a preview shows, what an export writes and what an import reads as unchanged.

mod apply;
pub(crate) mod cell;
mod entry;
mod export;
mod export_parts;
mod fields;
mod plan;
mod row;
mod sheet;
mod undo;

use crate::{App, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Name};
use countersign_reader::rows::{Delimiter, Encoding, Form, RowsError};
pub(crate) use export::put;

use entry::Entry;
use plan::Register;
use sheet::Sheet;
use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// How many of the latest imports are listed.
const LISTED: u32 = 10;

/// A table that was chosen.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) id: Uuid,
    pub(crate) file_name: Name,
    pub(crate) sheets: Vec<Sheet>,
}

/// The table that was chosen last.
#[derive(Debug, Default)]
pub(crate) struct ChosenTable(Mutex<Option<Arc<Chosen>>>);

impl ChosenTable {
    /// Forgets it.
    pub(crate) fn clear(&self) {
        self.put(None);
    }

    fn put(&self, chosen: Option<Arc<Chosen>>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = chosen;
    }

    /// The table, where it is still the one of that id.
    pub(crate) fn get(&self, id: Uuid) -> Result<Arc<Chosen>, Failure> {
        let chosen = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        chosen.filter(|chosen| chosen.id == id).ok_or_else(|| fail::not_found("file"))
    }
}

/// Why a file gave no rows.
fn no_table(error: RowsError) -> Failure {
    let reason = match error {
        RowsError::NotFound(_) => return Failure::Inaccessible,
        RowsError::Empty => w::NoTable::Empty,
        RowsError::NotATable => w::NoTable::NotATable,
        RowsError::OldOrProtected => w::NoTable::OldOrProtected,
        RowsError::Damaged => w::NoTable::Damaged,
        RowsError::TooLarge(_) => w::NoTable::TooLarge,
        RowsError::QuoteOpen { row } => w::NoTable::QuoteOpen { row },
        RowsError::GivenUp(why) => {
            tracing::warn!("reading a table was given up: {why}");
            w::NoTable::GivenUp
        }
    };
    Failure::NoTable { reason }
}

/// How a file was read, in words.
fn read_as(form: Form) -> String {
    let Form::Delimited { encoding, delimiter } = form else { return "Workbook".to_owned() };
    let encoding = match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1252 => "Windows-1252 (Latin-1), as it is no UTF-8",
    };
    let between = match delimiter {
        Some(Delimiter::Comma) => "commas between values",
        Some(Delimiter::Semicolon) => "semicolons between values",
        Some(Delimiter::Tab) => "tabs between values",
        Some(Delimiter::Pipe) => "vertical bars between values",
        None => "one column",
    };
    format!("Text in {encoding}; {between}")
}

impl App {
    /// Asks for a table and reads it.
    pub(crate) fn choose_import(&self) -> Result<Option<w::ImportFile>, Failure> {
        self.opened()?.permit(Action::KeepVendors)?;
        self.host.choose_table().map(|path| self.import_file(&path)).transpose()
    }

    /// Reads a table of vendors, to be matched and previewed.
    pub fn import_file(&self, path: &Path) -> Result<w::ImportFile, Failure> {
        let opened = self.opened()?;
        let file = self.reader.rows_of_file(path).map_err(no_table)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let plain: String = name.chars().filter(|c| !c.is_control()).take(Name::LIMIT).collect();
        let file_name = Name::parse(&plain).map_err(|_| Failure::Inaccessible)?;
        let sheets: Vec<Sheet> = file.sheets.into_iter().map(Sheet::of).collect();
        let remembered = opened
            .store
            .read(|db| sheets.iter().map(|sheet| db.setting(&sheet.setting())).collect::<Result<Vec<_>, _>>())
            .map_err(fail::store)?;
        let views = sheets.iter().zip(&remembered).map(|(sheet, known)| sheet.view(known.as_ref())).collect();
        let best = (0..sheets.len()).rev().max_by_key(|at| sheets[*at].known()).unwrap_or(0);
        let id = self.id(self.clock.now());
        let view = w::ImportFile {
            file: id,
            file_name: file_name.to_string(),
            read_as: read_as(file.form),
            encoding_assumed: matches!(file.form, Form::Delimited { encoding: Encoding::Windows1252, .. }),
            sheets: views,
            sheet: best as u32,
            fields: fields::views(),
        };
        self.chosen_table.put(Some(Arc::new(Chosen { id, file_name, sheets })));
        Ok(view)
    }

    /// What importing would do.
    pub(crate) fn preview_import(&self, input: &w::MatchedImport) -> Result<w::ImportPreview, Failure> {
        let chosen = self.chosen_table.get(input.file)?;
        let sheet = chosen.sheets.get(input.sheet as usize).ok_or_else(|| fail::not_found("sheet"))?;
        let register = self.register()?;
        let problems = plan::column_problems(&input.columns);
        let planned = if problems.is_empty() { self.plan_import(&chosen, sheet, input, &register) } else { Vec::new() };
        Ok(plan::preview(&planned, problems))
    }

    fn plan_import(
        &self,
        chosen: &Chosen,
        sheet: &Sheet,
        input: &w::MatchedImport,
        register: &Register,
    ) -> Vec<plan::PlannedRow> {
        let now = self.clock.now();
        let ground = (input.date_order, chosen.file_name.as_str(), now);
        plan::plan(&sheet.rows, &input.columns, &sheet.headers, register, ground, || self.id(now))
    }

    /// All vendors with their profiles, and the names of people.
    fn register(&self) -> Result<Register, Failure> {
        let (rows, mut profiles, people) =
            self.opened()?.store.read(|db| Ok((db.vendors()?, db.profiles()?, db.persons()?))).map_err(fail::store)?;
        let entry = |vendor: countersign_domain::Vendor| Entry {
            profile: profiles.remove(&vendor.id).unwrap_or_default(),
            vendor,
        };
        Ok(Register {
            entries: rows.into_iter().map(|row| row.vendor).map(entry).collect(),
            people: people.into_iter().map(|person| (person.id, person.name.to_string())).collect(),
        })
    }

    /// The latest imports, newest first.
    pub(crate) fn import_views(&self) -> Result<Vec<w::ImportView>, Failure> {
        let rows = self.opened()?.store.read(|db| db.imports(LISTED)).map_err(fail::store)?;
        Ok(rows.iter().map(apply::view).collect())
    }
}
