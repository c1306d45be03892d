//! On whom our vendors rest, as their reports say.

use crate::{auditor::list::List, fourth_parties};

pub(super) fn list(rows: Vec<Vec<String>>) -> List {
    List {
        number: 0,
        title: "Fourth parties",
        population: "Every subservice organization that the reports in force name, with each vendor that rests on it, as known on the \
                     day on which this was made."
            .to_owned(),
        heads: fourth_parties::HEAD,
        rows,
    }
}
