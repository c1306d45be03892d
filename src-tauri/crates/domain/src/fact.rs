//! A statement with the place where it was read. No citation, no fact.

use crate::Citation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a fact came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The document says it.
    Stated,
    /// Worked out from what the document says; the citation shows from what.
    Derived,
    /// Read from a picture of text.
    Ocr,
}

/// A value with where it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "FactOf{T}")]
pub struct Fact<T> {
    /// What is said.
    pub value: T,
    /// How it came about.
    pub basis: Basis,
    /// Where it stands; never empty for a fact that the reader made.
    pub citations: Vec<Citation>,
}

impl<T> Fact<T> {
    /// Makes a fact that the document states at `citation`.
    pub fn stated(value: T, citation: Citation) -> Self {
        Self { value, basis: Basis::Stated, citations: vec![citation] }
    }

    /// Makes a fact worked out from `citation`.
    pub fn derived(value: T, citation: Citation) -> Self {
        Self { value, basis: Basis::Derived, citations: vec![citation] }
    }

    /// Keeps basis and citations, changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Fact<U> {
        Fact { value: change(self.value), basis: self.basis, citations: self.citations }
    }
}
