//! What people said of parties and what we hold of the parties themselves, for whoever looks at vendors.

use super::{Rests, stated::Named};
use crate::{
    acceptance::{Taking, own_evidence},
    clock::Day,
};
use chrono::NaiveDate;
use countersign_domain::{
    DocumentId, Stage, Tier, Vendor, VendorId,
    fourth_party::{Aliases, Dependence, Held, Monitoring, PartyKey, Standing},
};
use countersign_policy::{
    Policy,
    snapshot::{SubserviceAssurance, SubserviceState},
};
use countersign_store::{Snapshot, StoreError, VendorName};
use std::collections::{BTreeSet, HashMap};

/// What we hold of a party that is a vendor in the register too.
#[derive(Debug, Clone)]
pub(crate) struct OwnEvidence {
    /// The main evidence that is held of it.
    pub(crate) document: Option<DocumentId>,
    /// Until when that suffices.
    pub(crate) until: Option<NaiveDate>,
    /// Whether it counts today.
    pub(crate) held: Held,
}

/// A party that is a vendor in the register.
#[derive(Debug, Clone)]
pub(crate) struct InRegister {
    /// The vendor.
    pub(crate) vendor: Vendor,
    /// What we hold of it.
    pub(crate) own: OwnEvidence,
}

/// What is known of parties besides the reports that name them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ground {
    pub(crate) aliases: Aliases,
    /// The parties that are looked at.
    wanted: BTreeSet<PartyKey>,
    dependences: HashMap<(VendorId, PartyKey), Dependence>,
    /// By the party's key.
    in_register: HashMap<PartyKey, InRegister>,
}

impl Ground {
    /// Reads what is known of the parties of these names, of one vendor or of all.
    pub(crate) fn read<'a>(
        db: &Snapshot<'_>,
        only: Option<VendorId>,
        named: impl Iterator<Item = &'a str>,
        under: (&Policy, Day<'_>),
        taking: &mut Taking<'_>,
    ) -> Result<Self, StoreError> {
        let names: BTreeSet<PartyKey> = named.map(PartyKey::of).collect();
        if names.is_empty() {
            return Ok(Self::default());
        }
        let aliases = db.party_aliases()?;
        let dependences = db.party_dependences(only)?;
        let dependences = dependences.into_iter().map(|one| ((one.vendor, one.party.clone()), one)).collect();
        let wanted: BTreeSet<PartyKey> = names.iter().map(|name| aliases.party(name).clone()).collect();
        // Of most vendors the names are enough: they are nobody's party.
        let mut called = db.vendor_names()?;
        // Where two vendors are called so, the one that is not left behind counts.
        called.sort_by_key(|named| is_left_behind(named.stage));
        let mut found: HashMap<PartyKey, VendorId> = HashMap::new();
        for named in called {
            let key = PartyKey::of(named.name.as_str());
            let party = aliases.party(&key);
            if wanted.contains(party) {
                found.entry(party.clone()).or_insert(named.vendor);
            }
        }
        let mut entries: HashMap<VendorId, InRegister> = HashMap::new();
        let mut in_register: HashMap<PartyKey, InRegister> = HashMap::new();
        for (party, id) in found {
            if let Some(entry) = entries.get(&id) {
                in_register.insert(party, entry.clone());
                continue;
            }
            let Some(vendor) = db.vendor(id)? else { continue };
            let own = own_evidence(db, &vendor, under, taking)?;
            let entry = InRegister { vendor, own };
            entries.insert(id, entry.clone());
            in_register.insert(party, entry);
        }
        Ok(Self { aliases, wanted, dependences, in_register })
    }

    /// Whether some of these vendors are parties that others may rest on, as they are known here or as they are called now.
    pub(crate) fn is_of(&self, vendors: &BTreeSet<VendorId>, called: &[VendorName]) -> bool {
        let called = called.iter().filter(|named| vendors.contains(&named.vendor));
        self.in_register.values().any(|known| vendors.contains(&known.vendor.id))
            || called
                .map(|named| PartyKey::of(named.name.as_str()))
                .any(|key| self.wanted.contains(self.aliases.party(&key)))
    }

