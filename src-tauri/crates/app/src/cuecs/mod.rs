//! Our side of the complementary user entity controls (CUECs) that vendors' reports list (`practice.md` §3.5).
//!
//! [`book`] lays what was said over the list of the report that counts and beside that of the earlier report; everything
//! else shows it ([`show`], and [`all`] for all vendors together), changes it ([`save`], [`import`], [`undo`]) or carries it
//! out of the program ([`table`], [`memo`]).
//! [`dates`] is for whoever lists what is due; [`current`] is what it and [`all`] look at of documents.

mod all;
mod book;
mod commands;
pub(crate) mod counting;
mod current;
pub(crate) mod dates;
mod freeze;
mod import;
mod memo;
mod own_controls;
mod save;
mod show;
mod table;
mod undo;

use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::cuec::{self as c, InvalidCuecAnswer};

pub(crate) use book::OwnControls;
pub(crate) use commands::commands;
pub(crate) use freeze::freeze;

crate::names::pair!(applies_name, applies: w::AppliesName, c::Applies { Yes, Partly, No });
crate::names::pair!(progress_name, progress: w::CuecProgressName, c::CuecProgress {
    NotStarted, Planned, Implemented, Verified,
});

/// The field at which what does not hold together is said, and what is wrong with it.
const fn at_field(error: InvalidCuecAnswer) -> (&'static str, Problem) {
    match error {
        InvalidCuecAnswer::ReasonMissing => ("why", Problem::ReasonMissing),
        InvalidCuecAnswer::DueMissing => ("due", Problem::Empty),
        InvalidCuecAnswer::VerifiedInTheFuture => ("verified_on", Problem::InTheFuture),
        InvalidCuecAnswer::VerifiedMissing => ("verified_on", Problem::Empty),
        InvalidCuecAnswer::ImplausibleDay => ("due", Problem::ImplausibleDay),
    }
}

fn refused(error: InvalidCuecAnswer) -> Failure {
    let (field, problem) = at_field(error);
    crate::fail::invalid(field, problem)
}
