//! The acceptance policy: which versions were in force.

use crate::auditor::{
    gathered::{Gathered, one_line},
    list::List,
};
use countersign_domain::Sha256;
use countersign_store::PolicyRow;

const HEADS: &[&str] = &["Version", "In force since", "Saved by", "Why", "SHA-256"];

pub(super) fn list(it: &Gathered) -> List {
    let mut rows: Vec<&PolicyRow> = it.policies.iter().filter(|row| it.day_of(row.saved_at) <= it.period.to).collect();
    rows.sort_by_key(|row| row.version);
    let row = |row: &PolicyRow| {
        vec![
            row.version.to_string(),
            it.day_of(row.saved_at).to_string(),
            it.person(row.saved_by),
            one_line(&row.reason),
            Sha256::of(row.policy.as_bytes()).to_string(),
        ]
    };
    List {
        number: 0,
        title: "Policy versions",
        population: "Every version of the acceptance policy by the end of the period.".to_owned(),
        heads: HEADS,
        rows: rows.into_iter().map(row).collect(),
    }
}
