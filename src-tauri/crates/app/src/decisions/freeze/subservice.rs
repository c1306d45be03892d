//! The subservice organizations of the report that counts, as they are frozen (`practice.md` §3.6; §7.1, page 9).

use super::Labels;
use crate::acceptance::Weighed;
use countersign_domain::{Citation, DocumentId, EffectiveLists};
use countersign_packet::input::{FrozenCsoc, FrozenParty, FrozenSubservice};
use countersign_policy::{organization, snapshot::SubserviceAssurance};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// Freezes them; `report` is the one that counts.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    report: Option<DocumentId>,
    weighed: &Weighed,
    labels: &Labels,
    shared: &HashMap<String, u32>,
) -> Result<FrozenSubservice, StoreError> {
    let Some(report) = report else {
        return Ok(FrozenSubservice { document: None, known: false, parties: Vec::new(), controls: Vec::new() });
    };
    let stored = db.document(report)?.ok_or(StoreError::Missing { what: "document" })?;
    let lists = EffectiveLists::new(&stored.reading, &db.judgements(report)?);
    let known = weighed.facts.subservice.as_ref();
    let parties = known.into_iter().flatten().map(|state| {
        let listed = lists.subservice_organizations().find(|party| party.name == state.name);
        FrozenParty {
            name: state.name.clone(),
            services: listed.and_then(|party| party.services.clone()),
            method: state.method,
            has_our_data: state.has_our_data,
            assurance: state.assurance.map(|assurance| assurance.title().to_owned()),
            assured: state.assurance.map(|assurance| {
                matches!(assurance, SubserviceAssurance::ReportHeld | SubserviceAssurance::MonitoringTested)
            }),
            controls_mapped: state.controls_mapped,
            pages: listed.map_or_else(|| state.page.into_iter().collect(), |party| pages(&party.citations)),
            shared_by: shared.get(&state.name).copied(),
        }
    });
    let controls = lists.csocs().map(|control| FrozenCsoc {
        text: control.text.clone(),
        criteria: control.criteria.clone(),
        // Called as the party is called in the list, where it is one of them.
        party: control.subservice.as_ref().map(|named| {
            let party = known.into_iter().flatten().find(|party| organization::same(named, &party.name));
            party.map_or_else(|| named.clone(), |party| party.name.clone())
        }),
        pages: pages(&control.citations),
    });
    Ok(FrozenSubservice {
        document: labels.get(&report).cloned(),
        known: known.is_some(),
        parties: parties.collect(),
        controls: controls.collect(),
    })
}

fn pages(citations: &[Citation]) -> Vec<u32> {
    let mut pages: Vec<u32> = citations.iter().map(|citation| citation.page).collect();
    pages.sort_unstable();
    pages.dedup();
    pages
}
