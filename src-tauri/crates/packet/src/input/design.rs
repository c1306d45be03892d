//! The design in which a decision prints (`decisions/0029`, `decisions/0038`, `decisions/0046`, `decisions/0048`, `decisions/0053`).

use serde::{Deserialize, Serialize};

/// The design of the pages, each with what the one before has. A decision keeps the design of its time, so that it prints again
/// as it was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Design {
    /// Without the table of the remaining risk, the strip of findings and the clauses of the contract.
    #[default]
    First,
    /// With them.
    Second,
    /// With the verdict of the policy, the packet before, earlier decisions and what changed, typed sign-offs, and a reference
    /// behind every statement of a report.
    Third,
    /// In a file that is packed, with what it says in the same words.
    Fourth,
    /// In a smaller file still, and with the pages of user entity responsibilities where a report has no CUECs.
    Fifth,
    /// In a file that is written in less time.
    Sixth,
}

impl Design {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "it is what serde asks with")]
    pub(super) fn is_first(&self) -> bool {
        *self == Self::First
    }
}
