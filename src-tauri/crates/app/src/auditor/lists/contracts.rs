//! What is agreed with each vendor: the terms that an auditor looks for in contracts.

use crate::auditor::{
    gathered::{Gathered, State},
    list::{List, shown},
};
use countersign_domain::{Vendor, register::Contract};
use countersign_policy::rules::Clause;

const HEADS: &[&str] = &[
    "Vendor",
    "Contract",
    "From",
    "To",
    "At its end",
    "Notice before the end, days",
    "Terms that stand in it",
    "Terms that do not",
    "Terms not looked up",
    "Notice of breaches, hours",
    "Governing law",
];

pub(super) fn list(it: &Gathered) -> List {
    let rows = it.vendors.iter().flat_map(|vendor| {
        let contracts = it.profiles.get(&vendor.id).map_or(&[][..], |profile| profile.contracts.as_slice());
        let none = contracts.is_empty() && it.in_use.contains(&vendor.id);
        // A vendor in use without a contract is what the list is read for.
        let said = none.then(|| {
            let mut row = vec![String::new(); HEADS.len()];
            (row[0], row[1]) = (vendor.name.to_string(), "none is recorded".to_owned());
            row
        });
        said.into_iter().chain(contracts.iter().map(move |contract| row(vendor, contract)))
    });
    List {
        number: 0,
        title: "Contracts",
        population: match it.state {
            State::OfItsEnd => {
                "Every contract of the vendors of the inventory on the last day of the period; a vendor in use of which none is \
                 recorded has a row that says so."
            }
            State::OfToday => {
                "Every contract of the vendors of the inventory, of today; a vendor in use of which none is recorded has a row \
                 that says so."
            }
        }
        .to_owned(),
        heads: HEADS,
        rows: rows.collect(),
    }
}

fn row(vendor: &Vendor, contract: &Contract) -> Vec<String> {
    let term = contract.term;
    let terms = |wanted: Option<bool>| {
        let clauses = Clause::ALL.iter().filter(|clause| clause.stands_in(contract) == wanted);
        clauses.map(|clause| clause.title()).collect::<Vec<_>>().join("; ")
    };
    vec![
        vendor.name.to_string(),
        contract.title.to_string(),
        shown(term.start()),
        shown(term.end()),
        shown(term.renewal().map(|renewal| renewal.title())),
        shown(term.notice_days()),
        terms(Some(true)),
        terms(Some(false)),
        terms(None),
        shown(contract.breach_notice.map(countersign_domain::register::Hours::get)),
        shown(contract.governing_law.as_ref()),
    ]
}
