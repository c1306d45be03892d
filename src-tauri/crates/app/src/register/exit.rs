//! Planning to leave a vendor (`practice.md` §6, §6.7).

use super::parse;
use crate::{App, application::stamp, fail, people, vendors::save::not_now};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Offboarding, Op, Person, PersonId, Stage, Step, Vendor};
use countersign_store::Subject;
use serde_json::json;

/// How a plan is shown.
pub(super) fn view(plan: &Offboarding, people: &[Person]) -> w::OffboardingView {
    w::OffboardingView {
        reason: plan.reason.to_string(),
        owner: plan.owner.uuid(),
        owner_name: people::name_in(people, plan.owner),
        ends_on: plan.ends_on.get(),
        data_plan: plan.data_plan.to_string(),
        check_from: plan.post_exit_check_from(),
    }
}

impl App {
    /// Plans to leave a vendor, and starts it where it is not under way.
    pub(crate) fn plan_offboarding(&self, input: &w::PlanOffboarding) -> Result<w::RegisterView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let before = self.known_vendor(input.vendor)?.vendor;
        let reason = people::long_text("reason", &input.reason)?;
        let owner = PersonId::from_uuid(input.owner.ok_or_else(|| fail::invalid("owner", Problem::Empty))?);
        let ends_on = parse::day("ends_on", input.ends_on)?.ok_or_else(|| fail::invalid("ends_on", Problem::Empty))?;
        let data_plan = people::long_text("data_plan", &input.data_plan)?;
        let (known, earlier, in_use) = opened
            .store
            .read(|db| Ok((db.person(owner)?, db.offboarding(before.id)?, db.in_use(&before)?)))
            .map_err(fail::store)?;
        known.filter(|owner| owner.active).ok_or_else(|| fail::invalid("owner", Problem::WrongForm))?;
        let stage = match before.stage {
            Stage::Offboarding => Stage::Offboarding,
            stage => stage.after(Step::StartOffboarding, in_use).map_err(|_| not_now(stage))?,
        };
        let plan = Offboarding { reason, owner, ends_on, data_plan, started_by: person.id, started_at: now };
        let vendor = Vendor { stage, ..before.clone() };
        let stamp = stamp(&person, permit, now, Op::PlanOffboarding, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                let was = earlier.as_ref().map(fields);
                for (at, (field, is)) in fields(&plan).into_iter().enumerate() {
                    let was = was.as_ref().map(|was| &was[at].1);
                    if was != Some(&is) {
                        db.note(field, json!({ "was": was, "became": is }));
                    }
                }
                if before.stage != stage {
                    db.note("stage", json!({ "was": before.stage, "became": stage }));
                    db.update_vendor(&vendor)?;
                }
                db.save_offboarding(vendor.id, &plan)
            })
            .map_err(fail::store)?;
        self.register_view(input.vendor)
    }
}

/// The fields of a plan by their names, for the audit log.
fn fields(plan: &Offboarding) -> [(&'static str, String); 4] {
    [
        ("reason", plan.reason.to_string()),
        ("owner", plan.owner.to_string()),
        ("ends_on", plan.ends_on.get().to_string()),
        ("data_plan", plan.data_plan.to_string()),
    ]
}
