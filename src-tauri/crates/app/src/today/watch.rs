//! What the sources look at: read from the store once for all vendors, never vendor by vendor.

use crate::{
    App,
    acceptance::{Assembled, Taking},
    clock::{Clock, Day},
    cuecs::dates::{CuecDate, dates},
    decisions,
    findings::Item,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::wire as w;
use countersign_domain::{
    Offboarding, Stage, VendorId,
    attention::{AttentionItem, AttentionKind, Remedy, Snooze},
    checklist::Tick,
    monitoring::MonitoringEntry,
};
use countersign_policy::{
    rules::Case,
    snapshot::{Evidence, OfServices, Snapshot as Facts},
    verdict::for_service,
    watch::EvidenceDays,
};
use countersign_store::{
    AcceptanceRequest, AcceptanceRow, DocumentFilter, DocumentRow, OpenDutyRow, ReviewRow, Snapshot, StoreError,
    UnconfirmedRow, UnpackedRow, UnsignedRow, VendorRow,
};
use std::{collections::HashMap, fmt::Display, sync::Arc};

/// What is known of all vendors.
pub(super) struct Gathered {
    pub(super) today: NaiveDate,
    pub(super) assembled: Arc<Assembled>,
    pub(super) rows: Vec<VendorRow>,
    pub(super) people: Vec<countersign_domain::Person>,
    pub(super) reviews: HashMap<VendorId, Vec<ReviewRow>>,
    pub(super) acceptances: Vec<AcceptanceRow>,
    pub(super) requests: Vec<AcceptanceRequest>,
    pub(super) offboardings: HashMap<VendorId, Offboarding>,
    pub(super) ticks: HashMap<VendorId, Vec<Tick>>,
    pub(super) duties: Vec<OpenDutyRow>,
    pub(super) unsigned: Vec<UnsignedRow>,
    pub(super) unconfirmed: Vec<UnconfirmedRow>,
    pub(super) unpacked: Vec<UnpackedRow>,
    pub(super) stale: Vec<w::StaleDecision>,
    pub(super) waiting: Vec<DocumentRow>,
    pub(super) unread: Vec<DocumentRow>,
    pub(super) cuecs: Vec<CuecDate>,
    pub(super) monitoring: Vec<MonitoringEntry>,
    /// When the class was assigned, of vendors of which something was noted that proposes another one.
    pub(super) assigned_at: HashMap<VendorId, DateTime<Utc>>,
    pub(super) snoozes: Vec<Snooze>,
    clock: Arc<dyn Clock>,
}

impl Gathered {
    /// Its day.
    pub(super) fn day(&self) -> Day<'_> {
        Day::new(&*self.clock, self.today)
    }
}

impl App {
    /// Reads what the sources look at, of a snapshot of now.
    pub(super) fn watched(
        &self,
        db: &Snapshot<'_>,
        day: Day<'_>,
        taking: &mut Taking<'_>,
    ) -> Result<Gathered, StoreError> {
        let (today, assembled) = (day.on, self.assembled_in(db, day, taking)?);
        let rows = db.vendors()?;
        // Only decisions after which something was said of the vendor are compared: what time alone changes is watched
        // with its own day.
        let touched: HashMap<_, _> = db.touched_since_decision()?.into_iter().collect();
        let latest = rows.iter().filter_map(|row| Some((&row.vendor, *touched.get(&row.vendor.id)?)));
        let stale = decisions::stale_of(db, latest, &assembled, today)?;
        let mut reviews: HashMap<VendorId, Vec<ReviewRow>> = HashMap::new();
        for row in db.all_reviews()? {
            reviews.entry(row.vendor).or_default().push(row);
        }
        let monitoring = db.monitoring(None)?;
        let mut assigned_at = HashMap::new();
        for entry in monitoring.iter().filter(|entry| entry.is_open() && entry.retier) {
            if let Some(assigned) = db.tier_assignment(entry.vendor)? {
                assigned_at.insert(entry.vendor, assigned.at);
            }
        }
        Ok(Gathered {
            today,
            rows,
            people: db.persons()?,
            reviews,
            acceptances: db.acceptances()?,
            requests: db.acceptance_requests(None)?,
            offboardings: db.offboardings()?,
            ticks: db.all_ticks()?,
            duties: db.open_duties(None)?,
            unsigned: db.unsigned(None)?,
            unconfirmed: db.unconfirmed_copies()?,
            unpacked: db.unpacked()?,
            stale,
            waiting: db.documents(DocumentFilter::Waiting)?,
            unread: db.documents(DocumentFilter::WithoutText)?,
            cuecs: dates(db, None, &assembled, today, taking)?,
            monitoring,
            assigned_at,
            snoozes: db.snoozes(today)?,
            assembled,
            clock: Arc::clone(&self.clock),
        })
    }
}

/// What the sources look at.
pub(super) struct Watch<'a> {
    pub(super) today: NaiveDate,
    pub(super) gathered: &'a Gathered,
    /// Vendors that are not yet left behind, by name.
    pub(super) vendors: Vec<Watched<'a>>,
    at: HashMap<VendorId, usize>,
}

/// How the evidence on some services of a vendor is looked at (`decisions/0043`).
struct Served<'a> {
    part: &'a OfServices,
    case: Case<'a>,
    days: EvidenceDays,
}

/// A vendor that is watched.
pub(crate) struct Watched<'a> {
    pub(crate) row: &'a VendorRow,
    pub(crate) facts: &'a Facts,
    /// How its evidence is looked at; where papers tell services apart, that of the service whose evidence runs out first.
    pub(crate) case: Case<'a>,
    pub(crate) days: EvidenceDays,
    /// The same for each service, where papers tell them apart.
    services: Vec<Served<'a>>,
    /// Its reviews, the latest first.
    pub(crate) reviews: &'a [ReviewRow],
    /// The day on which it is looked at.
    pub(crate) day: Day<'a>,
}

