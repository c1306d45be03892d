//! Matrices of controls in many layouts, read and compared. All wording is invented.

mod cards_and_bands;
pub(crate) mod matrices;
