//! Names that may be of one party: proposed, never acted on.

use super::pool::Pool;
use countersign_domain::{
    Vendor, VendorId,
    fourth_party::{Alike, Near, PartyKey, alike},
};
use std::collections::{BTreeMap, BTreeSet};

/// That two names may be of one party.
pub(super) struct Proposal {
    /// The party, by its key.
    pub(super) party: PartyKey,
    /// The other name.
    pub(super) other: PartyKey,
    /// The name as it is written.
    pub(super) called: String,
    /// The vendor of the register whose name it is; `None` where it is another party.
    pub(super) vendor: Option<VendorId>,
    pub(super) why: Alike,
}

/// Proposes pairs: of parties, and of a party with a vendor of the register that is none of its own yet.
pub(super) fn proposals(pool: &Pool<'_>, register: &[Vendor]) -> Vec<Proposal> {
    let aliases = &pool.assembled.ground.aliases;
    let names: Vec<Vec<PartyKey>> = pool
        .parties
        .iter()
        .map(|party| {
            let written = party.dependants.iter().map(|one| PartyKey::of(&one.named.name));
            aliases.names_of(&party.key).into_iter().chain(written).collect::<BTreeSet<_>>().into_iter().collect()
        })
        .collect();
    let near = Near::of(names.iter().enumerate().flat_map(|(at, names)| names.iter().map(move |name| (at, name))));
    let mut found: BTreeMap<(PartyKey, PartyKey), Proposal> = BTreeMap::new();
    for (at, party) in pool.parties.iter().enumerate() {
        let alikes: BTreeSet<usize> =
            names[at].iter().flat_map(|name| near.to(name)).filter(|other| *other > at).collect();
        for later in alikes {
            let other = &pool.parties[later];
            let why = names[at].iter().find_map(|a| names[later].iter().find_map(|b| alike(a, b)));
            let Some(why) = why.filter(|_| !aliases.are_apart(&party.key, &other.key)) else { continue };
            let proposal = Proposal {
                party: party.key.clone(),
                other: other.key.clone(),
                called: other.name.clone(),
                vendor: None,
                why,
            };
            found.insert((party.key.clone(), other.key.clone()), proposal);
        }
    }
    let own: BTreeSet<VendorId> = pool.parties.iter().filter_map(|party| Some(party.in_register?.vendor.id)).collect();
    for vendor in register.iter().filter(|vendor| !own.contains(&vendor.id)) {
        for called in std::iter::once(&vendor.name).chain(&vendor.aliases) {
            let other = PartyKey::of(called.as_str());
            for at in near.to(&other) {
                let party = &pool.parties[at];
                if party.in_register.is_some() || aliases.are_apart(&party.key, &other) || aliases.is_merged(&other) {
                    continue;
                }
                let Some(why) = names[at].iter().find_map(|name| alike(name, &other)) else { continue };
                let proposal = Proposal {
                    party: party.key.clone(),
                    other: other.clone(),
                    called: called.to_string(),
                    vendor: Some(vendor.id),
                    why,
                };
                found.entry((party.key.clone(), other.clone())).or_insert(proposal);
            }
        }
    }
    found.into_values().collect()
}
