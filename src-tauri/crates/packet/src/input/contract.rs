//! What is agreed with the vendor, clause by clause (`practice.md` §6.4). What is paid stays out: the packet does not print it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenContract {
    /// What it is called.
    pub title: String,
    /// From when until when it holds and how it is ended, in words; `None` where nothing of it is recorded.
    pub term: Option<String>,
    /// The last day on which notice can be given next.
    pub notice_by: Option<NaiveDate>,
    /// The law that governs it.
    pub law: Option<String>,
    /// Each duty that vendor management looks for.
    pub clauses: Vec<FrozenClause>,
}

/// A duty, and whether it is agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenClause {
    /// What it is about.
    pub what: String,
    /// Whether it is agreed.
    pub state: ClauseState,
    /// What is agreed, where more than that it is.
    pub term: Option<String>,
    /// Whether the policy asks this vendor for it.
    pub asked: bool,
}

/// Whether a duty is agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseState {
    /// It is agreed.
    Present,
    /// It is agreed, but less than is usual.
    Weaker,
    /// It is not agreed.
    Missing,
    /// Nobody has looked it up.
    NotKnown,
}
