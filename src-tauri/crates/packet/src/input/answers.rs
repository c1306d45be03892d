//! The question sheet of the review on which a decision rests, as it was frozen (`practice.md` §3).

use super::FrozenPages;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How an answer came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerOrigin {
    /// The program suggested it, and a person confirmed it as it was.
    Confirmed,
    /// The program suggested another one, and a person corrected it.
    Corrected,
    /// A person entered it; the program had nothing to suggest.
    Entered,
    /// Nobody has answered.
    Open,
    /// The question does not apply.
    NotApplicable,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAnswer {
    /// Its id, such as `C5`.
    pub id: String,
    /// The step of the review to which it belongs.
    pub step: String,
    /// The question.
    pub question: String,
    /// The answer, or why the question does not apply.
    pub answer: Option<String>,
    /// What was noted with it.
    pub note: Option<String>,
    /// How it came about.
    pub origin: AnswerOrigin,
    /// The name of who answered.
    pub by: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
    /// What came of it, by the name of an outcome such as `pass`.
    pub result: Option<String>,
    /// Conditions, findings and deviations to which it led, as the packet names them.
    pub leads_to: Vec<String>,
    /// Where it stands.
    pub cited: Vec<FrozenPages>,
}

/// Something that the report does not prove (`practice.md` §3.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenGap {
    /// What it is about.
    pub topic: String,
    /// What is not proved, for this vendor.
    pub statement: String,
    /// What else is held that speaks of it.
    pub filled_by: Option<String>,
    /// Where the report draws its line.
    pub cited: Vec<FrozenPages>,
}
