//! What the path without a report brings into the decision: conditions, and until when it holds.

use crate::acceptance::Weighed;
use chrono::NaiveDate;
use countersign_contract::wire as w;
use countersign_domain::{PersonId, VendorId};
use countersign_policy::alternative::{self, Record};
use countersign_store::{Snapshot, StoreError};

/// The path as far as a decision rests on it.
pub(crate) struct Taken {
    /// Until when it holds: its approval, and before that its own last day.
    pub(crate) until: NaiveDate,
    /// Its duties, and its limits of use as one that is to be met before go-live.
    pub(crate) conditions: Vec<w::ConditionDraft>,
}

/// Gives it; `None` where the rules do not look at the path.
pub(crate) fn taken(
    db: &Snapshot<'_>,
    vendor: VendorId,
    weighed: &Weighed,
    today: NaiveDate,
) -> Result<Option<Taken>, StoreError> {
    if !alternative::goes_without(&weighed.facts, &weighed.policy, today) {
        return Ok(None);
    }
    let Some(row) = db.alternatives_of(vendor)?.into_iter().next().filter(|row| row.withdrawn.is_none()) else {
        return Ok(None);
    };
    let Ok(record) = serde_json::from_value::<Record>(row.record) else { return Ok(None) };
    let until = weighed.conclusion.evidence_until.map_or(row.expires, |until| until.day).min(row.expires);
    let mut conditions: Vec<w::ConditionDraft> = record
        .duties
        .iter()
        .map(|duty| w::ConditionDraft {
            what: format!("{}: {}", duty.kind.title(), duty.what),
            owner: duty.owner.map(PersonId::uuid),
            due: duty.due,
            before_go_live: false,
            rule: None,
            finding: None,
        })
        .collect();
    let limits: Vec<&str> =
        record.limits.iter().map(|limit| limit.title()).chain(record.limit_note.as_deref()).collect();
    if !limits.is_empty() {
        conditions.push(w::ConditionDraft {
            what: format!("Use is limited: {}", limits.join("; ")),
            owner: None,
            due: None,
            before_go_live: true,
            rule: None,
            finding: None,
        });
    }
    Ok(Some(Taken { until, conditions }))
}