    /// Takes over what is known now of the parties of one vendor and of its dependence on them; `false` where nothing was known
    /// here of any party, so that all must be read.
    pub(crate) fn take_over(&mut self, vendor: VendorId, of_one: &Self, dependences: Vec<Dependence>) -> bool {
        if self.wanted.is_empty() && !of_one.wanted.is_empty() {
            return false;
        }
        self.dependences.retain(|(of, _), _| *of != vendor);
        self.dependences.extend(dependences.into_iter().map(|one| ((one.vendor, one.party.clone()), one)));
        self.wanted.extend(of_one.wanted.iter().cloned());
        self.in_register.extend(of_one.in_register.iter().map(|(party, known)| (party.clone(), known.clone())));
        true
    }

    /// The party's own entry in the register, where it has one.
    pub(crate) fn in_register(&self, party: &PartyKey) -> Option<&InRegister> {
        self.in_register.get(self.aliases.party(party))
    }

    /// What was said of a vendor's dependence: under the name that its report uses, else under another name of the party, as
    /// an earlier report may have called it otherwise.
    pub(crate) fn said(&self, vendor: VendorId, name: &PartyKey) -> Option<&Dependence> {
        let by_name = |name: &PartyKey| self.dependences.get(&(vendor, name.clone()));
        by_name(name).or_else(|| self.aliases.names_of(self.aliases.party(name)).iter().find_map(by_name))
    }

    /// Where the dependence of a vendor of that class on a party stands.
    pub(crate) fn standing(&self, vendor: VendorId, tier: Option<Tier>, named: &Named) -> Standing {
        let key = PartyKey::of(&named.name);
        let said = self.said(vendor, &key);
        // A vendor is no party of its own.
        let own = self.in_register(&key).filter(|own| own.vendor.id != vendor);
        Standing {
            method: named.method,
            has_our_data: said.and_then(|said| said.has_our_data),
            tier,
            held: own.map_or(Held::Nothing, |own| own.own.held),
            monitoring: said.and_then(|said| said.monitoring),
        }
    }

    /// Completes what the rules look at: whether the party has our data, what assures us of it, whether what is expected of it
    /// is listed and mapped. `states` are the parties of the report in its order.
    pub(crate) fn lay_over(&self, vendor: &Vendor, rests: &Rests, states: &mut [SubserviceState]) {
        for (at, (state, named)) in states.iter_mut().zip(&rests.parties).enumerate() {
            let standing = self.standing(vendor.id, vendor.tier, named);
            state.has_our_data = standing.has_our_data;
            state.assurance = assurance(standing);
            state.controls_mapped = self.said(vendor.id, &PartyKey::of(&named.name)).and_then(|said| said.mapped);
            if !rests.expected_of(at, &self.aliases).is_empty() {
                state.controls_listed = Some(true);
            }
        }
    }
}

/// Whether a vendor is one that we no longer look after, or do not yet (`practice.md` §9: the population).
pub(super) const fn is_left_behind(stage: Stage) -> bool {
    matches!(stage, Stage::Draft | Stage::Rejected | Stage::Withdrawn | Stage::Closed)
}

fn assurance(standing: Standing) -> Option<SubserviceAssurance> {
    match (standing.held, standing.monitoring) {
        (Held::Read, _) => Some(SubserviceAssurance::ReportHeld),
        (_, Some(Monitoring::Tested)) => Some(SubserviceAssurance::MonitoringTested),
        (_, Some(Monitoring::Said)) => Some(SubserviceAssurance::MonitoringSaid),
        // A report that waits for its review is not "none".
        (Held::Unread, Some(Monitoring::None)) => None,
        (Held::Nothing, Some(Monitoring::None)) => Some(SubserviceAssurance::None),
        (_, None) => None,
    }
}
