//! Whether an open workspace can be written, and who has it where it cannot.

use serde::{Deserialize, Serialize};

/// Says who holds a workspace, to whoever comes second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The program, e.g. `countersign-desktop 0.1.0`.
    pub program: String,
    /// The computer's name.
    pub host: String,
    /// A line for people, e.g. "Ada Example on FRONTDESK".
    pub text: String,
}

/// Whether an open workspace can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// It can.
    ReadWrite,
    /// It can only be read.
    ReadOnly {
        /// Why.
        why: ReadOnlyReason,
    },
}

/// Why a workspace can only be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Another program has it open for writing.
    Held {
        /// Who; `None` where that program left no readable note.
        holder: Option<Holder>,
    },
    /// The file, its folder or the medium does not allow writing, or the medium knows no locks.
    Medium,
    /// The file is damaged; writing could make it worse.
    Damaged {
        /// What was found, for the log.
        detail: String,
    },
}
