//! The register of parties as it is shown.

use super::{
    monitoring_name,
    pool::{Dependant, Party, Pool},
    stated::Expected,
    suggest::{Proposal, proposals},
};
use crate::{App, documents::view, fail, names, people};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, DocumentId, Permit, Person, Vendor, VendorId,
    fourth_party::{Alike, Cover, Held, PartyKey, Share},
};
use countersign_policy::Ask;
use countersign_store::DocumentFilter;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// What the view needs beside the pool.
pub(super) struct Around {
    pub(super) people: Vec<Person>,
    pub(super) register: Vec<Vendor>,
    pub(super) files: HashMap<DocumentId, String>,
    pub(super) may_keep: bool,
}

impl App {
    /// The parties of a vendor's report, or of all.
    pub(crate) fn fourth_parties_view(&self, vendor: Option<Uuid>) -> Result<w::FourthPartiesView, Failure> {
        let only = vendor.map(|vendor| self.known_vendor(vendor)).transpose()?.map(|row| row.vendor.id);
        let opened = self.opened()?;
        let may_keep = Permit::request(&opened.actor()?, Action::KeepVendors).is_ok();
        let assembled = self.assembled(&opened, only)?;
        let around = opened
            .store
            .read(|db| {
                let filed = db.documents(DocumentFilter::Filed)?;
                Ok(Around {
                    people: db.persons()?,
                    register: db.vendors()?.into_iter().map(|row| row.vendor).collect(),
                    files: filed.into_iter().map(|row| (row.document.id, row.document.file_name.to_string())).collect(),
                    may_keep,
                })
            })
            .map_err(fail::store)?;
        Ok(around.view(&Pool::of(&assembled, &around.register, only)))
    }
}

impl Around {
    /// Shows the pool.
    pub(super) fn view(&self, pool: &Pool<'_>) -> w::FourthPartiesView {
        let concentration = &pool.concentration;
        let dependants = || pool.parties.iter().flat_map(|party| &party.dependants);
        let matters = || dependants().filter(|one| one.standing.matters());
        w::FourthPartiesView {
            parties: pool
                .parties
                .iter()
                .zip(&concentration.parties)
                .map(|(party, share)| self.party(party, share, pool))
                .collect(),
            vendors: pool.vendors.iter().map(|vendor| self.resting(vendor, pool)).collect(),
            concentration: w::ConcentrationView {
                vendors: concentration.vendors as u32,
                naming: concentration.naming as u32,
                gravest: concentration.gravest as u32,
                dependences: concentration.dependences as u32,
                herfindahl: concentration.herfindahl,
            },
            coverage: w::CoverageCount {
                count: matters().filter(|one| one.standing.cover().is_some()).count() as u32,
                of: matters().count() as u32,
            },
            proposals: {
                let names: HashMap<&PartyKey, &str> =
                    pool.parties.iter().map(|party| (&party.key, party.name.as_str())).collect();
                proposals(pool, &self.register).iter().map(|proposal| proposal_view(proposal, &names)).collect()
            },
            chase: chase(pool),
            may_keep: self.may_keep,
        }
    }

    fn file(&self, document: DocumentId) -> String {
        self.files.get(&document).cloned().unwrap_or_default()
    }

    fn resting(&self, vendor: &Vendor, pool: &Pool<'_>) -> w::RestingVendor {
        let of_reports = || pool.assembled.rests.get(&vendor.id).into_iter().flat_map(|reports| reports.iter());
        // Of several that count the first stands for all.
        let of_report = of_reports().next();
        let aliases = &pool.assembled.ground.aliases;
        let named = of_reports().flat_map(|of_report| &of_report.rests.parties);
        let keys: BTreeSet<PartyKey> = named.map(|named| aliases.party(&PartyKey::of(&named.name)).clone()).collect();
        let unassigned = of_reports().flat_map(|of_report| of_report.rests.expected_of_nobody(aliases));
        w::RestingVendor {
            vendor: vendor.id.uuid(),
            name: vendor.name.to_string(),
            tier: vendor.tier.map(names::tier_name),
            document: of_report.map(|of_report| of_report.document.uuid()),
            file_name: of_report.map(|of_report| self.file(of_report.document)),
            parties: keys.iter().map(ToString::to_string).collect(),
            // That nobody is rested on holds only where no other report names anybody.
            denied: of_reports()
                .find_map(|of_report| of_report.rests.denied.as_ref())
                .filter(|_| keys.is_empty())
                .map(|places| places.iter().map(view::citation).collect()),
            unassigned: unassigned.map(csoc).collect(),
        }
    }

