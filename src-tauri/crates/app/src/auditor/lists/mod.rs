//! One file for each list of the bundle. To add one: a file with its `list`, and a line below; the number is its place.

mod acceptances;
mod compared;
mod contracts;
mod decisions;
mod documents;
mod exited;
mod findings;
mod fourth_parties;
mod inventory;
mod log;
mod onboarded;
mod people;
mod policies;
mod reviews;

use super::{gathered::Gathered, list::List};

/// All lists in the order in which an auditor asks; the rows of fourth parties come from their register.
pub(super) fn all(it: &Gathered, parties: Vec<Vec<String>>) -> Vec<List> {
    let lists = [
        inventory::list,
        compared::list,
        onboarded::list,
        exited::list,
        documents::list,
        reviews::list,
        decisions::list,
        findings::list,
        acceptances::list,
        contracts::list,
        policies::list,
        people::list,
        log::list,
    ];
    let lists = lists.into_iter().map(|list| list(it)).chain([fourth_parties::list(parties)]);
    (1..).zip(lists).map(|(number, list)| List { number, ..list }).collect()
}
