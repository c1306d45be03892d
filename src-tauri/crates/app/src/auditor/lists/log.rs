//! The change log with its chain of hashes: every field that a hash covers, so that whoever has the list can compute it again.

use crate::auditor::{gathered::Gathered, list::List};
use countersign_store::AuditEntry;

const HEADS: &[&str] = &[
    "No.",
    "When (UTC)",
    "Who",
    "What",
    "About",
    "Details",
    "Who (id)",
    "About (kind)",
    "About (id)",
    "Vendor (id)",
    "Hash before",
    "Hash",
];

pub(super) fn list(it: &Gathered) -> List {
    let row = |entry: &AuditEntry| {
        let [seq, at, actor, who, what, kind, about, name, vendor, detail] = entry.covered();
        let (before, hash) = (entry.prev_hash.to_string(), entry.hash.to_string());
        vec![seq, at, who, what, name, detail, actor, kind, about, vendor, before, hash]
    };
    List {
        number: 0,
        title: "Change log",
        population: "Every entry of the audit log in the period. Each hash is the SHA-256 of the 32 bytes of the hash before it, \
                     then of these columns one after the other, each as its length in bytes (8 bytes, the highest first) and its \
                     text in UTF-8: No., When, Who (id), Who, What, About (kind), About (id), About, Vendor (id), Details. An \
                     apostrophe that stands before =, +, -, @ keeps programs from computing and is not hashed."
            .to_owned(),
        heads: HEADS,
        rows: it.log.iter().map(row).collect(),
    }
}
