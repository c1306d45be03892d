//! An answer of a questionnaire as an entry that a person judges, and what it comes to.

use crate::{Basis, Citation, Reading, reading::QuestionAnswer};
use serde::{Deserialize, Serialize};

/// A question with what was answered and how it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's number, e.g. `A&A-01.1`.
    pub id: Option<String>,
    /// The question.
    pub question: String,
    /// The answer; `None` for an empty field.
    pub answer: Option<String>,
    /// What was written besides a choice.
    pub comment: Option<String>,
    /// How it came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// What an answer comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// "No".
    No,
    /// "Partially".
    Partly,
    /// Nothing was answered.
    Blank,
    /// Something else was written.
    Written,
    /// "Not applicable".
    NotApplicable,
    /// "Yes".
    Yes,
}

impl Answer {
    /// Lists what a reading says of a questionnaire. The reading format keeps no basis for an answer: what stands on a page
    /// that was read from a picture was read from it.
    pub fn of(reading: &Reading) -> Vec<Self> {
        let read = |said: &QuestionAnswer| {
            let pictured = said.citations.iter().any(|cited| reading.document.ocr_pages.contains(&cited.page));
            Self {
                id: said.id.clone(),
                question: said.question.clone(),
                answer: said.answer.clone(),
                comment: said.comment.clone(),
                basis: if pictured { Basis::Ocr } else { Basis::Stated },
                citations: said.citations.clone(),
            }
        };
        reading.questionnaire.iter().flat_map(|questionnaire| &questionnaire.answers).map(read).collect()
    }

    /// Tells the choices that forms offer from what is written freely and from nothing; white space, case and a full stop
    /// do not matter.
    pub fn kind(&self) -> AnswerKind {
        let said = self.answer.as_deref().unwrap_or_default();
        let said = said.trim().trim_end_matches('.').to_lowercase();
        match said.as_str() {
            "" if self.comment.as_ref().is_none_or(|comment| comment.trim().is_empty()) => AnswerKind::Blank,
            "yes" | "y" => AnswerKind::Yes,
            "no" | "n" => AnswerKind::No,
            "na" | "n/a" | "not applicable" => AnswerKind::NotApplicable,
            "partial" | "partially" | "partly" => AnswerKind::Partly,
            _ => AnswerKind::Written,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(answer: Option<&str>, comment: Option<&str>) -> AnswerKind {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let (answer, comment) = (owned(answer), owned(comment));
        let question = "Are backups tested?".to_owned();
        Answer { id: None, question, answer, comment, basis: Basis::Stated, citations: Vec::new() }.kind()
    }

    #[test]
    fn choices_are_told_from_what_is_written() {
        for (said, kind) in [
            ("Yes", AnswerKind::Yes),
            (" NO. ", AnswerKind::No),
            ("N/A", AnswerKind::NotApplicable),
            ("Not applicable", AnswerKind::NotApplicable),
            ("Partially", AnswerKind::Partly),
            ("No staff has access", AnswerKind::Written),
            ("Every year", AnswerKind::Written),
        ] {
            assert_eq!(answered(Some(said), None), kind, "{said}");
        }
    }

    #[test]
    fn a_field_left_empty_is_blank_only_where_nothing_stands_beside_it() {
        assert_eq!(answered(None, None), AnswerKind::Blank);
        assert_eq!(answered(Some(" "), Some("")), AnswerKind::Blank);
        assert_eq!(answered(None, Some("See the policy.")), AnswerKind::Written, "the comment answers");
    }
}
