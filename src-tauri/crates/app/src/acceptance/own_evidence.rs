//! What we hold of a vendor that another vendor rests on: whether its own evidence counts today, and whether it was reviewed.

use super::Taking;
use crate::{clock::Day, fourth_parties::OwnEvidence};
use countersign_domain::{Tier, Vendor, fourth_party::Held};
use countersign_policy::{
    Policy,
    rules::Case,
    snapshot::{Evidence, Snapshot as Facts},
    watch::{EvidenceDays, assured},
};
use countersign_store::{Snapshot, StoreError};

/// Looks at what is held of a vendor as a party on whom others rest. One without a class is looked at as strictly as a critical
/// one.
pub(crate) fn own_evidence(
    db: &Snapshot<'_>,
    vendor: &Vendor,
    (policy, day): (&Policy, Day<'_>),
    taking: &mut Taking<'_>,
) -> Result<OwnEvidence, StoreError> {
    let mut evidence = Vec::new();
    for row in db.evidence(Some(vendor.id))? {
        evidence.push(Evidence::clone(&taking.take(db, row)?.evidence));
    }
    let facts = Facts {
        names: vec![vendor.name.to_string()],
        tier: Some(vendor.tier.unwrap_or(Tier::Critical)),
        evidence,
        ..Facts::default()
    };
    let case = Case::new(&facts, policy, day.on);
    let (days, main) = (EvidenceDays::of(&case), case.main());
    let held = match main.filter(|_| assured(&case, &days)) {
        None => Held::Nothing,
        Some(main) => {
            let finished = db.reviews(vendor.id)?.into_iter().filter_map(|review| review.finished);
            let mut days = finished.map(|(at, _)| day.of(at));
            let read = days.any(|day| main.received_on.is_none_or(|received| received <= day));
            if read { Held::Read } else { Held::Unread }
        }
    };
    Ok(OwnEvidence { document: main.map(|main| main.id), until: days.until.map(|until| until.day), held })
}
