//! What the register says of a vendor beyond its row: reading it, writing its parts, drafts of what is typed, its class, what is
//! missing, and the plan to leave.

mod changes;
mod exit;
pub(crate) mod names;
mod parse;
mod show;
pub(crate) mod standing;
pub(crate) mod tier;

use crate::{App, application::stamp, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, ContractId, DocumentId, EngagementId, Op, Step, Tier, VendorId, guard,
    register::{Dependence, Profile, Substitutability},
};
use countersign_store::{DocumentFilter, DocumentRow, Snapshot, StoreError, Subject, VendorRow};
use standing::Known;
use uuid::Uuid;

impl App {
    /// All that the register says of a vendor beyond its row.
    pub(crate) fn register_view(&self, id: Uuid) -> Result<w::RegisterView, Failure> {
        let row = self.known_vendor(id)?;
        let today = self.clock.today();
        let (known, exit, (assigned, noted), people, in_use, policy, proofs) = self
            .opened()?
            .store
            .read(|db| {
                let assigned = db.tier_assignment(row.vendor.id)?;
                let exit = standing::exit_list(db)?;
                let policy = crate::policy::in_force(db)?;
                let known = Known::of(db, &row.vendor)?;
                let noted = db.monitoring(Some(row.vendor.id))?;
                let (in_use, proofs) = (db.in_use(&row.vendor)?, proofs(db, id)?);
                Ok((known, exit, (assigned, noted), db.persons()?, in_use, policy, proofs))
            })
            .map_err(fail::store)?;
        let standing = known.standing(&row, &exit, self.day());
        let profile = &known.profile;
        Ok(w::RegisterView {
            vendor: id,
            company: show::company(profile),
            services: profile.engagements.iter().map(show::service).collect(),
            contracts: profile.contracts.iter().map(|contract| show::contract(contract, today)).collect(),
            contacts: profile.contacts.iter().map(show::contact).collect(),
            nda: show::nda(profile.nda),
            nda_in_force: profile.nda.is_some_and(|nda| nda.in_force(today)),
            held_without_nda: guard::held_without_nda(profile, &known.held, today),
            examination: show::examination(profile.next_examination.as_ref()),
            proofs: proofs
                .iter()
                .map(|row| w::EvaluatedDocument {
                    document: row.document.id.uuid(),
                    kind: crate::names::json_name(row.summary.kind),
                    file_name: row.document.file_name.to_string(),
                })
                .collect(),
            continuity: show::continuity(&profile.continuity),
            continuity_matters: continuity_matters(row.vendor.tier, profile),
            tiering: tier::view(profile, &policy, assigned.as_ref(), &noted, &people),
            missing: standing::missing(&standing),
            steps: standing::steps(&standing, in_use),
            offboarding: known.offboarding.as_ref().map(|plan| exit::view(plan, &people)),
        })
    }

    /// What is missing for a step of a vendor.
    pub(crate) fn gaps_of(&self, row: &VendorRow, step: Step) -> Result<Vec<w::GapView>, Failure> {
        let (known, exit) = self
            .opened()?
            .store
            .read(|db| Ok((Known::of(db, &row.vendor)?, standing::exit_list(db)?)))
            .map_err(fail::store)?;
        Ok(standing::gaps(&known.standing(row, &exit, self.day()), step))
    }

    /// Writes a part of it.
    pub(crate) fn save_part(&self, input: &w::SavePart) -> Result<w::RegisterView, Failure> {
        let before = self.profile_of(input.vendor)?;
        let now = self.clock.now();
        let mut after = before.clone();
        let mut editor = w::PartRef { vendor: input.vendor, part: part_name(&input.part), item: None };
        match &input.part {
            w::RegisterPart::Company(part) => {
                let people = self.opened()?.store.read(|db| db.persons()).map_err(fail::store)?;
                parse::company(&mut after, part, &|id| people.iter().any(|person| person.id.uuid() == id))?;
            }
            w::RegisterPart::Service(part) => {
                editor.item = part.id;
                let id = EngagementId::from_uuid(part.id.unwrap_or_else(|| self.id(now)));
                let service = parse::service(id, part)?;
                put(&mut after.engagements, service, part.id.is_some(), |it| it.id == id)?;
            }
            w::RegisterPart::Contract(part) => {
                editor.item = part.id;
                let id = ContractId::from_uuid(part.id.unwrap_or_else(|| self.id(now)));
                let contract = parse::contract(id, part)?;
                put(&mut after.contracts, contract, part.id.is_some(), |it| it.id == id)?;
            }
            w::RegisterPart::Contacts(part) => after.contacts = parse::contacts(part)?,
            w::RegisterPart::Nda(part) => after.nda = parse::nda(part)?,
            w::RegisterPart::Examination(part) => {
                let filed = self.opened()?.store.read(|db| proofs(db, input.vendor)).map_err(fail::store)?;
                let is_filed = |id: DocumentId| filed.iter().any(|row| row.document.id == id);
                after.next_examination = parse::examination(part, &is_filed)?;
            }
            w::RegisterPart::Continuity(part) => after.continuity = parse::continuity(part)?,
        }
        self.write_profile(input.vendor, &before, &after, Some(&draft_name(&editor)))
    }

