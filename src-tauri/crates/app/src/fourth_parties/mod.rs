//! Fourth parties: the subservice organizations that vendors' current reports name, as one register (`practice.md` §3.6, §9).
//!
//! [`stated`] is what a report says, kept with its evidence; [`ground`] what people said and what we hold of the parties
//! themselves, laid over what the rules look at; [`pool`] brings both together over all vendors. Everything else shows it
//! ([`show`], [`figures`]), changes it ([`names_of`], [`record`]) or carries it out of the program ([`letter`], [`export`]).

mod export;
mod figures;
mod ground;
mod letter;
mod names_of;
mod pool;
mod record;
mod show;
mod stated;
mod suggest;

use countersign_contract::wire as w;
use countersign_domain::fourth_party as d;

pub(crate) use export::HEAD;
pub(crate) use figures::{Figures, figures};
pub(crate) use ground::{Ground, OwnEvidence};
pub(crate) use pool::{open_parties, shared_by};
pub(crate) use stated::Rests;

crate::names::pair!(monitoring_name, monitoring: w::MonitoringName, d::Monitoring { Tested, Said, None });

/// What a vendor's report that counts says of whom it rests on.
#[derive(Debug, Clone)]
pub(crate) struct OfReport {
    /// The report.
    pub(crate) document: countersign_domain::DocumentId,
    /// What it says.
    pub(crate) rests: Rests,
}
