//! The days on which our side of a control is due: for whoever lists what needs attention.

use super::OwnControls;
use super::counting;
use super::current::{self, Answers};
use crate::{
    App,
    acceptance::{Assembled, Taking, cuec_lists, keep},
    fail, people,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{DocumentId, EntryId, PersonId, VendorId};
use countersign_store::{Snapshot, StoreError};

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
    /// Whether it was said of the report before, and nobody has confirmed it for this one.
    pub(crate) carried: bool,
}

/// Lists the days of a vendor, or of all, the earliest first: those of what was said of the report that counts, and of what was
/// said of the one before and waits to be confirmed. A day does not go away because a new report came in.
pub(crate) fn dates(
    db: &Snapshot<'_>,
    vendor: Option<VendorId>,
    assembled: &Assembled,
    today: NaiveDate,
    taking: &mut Taking<'_>,
) -> Result<Vec<CuecDate>, StoreError> {
    let answers = Answers::read(db, vendor)?;
    if answers.is_empty() {
        return Ok(Vec::new());
    }
    let (own, counts) = (OwnControls::read(db)?, counting::of_assembled(assembled, today));
    let mut lists = cuec_lists(db, taking)?;
    lists.retain(|of, documents| {
        vendor.is_none_or(|vendor| *of == vendor) && documents.iter().any(|list| answers.has(list.document))
    });
    let mut dates = Vec::new();
    for (vendor, documents) in &mut lists {
        // A newer report of which no list was read says nothing of what the one before lists.
        documents.retain(|list| list.none_stated || !list.controls.is_empty());
        let counting = counts.get(vendor).map(Vec::as_slice);
        let lists = current::all_rows(documents, counting, &answers).into_iter();
        let rows = lists.flat_map(|(list, rows, counts)| rows.into_iter().map(move |row| (list, row, counts)));
        for (list, row, counts) in rows {
            let unread = counts.is_some_and(|counts| counts != list.document);
            let Some(answer) = row.said.or(row.carried) else { continue };
            let ours = &answer.ours;
            let due = ours.due_on().map(|on| (on, Why::InPlace));
            let days = due.into_iter().chain(ours.recheck_on().map(|on| (on, Why::Recheck)));
            dates.extend(days.map(|(on, why)| CuecDate {
                vendor: *vendor,
                document: list.document,
                entry: row.listed.entry,
                text: row.listed.text.clone(),
                owner: ours.answerable(|id| own.get(id)),
                on,
                why,
                carried: unread || row.said.is_none(),
            }));
        }
    }
    dates.sort_by(|a, b| (a.on, a.vendor, &a.text).cmp(&(b.on, b.vendor, &b.text)));
    Ok(dates)
}

impl App {
    /// The days of a vendor, or of all, as they are shown.
    pub(crate) fn cuecs_due_views(&self, vendor: Option<uuid::Uuid>) -> Result<Vec<w::CuecDue>, Failure> {
        let (today, vendor) = (self.clock.today(), vendor.map(VendorId::from_uuid));
        let opened = self.opened()?;
        let assembled = self.assembled(&opened, vendor)?;
        let mut taking = Taking::from(&self.extracts);
        let (dates, vendors, people) = opened
            .store
            .read(|db| Ok((dates(db, vendor, &assembled, today, &mut taking)?, db.vendors()?, db.persons()?)))
            .map_err(fail::store)?;
        keep(&opened, &taking.fresh)?;
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
            carried: date.carried,
        };
        Ok(dates.into_iter().map(view).collect())
    }
}
