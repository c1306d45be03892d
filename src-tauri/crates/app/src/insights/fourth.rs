//! Figures of those on whom vendors rest (`practice.md` §9).

use super::{
    gather::Population,
    worked::{Row, TIERS, Worked, tier_title},
};
use crate::fourth_parties::{self, Figures};
use countersign_domain::{Vendor, VendorId, fourth_party::Cover, metric::Metric};
use countersign_store::VendorRow;
use std::collections::HashMap;

/// All of them.
pub(super) fn all(population: &Population<'_>) -> Vec<Worked> {
    let vendors: Vec<Vendor> = population.all.iter().map(|row| row.vendor.clone()).collect();
    let figures = fourth_parties::figures(&population.gathered.assembled, &vendors);
    let rows: HashMap<VendorId, &VendorRow> = population.all.iter().map(|row| (row.vendor.id, *row)).collect();
    vec![concentration(&figures, &rows), coverage(&figures, &rows)]
}

fn concentration(figures: &Figures, vendors: &HashMap<VendorId, &VendorRow>) -> Worked {
    let rests = |vendor: &VendorId| figures.top.as_ref().is_some_and(|(_, resting)| resting.contains(vendor));
    let rows = figures.gravest.iter().filter_map(|vendor| {
        let row = Row::of(vendors.get(vendor)?).counted(rests(vendor));
        Some(match &figures.top {
            Some((name, _)) if rests(vendor) => row.saying(format!("rests on {name}")),
            _ => row,
        })
    });
    let top = figures.top.as_ref().map(|(name, resting)| format!("{} of them rest on {name}", resting.len()));
    let spread = figures.herfindahl.map(|index| format!("Herfindahl index {index:.2} over all vendors counted there"));
    Worked::share(Metric::Concentration, rows.collect()).noting(top).noting(spread)
}

fn coverage(figures: &Figures, vendors: &HashMap<VendorId, &VendorRow>) -> Worked {
    let rows = figures.matters.iter().filter_map(|matter| {
        let vendor = vendors.get(&matter.vendor)?;
        let how = match matter.cover {
            Some(Cover::Report) => "its report is held and reviewed",
            Some(Cover::Monitoring) => "the vendor's monitoring was tested clean",
            None => "nothing assures us",
        };
        let row = Row::of(vendor).counted(matter.cover.is_some()).with_document(matter.document);
        let row = row.saying(format!("{}: {how}", matter.party));
        Some(match vendor.vendor.tier {
            Some(tier) => row.in_group(tier_title(tier)),
            None => row,
        })
    });
    Worked::share_by(Metric::CarveOutCoverage, rows.collect(), &TIERS)
}
