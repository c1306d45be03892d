//! The register of parties as a table: a row for each vendor that rests on a party, and at the end one for each whose
//! report states that it rests on none, so that a reader can tell them from those of whom nothing is known.

use crate::{App, documents::write_whole, import, table};
use countersign_contract::{Failure, wire as w};
use std::path::Path;

/// The heads of the register of parties.
pub(crate) const HEAD: &[&str] = &[
    "Fourth party",
    "Other names",
    "Services",
    "Vendors",
    "Critical or high",
    "Vendor",
    "Tier",
    "Named as",
    "Method",
    "Report",
    "Page",
    "Controls expected of it",
    "Our data",
    "Vendor's monitoring",
    "Own evidence",
    "Note",
];

impl App {
    /// Saves the register of parties where the person says.
    pub(crate) fn export_fourth_parties(&self) -> Result<w::SavedFile, Failure> {
        let Some(path) = self.host.choose_save(&self.fourth_parties_file_name()?) else {
            return Ok(w::SavedFile { name: None });
        };
        self.export_fourth_parties_to(&path)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// The name that such an export gets: with the day, as a register is a picture of one.
    pub fn fourth_parties_file_name(&self) -> Result<String, Failure> {
        self.opened()?;
        Ok(format!("Fourth parties {}.csv", self.clock.today()))
    }

    /// The register of parties as rows under [`HEAD`].
    pub(crate) fn fourth_party_rows(&self) -> Result<Vec<Vec<String>>, Failure> {
        let view = self.fourth_parties_view(None)?;
        let named = view.parties.iter().flat_map(|party| rows(party, &view));
        Ok(named.chain(view.vendors.iter().filter_map(states_none)).collect())
    }

    /// Writes the register of parties to a path, whole or not at all. Gives the number of rows.
    pub fn export_fourth_parties_to(&self, path: &Path) -> Result<u32, Failure> {
        let opened = self.opened()?;
        let rows = self.fourth_party_rows()?;
        let head: Vec<String> = HEAD.iter().map(|label| (*label).to_owned()).collect();
        let bytes = table::csv(std::iter::once(&head).chain(&rows))?;
        write_whole(&opened, path, |file| import::put(file, &bytes))?;
        Ok(rows.len() as u32)
    }
}

fn rows(party: &w::FourthPartyView, view: &w::FourthPartiesView) -> Vec<Vec<String>> {
    let others: Vec<&str> = party.names.iter().filter(|name| name.merged).map(|name| name.name.as_str()).collect();
    let of = |count: u32, of: u32| format!("{count} of {of}");
    let own = party.own.as_ref().map_or_else(String::new, |own| match own.held {
        w::HeldName::Nothing => "none that counts".to_owned(),
        w::HeldName::Unread => format!("held, not reviewed: {}", own.file_name.clone().unwrap_or_default()),
        w::HeldName::Read => format!("held: {}", own.file_name.clone().unwrap_or_default()),
    });
    let row = |one: &w::DependantView| {
        vec![
            party.name.clone(),
            others.join("; "),
            party.services.join("; "),
            of(party.vendors, view.concentration.vendors),
            of(party.gravest, view.concentration.gravest),
            one.vendor_name.clone(),
            one.tier.map(crate::names::json_name).unwrap_or_default(),
            one.named.clone(),
            one.method
                .map_or_else(|| "not stated".to_owned(), |method| crate::names::json_name(method).replace('_', "-")),
            one.file_name.clone(),
            one.citations.first().map(|place| place.page.to_string()).unwrap_or_default(),
            one.csocs.len().to_string(),
            yes_no(one.has_our_data),
            one.monitoring.map(|name| super::monitoring(name).title().to_owned()).unwrap_or_default(),
            own.clone(),
            one.note.clone().unwrap_or_default(),
        ]
    };
    party.dependants.iter().map(row).collect()
}

/// The row of a vendor whose report states that it rests on nobody, with the page that says so.
fn states_none(vendor: &w::RestingVendor) -> Option<Vec<String>> {
    let page = vendor.denied.as_ref()?.first().map(|place| place.page.to_string());
    let told = HEAD.iter().map(|head| match *head {
        "Fourth party" => "none, as the report states".to_owned(),
        "Vendor" => vendor.name.clone(),
        "Tier" => vendor.tier.map(crate::names::json_name).unwrap_or_default(),
        "Report" => vendor.file_name.clone().unwrap_or_default(),
        "Page" => page.clone().unwrap_or_default(),
        _ => String::new(),
    });
    Some(told.collect())
}

fn yes_no(value: Option<bool>) -> String {
    value.map_or_else(String::new, |yes| if yes { "yes" } else { "no" }.to_owned())
}
