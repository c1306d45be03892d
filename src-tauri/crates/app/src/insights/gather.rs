//! What the figures are worked out of: read once for all vendors, of a day or of a day that has passed.

use super::inventory::Inventory;
use crate::{
    acceptance::Assembled,
    clock::{Clock, Day},
    firms,
    register::standing,
    today::Watched,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{
    DocumentId, FindingId, Offboarding, Person, VendorId,
    checklist::{Template, Tick},
    metric::Passed,
};
use countersign_policy::{organization, rules::Case, snapshot::Evidence};
use countersign_store::{AcceptanceRow, DecisionDays, DocumentFilter, ReviewRow, Snapshot, StoreError, VendorRow};
use std::{collections::HashMap, sync::Arc};

/// What is known of all vendors on a day.
pub(super) struct Gathered {
    pub(super) day: NaiveDate,
    /// The day from which on earlier states are known.
    pub(super) known_since: Option<NaiveDate>,
    pub(super) assembled: Arc<Assembled>,
    pub(super) rows: Vec<VendorRow>,
    pub(super) people: Vec<Person>,
    pub(super) reviews: HashMap<VendorId, Vec<ReviewRow>>,
    pub(super) acceptances: Vec<AcceptanceRow>,
    pub(super) decisions: HashMap<VendorId, Vec<DecisionDays>>,
    /// The stages that vendors passed, as far as it is known.
    pub(super) passed: HashMap<VendorId, Vec<Passed>>,
    /// The day on which a finding was treated or accepted, where it is not open and that is known.
    pub(super) treated: HashMap<FindingId, NaiveDate>,
    pub(super) offboardings: HashMap<VendorId, Offboarding>,
    pub(super) ticks: HashMap<VendorId, Vec<Tick>>,
    pub(super) exit: Template,
    /// The business day on which a document was received.
    pub(super) received: HashMap<DocumentId, NaiveDate>,
    /// The list with which the register is compared.
    pub(super) inventory: Option<Inventory>,
    clock: Arc<dyn Clock>,
}

impl Gathered {
    /// Reads it.
    pub(super) fn read(
        db: &Snapshot<'_>,
        day: NaiveDate,
        clock: &Arc<dyn Clock>,
        assembled: Arc<Assembled>,
    ) -> Result<Self, StoreError> {
        let mut reviews: HashMap<VendorId, Vec<ReviewRow>> = HashMap::new();
        for row in db.all_reviews()? {
            reviews.entry(row.vendor).or_default().push(row);
        }
        let mut decisions: HashMap<VendorId, Vec<DecisionDays>> = HashMap::new();
        for decision in db.decision_days()? {
            decisions.entry(decision.vendor).or_default().push(decision);
        }
        let mut passed: HashMap<VendorId, Vec<Passed>> = HashMap::new();
        for (vendor, change) in db.stage_changes()? {
            let step = Passed { on: clock.day_of(change.at), was: change.was, stage: change.became };
            passed.entry(vendor).or_default().push(step);
        }
        let mut treated = HashMap::new();
        for (finding, change) in db.status_changes()? {
            // Opened again and treated again counts from the last time.
            if change.became.is_open() {
                treated.remove(&finding);
            } else if change.was.is_none_or(countersign_domain::FindingStatus::is_open) {
                treated.insert(finding, clock.day_of(change.at));
            }
        }
        Ok(Self {
            day,
            known_since: db.past_begins()?.map(|at| clock.day_of(at)),
            assembled,
            rows: db.vendors()?,
            people: db.persons()?,
            reviews,
            acceptances: db.acceptances()?,
            decisions,
            passed,
            treated,
            offboardings: db.offboardings()?,
            ticks: db.all_ticks()?,
            exit: standing::exit_list(db)?,
            received: {
                let filed = db.documents(DocumentFilter::Filed)?.into_iter();
                filed.map(|row| (row.document.id, clock.day_of(row.document.received_at))).collect()
            },
            inventory: Inventory::read(db)?,
            clock: Arc::clone(clock),
        })
    }

    /// The business day of a moment.
    pub(super) fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.clock.day_of(at)
    }

    /// The days on which reviews of a vendor were finished.
    pub(super) fn finished(&self, vendor: VendorId) -> impl Iterator<Item = NaiveDate> {
        let reviews = self.reviews.get(&vendor).map_or(&[][..], Vec::as_slice);
        reviews.iter().filter_map(|review| Some(self.day_of(review.finished.as_ref()?.0)))
    }
}

/// Which vendors are counted; what is `None` leaves nobody out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Filter {
    pub(crate) tier: Option<countersign_domain::Tier>,
    pub(crate) owner: Option<countersign_domain::PersonId>,
    /// One of the words by which vendors are grouped.
    pub(crate) tag: Option<String>,
}

/// The vendors that are counted, on a day.
pub(super) struct Population<'a> {
    pub(super) gathered: &'a Gathered,
    pub(super) day: NaiveDate,
    /// Vendors in use that are not being left.
    pub(super) in_use: Vec<Watched<'a>>,
    /// Every vendor that passes the filter, whatever its stage, by name.
    pub(super) all: Vec<&'a VendorRow>,
    /// How many vendors in use there are without the filter.
    pub(super) of: usize,
}

impl<'a> Population<'a> {
    /// Looks at what was gathered.
    pub(super) fn of(gathered: &'a Gathered, filter: &Filter) -> Self {
        let tagged = |row: &VendorRow| {
            let profile = gathered.assembled.facts.get(&row.vendor.id).map(|facts| &facts.profile);
            filter
                .tag
                .as_ref()
                .is_none_or(|tag| profile.is_some_and(|profile| profile.tags.iter().any(|known| known.as_str() == tag)))
        };
        let passes = |row: &&VendorRow| {
            let vendor = &row.vendor;
            filter.tier.is_none_or(|tier| vendor.tier == Some(tier))
                && filter.owner.is_none_or(|owner| vendor.owner == Some(owner))
                && tagged(row)
        };
        let all: Vec<&VendorRow> = gathered.rows.iter().filter(passes).collect();
        let watched = |row: &'a VendorRow| {
            Watched::of(row, &gathered.assembled, &gathered.reviews, Day::new(&*gathered.clock, gathered.day))
                .filter(Watched::is_in_use)
        };
        let in_use = all.iter().filter_map(|row| watched(row)).collect();
        let of = gathered.rows.iter().filter_map(watched).count();
        Self { gathered, day: gathered.day, in_use, all, of }
    }

    /// The vendors in use with the reports that count, and how each is looked at.
    pub(super) fn with_report(&self) -> impl Iterator<Item = (&Watched<'a>, &Case<'a>, &'a Evidence)> {
        self.in_use.iter().flat_map(|vendor| vendor.reports().map(move |(case, report)| (vendor, case, report)))
    }

    /// The name of a person.
    pub(super) fn person(&self, id: countersign_domain::PersonId) -> String {
        crate::people::name_in(&self.gathered.people, id)
    }
}

/// The day on which the firm of a report was looked up last.
pub(super) fn firm_checked(vendor: &Watched<'_>, report: &Evidence) -> Option<NaiveDate> {
    let firm = firms::folded(&report.firm.as_ref()?.value);
    let same =
        |check: &&countersign_policy::snapshot::FirmCheck| check.firm == firm || organization::same(&check.firm, &firm);
    vendor.facts.firm_checks.iter().filter(same).map(|check| check.checked_on).max()
}
