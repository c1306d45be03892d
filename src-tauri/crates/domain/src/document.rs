//! A received document.

use crate::{DocumentId, Name, PersonId, Sha256, VendorId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A document as it was received. Its bytes are stored once under their hash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The name of its bytes.
    pub sha256: Sha256,
    /// The file's name without folders.
    pub file_name: Name,
    /// Length in bytes.
    pub bytes: u64,
    /// Number of pages.
    pub pages: u32,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Who received it.
    pub received_by: PersonId,
    /// Where it stands.
    pub filing: Filing,
}

/// Where a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Filing {
    /// Waits in the inbox for a person.
    Waiting,
    /// Belongs to a vendor.
    Filed {
        /// The vendor.
        vendor: VendorId,
    },
    /// Judged to be no evidence, kept.
    SetAside,
}
