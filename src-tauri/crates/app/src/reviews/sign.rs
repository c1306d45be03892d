//! Signing a review, reading it again, taking a signature back, finishing.

use super::{
    Known,
    answer::{Given, of_review, under_way},
    sheet,
    start::moved,
};
use crate::{App, application::stamp, clock::Day, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Looked, Op, ReviewId, Sha256, Step};
use countersign_store::{Snapshot, StoreError, Subject};
use serde_json::{Value, json};
use uuid::Uuid;

impl App {
    /// Signs a review as its reviewer. What was answered goes into the log with it.
    pub(crate) fn sign_review(&self, id: Uuid) -> Result<w::ReviewView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Review)?;
        let row = under_way(&opened, id)?;
        if row.signed.is_some() {
            return Err(Failure::ReviewNotNow { state: w::ReviewState::Signed });
        }
        let (known, sheet) = self.review_sheet(row.id)?;
        let open = sheet.open();
        if !open.is_empty() {
            return Err(Failure::Unanswered { questions: open });
        }
        let now = self.clock.now();
        let subject = Subject::vendor(&known.vendor);
        let stamp = stamp(&person, permit, now, Op::SignReview, subject.clone());
        opened
            .store
            .write(&stamp, |db| {
                let answers = told(&of_review(db, row.id)?);
                db.also(Op::AnswerReview, &subject, json!({ "review": row.number, "answers": answers }))?;
                db.note("review", row.number);
                db.note("verdict", sheet.verdict.as_str());
                db.sign_review(row.id, Some((person.id, now)))
            })
            .map_err(fail::store)?;
        self.review_view(id)
    }

    /// Takes the signature back, so that answers can be changed.
    pub(crate) fn return_review(&self, input: &w::ReturnReview) -> Result<w::ReviewView, Failure> {
        let opened = self.opened()?;
        let actor = opened.actor()?;
        // Who reads it again may give it back as well as who reviews.
        let reads = if super::answer::may(&actor, Action::Review) { Action::Review } else { Action::ReadAgain };
        let (person, permit) = opened.permit(reads)?;
        let row = under_way(&opened, input.review)?;
        if row.signed.is_none() {
            return Err(Failure::ReviewNotNow { state: w::ReviewState::Open });
        }
        let reason = people::long_text("reason", &input.reason)?;
        let vendor = self.known_vendor(row.vendor.uuid())?.vendor;
        let stamp = stamp(&person, permit, self.clock.now(), Op::SignReview, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("review", row.number);
                db.note("taken_back", reason.as_str());
                db.sign_review(row.id, None)
            })
            .map_err(fail::store)?;
        self.review_view(input.review)
    }

    /// Says that the acting person, who is not the reviewer, has read the review again.
    pub(crate) fn read_review_again(&self, id: Uuid) -> Result<w::ReviewView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::ReadAgain)?;
        let row = under_way(&opened, id)?;
        let Some((reviewer, _)) = row.signed else {
            return Err(Failure::ReviewNotNow { state: w::ReviewState::Open });
        };
        if reviewer == person.id {
            return Err(fail::invalid("second_reader", Problem::ReviewerReadsAgain));
        }
        let vendor = self.known_vendor(row.vendor.uuid())?.vendor;
        let now = self.clock.now();
        let stamp = stamp(&person, permit, now, Op::ReadReviewAgain, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("review", row.number);
                db.read_review_again(row.id, person.id, now)
            })
            .map_err(fail::store)?;
        self.review_view(id)
    }

    /// Finishes a signed review: it is frozen, and the vendor waits for its decision.
    pub(crate) fn finish_review(&self, id: Uuid) -> Result<w::ReviewView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Review)?;
        let row = under_way(&opened, id)?;
        if row.signed.is_none() {
            return Err(Failure::ReviewNotNow { state: w::ReviewState::Open });
        }
        let (known, sheet) = self.review_sheet(row.id)?;
        let open = sheet.open();
        if !open.is_empty() {
            // A question that did not apply when it was signed may apply now.
            return Err(Failure::Unanswered { questions: open });
        }
        if sheet.needs_second_reader && row.second_read.is_none() {
            return Err(fail::invalid("second_reader", Problem::SecondReaderMissing));
        }
        let (now, day) = (self.clock.now(), self.day());
        let stamp = stamp(&person, permit, now, Op::FinishReview, Subject::vendor(&known.vendor));
        opened
            .store
            .write(&stamp, |db| {
                let ((frozen, sha256), looked) = freshly_frozen(db, row.id, day)?;
                db.note("review", row.number);
                db.note("verdict", sheet.verdict.as_str());
                db.note("frozen_sha256", sha256.to_string());
                db.finish_review(row.id, now, (&frozen, sha256), &looked)?;
                let end = known.vendor.stage.after(Step::AskForDecision, db.in_use(&known.vendor)?);
                moved(db, &known.vendor, end.unwrap_or(known.vendor.stage))
            })
            .map_err(fail::store)?;
        self.review_view(id)
    }
}

fn freshly_frozen(db: &Snapshot<'_>, id: ReviewId, day: Day<'_>) -> Result<((String, Sha256), Looked), StoreError> {
    let known: Known = super::known(db, id)?;
    let sheet = sheet::make(db, &known, day)?;
    Ok((sheet.canonical()?, sheet.looked()))
}

/// The answers as the log keeps them.
fn told(given: &[Given]) -> Vec<Value> {
    given
        .iter()
        .map(|given| {
            let kept = &given.kept;
            json!({ "question": given.question, "value": kept.value, "result": kept.result, "note": kept.note })
        })
        .collect()
}
