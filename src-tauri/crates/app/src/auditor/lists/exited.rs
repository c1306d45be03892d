//! Vendors that were left, with the proofs of the exit.

use crate::auditor::{
    gathered::{Gathered, Moved, one_line},
    list::{List, shown, yes},
};
use countersign_domain::{
    Stage,
    checklist::{Checklist, ItemId},
};

const HEADS: &[&str] = &[
    "Vendor",
    "Tier",
    "Why",
    "Owner of the exit",
    "Last day of use",
    "Closed on",
    "Items settled",
    "Items with a document",
    "Access checked after the end",
];

pub(super) fn list(it: &Gathered) -> List {
    let closed = it.moves.iter().filter(|moved| moved.became == Stage::Closed && it.period.has(moved.on));
    let row = |moved: &Moved| {
        // Who was turned down before any use has no exit.
        let (vendor, plan) = (it.vendor(moved.vendor)?, it.offboardings.get(&moved.vendor)?);
        let ticks = it.ticks.get(&vendor.id).map_or(&[][..], Vec::as_slice);
        let exit: Vec<_> = ticks.iter().filter(|tick| tick.checklist == Checklist::Offboarding).collect();
        let checked = exit.iter().find(|tick| tick.item.to_string() == ItemId::POST_EXIT_CHECK);
        Some(vec![
            vendor.name.to_string(),
            shown(vendor.tier.map(|tier| tier.as_str())),
            one_line(&plan.reason),
            it.person(plan.owner),
            plan.ends_on.get().to_string(),
            moved.on.to_string(),
            exit.len().to_string(),
            exit.iter().filter(|tick| tick.proof.is_some()).count().to_string(),
            checked.map_or_else(|| yes(false), |tick| it.day_of(tick.at).to_string()),
        ])
    };
    List {
        number: 0,
        title: "Exited",
        population: "Every vendor in use that was left and closed in the period, by the audit log.".to_owned(),
        heads: HEADS,
        rows: closed.filter_map(row).collect(),
    }
}
