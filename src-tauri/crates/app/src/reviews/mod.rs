//! Guided reviews: the questions of a vendor's report with their evidence, answers, signatures, and what is frozen.

pub(crate) mod answer;
mod export;
mod sheet;
mod show;
mod sign;
mod start;
mod steps;

pub(crate) use sheet::{Asked, Sheet, frozen as frozen_sheet};

use crate::{App, fail, people};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Person, ReviewId, Vendor, VendorId};
use countersign_store::{ReviewRow, Snapshot, StoreError};
use uuid::Uuid;

/// A review with its vendor.
pub(crate) struct Known {
    pub(crate) row: ReviewRow,
    pub(crate) vendor: Vendor,
    pub(crate) people: Vec<Person>,
    /// The other reviews of the vendor, the latest first.
    pub(crate) all: Vec<ReviewRow>,
}

pub(crate) fn known(db: &Snapshot<'_>, id: ReviewId) -> Result<Known, StoreError> {
    let row = db.review(id)?.ok_or(StoreError::Missing { what: "review" })?;
    let vendor = db.vendor(row.vendor)?.ok_or(StoreError::Missing { what: "vendor" })?;
    Ok(Known { people: db.persons()?, all: db.reviews(vendor.id)?, row, vendor })
}

/// The latest finished review that stands.
pub(crate) fn latest_finished(rows: &[ReviewRow]) -> Option<&ReviewRow> {
    rows.iter().filter(|row| row.finished.is_some()).max_by_key(|row| row.number)
}

impl App {
    /// The reviews of a vendor, the latest first.
    pub(crate) fn review_rows(&self, vendor: Uuid) -> Result<Vec<w::ReviewRow>, Failure> {
        let id = VendorId::from_uuid(vendor);
        let listed = self.opened()?.store.read(|db| {
            let (rows, people) = (db.reviews(id)?, db.persons()?);
            rows.iter()
                .map(|row| {
                    let verdict = match row.finished {
                        Some(_) => sheet::frozen(db, row.id)?.map(|sheet| sheet.verdict),
                        None => None,
                    };
                    Ok(show::row(row, &rows, &people, verdict))
                })
                .collect()
        });
        listed.map_err(fail::store)
    }

    /// A review with its questions.
    pub(crate) fn review_view(&self, id: Uuid) -> Result<w::ReviewView, Failure> {
        let (known, sheet) = self.review_sheet(ReviewId::from_uuid(id))?;
        let actor = self.opened()?.actor()?;
        Ok(show::view(&known, &sheet, &actor))
    }

    /// The question sheet of a review: as it was frozen, or as it is now.
    pub(crate) fn review_sheet(&self, id: ReviewId) -> Result<(Known, Sheet), Failure> {
        let day = self.day();
        let made = self.opened()?.store.read(|db| {
            let known = known(db, id)?;
            let sheet = match sheet::frozen(db, id)? {
                Some(sheet) => sheet,
                None => sheet::make(db, &known, day)?,
            };
            Ok((known, sheet))
        });
        made.map_err(fail::store)
    }
}

/// A person by name with a moment.
fn signed_by(people: &[Person], who: (countersign_domain::PersonId, chrono::DateTime<chrono::Utc>)) -> w::SignedBy {
    w::SignedBy { name: people::name_in(people, who.0), at: who.1 }
}
