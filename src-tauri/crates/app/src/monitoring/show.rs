//! The entries as they are shown.

use super::kind_name;
use crate::{App, clock::Day, fail, people};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, DocumentId, FindingId, Permit, Person, VendorId,
    monitoring::{self, MonitoringEntry},
};
use countersign_store::{DocumentFilter, Snapshot, StoreError};
use std::collections::HashMap;
use uuid::Uuid;

/// What the view of an entry needs beside it.
struct Around<'c> {
    day: Day<'c>,
    people: Vec<Person>,
    vendors: HashMap<VendorId, String>,
    files: HashMap<DocumentId, String>,
    assigned_at: HashMap<VendorId, DateTime<Utc>>,
    last_review: HashMap<VendorId, NaiveDate>,
}

impl<'c> Around<'c> {
    fn read(db: &Snapshot<'_>, entries: &[MonitoringEntry], day: Day<'c>) -> Result<Self, StoreError> {
        let (mut assigned_at, mut last_review) = (HashMap::new(), HashMap::new());
        let of_interest = entries.iter().filter(|entry| entry.is_open());
        for entry in of_interest.filter(|entry| entry.retier || entry.review_by.is_some()) {
            if let Some(assigned) = db.tier_assignment(entry.vendor)? {
                assigned_at.insert(entry.vendor, assigned.at);
            }
            let finished = db.reviews(entry.vendor)?.into_iter().filter_map(|review| review.finished);
            if let Some(last) = finished.map(|(at, _)| day.of(at)).max() {
                last_review.insert(entry.vendor, last);
            }
        }
        let filed = db.documents(DocumentFilter::Filed)?;
        Ok(Self {
            day,
            people: db.persons()?,
            vendors: db.vendors()?.into_iter().map(|row| (row.vendor.id, row.vendor.name.to_string())).collect(),
            files: filed.into_iter().map(|row| (row.document.id, row.document.file_name.to_string())).collect(),
            assigned_at,
            last_review,
        })
    }

    fn view(&self, entry: &MonitoringEntry) -> w::MonitoringEntryView {
        let last = self.last_review.get(&entry.vendor).copied();
        w::MonitoringEntryView {
            id: entry.id.uuid(),
            vendor: entry.vendor.uuid(),
            vendor_name: self.vendors.get(&entry.vendor).cloned().unwrap_or_default(),
            kind: kind_name(entry.kind),
            on: entry.on,
            source: entry.source.as_ref().map(ToString::to_string),
            what: entry.what.to_string(),
            told_by_vendor: entry.told_by_vendor,
            silent: entry.is_silent(),
            retier: entry.retier,
            retier_open: entry.proposes_tier(self.assigned_at.get(&entry.vendor).copied()),
            review_by: entry.review_by,
            review_open: monitoring::brings_forward(std::slice::from_ref(entry), last, |at| self.day.of(at)).is_some(),
            finding: entry.finding.map(|finding: FindingId| finding.to_string()),
            evidence: entry.evidence.map(DocumentId::uuid),
            evidence_name: entry.evidence.and_then(|document| self.files.get(&document).cloned()),
            by: people::name_in(&self.people, entry.by),
            at: entry.at,
            closed: entry.closed.as_ref().map(|closed| w::ClosedView {
                by: people::name_in(&self.people, closed.by),
                at: closed.at,
                note: closed.note.to_string(),
            }),
        }
    }
}

impl App {
    /// What is noted of a vendor, or of all.
    pub(crate) fn monitoring_view(&self, vendor: Option<Uuid>) -> Result<w::MonitoringView, Failure> {
        let only = vendor.map(|vendor| self.known_vendor(vendor)).transpose()?.map(|row| row.vendor.id);
        let opened = self.opened()?;
        let actor = opened.actor()?;
        let entries = opened.store.read(|db| {
            let entries = db.monitoring(only)?;
            let around = Around::read(db, &entries, self.day())?;
            Ok(entries.iter().map(|entry| around.view(entry)).collect())
        });
        let may = |action| Permit::request(&actor, action).is_ok();
        Ok(w::MonitoringView {
            entries: entries.map_err(fail::store)?,
            may_keep: may(Action::KeepVendors),
            may_open_finding: may(Action::KeepVendors) && may(Action::FollowFindings),
        })
    }
}
