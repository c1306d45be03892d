//! Findings: that exceptions were raised and followed.

use crate::auditor::{
    gathered::{Gathered, State},
    list::{List, shown},
};
use countersign_domain::{Finding, finding::Source};

const HEADS: &[&str] = &[
    "Finding",
    "Vendor",
    "What",
    "Control",
    "From",
    "Page",
    "Severity",
    "Status",
    "Owner",
    "Recorded",
    "Recorded by",
    "Verified by",
    "Settled by",
];

pub(super) fn list(it: &Gathered) -> List {
    let mut known: Vec<&Finding> =
        it.findings.iter().filter(|finding| it.day_of(finding.recorded_at) <= it.period.to).collect();
    known.sort_by_key(|finding| finding.number);
    let row = |finding: &Finding| {
        let document = |id| {
            let row = it.documents.iter().find(|row| row.document.id == id);
            row.map_or_else(String::new, |row| row.document.file_name.to_string())
        };
        let from = match &finding.source {
            Source::Exception { document: id, .. } => document(*id),
            Source::Rule(code) => code.clone(),
            Source::Hand => "entered by hand".to_owned(),
        };
        vec![
            finding.label(),
            it.vendor_name(finding.vendor),
            finding.title.to_string(),
            shown(finding.said.control_id.as_ref()),
            from,
            shown(finding.said.citations.first().map(|place| place.page)),
            finding.severity().map_or("not judged", |severity| severity.as_str()).to_owned(),
            finding.status.title().to_owned(),
            shown(finding.owner.map(|owner| it.person(owner))),
            it.day_of(finding.recorded_at).to_string(),
            it.person(finding.recorded_by),
            shown(finding.verified_by.map(|by| it.person(by))),
            shown(finding.settled_by.map(|by| it.person(by))),
        ]
    };
    List {
        number: 0,
        title: "Findings",
        population: match it.state {
            State::OfItsEnd => "Every finding that was recorded by the end of the period, also those that are closed.",
            State::OfToday => {
                "Every finding that was recorded by the end of the period, also those that are closed; severity and status \
                 are of today."
            }
        }
        .to_owned(),
        heads: HEADS,
        rows: known.into_iter().map(row).collect(),
    }
}
