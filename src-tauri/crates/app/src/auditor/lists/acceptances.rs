//! Deviations and accepted risks that held at any time of the period.

use crate::auditor::{
    gathered::{Gathered, one_line},
    list::{List, shown},
};
use countersign_store::AcceptanceRow;

const HEADS: &[&str] = &[
    "Vendor",
    "What",
    "Rule or finding",
    "Why",
    "Granted by",
    "Granted on",
    "Holds until",
    "Ended on",
    "Why ended",
    "Recorded by",
];

pub(super) fn list(it: &Gathered) -> List {
    let held = |row: &&AcceptanceRow| {
        let last = row.ended.as_ref().map_or(row.expires, |end| end.on.min(row.expires));
        row.approved_on <= it.period.to && last >= it.period.from
    };
    let mut rows: Vec<&AcceptanceRow> = it.acceptances.iter().filter(held).collect();
    rows.sort_by_key(|row| (row.approved_on, row.id));
    let row = |row: &AcceptanceRow| {
        let of_finding = it.findings.iter().find(|finding| finding.id.to_string() == row.rule);
        let reason = row.terms.get("reason").and_then(|reason| reason.as_str()).unwrap_or_default();
        vec![
            it.vendor_name(row.vendor),
            if of_finding.is_some() { "accepted risk" } else { "deviation from the policy" }.to_owned(),
            of_finding.map_or_else(|| row.rule.clone(), countersign_domain::Finding::label),
            reason.split_whitespace().collect::<Vec<_>>().join(" "),
            it.person(row.approved_by),
            row.approved_on.to_string(),
            row.expires.to_string(),
            shown(row.ended.as_ref().map(|end| end.on)),
            shown(row.ended.as_ref().map(|end| one_line(&end.why))),
            it.person(row.recorded_by),
        ]
    };
    List {
        number: 0,
        title: "Deviations and acceptances",
        population: "Everything that was accepted and held on any day of the period.".to_owned(),
        heads: HEADS,
        rows: rows.into_iter().map(row).collect(),
    }
}