    /// Takes a service or contract out of the register.
    pub(crate) fn remove_part(&self, input: &w::RemovePart) -> Result<w::RegisterView, Failure> {
        let before = self.profile_of(input.vendor)?;
        let mut after = before.clone();
        after.engagements.retain(|service| service.id.uuid() != input.item);
        after.contracts.retain(|contract| contract.id.uuid() != input.item);
        if after == before {
            return Err(fail::not_found("part"));
        }
        self.write_profile(input.vendor, &before, &after, None)
    }

    fn profile_of(&self, vendor: Uuid) -> Result<Profile, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::KeepVendors)?;
        opened.store.read(|db| db.profile(VendorId::from_uuid(vendor))).map_err(fail::store)
    }

    fn write_profile(
        &self,
        vendor: Uuid,
        before: &Profile,
        after: &Profile,
        draft: Option<&str>,
    ) -> Result<w::RegisterView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let known = self.known_vendor(vendor)?.vendor;
        if before != after {
            let stamp = stamp(&person, permit, self.clock.now(), Op::ChangeProfile, Subject::vendor(&known));
            opened
                .store
                .write(&stamp, |db| {
                    for (field, change) in changes::changes(before, after) {
                        db.note(&field, change);
                    }
                    db.save_profile(known.id, after)?;
                    draft.map_or(Ok(()), |draft| db.delete_draft(draft))
                })
                .map_err(fail::store)?;
        } else if let Some(draft) = draft {
            opened.store.keep_draft(draft, None).map_err(fail::store)?;
        }
        self.register_view(vendor)
    }

    /// What was typed in an editor and not recorded.
    pub(crate) fn part_draft(&self, editor: &w::PartRef) -> Result<Option<w::RegisterPart>, Failure> {
        let draft = self.opened()?.store.read(|db| db.draft(&draft_name(editor))).map_err(fail::store)?;
        // A draft of another version of the program is no draft.
        let draft = draft.and_then(|draft| serde_json::from_value(draft).ok());
        Ok(draft.filter(|draft| part_name(draft) == editor.part))
    }

    /// Keeps what is typed in an editor.
    pub(crate) fn keep_part_draft(&self, input: &w::KeepPart) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::KeepVendors)?;
        self.known_vendor(input.editor.vendor)?;
        let draft = input.draft.as_ref().map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        opened.store.keep_draft(&draft_name(&input.editor), draft.as_ref()).map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

/// The documents of a vendor, any of which can prove what it says of itself.
fn proofs(db: &Snapshot<'_>, vendor: Uuid) -> Result<Vec<DocumentRow>, StoreError> {
    db.documents(DocumentFilter::FiledWith(VendorId::from_uuid(vendor)))
}

/// Puts a value in the place of the one that it follows, or at the end.
fn put<T>(all: &mut Vec<T>, value: T, known: bool, is: impl Fn(&T) -> bool) -> Result<(), Failure> {
    match all.iter_mut().find(|it| is(it)) {
        Some(place) => *place = value,
        None if known => return Err(fail::not_found("part")),
        None => all.push(value),
    }
    Ok(())
}

/// The name under which the draft of an editor is kept.
fn draft_name(editor: &w::PartRef) -> String {
    let part = crate::names::json_name(editor.part);
    let item = editor.item.map_or_else(|| "new".to_owned(), |item| item.to_string());
    format!("register/{}/{part}/{item}", editor.vendor)
}

const fn part_name(part: &w::RegisterPart) -> w::PartName {
    match part {
        w::RegisterPart::Company(_) => w::PartName::Company,
        w::RegisterPart::Service(_) => w::PartName::Service,
        w::RegisterPart::Contract(_) => w::PartName::Contract,
        w::RegisterPart::Contacts(_) => w::PartName::Contacts,
        w::RegisterPart::Nda(_) => w::PartName::Nda,
        w::RegisterPart::Examination(_) => w::PartName::Examination,
        w::RegisterPart::Continuity(_) => w::PartName::Continuity,
    }
}

/// Whether the class or an answer makes continuity matter (`practice.md` §4.3, §6.8).
fn continuity_matters(tier: Option<Tier>, profile: &Profile) -> bool {
    tier >= Some(Tier::High)
        || profile.engagements.iter().any(|service| {
            service.dependence == Some(Dependence::StopsWork) || service.substitutability == Some(Substitutability::Not)
        })
}
