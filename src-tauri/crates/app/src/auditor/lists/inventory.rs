//! The register: who our vendors are, how much depends on each, and whether somebody has decided on it.

use crate::auditor::{
    gathered::{Gathered, State, one_line},
    list::{List, shown, yes},
};
use countersign_domain::Vendor;

const HEADS: &[&str] = &[
    "Vendor",
    "Service",
    "Tier",
    "Why that tier",
    "Owner",
    "Stage",
    "In use",
    "Entered",
    "First approved",
    "Last review finished",
    "Last decision",
    "Decided on",
    "Next review",
];

pub(super) fn list(it: &Gathered) -> List {
    let row = |vendor: &Vendor| {
        let last = it.decisions_on(vendor.id).last();
        let reviewed = it.finished_by(vendor.id, it.period.to);
        let reviewed = reviewed.last().and_then(|review| Some(it.day_of(review.finished?.0)));
        vec![
            vendor.name.to_string(),
            shown(vendor.service.as_ref()),
            shown(vendor.tier.map(|tier| tier.as_str())),
            shown(vendor.tier_reason.as_ref().map(one_line)),
            shown(vendor.owner.map(|owner| it.person(owner))),
            vendor.stage.as_str().replace('_', " "),
            yes(it.in_use.contains(&vendor.id)),
            it.day_of(vendor.created_at).to_string(),
            shown(it.first_approval(vendor.id).map(|decision| decision.decided_on)),
            shown(reviewed),
            shown(last.map(|decision| decision.outcome.as_str().replace('_', " "))),
            shown(last.map(|decision| decision.decided_on)),
            shown(last.and_then(|decision| decision.next_review)),
        ]
    };
    List {
        number: 0,
        title: "Inventory",
        population: match it.state {
            State::OfItsEnd => {
                "Every vendor of the register on the last day of the period, whatever its stage. A register shows what was \
                 entered; compare it with payables and sign-in."
            }
            State::OfToday => {
                "Every vendor that was in the register on the last day of the period, with the tier, stage and owner of \
                 today: earlier ones are not known for that day."
            }
        }
        .to_owned(),
        heads: HEADS,
        rows: it.vendors.iter().map(row).collect(),
    }
}
