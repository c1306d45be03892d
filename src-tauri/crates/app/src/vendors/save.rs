//! Entering and changing vendors, and taking steps by hand.

use super::fresh;
use crate::{App, application::stamp, documents::file::refuse_known_name, fail, names, people, register::tier};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Op, PersonId, Stage, Step, Vendor, VendorId};
use countersign_store::Subject;
use serde_json::json;

impl App {
    /// Enters or changes a vendor.
    pub(crate) fn save_vendor(&self, input: &w::SaveVendor) -> Result<w::VendorView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let name = people::name("name", &input.name)?;
        let before = match input.id {
            Some(id) => Some(self.known_vendor(id)?.vendor),
            None => None,
        };
        refuse_known_name(&opened, name.as_str(), before.as_ref().map(|vendor| vendor.id))?;
        let base = before.clone().unwrap_or_else(|| fresh(VendorId::from_uuid(self.id(now)), name.clone(), now));
        let tier = input.tier.map(names::tier);
        let tier_reason = people::optional_text("tier_reason", input.tier_reason.as_deref())?;
        if tier.is_some() && tier_reason.is_none() {
            return Err(fail::invalid("tier_reason", Problem::ReasonMissing));
        }
        let owner = input.owner.map(PersonId::from_uuid);
        if let Some(owner) = owner {
            let known = opened.store.read(|db| db.person(owner)).map_err(fail::store)?;
            known.ok_or_else(|| fail::invalid("owner", Problem::WrongForm))?;
        }
        let mut aliases = Vec::new();
        for alias in input.aliases.iter().filter(|alias| !alias.trim().is_empty()) {
            let alias = people::name("aliases", alias)?;
            if alias != name && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        // A vendor that gets its class has passed intake; a class taken away does not bring it back.
        let stage = match (tier, base.stage.after(Step::AssignTier, false)) {
            (Some(_), Ok(next)) => next,
            _ => base.stage,
        };
        let vendor = Vendor {
            id: base.id,
            name,
            aliases,
            service: people::optional_name("service", input.service.as_deref())?,
            tier,
            tier_reason,
            owner,
            stage,
            notes: people::optional_text("notes", input.notes.as_deref())?,
            created_at: base.created_at,
        };
        let op = if before.is_some() { Op::ChangeVendor } else { Op::CreateVendor };
        let stamp = stamp(&person, permit, now, op, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                for (field, was, is) in changes(before.as_ref(), &vendor) {
                    db.note(field, json!({ "was": was, "became": is }));
                }
                if before.is_some() {
                    db.update_vendor(&vendor)?;
                } else {
                    db.insert_vendor(&vendor)?;
                }
                // A class entered here is one chosen by hand; one that stays as it was is not assigned again.
                let class = |vendor: &Vendor| (vendor.tier, vendor.tier_reason.clone());
                if before.as_ref().map(class) == Some(class(&vendor)) {
                    return Ok(());
                }
                let profile = db.profile(vendor.id)?;
                tier::record(db, &vendor, &profile, &person, now, true)
            })
            .map_err(fail::store)?;
        self.vendor_view(vendor.id.uuid())
    }

    /// Takes a step by hand.
    pub(crate) fn move_vendor(&self, input: &w::MoveVendor) -> Result<w::VendorView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let known = self.known_vendor(input.vendor)?;
        let before = &known.vendor;
        let (_, step) =
            names::STEPS.into_iter().find(|(name, _)| *name == input.step).ok_or_else(|| fail::not_found("step"))?;
        let in_use = opened.store.read(|db| db.in_use(before)).map_err(fail::store)?;
        let stage = before.stage.after(step, in_use).map_err(|_| not_now(before.stage))?;
        let missing = self.gaps_of(&known, step)?;
        if !missing.is_empty() {
            return Err(Failure::NotReady { missing });
        }
        let vendor = Vendor { stage, ..before.clone() };
        let stamp = stamp(&person, permit, self.clock.now(), Op::MoveVendor, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("was", before.stage.as_str());
                db.note("became", stage.as_str());
                db.update_vendor(&vendor)
            })
            .map_err(fail::store)?;
        self.vendor_view(input.vendor)
    }
}

/// The failure of a step that the stage does not allow.
pub(crate) fn not_now(stage: Stage) -> Failure {
    Failure::NotNow { stage: stage.as_str().to_owned() }
}

/// Which fields changed, from what to what; for a new vendor those that are set.
fn changes(before: Option<&Vendor>, after: &Vendor) -> Vec<(&'static str, serde_json::Value, serde_json::Value)> {
    let values = |vendor: &Vendor| {
        [
            ("name", json!(vendor.name)),
            ("aliases", json!(vendor.aliases)),
            ("service", json!(vendor.service)),
            ("tier", json!(vendor.tier)),
            ("tier_reason", json!(vendor.tier_reason)),
            ("owner", json!(vendor.owner)),
            ("stage", json!(vendor.stage)),
            ("notes", json!(vendor.notes)),
        ]
    };
    let was = before.map(values);
    values(after)
        .into_iter()
        .enumerate()
        .filter_map(|(at, (field, is))| {
            let was = was.as_ref().map_or(serde_json::Value::Null, |was| was[at].1.clone());
            (was != is && (before.is_some() || is != json!([]))).then_some((field, was, is))
        })
        .collect()
}
