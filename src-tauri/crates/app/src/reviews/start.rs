//! Starting a review, or a correction of one that is finished.

use super::latest_finished;
use crate::{App, application::stamp, fail, people, vendors::save::not_now};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Op, ReviewId, Stage, Step, Vendor};
use countersign_store::{Change, ReviewRow, StoreError, Subject};
use serde_json::json;

impl App {
    /// Starts a review of a vendor, or gives the one that is under way.
    pub(crate) fn start_review(&self, input: &w::StartReview) -> Result<w::ReviewView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Review)?;
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let reason = people::optional_text("correction", input.correction.as_deref())?;
        let (reviews, in_use) =
            opened.store.read(|db| Ok((db.reviews(vendor.id)?, db.in_use(&vendor)?))).map_err(fail::store)?;
        if let Some(open) = reviews.iter().find(|row| row.finished.is_none()) {
            return self.review_view(open.id.uuid());
        }
        let corrects = match reason {
            Some(reason) => {
                let finished = latest_finished(&reviews).ok_or_else(|| fail::not_found("review"))?;
                Some((finished.id, reason))
            }
            None => None,
        };
        let now = self.clock.now();
        let id = ReviewId::from_uuid(self.id(now));
        let answers = match &corrects {
            Some((before, _)) => opened.store.read(|db| db.answers(*before)).map_err(fail::store)?,
            None => Vec::new(),
        };
        // A correction is made where the vendor stands; a review brings it where reviews are made.
        let end = match corrects {
            Some(_) => vendor.stage,
            None => in_review(vendor.stage, in_use)?,
        };
        let row = ReviewRow {
            id,
            vendor: vendor.id,
            number: reviews.iter().map(|row| row.number).max().unwrap_or(0) + 1,
            corrects,
            started: (person.id, now),
            signed: None,
            second_read: None,
            finished: None,
        };
        let stamp = stamp(&person, permit, now, Op::StartReview, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("review", row.number);
                if let Some((_, reason)) = &row.corrects {
                    db.note("reason", reason.as_str());
                }
                db.insert_review(&row, &answers)?;
                moved(db, &vendor, end)
            })
            .map_err(fail::store)?;
        self.review_view(id.uuid())
    }
}

/// Where a vendor stands once its review is started.
fn in_review(stage: Stage, in_use: bool) -> Result<Stage, Failure> {
    let way = stage.way_to_decision().ok_or_else(|| not_now(stage))?;
    way.into_iter()
        .filter(|step| *step != Step::AskForDecision)
        .try_fold(stage, |stage, step| stage.after(step, in_use))
        .map_err(|_| not_now(stage))
}

/// Brings the vendor to a stage, with its own entry in the log.
pub(super) fn moved(db: &mut Change<'_>, vendor: &Vendor, end: Stage) -> Result<(), StoreError> {
    if vendor.stage == end {
        return Ok(());
    }
    let detail = json!({ "was": vendor.stage.as_str(), "became": end.as_str() });
    db.also(Op::MoveVendor, &Subject::vendor(vendor), detail)?;
    db.update_vendor(&Vendor { stage: end, ..vendor.clone() })
}
