//! The parties of all vendors' current reports in one register.

use super::{
    ground::{InRegister, is_left_behind},
    stated::{Expected, Named},
};
use crate::acceptance::Assembled;
use countersign_domain::{
    DocumentId, Tier, Vendor, VendorId,
    fourth_party::{Concentration, Dependence, PartyKey, Standing, concentration},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A vendor that rests on a party.
pub(super) struct Dependant<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) document: DocumentId,
    pub(super) named: &'a Named,
    pub(super) expected: Vec<&'a Expected>,
    pub(super) said: Option<&'a Dependence>,
    pub(super) standing: Standing,
}

/// A party with who rests on it.
pub(super) struct Party<'a> {
    pub(super) key: PartyKey,
    /// The name by which it is known.
    pub(super) name: String,
    pub(super) dependants: Vec<Dependant<'a>>,
    pub(super) in_register: Option<&'a InRegister>,
}

/// The register of parties.
pub(super) struct Pool<'a> {
    pub(super) assembled: &'a Assembled,
    /// The vendors that were looked at, by name.
    pub(super) vendors: Vec<&'a Vendor>,
    /// By how many rest on them.
    pub(super) parties: Vec<Party<'a>>,
    pub(super) concentration: Concentration<PartyKey>,
}

impl<'a> Pool<'a> {
    /// Brings together what the reports of vendors say, of all that are not left behind, or of one whatever its stage.
    pub(super) fn of(assembled: &'a Assembled, vendors: &'a [Vendor], only: Option<VendorId>) -> Self {
        let looked_at = |vendor: &&Vendor| match only {
            Some(only) => vendor.id == only,
            None => !is_left_behind(vendor.stage),
        };
        let vendors: Vec<&Vendor> = vendors.iter().filter(looked_at).collect();
        let mut pooled: BTreeMap<PartyKey, Vec<Dependant<'a>>> = BTreeMap::new();
        let mut rests: Vec<(Option<Tier>, Vec<PartyKey>)> = Vec::new();
        for vendor in &vendors {
            let keys: Vec<PartyKey> = dependants(assembled, vendor)
                .map(|(key, dependant)| {
                    pooled.entry(key.clone()).or_default().push(dependant);
                    key
                })
                .collect();
            rests.push((vendor.tier, keys));
        }
        let concentration = concentration(&rests);
        let party = |key: &PartyKey| {
            let dependants = pooled.remove(key).unwrap_or_default();
            let in_register = assembled.ground.in_register(key);
            Party { key: key.clone(), name: called(key, &dependants, in_register), dependants, in_register }
        };
        let parties = concentration.parties.iter().map(|share| &share.party).map(party).collect();
        Self { assembled, vendors, parties, concentration }
    }
}

fn dependants<'a>(
    assembled: &'a Assembled,
    vendor: &'a Vendor,
) -> impl Iterator<Item = (PartyKey, Dependant<'a>)> + use<'a> {
    let ground = &assembled.ground;
    let of_reports = assembled.rests.get(&vendor.id).into_iter().flat_map(|reports| reports.iter());
    of_reports.flat_map(move |of_report| {
        of_report.rests.parties.iter().enumerate().map(move |(at, named)| {
            let name = PartyKey::of(&named.name);
            let dependant = Dependant {
                vendor,
                document: of_report.document,
                named,
                expected: of_report.rests.expected_of(at, &ground.aliases),
                said: ground.said(vendor.id, &name),
                standing: ground.standing(vendor.id, vendor.tier, named),
            };
            (ground.aliases.party(&name).clone(), dependant)
        })
    })
}

/// The parties of a vendor's report that matter and of which nothing assures us, each once, as the report writes them.
pub(crate) fn open_parties<'a>(assembled: &'a Assembled, vendor: &'a Vendor) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let open = dependants(assembled, vendor).filter(|(_, dependant)| dependant.standing.is_open());
    let open = open.filter(|(key, _)| seen.insert(key.clone()));
    open.map(|(_, one)| one.named.name.as_str()).collect()
}

/// How many other vendors that are not left behind rest on each party of a vendor's report, by the name that the report uses.
pub(crate) fn shared_by(assembled: &Assembled, vendors: &[Vendor], vendor: &Vendor) -> HashMap<String, u32> {
    let pool = Pool::of(assembled, vendors, None);
    let others = |key: &PartyKey| {
        let of_party = pool.parties.iter().find(|party| party.key == *key);
        let resting = of_party.into_iter().flat_map(|party| &party.dependants).map(|one| one.vendor.id);
        let resting: BTreeSet<VendorId> = resting.filter(|id| *id != vendor.id).collect();
        u32::try_from(resting.len()).unwrap_or(u32::MAX)
    };
    dependants(assembled, vendor).map(|(key, one)| (one.named.name.clone(), others(&key))).collect()
}

/// How a party is called: as most reports write the name at the top; where only the register has that name, as the register
/// does.
fn called(key: &PartyKey, dependants: &[Dependant<'_>], in_register: Option<&InRegister>) -> String {
    let written = |of_key: bool| {
        let names = dependants.iter().map(|one| one.named.name.as_str());
        let names = names.filter(|name| !of_key || &PartyKey::of(name) == key);
        let mut counted: HashMap<&str, usize> = HashMap::new();
        names.for_each(|name| *counted.entry(name).or_default() += 1);
        let most = counted.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(a.0)));
        most.map(|(name, _)| name.to_owned())
    };
    let of_register = || in_register.map(|own| own.vendor.name.to_string());
    written(true).or_else(of_register).or_else(|| written(false)).unwrap_or_else(|| key.to_string())
}
