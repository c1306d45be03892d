//! How far the report itself can be relied on: the firm that signed it, and the report as evidence (`practice.md` §3.8, §4.6).

use super::FrozenPages;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A sign of reliability, and what was found of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSignal {
    /// What it is about.
    pub what: String,
    /// What is asked for, in words.
    pub required: String,
    /// What was found, in words.
    pub found: String,
    /// What came of it, by the name of an outcome such as `pass`.
    pub outcome: String,
    /// The name of who looked; `None` where nobody has.
    pub by: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
    /// Where it stands.
    pub cited: Vec<FrozenPages>,
}