    fn party(&self, party: &Party<'_>, share: &Share<PartyKey>, pool: &Pool<'_>) -> w::FourthPartyView {
        let aliases = &pool.assembled.ground.aliases;
        let services: BTreeSet<&str> =
            party.dependants.iter().filter_map(|one| one.named.services.as_deref()).collect();
        let open: BTreeSet<VendorId> =
            party.dependants.iter().filter(|one| one.standing.is_open()).map(|one| one.vendor.id).collect();
        let written = |key: &PartyKey| {
            let named = party.dependants.iter().map(|one| one.named.name.clone());
            let own = party.in_register.map(|own| &own.vendor).into_iter();
            let own =
                own.flat_map(|vendor| std::iter::once(&vendor.name).chain(&vendor.aliases).map(ToString::to_string));
            named.chain(own).find(|name| &PartyKey::of(name) == key).unwrap_or_else(|| key.to_string())
        };
        let known = aliases.names_of(&party.key).into_iter();
        let known = known.filter(|key| key == &party.key || aliases.is_merged(key));
        w::FourthPartyView {
            key: party.key.to_string(),
            name: party.name.clone(),
            names: known
                .map(|key| w::PartyNameView {
                    name: written(&key),
                    merged: aliases.is_merged(&key),
                    key: key.to_string(),
                })
                .collect(),
            services: services.into_iter().map(str::to_owned).collect(),
            vendors: share.vendors as u32,
            gravest: share.gravest as u32,
            open: open.len() as u32,
            dependants: party.dependants.iter().map(|one| self.dependant(one)).collect(),
            own: party.in_register.map(|own| w::OwnReportView {
                vendor: own.vendor.id.uuid(),
                name: own.vendor.name.to_string(),
                stage: names::stage_name(own.vendor.stage),
                held: held_name(own.own.held),
                document: own.own.document.map(DocumentId::uuid),
                file_name: own.own.document.map(|document| self.file(document)),
                until: own.own.until,
            }),
        }
    }

    fn dependant(&self, one: &Dependant<'_>) -> w::DependantView {
        let said = one.said;
        w::DependantView {
            vendor: one.vendor.id.uuid(),
            vendor_name: one.vendor.name.to_string(),
            tier: one.vendor.tier.map(names::tier_name),
            document: one.document.uuid(),
            file_name: self.file(one.document),
            named: one.named.name.clone(),
            services: one.named.services.clone(),
            method: one.named.method.map(names::method_name),
            citations: one.named.citations.iter().map(view::citation).collect(),
            csocs: one.expected.iter().copied().map(csoc).collect(),
            has_our_data: said.and_then(|said| said.has_our_data),
            monitoring: said.and_then(|said| said.monitoring).map(monitoring_name),
            mapped: said.and_then(|said| said.mapped),
            note: said.and_then(|said| said.note.as_ref()).map(ToString::to_string),
            by: said.map(|said| people::name_in(&self.people, said.by)),
            at: said.map(|said| said.at),
            matters: one.standing.matters(),
            cover: one.standing.cover().map(|cover| match cover {
                Cover::Report => w::CoverName::Report,
                Cover::Monitoring => w::CoverName::Monitoring,
            }),
        }
    }
}

fn csoc(control: &Expected) -> w::CsocView {
    w::CsocView {
        text: control.text.clone(),
        criteria: control.criteria.clone(),
        of: control.of.clone(),
        citations: control.citations.iter().map(view::citation).collect(),
    }
}

const fn held_name(held: Held) -> w::HeldName {
    match held {
        Held::Nothing => w::HeldName::Nothing,
        Held::Unread => w::HeldName::Unread,
        Held::Read => w::HeldName::Read,
    }
}

fn proposal_view(proposal: &Proposal, names: &HashMap<&PartyKey, &str>) -> w::AliasProposal {
    let party = names.get(&proposal.party);
    w::AliasProposal {
        party: proposal.party.to_string(),
        party_name: party.map_or_else(|| proposal.party.to_string(), |name| (*name).to_owned()),
        other: proposal.other.to_string(),
        other_name: proposal.called.clone(),
        vendor: proposal.vendor.map(VendorId::uuid),
        why: match proposal.why {
            Alike::Part => w::AlikeName::Part,
            Alike::Initials => w::AlikeName::Initials,
            Alike::OneLetter => w::AlikeName::OneLetter,
        },
    }
}

/// What to ask of whom: vendors with parties that nothing assures us of, the gravest class first.
fn chase(pool: &Pool<'_>) -> Vec<w::ChaseView> {
    // One way through the parties for all vendors: thousands of each would be millions of looks.
    let mut open: HashMap<VendorId, Vec<w::ChasedParty>> = HashMap::new();
    for party in &pool.parties {
        let mut seen = BTreeSet::new();
        for one in party.dependants.iter().filter(|one| one.standing.is_open() && seen.insert(one.vendor.id)) {
            open.entry(one.vendor.id).or_default().push(w::ChasedParty {
                key: party.key.to_string(),
                name: one.named.name.clone(),
                monitoring: one.standing.monitoring.map(monitoring_name),
                has_our_data: one.standing.has_our_data,
                own: party.in_register.map(|own| own.vendor.id.uuid()),
                held: held_name(one.standing.held),
            });
        }
    }
    let mut chased: Vec<(&Vendor, w::ChaseView)> = Vec::new();
    for vendor in &pool.vendors {
        let Some(parties) = open.remove(&vendor.id) else { continue };
        let asks = super::letter::asks(pool.assembled, vendor).iter().map(Ask::line).collect();
        let view = w::ChaseView {
            vendor: vendor.id.uuid(),
            vendor_name: vendor.name.to_string(),
            tier: vendor.tier.map(names::tier_name),
            parties,
            asks,
        };
        chased.push((vendor, view));
    }
    // The sort is stable: within a class by name.
    chased.sort_by_key(|(vendor, _)| std::cmp::Reverse(vendor.tier));
    chased.into_iter().map(|(_, view)| view).collect()
}
