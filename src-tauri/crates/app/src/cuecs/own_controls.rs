//! Our own controls, and the vendors whose controls they meet.

use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, DocumentId, Op, OwnControlId, Person, PersonId, Vendor, VendorId, cuec::OwnControl};
use countersign_store::FiledCuecAnswer;
use std::collections::{BTreeMap, HashMap};

impl App {
    /// Our own controls by name.
    pub(crate) fn own_control_views(&self) -> Result<Vec<w::OwnControlView>, Failure> {
        let (own, answers, people, vendors) = self
            .opened()?
            .store
            .read(|db| Ok((db.own_controls()?, db.cuec_answers(None)?, db.persons()?, db.vendors()?)))
            .map_err(fail::store)?;
        let vendors: Vec<Vendor> = vendors.into_iter().map(|row| row.vendor).collect();
        Ok(own.iter().map(|control| view(control, &answers, &people, &vendors)).collect())
    }

    /// Enters or changes a control of our own.
    pub(crate) fn save_own_control(&self, input: &w::SaveOwnControl) -> Result<w::OwnControlView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let control = OwnControl {
            id: OwnControlId::from_uuid(input.id.unwrap_or_else(|| self.id(now))),
            name: people::name("name", &input.name)?,
            purpose: people::optional_text("purpose", input.purpose.as_deref())?,
            owner: input.owner.map(PersonId::from_uuid),
            evidence: people::optional_text("evidence", input.evidence.as_deref())?,
            checked_on: input.checked_on,
        };
        let (known, people, organisation) = opened
            .store
            .read(|db| Ok((db.own_controls()?, db.persons()?, db.workspace()?.organisation)))
            .map_err(fail::store)?;
        let before = known.iter().find(|other| other.id == control.id);
        if input.id.is_some() && before.is_none() {
            return Err(fail::not_found("control"));
        }
        let alike = |other: &&OwnControl| other.name.as_str().to_lowercase() == control.name.as_str().to_lowercase();
        if known.iter().filter(|other| other.id != control.id).any(|other| alike(&other)) {
            return Err(fail::invalid("name", Problem::NameTaken));
        }
        let stays = |id| before.is_some_and(|before| before.owner == Some(id));
        if let Some(owner) = control.owner
            && !people.iter().any(|person| person.id == owner && (person.active || stays(owner)))
        {
            return Err(fail::invalid("owner", Problem::WrongForm));
        }
        if control.checked_on.is_some_and(|day| day > self.clock.today()) {
            return Err(fail::invalid("checked_on", Problem::InTheFuture));
        }
        if control.checked_on.is_some_and(|day| !countersign_domain::period::is_plausible(day)) {
            return Err(fail::invalid("checked_on", Problem::ImplausibleDay));
        }
        let stamp = stamp(&person, permit, now, Op::SaveOwnControl, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                db.note("was", before.map(|before| audited(before, &people)));
                db.note("became", audited(&control, &people));
                db.save_own_control(&control)
            })
            .map_err(fail::store)?;
        let views = self.own_control_views()?;
        views.into_iter().find(|view| view.id == control.id.uuid()).ok_or_else(|| fail::not_found("control"))
    }

    /// Removes a control of our own that meets nothing.
    pub(crate) fn remove_own_control(&self, input: &w::OwnControlRef) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let id = OwnControlId::from_uuid(input.control);
        let (known, people, used, organisation) = opened
            .store
            .read(|db| {
                Ok((db.own_controls()?, db.persons()?, db.own_control_is_used(id)?, db.workspace()?.organisation))
            })
            .map_err(fail::store)?;
        let control = known.iter().find(|known| known.id == id).ok_or_else(|| fail::not_found("control"))?;
        if used {
            return Err(fail::invalid("control", Problem::StillUsed));
        }
        let stamp = stamp(&person, permit, self.clock.now(), Op::SaveOwnControl, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                db.note("removed", audited(control, &people));
                db.remove_own_control(id)
            })
            .map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

fn audited(control: &OwnControl, people: &[Person]) -> serde_json::Value {
    serde_json::json!({
        "name": control.name,
        "purpose": control.purpose,
        "owner": control.owner.map(|owner| people::name_in(people, owner)),
        "evidence": control.evidence,
        "checked_on": control.checked_on,
    })
}

fn view(control: &OwnControl, answers: &[FiledCuecAnswer], people: &[Person], vendors: &[Vendor]) -> w::OwnControlView {
    let mut meets: BTreeMap<_, u32> = BTreeMap::new();
    for filed in latest(answers).filter(|filed| filed.answer.ours.controls.contains(&control.id)) {
        *meets.entry(filed.vendor).or_default() += 1;
    }
    let named = |(vendor, controls): (VendorId, u32)| {
        let known = vendors.iter().find(|known| known.id == vendor)?;
        Some(w::MetVendor { vendor: vendor.uuid(), name: known.name.to_string(), controls })
    };
    let mut meets: Vec<w::MetVendor> = meets.into_iter().filter_map(named).collect();
    meets.sort_by(|a, b| a.name.cmp(&b.name));
    w::OwnControlView {
        id: control.id.uuid(),
        name: control.name.to_string(),
        purpose: control.purpose.as_ref().map(ToString::to_string),
        owner: control.owner.map(PersonId::uuid),
        owner_name: control.owner.map(|owner| people::name_in(people, owner)),
        evidence: control.evidence.as_ref().map(ToString::to_string),
        checked_on: control.checked_on,
        meets,
    }
}

/// The answers to each vendor's report that was answered last; they come by vendor, the latest covered last.
fn latest(answers: &[FiledCuecAnswer]) -> impl Iterator<Item = &FiledCuecAnswer> {
    let last: HashMap<VendorId, DocumentId> =
        answers.iter().map(|filed| (filed.vendor, filed.answer.document)).collect();
    answers.iter().filter(move |filed| last.get(&filed.vendor) == Some(&filed.answer.document))
}
