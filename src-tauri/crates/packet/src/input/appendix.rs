//! Documents whose pages are appended.

use serde::{Deserialize, Serialize};

/// A document whose pages are appended, with what a copy of its pages cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAppendix {
    /// How the packet names the document.
    pub label: String,
    /// How many electronic signatures the original carries.
    pub signatures: u32,
    /// Whether the original is protected against change, though it opens without a password.
    pub protected: bool,
    /// Whether parts of its pages can be switched on and off.
    pub layers: bool,
}
