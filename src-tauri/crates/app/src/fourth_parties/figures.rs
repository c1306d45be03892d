//! The register of parties in figures: how much of what weighs rests on one, and how much of it something assures us of.

use super::pool::Pool;
use crate::acceptance::Assembled;
use countersign_domain::{
    DocumentId, Tier, Vendor, VendorId,
    fourth_party::{Cover, PartyKey},
};
use std::collections::BTreeSet;

/// A dependence that matters.
pub(crate) struct Matter {
    pub(crate) vendor: VendorId,
    pub(crate) document: DocumentId,
    /// The party as the report names it.
    pub(crate) party: String,
    pub(crate) cover: Option<Cover>,
}

/// The register of parties in figures.
pub(crate) struct Figures {
    /// Critical and high vendors that were looked at.
    pub(crate) gravest: Vec<VendorId>,
    /// The party on which most of them rest, with those that do.
    pub(crate) top: Option<(String, BTreeSet<VendorId>)>,
    pub(crate) herfindahl: Option<f64>,
    pub(crate) matters: Vec<Matter>,
}

/// Works them out of these vendors, as far as they are not left behind.
pub(crate) fn figures(assembled: &Assembled, vendors: &[Vendor]) -> Figures {
    let pool = Pool::of(assembled, vendors, None);
    let grave = |vendor: &Vendor| matches!(vendor.tier, Some(Tier::Critical | Tier::High));
    // Of equals the first, as the register of parties shows them.
    let mut top: Option<(&PartyKey, usize)> = None;
    for share in &pool.concentration.parties {
        if share.gravest > top.map_or(0, |(_, most)| most) {
            top = Some((&share.party, share.gravest));
        }
    }
    let top = top.and_then(|(key, _)| pool.parties.iter().find(|party| &party.key == key)).map(|party| {
        let resting = party.dependants.iter().filter(|one| grave(one.vendor)).map(|one| one.vendor.id);
        (party.name.clone(), resting.collect())
    });
    let dependants = pool.parties.iter().flat_map(|party| &party.dependants);
    let mut matters: Vec<Matter> = dependants
        .filter(|one| one.standing.matters())
        .map(|one| Matter {
            vendor: one.vendor.id,
            document: one.document,
            party: one.named.name.clone(),
            cover: one.standing.cover(),
        })
        .collect();
    matters.sort_by(|a, b| (a.vendor, &a.party).cmp(&(b.vendor, &b.party)));
    Figures {
        gravest: pool.vendors.iter().filter(|vendor| grave(vendor)).map(|vendor| vendor.id).collect(),
        top,
        herfindahl: pool.concentration.herfindahl,
        matters,
    }
}
