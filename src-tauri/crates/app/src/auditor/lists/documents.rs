//! What came in, and whether somebody has read it: a report that is only filed proves nothing.

use crate::auditor::{
    gathered::Gathered,
    list::{List, shown},
};
use countersign_domain::Filing;
use countersign_store::DocumentRow;

const HEADS: &[&str] = &[
    "File",
    "Vendor",
    "Kind",
    "Covers from",
    "Covers to",
    "Received",
    "Received by",
    "Facts read",
    "Of these not confirmed",
    "SHA-256",
];

pub(super) fn list(it: &Gathered) -> List {
    let row = |row: &DocumentRow| {
        let (document, summary) = (&row.document, &row.summary);
        let vendor = match document.filing {
            Filing::Filed { vendor } => it.vendor_name(vendor),
            Filing::Waiting => "waits in the inbox".to_owned(),
            Filing::SetAside => "set aside".to_owned(),
        };
        vec![
            document.file_name.to_string(),
            vendor,
            summary.kind.title().to_owned(),
            shown(summary.from),
            shown(summary.to),
            it.day_of(document.received_at).to_string(),
            it.person(document.received_by),
            summary.facts.to_string(),
            summary.open_facts.to_string(),
            document.sha256.to_string(),
        ]
    };
    let mut received: Vec<&DocumentRow> =
        it.documents.iter().filter(|row| it.in_period(row.document.received_at)).collect();
    received.sort_by_key(|row| (row.document.received_at, row.document.id));
    List {
        number: 0,
        title: "Documents received",
        population: "Every document that was received in the period, also what was set aside.".to_owned(),
        heads: HEADS,
        rows: received.into_iter().map(row).collect(),
    }
}
