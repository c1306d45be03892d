//! Pure arithmetic on facts, policy and a date: what is asked of a vendor and whether what we hold meets it.
//!
//! This crate must not know the store, files or the clock: "today" is a parameter. [`tiering`] gives a vendor its class,
//! [`standard`] is the acceptance policy as data, [`snapshot`] what the rules look at, [`rules`] one file for each rule.
#![deny(missing_docs)]

pub mod alternative;
pub mod answers;
pub mod ask;
pub mod coverage;
pub mod defaults;
pub mod due;
#[cfg(test)]
mod fixture;
pub mod inquiry;
pub mod months;
pub mod questions;
pub mod request;
pub mod rules;
pub mod snapshot;
pub mod standard;
pub mod tiering;
pub mod verdict;
pub mod watch;
pub mod words;

pub use ask::Ask;
pub use countersign_domain::{Rank, organization};
pub use coverage::{Coverage, Letter};
pub use defaults::AgeLimits;
pub use rules::{RuleOutcome, RuleResult};
pub use snapshot::Snapshot;
pub use standard::{Policy, Severity};
pub use tiering::Tiering;
pub use verdict::{Conclusion, Verdict, conclude};
