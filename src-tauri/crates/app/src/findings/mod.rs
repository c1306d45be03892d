//! What is found about vendors, followed to its end (`practice.md` §5): every exception of a current report is shown, whether
//! or not somebody has recorded it, and what was recorded stays until it is closed, accepted or overtaken.

mod accept;
mod assess;
mod change;
mod gather;
mod letter;
mod names;
mod of_monitoring;
mod overtaken;
mod record;
mod stated;
mod steps;
mod view;
mod weigh;

pub(crate) use gather::{Item, Known, Report, RiskTerms, items, subject};
pub(crate) use names::status_name as finding_status;
pub(crate) use overtaken::Incident;
pub(crate) use stated::Stated;
pub(crate) use weigh::{unrated, weigh};

use crate::{App, acceptance, application::Opened, fail, history};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{DocumentId, EntryId, FindingId, Person, Severity, Vendor, VendorId, finding::Source};
use countersign_policy::Policy;
use countersign_store::{AcceptanceRequest, AuditFilter, DocumentFilter, SettlingDutyRow, Snapshot, StoreError};
use std::collections::HashMap;

/// The most entries of a finding's history.
const MOST: u32 = 200;

/// A finding with its vendor.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) vendor: Vendor,
    pub(crate) item: Item,
}

/// Findings with what is needed to show them.
pub(crate) struct Gathered {
    pub(crate) policy: Policy,
    pub(crate) found: Vec<Found>,
    pub(crate) people: Vec<Person>,
    /// The names of files by document.
    pub(crate) files: HashMap<DocumentId, String>,
    /// The latest request to accept a finding, by the key of the finding.
    requests: HashMap<String, AcceptanceRequest>,
    /// The conditions of latest decisions that settle findings.
    duties: Vec<SettlingDutyRow>,
}

/// How a command names a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Recorded(FindingId),
    Stated(DocumentId, EntryId),
}

impl Key {
    fn parse(text: &str) -> Result<Self, Failure> {
        let stated = text
            .split_once('/')
            .and_then(|(document, entry)| Some(Self::Stated(document.parse().ok()?, entry.parse().ok()?)));
        stated.or_else(|| text.parse().ok().map(Self::Recorded)).ok_or_else(|| fail::not_found("finding"))
    }

    fn is_of(self, item: &Item) -> bool {
        match self {
            Self::Recorded(id) => item.recorded && item.finding.id == id,
            // The name of an exception leads to its record too, once there is one.
            Self::Stated(document, entry) => item.finding.source == Source::Exception { document, entry },
        }
    }
}

impl App {
    /// Puts the findings of a vendor or of all together.
    pub(crate) fn gathered(&self, opened: &Opened, only: Option<VendorId>) -> Result<Gathered, Failure> {
        let day = self.day();
        let (policy, by_vendor) = acceptance::known_findings(&self.extracts, opened, only)?;
        let (vendors, people, documents, requests, duties) = opened
            .store
            .read(|db| {
                let (requests, duties) = (accept::latest(db.acceptance_requests(only)?), db.settling_duties(only)?);
                Ok((vendors(db, only)?, db.persons()?, db.documents(DocumentFilter::All)?, requests, duties))
            })
            .map_err(fail::store)?;
        if only.is_some() && vendors.is_empty() {
            return Err(fail::not_found("vendor"));
        }
        let mut found = Vec::new();
        for vendor in vendors {
            let Some(known) = by_vendor.get(&vendor.id) else { continue };
            let items = items(vendor.id, known, &policy, day);
            found.extend(items.into_iter().map(|item| Found { vendor: vendor.clone(), item }));
        }
        let files = documents.into_iter().map(|row| (row.document.id, row.document.file_name.to_string())).collect();
        Ok(Gathered { policy, found, people, files, requests, duties })
    }

