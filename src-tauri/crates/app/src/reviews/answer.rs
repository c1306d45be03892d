//! An answer as it is kept, and typing one.

use crate::{App, application::Opened, fail, names, people};
use chrono::{DateTime, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, DocumentId, Permit, PersonId, ReviewId};
use countersign_policy::{RuleOutcome, answers::Answered, questions, rules::CitedPage};
use countersign_store::{AnswerRow, ReviewRow, Snapshot, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The longest answer and note, in characters.
const LONGEST: usize = 8_000;

/// A page that supports an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Page {
    pub(crate) document: DocumentId,
    pub(crate) page: u32,
}

impl From<CitedPage> for Page {
    fn from(cited: CitedPage) -> Self {
        Self { document: cited.document, page: cited.page }
    }
}

impl From<Page> for w::CitedPageView {
    fn from(page: Page) -> Self {
        Self { document: page.document.uuid(), page: page.page }
    }
}

/// An answer in the form in which the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) value: String,
    pub(crate) result: Option<RuleOutcome>,
    pub(crate) note: String,
    pub(crate) citations: Vec<Page>,
}

/// An answer with who gave it.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub(crate) question: String,
    pub(crate) by: PersonId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) kept: Kept,
}

impl Given {
    /// The answer as the rules weigh it.
    pub(crate) fn answered(&self) -> Answered {
        Answered {
            question: self.question.clone(),
            value: self.kept.value.clone(),
            result: self.kept.result,
            note: self.kept.note.clone(),
            by: self.by,
        }
    }
}

/// The answers of a review.
pub(crate) fn of_review(db: &Snapshot<'_>, review: ReviewId) -> Result<Vec<Given>, StoreError> {
    db.answers(review)?.into_iter().map(given).collect()
}

/// The answers of the last finished review of each vendor, by review.
pub(crate) fn of_last_reviews(db: &Snapshot<'_>) -> Result<HashMap<ReviewId, Vec<Given>>, StoreError> {
    let all = db.answers_of_last()?.into_iter();
    all.map(|(review, rows)| Ok((review, rows.into_iter().map(given).collect::<Result<_, _>>()?))).collect()
}

fn given(row: AnswerRow) -> Result<Given, StoreError> {
    let unreadable = |error: serde_json::Error| StoreError::Unexpected { detail: format!("an answer: {error}") };
    let kept = serde_json::from_value(row.answer).map_err(unreadable)?;
    Ok(Given { question: row.question, by: row.by, at: row.at, kept })
}

impl App {
    /// Keeps an answer as it is typed.
    pub(crate) fn save_answer(&self, input: &w::SaveAnswer) -> Result<w::ReviewView, Failure> {
        let opened = self.opened()?;
        let (person, _) = opened.permit(Action::Review)?;
        let row = under_way(&opened, input.review)?;
        if row.signed.is_some() {
            return Err(Failure::ReviewNotNow { state: w::ReviewState::Signed });
        }
        if questions::of_id(&input.question).is_none() {
            return Err(fail::not_found("question"));
        }
        match &input.answer {
            None => opened.store.drop_answer(row.id, &input.question).map_err(fail::store)?,
            Some(answer) => {
                let kept = Kept {
                    value: typed("value", &answer.value)?,
                    result: answer.result.map(names::rule_outcome),
                    note: typed("note", &answer.note)?,
                    citations: answer
                        .citations
                        .iter()
                        .map(|cited| Page { document: DocumentId::from_uuid(cited.document), page: cited.page })
                        .collect(),
                };
                let answer = AnswerRow {
                    question: input.question.clone(),
                    by: person.id,
                    at: self.clock.now(),
                    answer: serde_json::to_value(kept).map_err(fail::unexpected)?,
                };
                opened.store.keep_answer(row.id, &answer).map_err(fail::store)?;
            }
        }
        self.review_view(input.review)
    }
}

/// What is typed so far; it may be empty.
fn typed(field: &str, text: &str) -> Result<String, Failure> {
    if text.chars().count() > LONGEST {
        return Err(fail::invalid(field, Problem::TooLong { limit: LONGEST as u32 }));
    }
    match people::optional_text(field, Some(text))? {
        // White space at the ends stays as it is typed: it may be the space before the next word.
        Some(_) => Ok(text.to_owned()),
        None => Ok(String::new()),
    }
}

/// A review that is not finished.
pub(super) fn under_way(opened: &Opened, id: uuid::Uuid) -> Result<ReviewRow, Failure> {
    let id = ReviewId::from_uuid(id);
    let row = opened.store.read(|db| db.review(id)).map_err(fail::store)?;
    let row = row.ok_or_else(|| fail::not_found("review"))?;
    match row.finished {
        Some(_) => Err(Failure::ReviewNotNow { state: w::ReviewState::Finished }),
        None => Ok(row),
    }
}

/// Whether a person may do what `action` names.
pub(super) fn may(person: &countersign_domain::Person, action: Action) -> bool {
    Permit::request(person, action).is_ok()
}
