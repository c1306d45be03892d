//! One file for each list of the bundle. To add one: a file with its `list`, and a line below; the number is its place.

mod acceptances;
mod decisions;
mod documents;
mod exited;
mod findings;
mod inventory;
mod log;
mod onboarded;
mod people;
mod policies;
mod reviews;

use super::{gathered::Gathered, list::List};

/// All lists in the order in which an auditor asks.
pub(super) fn all(it: &Gathered) -> Vec<List> {
    let lists = [
        inventory::list,
        onboarded::list,
        exited::list,
        documents::list,
        reviews::list,
        decisions::list,
        findings::list,
        acceptances::list,
        policies::list,
        people::list,
        log::list,
    ];
    (1..).zip(lists).map(|(number, list)| List { number, ..list(it) }).collect()
}
