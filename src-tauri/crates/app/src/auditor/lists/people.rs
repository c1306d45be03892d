//! Who acts, and in which roles.

use crate::auditor::{
    gathered::{Gathered, State},
    list::{List, shown, yes},
};
use countersign_domain::Person;

const HEADS: &[&str] = &["Name", "Title", "Roles", "Acts"];

pub(super) fn list(it: &Gathered) -> List {
    let row = |person: &Person| {
        let roles: Vec<&str> = person.roles.iter().map(|role| role.title()).collect();
        vec![person.name.to_string(), shown(person.title.as_ref()), roles.join("; "), yes(person.active)]
    };
    List {
        number: 0,
        title: "People and roles",
        population: match it.state {
            State::OfItsEnd => "Everybody who acts or has acted, with the roles of the last day of the period.",
            State::OfToday => "Everybody who acts or has acted, with today's roles.",
        }
        .to_owned(),
        heads: HEADS,
        rows: it.people.iter().map(row).collect(),
    }
}
