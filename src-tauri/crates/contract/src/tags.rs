//! Cache tags: a read names what its answer is made of, a write what it makes stale. The UI never guesses.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an answer is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// The open workspace, who acts, counts in the navigation.
    Session,
    /// People and their roles.
    People,
    /// Files on their way in.
    Jobs,
    /// Documents, their facts and where they are filed.
    Documents,
    /// Vendors.
    Vendors,
    /// Reviews and their answers.
    Reviews,
    /// The acceptance policy.
    Policy,
    /// Decisions and packets.
    Decisions,
    /// What was put off of what needs attention.
    Attention,
    /// The audit log.
    History,
}
