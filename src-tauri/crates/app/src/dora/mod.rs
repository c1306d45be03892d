//! The register of information of a financial entity under DORA: the tables of Implementing Regulation (EU) 2024/2956 that the
//! register can fill, and a list of what is missing (`decisions/0030`).
//!
//! [`tables`] fills the tables, [`codes`] holds the codes of closed lists. What the register does not know stays empty and is named:
//! nothing is guessed for a supervisor.

mod codes;
mod tables;

use crate::{
    App,
    application::stamp,
    auditor::{File, write_folder, zip},
    documents::write_whole,
    fail,
    import::put,
    table,
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Op, Vendor, VendorId, register::Profile};
use countersign_store::{Snapshot, StoreError, Subject};
use std::{collections::HashMap, path::Path};
use tables::{Made, Missing};

/// What lies beside the tables, for who opens the folder.
const ABOUT: &str = include_str!("about.txt");

/// What is read of the workspace.
struct Gathered {
    organisation: String,
    /// Vendors in use, by name.
    vendors: Vec<Vendor>,
    profiles: HashMap<VendorId, Profile>,
}

impl Gathered {
    fn read(db: &Snapshot<'_>) -> Result<Self, StoreError> {
        let mut vendors = Vec::new();
        for row in db.vendors()? {
            if db.in_use(&row.vendor)? {
                vendors.push(row.vendor);
            }
        }
        Ok(Self { organisation: db.workspace()?.organisation.to_string(), vendors, profiles: db.profiles()? })
    }
}

impl App {
    /// Saves the register of information as one file where the person says.
    pub(crate) fn save_register(&self) -> Result<w::RegisterFile, Failure> {
        self.opened()?.permit(Action::KeepVendors)?;
        let suggested = format!("DORA register of information {}.zip", self.clock.today());
        let Some(path) = self.host.choose_save(&suggested) else {
            return Ok(w::RegisterFile { name: None, tables: Vec::new(), missing: Vec::new() });
        };
        self.register_to(&path)
    }

    /// Writes the register of information: a path that ends in `.zip` becomes one file, another one a folder, which must not exist
    /// or be empty. Whole or not at all.
    pub fn register_to(&self, path: &Path) -> Result<w::RegisterFile, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let (now, today) = (self.clock.now(), self.clock.today());
        let (gathered, facts) =
            opened.store.read(|db| Ok((Gathered::read(db)?, db.workspace()?))).map_err(fail::store)?;
        let Made { tables, missing } = tables::make(&gathered, today);
        let mut files = vec![File { name: "About this folder.txt".to_owned(), bytes: ABOUT.as_bytes().to_vec() }];
        for made in &tables {
            files.push(File { name: format!("reports/{}", made.file_name()), bytes: table::plain_csv(made.lines())? });
        }
        files.push(File { name: "What is missing.csv".to_owned(), bytes: table::csv(lines(&missing))? });

        let stamp = stamp(&person, permit, now, Op::ExportRegister, Subject::workspace(facts.id, &facts.organisation));
        let (rows, open) = (tables.iter().map(|made| made.rows.len()).sum::<usize>(), missing.len());
        opened
            .store
            .write(&stamp, |db| {
                db.note("rows", rows);
                db.note("missing", open);
                Ok(())
            })
            .map_err(fail::store)?;
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            let bytes = zip(&files, now).map_err(fail::unexpected)?;
            write_whole(&opened, path, |file| put(file, &bytes))?;
        } else {
            write_folder(path, &files)?;
        }
        Ok(w::RegisterFile {
            name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
            tables: tables
                .iter()
                .map(|made| w::RegisterTable { code: made.code.to_owned(), rows: made.rows.len() as u32 })
                .collect(),
            missing: missing
                .into_iter()
                .map(|one| w::RegisterGap {
                    table: one.table.to_owned(),
                    column: one.column,
                    of: one.of,
                    what: one.what,
                })
                .collect(),
        })
    }
}

fn lines(missing: &[Missing]) -> Vec<Vec<String>> {
    let head = ["Table", "Column", "Of", "What is missing"].map(str::to_owned).to_vec();
    let line = |one: &Missing| vec![one.table.to_owned(), one.column.clone(), one.of.clone(), one.what.clone()];
    std::iter::once(head).chain(missing.iter().map(line)).collect()
}

#[cfg(test)]
mod tests;
