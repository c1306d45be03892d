//! What a finished review looked at, and so what its answers can be about.

use crate::DocumentId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a review looked at when it was finished.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Looked {
    /// The documents that were filed with the vendor.
    pub documents: BTreeSet<DocumentId>,
    /// The rules that warned, by code: a note of the review answers these and no later warning.
    pub warned: BTreeSet<String>,
}
