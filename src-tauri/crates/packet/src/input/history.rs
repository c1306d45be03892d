//! What was before a decision, and what was signed in the program after it.

use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{Outcome, RiskLevel, Sha256};
use serde::{Deserialize, Serialize};

/// The packet before this one: the version before, else the last packet of the decision before. A file cannot print its own hash;
/// so each packet prints the hash of the file before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPrevious {
    /// Its number.
    pub number: String,
    /// Its version.
    pub version: u32,
    /// The SHA-256 of its file.
    pub sha256: Sha256,
}

/// A decision on the vendor before this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenEarlier {
    /// Its number in the workspace.
    pub number: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// The risk that stayed, where it was asked.
    pub residual: Option<RiskLevel>,
    /// The business day of the decision.
    pub decided_on: NaiveDate,
    /// The name of the person who recorded it.
    pub recorded_by: String,
    /// How many versions of its packet were made.
    pub packets: u32,
}

/// Something that is otherwise than in the decision before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenChange {
    /// What.
    pub what: String,
    /// What it was; `None` where there was nothing.
    pub was: Option<String>,
    /// What it is; `None` where there is nothing any more.
    pub is: Option<String>,
}

/// A signature typed in the program. Chosen when a packet is made, because people sign after the decision was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSignOff {
    /// Which of the signers of the decision, counted from 1.
    pub place: u32,
    /// The name of who signed.
    pub name: String,
    /// In which role.
    pub role: String,
    /// Whether they agree with what was decided.
    pub agrees: bool,
    /// What they wrote.
    pub comment: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// On which business day.
    pub on: NaiveDate,
    /// The hash of the frozen decision that they signed.
    pub sha256: Sha256,
}
