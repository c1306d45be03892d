//! The subservice organizations of the reports that count, as they are frozen (`practice.md` §3.6; §7.1, page 9).

use super::Labels;
use crate::acceptance::Weighed;
use chrono::NaiveDate;
use countersign_domain::{Citation, DocumentId, EffectiveLists};
use countersign_packet::input::{FrozenCsoc, FrozenParty, FrozenSubservice};
use countersign_policy::{
    organization,
    rules::Case,
    snapshot::{Snapshot as Facts, SubserviceAssurance},
};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// Freezes them, of every report that counts; what comes from another than the first says from which.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    weighed: &Weighed,
    labels: &Labels,
    shared: &HashMap<String, u32>,
    today: NaiveDate,
) -> Result<FrozenSubservice, StoreError> {
    let mut all: Option<FrozenSubservice> = None;
    let mut seen: Vec<DocumentId> = Vec::new();
    for (_, facts) in weighed.facts.by_service() {
        let Some(report) = Case::new(facts, &weighed.policy, today).soc2().map(|report| report.id) else { continue };
        if seen.contains(&report) {
            continue;
        }
        seen.push(report);
        let found = of_report(db, report, facts, labels, shared)?;
        match &mut all {
            None => all = Some(found),
            Some(all) => add(all, found),
        }
    }
    Ok(all.unwrap_or(FrozenSubservice { document: None, known: false, parties: Vec::new(), controls: Vec::new() }))
}

fn add(all: &mut FrozenSubservice, more: FrozenSubservice) {
    let FrozenSubservice { document, known, parties, controls } = more;
    all.known &= known;
    all.parties.extend(parties.into_iter().map(|party| FrozenParty { report: document.clone(), ..party }));
    all.controls.extend(controls.into_iter().map(|control| FrozenCsoc { report: document.clone(), ..control }));
}

fn of_report(
    db: &Snapshot<'_>,
    report: DocumentId,
    facts: &Facts,
    labels: &Labels,
    shared: &HashMap<String, u32>,
) -> Result<FrozenSubservice, StoreError> {
    let stored = db.document(report)?.ok_or(StoreError::Missing { what: "document" })?;
    let lists = EffectiveLists::new(&stored.reading, &db.judgements(report)?);
    let known = facts.subservice.as_ref();
    let parties = known.into_iter().flatten().map(|state| {
        let listed = lists.subservice_organizations().find(|party| party.name == state.name);
        FrozenParty {
            report: None,
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
        report: None,
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
