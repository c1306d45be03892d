//! The days on which our side of a control is due: for whoever lists what needs attention.

use super::OwnControls;
use crate::{App, fail, people};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{DocumentId, EntryId, PersonId, VendorId};
use countersign_store::{FiledCuecAnswer, Snapshot, StoreError};
use std::collections::HashMap;

/// Why a day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// What was planned is to be in place.
    InPlace,
    /// What was verified is to be checked again ([`countersign_domain::cuec::RECHECK_MONTHS`]).
    Recheck,
}

/// A day on which our side of a control is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CuecDate {
    /// The vendor.
    pub(crate) vendor: VendorId,
    /// The report that lists the control.
    pub(crate) document: DocumentId,
    /// The name of its entry there.
    pub(crate) entry: EntryId,
    /// The control in the words of the report.
    pub(crate) text: String,
    /// Who answers for it.
    pub(crate) owner: Option<PersonId>,
    /// The day.
    pub(crate) on: NaiveDate,
    /// Why.
    pub(crate) why: Why,
}

/// Lists the days of a vendor, or of all, the earliest first. For each vendor the report counts that was answered last;
/// no reading is opened.
pub(crate) fn dates(db: &Snapshot<'_>, vendor: Option<VendorId>) -> Result<Vec<CuecDate>, StoreError> {
    let (answers, own) = (db.cuec_answers(vendor)?, OwnControls::read(db)?);
    let mut dates: Vec<CuecDate> = latest(&answers)
        .flat_map(|filed| {
            let (answer, ours) = (&filed.answer, &filed.answer.ours);
            let due = ours.due_on().map(|on| (on, Why::InPlace));
            let days = due.into_iter().chain(ours.recheck_on().map(|on| (on, Why::Recheck)));
            let owner = ours.answerable(|id| own.get(id));
            days.map(move |(on, why)| CuecDate {
                vendor: filed.vendor,
                document: answer.document,
                entry: answer.entry,
                text: answer.text.clone(),
                owner,
                on,
                why,
            })
        })
        .collect();
    dates.sort_by(|a, b| (a.on, a.vendor, &a.text).cmp(&(b.on, b.vendor, &b.text)));
    Ok(dates)
}

impl App {
    /// The days of a vendor, or of all, as they are shown.
    pub(crate) fn cuecs_due_views(&self, vendor: Option<uuid::Uuid>) -> Result<Vec<w::CuecDue>, Failure> {
        let today = self.clock.today();
        let (dates, vendors, people) = self
            .opened()?
            .store
            .read(|db| Ok((dates(db, vendor.map(VendorId::from_uuid))?, db.vendors()?, db.persons()?)))
            .map_err(fail::store)?;
        let name = |id: VendorId| {
            let known = vendors.iter().find(|row| row.vendor.id == id);
            known.map_or_else(String::new, |row| row.vendor.name.to_string())
        };
        let view = |date: CuecDate| w::CuecDue {
            vendor: date.vendor.uuid(),
            vendor_name: name(date.vendor),
            document: date.document.uuid(),
            entry: date.entry.to_string(),
            text: date.text,
            owner: date.owner.map(|owner| people::name_in(&people, owner)),
            on: date.on,
            why: match date.why {
                Why::InPlace => w::CuecDueWhy::InPlace,
                Why::Recheck => w::CuecDueWhy::Recheck,
            },
            overdue: date.on < today,
        };
        Ok(dates.into_iter().map(view).collect())
    }
}

/// The answers to each vendor's report that was answered last; they come by vendor, the latest covered last.
pub(super) fn latest(answers: &[FiledCuecAnswer]) -> impl Iterator<Item = &FiledCuecAnswer> {
    let last: HashMap<VendorId, DocumentId> =
        answers.iter().map(|filed| (filed.vendor, filed.answer.document)).collect();
    answers.iter().filter(move |filed| last.get(&filed.vendor) == Some(&filed.answer.document))
}
