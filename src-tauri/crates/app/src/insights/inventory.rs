//! Whether the register is complete (`practice.md` §9): compared with a list that others keep, of payables or of applications
//! behind the sign-on. The list is a setting of the workspace, so that a past day is compared with the list of then.

use super::{
    gather::Population,
    worked::{Row, Worked},
};
use crate::{App, application::stamp, fail, people};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Op, PersonId, Vendor, fourth_party::PartyKey, metric::Metric};
use countersign_policy::words;
use countersign_store::{Snapshot, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// The setting that holds the list.
const SETTING: &str = "inventory.list";
/// The most names of a list.
const MOST: usize = 20_000;
/// How many names that are of nobody are shown before a list is taken.
const SHOWN: usize = 50;

/// A list with which the register is compared. A stored form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Inventory {
    file_name: String,
    taken_on: NaiveDate,
    taken_by: PersonId,
    /// As they are written there, each once.
    names: Vec<String>,
}

impl Inventory {
    /// Reads the one that was taken last.
    pub(super) fn read(db: &Snapshot<'_>) -> Result<Option<Self>, StoreError> {
        // One of a later form is none that this program knows.
        Ok(db.setting(SETTING)?.and_then(|kept| serde_json::from_value(kept).ok()))
    }
}

/// The figure.
pub(super) fn completeness(population: &Population<'_>) -> Worked {
    let Some(list) = &population.gathered.inventory else {
        let none = Worked::share(Metric::InventoryCompleteness, Vec::new());
        return none.noting("No list of payables or sign-ons was taken yet".to_owned());
    };
    let vendors = &population.gathered.rows;
    let known = Known::of(vendors.iter().map(|row| &row.vendor));
    let rows = list.names.iter().map(|name| match known.of_name(name).map(|at| &vendors[at]) {
        Some(vendor) => Row::of(vendor).counted(true).saying(name.clone()),
        None => Row::default().counted(false).saying(name.clone()),
    });
    let by = population.person(list.taken_by);
    let said = format!("list {}, taken on {} by {by}", list.file_name, words::date(list.taken_on));
    Worked::share(Metric::InventoryCompleteness, rows.collect()).noting(said)
}

/// Vendors by each of their names as it is folded.
struct Known(HashMap<PartyKey, usize>);

impl Known {
    fn of<'v>(vendors: impl Iterator<Item = &'v Vendor>) -> Self {
        let mut known = HashMap::new();
        for (at, vendor) in vendors.enumerate() {
            for name in std::iter::once(&vendor.name).chain(&vendor.aliases) {
                known.entry(PartyKey::of(name.as_str())).or_insert(at);
            }
        }
        Self(known)
    }

    fn of_name(&self, name: &str) -> Option<usize> {
        self.0.get(&PartyKey::of(name)).copied()
    }
}

impl App {
    /// What a column says of the register.
    pub(crate) fn preview_inventory(&self, input: &w::InventoryInput) -> Result<w::InventoryPreview, Failure> {
        let (_, names) = self.inventory_names(input)?;
        let rows = self.opened()?.store.read(|db| db.vendors()).map_err(fail::store)?;
        let known = Known::of(rows.iter().map(|row| &row.vendor));
        let unknown: Vec<&String> = names.iter().filter(|name| known.of_name(name).is_none()).collect();
        Ok(w::InventoryPreview {
            names: names.len() as u32,
            known: (names.len() - unknown.len()) as u32,
            unknown: unknown.into_iter().take(SHOWN).cloned().collect(),
        })
    }

    /// Takes its names, in the place of the list before.
    pub(crate) fn take_inventory(&self, input: &w::InventoryInput) -> Result<w::InventoryPreview, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let (file_name, names) = self.inventory_names(input)?;
        let preview = self.preview_inventory(input)?;
        let list = Inventory { file_name, taken_on: self.clock.today(), taken_by: person.id, names };
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let stamp = stamp(&person, permit, self.clock.now(), Op::TakeInventory, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                db.note("file", list.file_name.as_str());
                db.note("names", preview.names);
                db.note("known", preview.known);
                db.set_setting(SETTING, Some(&json!(list)))
            })
            .map_err(fail::store)?;
        Ok(preview)
    }

    /// The names of a column, each once however it is folded, with the name of the file.
    fn inventory_names(&self, input: &w::InventoryInput) -> Result<(String, Vec<String>), Failure> {
        let chosen = self.chosen_table.get(input.file)?;
        let sheet = chosen.sheets.get(input.sheet as usize).ok_or_else(|| fail::not_found("sheet"))?;
        let column = input.column as usize;
        if column >= sheet.headers.len() {
            return Err(fail::not_found("column"));
        }
        let mut seen = HashSet::new();
        let cells = sheet.rows.iter().filter_map(|row| row.cells.get(column));
        // A name with spaces in it is one line; what is longer than a name is none.
        let written = cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
        let names: Vec<String> = written
            .filter_map(|text| people::name("column", &text).ok().map(|name| name.to_string()))
            .filter(|name| seen.insert(PartyKey::of(name)))
            .take(MOST)
            .collect();
        if names.is_empty() {
            return Err(fail::invalid("column", Problem::Empty));
        }
        Ok((chosen.file_name.to_string(), names))
    }
}
