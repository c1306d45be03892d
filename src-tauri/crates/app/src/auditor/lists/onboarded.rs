//! Vendors that came into use, and whether they were looked at and approved before.

use crate::auditor::{
    gathered::{Gathered, Moved},
    list::{List, shown, yes},
};
use countersign_domain::passes_activation;
use std::collections::HashSet;

const HEADS: &[&str] =
    &["Vendor", "Tier", "In use since", "First approved", "Decision", "Review finished before", "Approved before use"];

pub(super) fn list(it: &Gathered) -> List {
    let mut seen = HashSet::new();
    // A vendor that was in use before and comes back is not onboarded again. One that is looked at again before anybody said
    // that it is in use came into it on that day.
    let first = it.moves.iter().filter(|moved| passes_activation(moved.was, moved.became) && seen.insert(moved.vendor));
    let row = |moved: &Moved| {
        let vendor = it.vendor(moved.vendor)?;
        let approval = it.first_approval(vendor.id);
        let reviewed = it.finished_by(vendor.id, moved.on);
        let reviewed = reviewed.first().and_then(|review| Some(it.day_of(review.finished?.0)));
        Some(vec![
            vendor.name.to_string(),
            shown(vendor.tier.map(|tier| tier.as_str())),
            moved.on.to_string(),
            shown(approval.map(|decision| decision.decided_on)),
            shown(approval.map(|decision| decision.number)),
            shown(reviewed),
            yes(approval.is_some_and(|decision| decision.decided_on <= moved.on)),
        ])
    };
    List {
        number: 0,
        title: "Onboarded",
        population: "Every vendor that became active for the first time in the period, or was looked at again straight from its approval, by the audit log.".to_owned(),
        heads: HEADS,
        rows: first.filter(|moved| it.period.has(moved.on)).filter_map(row).collect(),
    }
}
