//! Pure arithmetic on facts, policy and a date: what is asked of a vendor and whether what we hold meets it.
//!
//! This crate must not know the store, files or the clock: "today" is a parameter. Today it holds the date arithmetic
//! (`practice.md` §4.2) and the default age limits (§4.3); each rule of the acceptance policy gets a file of its own here.
#![deny(missing_docs)]

pub mod coverage;
pub mod defaults;
pub mod months;
pub mod rank;
pub mod standard;
pub mod tiering;

pub use coverage::{Coverage, Letter};
pub use defaults::AgeLimits;
pub use rank::Rank;
pub use standard::{Policy, Severity};
pub use tiering::Tiering;