    /// Findings of a vendor or of all.
    pub(crate) fn finding_views(&self, input: &w::FindingsQuery) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let gathered = self.gathered(&opened, input.vendor.map(VendorId::from_uuid))?;
        self.views(&opened, &gathered, |_| true)
    }

    /// How many findings of all vendors are open: what the list of them counts, without putting it together.
    pub(crate) fn open_findings(&self) -> Result<w::OpenFindings, Failure> {
        let opened = self.opened()?;
        let today = self.clock.today();
        let (policy, by_vendor) = acceptance::known_findings(&self.extracts, &opened, None)?;
        let mut counted = w::OpenFindings { open: 0, overdue: 0 };
        for (vendor, known) in &by_vendor {
            for item in items(*vendor, known, &policy, self.on(today))
                .iter()
                .filter(|item| !item.standing().status.is_settled())
            {
                counted.open += 1;
                counted.overdue += u32::from(item.days(&policy).treat.is_some_and(|day| day < today));
            }
        }
        Ok(counted)
    }

    /// The findings of these names, as they are now.
    fn views_of(&self, opened: &Opened, keys: &[String]) -> Result<w::FindingsView, Failure> {
        let keys = keys.iter().map(|key| Key::parse(key)).collect::<Result<Vec<_>, _>>()?;
        let gathered = self.gathered(opened, None)?;
        self.views(opened, &gathered, |item| keys.iter().any(|key| key.is_of(item)))
    }

    fn views(
        &self,
        opened: &Opened,
        gathered: &Gathered,
        wanted: impl Fn(&Item) -> bool,
    ) -> Result<w::FindingsView, Failure> {
        let (actor, today) = (opened.actor()?, self.clock.today());
        let shown = gathered.found.iter().filter(|found| wanted(&found.item));
        let mut findings: Vec<w::FindingView> =
            shown.map(|found| view::view(found, gathered, &actor, self.on(today))).collect();
        findings.sort_by_key(view::rank);
        Ok(w::FindingsView { findings })
    }

    /// The findings that a command names, each once.
    fn named(&self, opened: &Opened, keys: &[String]) -> Result<(Gathered, Vec<usize>), Failure> {
        let gathered = self.gathered(opened, None)?;
        let mut named = Vec::new();
        for key in keys {
            let key = Key::parse(key)?;
            let at = gathered.found.iter().position(|found| key.is_of(&found.item));
            let at = at.ok_or_else(|| fail::not_found("finding"))?;
            if !named.contains(&at) {
                named.push(at);
            }
        }
        if named.is_empty() { Err(fail::not_found("finding")) } else { Ok((gathered, named)) }
    }

    /// What happened to a finding, newest first; nothing while it is not recorded.
    pub(crate) fn finding_history_of(&self, key: &str) -> Result<Vec<w::HistoryEntry>, Failure> {
        let opened = self.opened()?;
        let (gathered, named) = self.named(&opened, std::slice::from_ref(&key.to_owned()))?;
        let found = &gathered.found[named[0]];
        if !found.item.recorded {
            return Ok(Vec::new());
        }
        let filter = AuditFilter {
            vendor: Some(found.vendor.id),
            text: Some(format!("\"finding\":\"{}\"", found.item.finding.label())),
            ..AuditFilter::default()
        };
        let entries = opened.store.read(|db| db.audit(&filter, MOST)).map_err(fail::store)?;
        Ok(entries.iter().map(history::entry).collect())
    }
}

fn vendors(db: &Snapshot<'_>, only: Option<VendorId>) -> Result<Vec<Vendor>, StoreError> {
    Ok(match only {
        Some(id) => db.vendor(id)?.into_iter().collect(),
        None => db.vendors()?.into_iter().map(|row| row.vendor).collect(),
    })
}

/// The severity that days of a finding count with while nobody has judged it.
const fn assumed(severity: Option<Severity>) -> Severity {
    match severity {
        Some(severity) => severity,
        None => Severity::Medium,
    }
}
