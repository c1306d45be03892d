//! What the latest decision brought that the rules look at: duties that answer a rule, and who agreed.

use crate::clock::Day;
use countersign_domain::{VendorId, signing};
use countersign_policy::snapshot::{ApprovalSigned, ConditionSet};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// What the latest decision on a vendor brought.
#[derive(Debug, Default)]
pub(super) struct Decided {
    pub(super) conditions: Vec<ConditionSet>,
    pub(super) approvals: Vec<ApprovalSigned>,
}

/// Reads it, for one vendor or for all.
pub(super) fn decided(
    db: &Snapshot<'_>,
    only: Option<VendorId>,
    day: Day<'_>,
) -> Result<HashMap<VendorId, Decided>, StoreError> {
    let mut decided: HashMap<VendorId, Decided> = HashMap::new();
    for duty in db.duties(only)? {
        let condition =
            ConditionSet { rule: duty.rule, owner: Some(duty.owner), due_on: Some(duty.due), done: duty.done };
        decided.entry(duty.vendor).or_default().conditions.push(condition);
    }
    for signed in db.agreed(only)? {
        let approval = |role| ApprovalSigned { person: signed.person, role, on: day.of(signed.at) };
        let approvals = signing::of_titles(&signed.role).into_iter().map(approval);
        decided.entry(signed.vendor).or_default().approvals.extend(approvals);
    }
    Ok(decided)
}