impl<'a> Watch<'a> {
    /// Looks at what was read.
    pub(super) fn of(gathered: &'a Gathered) -> Self {
        let (today, day) = (gathered.today, gathered.day());
        let vendors: Vec<Watched<'a>> = gathered
            .rows
            .iter()
            .filter_map(|row| Watched::of(row, &gathered.assembled, &gathered.reviews, day))
            .collect();
        let at = vendors.iter().enumerate().map(|(at, vendor)| (vendor.row.vendor.id, at)).collect();
        Self { today, gathered, vendors, at }
    }

    /// The watched vendor of that id.
    pub(super) fn vendor(&self, id: VendorId) -> Option<&Watched<'a>> {
        self.at.get(&id).map(|at| &self.vendors[*at])
    }

    /// The name of a watched vendor.
    pub(super) fn name_of(&self, id: Option<VendorId>) -> Option<&str> {
        id.and_then(|id| self.vendor(id)).map(|vendor| vendor.row.vendor.name.as_str())
    }

    /// What is found about a vendor.
    pub(super) fn findings(&self, vendor: &Watched<'_>) -> &'a [Item] {
        self.gathered.assembled.findings(vendor.row.vendor.id)
    }

    /// Vendors that we use and are not leaving.
    pub(super) fn in_use(&self) -> impl Iterator<Item = &Watched<'a>> {
        self.vendors.iter().filter(|vendor| vendor.is_in_use())
    }
}

impl<'a> Watched<'a> {
    /// Looks at a vendor on a day; `None` where it is not yet entered for use, or left behind.
    pub(crate) fn of(
        row: &'a VendorRow,
        assembled: &'a Assembled,
        reviews: &'a HashMap<VendorId, Vec<ReviewRow>>,
        day: Day<'a>,
    ) -> Option<Self> {
        if matches!(row.vendor.stage, Stage::Draft | Stage::Rejected | Stage::Withdrawn | Stage::Closed) {
            return None;
        }
        // One that was entered between the two questions is watched the next time.
        let facts = assembled.facts.get(&row.vendor.id)?;
        let (case, days) = EvidenceDays::of_whole(facts, &assembled.policy, day.on);
        let served = |part: &'a OfServices| {
            let case = Case::new(&part.facts, &assembled.policy, day.on);
            let days = EvidenceDays::of(&case);
            Served { part, case, days }
        };
        let services = facts.of_services.iter().map(served).collect();
        let reviews = reviews.get(&row.vendor.id).map_or(&[][..], Vec::as_slice);
        Some(Self { row, facts, case, days, services, reviews, day })
    }

    /// What is held of each service, with which it is where papers tell services apart.
    pub(crate) fn by_service(&self) -> impl Iterator<Item = (Option<&'a OfServices>, &Case<'a>, &EvidenceDays)> {
        let whole = self.services.is_empty().then_some((None, &self.case, &self.days));
        whole.into_iter().chain(self.services.iter().map(|served| (Some(served.part), &served.case, &served.days)))
    }

    /// The SOC 2 reports that count, each with how it is looked at.
    pub(crate) fn reports(&self) -> impl Iterator<Item = (&Case<'a>, &'a Evidence)> {
        let mut seen = Vec::new();
        self.by_service().filter_map(move |(_, case, _)| {
            let report = case.soc2().filter(|report| !seen.contains(&report.id))?;
            seen.push(report.id);
            Some((case, report))
        })
    }

    /// The vendor with all of its services, for what no paper tells apart.
    pub(crate) fn whole(&self) -> Case<'a> {
        Case::new(self.facts, self.case.policy, self.case.today)
    }

    /// Whether we use it and are not leaving it.
    pub(crate) fn is_in_use(&self) -> bool {
        self.facts.in_use && self.row.vendor.stage != Stage::Offboarding
    }

    /// Whether its class needs evidence.
    pub(crate) fn needs_evidence(&self) -> bool {
        self.case.class.is_some_and(|(_, limits)| limits.evidence_required)
    }

    /// The day on which its last full review was finished.
    pub(crate) fn last_review(&self) -> Option<NaiveDate> {
        self.reviews.iter().filter_map(|review| review.finished.as_ref()).map(|(at, _)| self.day.of(*at)).max()
    }

    /// An item about the vendor, whose owner answers for it.
    pub(super) fn item(
        &self,
        kind: AttentionKind,
        about: impl Display,
        reason: impl Into<String>,
        remedy: Remedy,
    ) -> AttentionItem {
        let (vendor, owner) = (Some(self.row.vendor.id), self.row.vendor.owner);
        AttentionItem { vendor, owner, ..AttentionItem::new(kind, about, reason, remedy) }
    }

    /// An item about the vendor as a whole: there is one of its kind.
    pub(super) fn about(&self, kind: AttentionKind, reason: impl Into<String>, remedy: Remedy) -> AttentionItem {
        self.item(kind, self.row.vendor.id, reason, remedy)
    }

    /// An item about a service of the vendor, where papers tell services apart: there is one of its kind for each.
    pub(super) fn about_service(
        &self,
        service: Option<&OfServices>,
        kind: AttentionKind,
        reason: &str,
        remedy: Remedy,
    ) -> AttentionItem {
        let of = service.and_then(|service| Some((service, service.services.first()?)));
        let Some((service, first)) = of else { return self.about(kind, reason, remedy) };
        let about = format!("{}:{first}", self.row.vendor.id);
        self.item(kind, about, for_service(&service.name, reason), remedy)
    }
}
