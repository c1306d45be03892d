//! Every name under which a vendor may stand in payables, sign-in or infrastructure: a register shows what was entered, and only
//! a comparison with those shows who is missing (`practice.md` §7.3).

use crate::auditor::{
    gathered::Gathered,
    list::{List, yes},
};
use countersign_domain::{Vendor, register::Profile};

const HEADS: &[&str] =
    &["Name", "What it is", "Vendor", "In use", "Found in payables", "Found in sign-in", "Found elsewhere"];

pub(super) fn list(it: &Gathered) -> List {
    let rows = it.vendors.iter().flat_map(|vendor| {
        let used = yes(it.in_use.contains(&vendor.id));
        let row = move |(name, what): (String, String)| {
            let empty = String::new;
            vec![name, what, vendor.name.to_string(), used.clone(), empty(), empty(), empty()]
        };
        names(vendor, it.profiles.get(&vendor.id)).into_iter().map(row)
    });
    List {
        number: 0,
        title: "Names to compare",
        population: "Every name and number under which a vendor of the inventory is known here, to be looked up in payables, sign-in \
                     and infrastructure. The last three columns are empty: this program sees none of those."
            .to_owned(),
        heads: HEADS,
        rows: rows.collect(),
    }
}

/// Each name with what it is; what only differs in case stands once.
fn names(vendor: &Vendor, profile: Option<&Profile>) -> Vec<(String, String)> {
    let mut all = vec![(vendor.name.to_string(), "Name".to_owned())];
    all.extend(vendor.aliases.iter().map(|name| (name.to_string(), "Other name".to_owned())));
    if let Some(profile) = profile {
        all.extend(profile.legal_name.iter().map(|name| (name.to_string(), "Company that signs".to_owned())));
        let affiliate =
            |it: &countersign_domain::register::Affiliate| (it.name.to_string(), it.relation.title().to_owned());
        all.extend(profile.affiliates.iter().map(affiliate));
        all.extend(profile.website.iter().map(|name| (name.to_string(), "Web site".to_owned())));
        let number =
            |it: &countersign_domain::register::Identifier| (it.value.to_string(), it.scheme.title().to_owned());
        all.extend(profile.identifiers.iter().map(number));
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|(name, _)| seen.insert(name.to_lowercase()));
    all
}
