//! The questions of a review (`practice.md` §3), and the answers that can be suggested from what is known.
//!
//! The questions are data (`data/review_questions.json`). A suggestion is never an answer: a person confirms it. Where nothing
//! can be suggested the answer stays empty.

mod lists;
mod not_proved;
mod parties;
mod report;
mod services;
mod suggest;
mod wrap_up;

pub use not_proved::{NotProved, Topic, not_proved};
pub use suggest::{Suggestion, Suggestions, suggest};

use countersign_domain::choices;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

choices! {
    /// The steps of a review, in order.
    Step {
        /// What was received, and whether it is whole and ours to read.
        Intake = "intake", "Intake";
        /// What was examined.
        Scope = "scope", "Scope";
        /// When, and how deeply.
        DatesAndType = "dates_and_type", "Dates and type";
        /// What the auditor concluded.
        Opinion = "opinion", "Opinion";
        /// What failed.
        Exceptions = "exceptions", "Exceptions";
        /// What we must do.
        Cuecs = "cuecs", "CUECs";
        /// What others do for the vendor.
        Subservice = "subservice", "Subservice organizations";
        /// What the report does not say.
        NotProved = "not_proved", "Not proved";
        /// Whether the report can be believed.
        Reliability = "reliability", "Reliability";
        /// What follows.
        Conclusion = "conclusion", "Conclusion";
    }
    /// How a question is answered.
    AnswerKind {
        /// One of the choices.
        Choice = "choice", "One choice";
        /// Some of the choices.
        Choices = "choices", "Choices";
        /// Yes or no.
        YesNo = "yes_no", "Yes or no";
        /// Yes or no, with words.
        YesNoAndText = "yes_no_and_text", "Yes or no, with words";
        /// Words.
        Text = "text", "Words";
        /// Words and a day.
        TextAndDate = "text_and_date", "Words and a day";
        /// A day.
        Date = "date", "A day";
        /// Two days.
        Dates = "dates", "Two days";
        /// Numbers.
        Number = "number", "Numbers";
        /// A number on a scale.
        Score = "score", "A score";
        /// A list.
        List = "list", "A list";
        /// Rows with several columns.
        Table = "table", "A table";
        /// Several fields that belong together.
        Record = "record", "Several fields";
        /// Worked out from other answers.
        Computed = "computed", "Computed";
    }
}

/// One question of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, e.g. `C5`.
    pub id: String,
    /// The step to which it belongs.
    pub step: Step,
    /// The question.
    pub question: String,
    /// How it is answered.
    pub answer: AnswerKind,
    /// The choices, where it is a choice.
    pub choices: Vec<String>,
    /// Where to look.
    pub look_at: Option<String>,
    /// What passes.
    pub pass: Option<String>,
    /// What warns.
    pub warn: Option<String>,
    /// What fails.
    pub fail: Option<String>,
    /// What supports the question.
    pub source: String,
}

static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/review_questions.json")).expect("the questions are questions")
});

/// Every question, in the order of the review.
pub fn all() -> &'static [Question] {
    &QUESTIONS
}

/// Finds the question of that id.
pub fn of_id(id: &str) -> Option<&'static Question> {
    all().iter().find(|question| question.id == id)
}

#[cfg(test)]
mod tests;
