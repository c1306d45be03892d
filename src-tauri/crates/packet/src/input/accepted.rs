//! What somebody signed for, as it stood: deviations from rules and acceptances of findings (`practice.md` §4.5, §5.5).

use chrono::NaiveDate;
use countersign_domain::RiskLevel;
use serde::{Deserialize, Serialize};

/// What is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcceptedKind {
    /// That a rule of the policy is broken.
    Deviation,
    /// That a finding stands.
    Finding,
}

/// A deviation or an acceptance that holds on the day of the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAcceptance {
    /// What is accepted.
    pub kind: AcceptedKind,
    /// What the rule is called, or the finding's name here, such as `EX-007`.
    pub of: String,
    /// What was found.
    pub found: String,
    /// Why it is allowed.
    pub reason: String,
    /// The worst that can come of it.
    pub worst_case: String,
    /// What compensates.
    pub compensations: String,
    /// What will be done about it; deviations say nothing of it.
    pub plan: Option<String>,
    /// The risk that stays; deviations say nothing of it.
    pub residual: Option<RiskLevel>,
    /// The name of who asked for it.
    pub requester: String,
    /// The name of who granted it.
    pub approver: String,
    /// In which rank.
    pub rank: String,
    /// When.
    pub granted_on: NaiveDate,
    /// Until when it holds.
    pub until: NaiveDate,
}
