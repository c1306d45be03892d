//! What findings follow from, read without anything else that the rules look at.

use super::{
    assemble::{keep, recorded},
    extract::{Extracts, Taking},
};
use crate::{application::Opened, fail, findings, policy};
use countersign_contract::Failure;
use countersign_domain::VendorId;
use countersign_policy::Policy;
use std::{collections::HashMap, sync::Arc};

/// Everything from which findings follow, of one vendor or of all, with the policy in force.
pub(crate) fn known_findings(
    extracts: &Extracts,
    opened: &Opened,
    only: Option<VendorId>,
) -> Result<(Policy, HashMap<VendorId, findings::Known>), Failure> {
    let mut taking = Taking::from(extracts);
    let known = opened.store.read(|db| {
        let mut known: HashMap<VendorId, findings::Known> = HashMap::new();
        for row in db.evidence(only)? {
            let extract = taking.take(db, row)?;
            let (evidence, stated) = (Arc::clone(&extract.evidence), Arc::clone(&extract.stated));
            let report = findings::Report { evidence, stated };
            known.entry(row.vendor).or_default().reports.push(report);
        }
        for (vendor, findings) in recorded(db, only)? {
            known.entry(vendor).or_default().recorded = findings;
        }
        let accepted = match only {
            Some(vendor) => db.acceptances_of(vendor)?,
            None => db.acceptances()?,
        };
        for row in accepted {
            known.entry(row.vendor).or_default().accepted.push(row);
        }
        for entry in db.monitoring(only)? {
            known.entry(entry.vendor).or_default().incidents.extend(findings::Incident::among(&[entry]));
        }
        Ok((policy::in_force(db)?, known))
    });
    let known = known.map_err(fail::store)?;
    keep(opened, &taking.fresh)?;
    Ok(known)
}
