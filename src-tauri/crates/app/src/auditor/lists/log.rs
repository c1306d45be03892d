//! The change log with its chain of hashes.

use crate::auditor::{gathered::Gathered, list::List};
use chrono::SecondsFormat;
use countersign_store::AuditEntry;

const HEADS: &[&str] = &["No.", "When (UTC)", "Who", "What", "About", "Details", "Hash"];

pub(super) fn list(it: &Gathered) -> List {
    let row = |entry: &AuditEntry| {
        vec![
            entry.seq.to_string(),
            entry.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            entry.actor_name.clone(),
            entry.op.as_str().to_owned(),
            entry.subject.name.clone(),
            entry.detail.to_string(),
            entry.hash.to_string(),
        ]
    };
    List {
        number: 0,
        title: "Change log",
        population: "Every entry of the audit log in the period. Each hash covers its entry and the hash before it."
            .to_owned(),
        heads: HEADS,
        rows: it.log.iter().map(row).collect(),
    }
}
