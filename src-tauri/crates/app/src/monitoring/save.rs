//! Noting something of a vendor, changing it while it is open, settling it.

use super::kind;
use crate::{
    App,
    application::{Opened, stamp},
    fail, people,
};
use chrono::{DateTime, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, DocumentId, Filing, MonitoringId, Op, Permit, Person, Vendor,
    monitoring::{Closed, InvalidEntry, MonitoringEntry},
};
use countersign_store::Subject;
use serde_json::{Value, json};
use uuid::Uuid;

impl App {
    /// Notes something of a vendor, or changes what was noted and is open; a finding that it opens is recorded with it.
    pub(crate) fn save_monitoring(&self, input: &w::SaveMonitoring) -> Result<w::MonitoringView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let before = input.id.map(|id| open_entry(&opened, id, &vendor)).transpose()?;
        let entry = self.parsed(&opened, input, &vendor, before.as_ref(), (&person, now))?;
        entry.check(before.as_ref(), self.clock.today()).map_err(refused)?;
        match &input.open_finding {
            Some(title) => {
                if entry.finding.is_some() {
                    return Err(fail::invalid("open_finding", Problem::AlreadyDone));
                }
                let detail = detail(before.as_ref(), &entry);
                self.open_finding_of(&opened, &vendor, title, &entry, detail)?;
            }
            None => {
                let stamp = stamp(&person, permit, now, Op::RecordMonitoring, Subject::vendor(&vendor));
                let noted = detail(before.as_ref(), &entry);
                opened
                    .store
                    .write(&stamp, |db| {
                        for (name, value) in noted.as_object().into_iter().flatten() {
                            db.note(name, value.clone());
                        }
                        db.save_monitoring(&entry)
                    })
                    .map_err(fail::store)?;
            }
        }
        self.monitoring_view(Some(input.vendor))
    }

    /// Settles an entry with what came of it, or opens it again.
    pub(crate) fn close_monitoring(&self, input: &w::CloseMonitoring) -> Result<w::MonitoringView, Failure> {
        let opened = self.opened()?;
        let (person, permit): (Person, Permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let (entry, vendor) = known(&opened, input.id)?;
        let closed = match &input.note {
            Some(note) => Some(Closed { by: person.id, at: now, note: people::long_text("note", note)? }),
            None => None,
        };
        if entry.closed.is_some() == closed.is_some() {
            return Err(fail::invalid("note", Problem::AlreadyDone));
        }
        let stamp = stamp(&person, permit, now, Op::CloseMonitoring, Subject::vendor(&vendor));
        let became = MonitoringEntry { closed, ..entry };
        opened
            .store
            .write(&stamp, |db| {
                db.note("kind", became.kind.as_str());
                db.note("on", became.on.to_string());
                db.note("what", became.what.as_str());
                db.note("closed", became.closed.as_ref().map(|closed| closed.note.to_string()));
                db.save_monitoring(&became)
            })
            .map_err(fail::store)?;
        self.monitoring_view(Some(vendor.id.uuid()))
    }

    fn parsed(
        &self,
        opened: &Opened,
        input: &w::SaveMonitoring,
        vendor: &Vendor,
        before: Option<&MonitoringEntry>,
        (person, now): (&Person, DateTime<Utc>),
    ) -> Result<MonitoringEntry, Failure> {
        let evidence = input.evidence.map(DocumentId::from_uuid);
        if let Some(document) = evidence {
            let stored = opened.store.read(|db| db.document(document)).map_err(fail::store)?;
            let ours = |filing: &Filing| matches!(filing, Filing::Filed { vendor: of, .. } if *of == vendor.id);
            if !stored.is_some_and(|stored| ours(&stored.document.filing)) {
                return Err(fail::invalid("evidence", Problem::WrongForm));
            }
        }
        let proposes_as =
            |before: &&MonitoringEntry| (before.retier, before.review_by) == (input.retier, input.review_by);
        Ok(MonitoringEntry {
            id: before.map_or_else(|| MonitoringId::from_uuid(self.id(now)), |before| before.id),
            vendor: vendor.id,
            kind: kind(input.kind),
            on: input.on,
            source: people::optional_text("source", input.source.as_deref())?,
            what: people::long_text("what", &input.what)?,
            told_by_vendor: input.told_by_vendor,
            retier: input.retier,
            review_by: input.review_by,
            proposed_at: before.filter(proposes_as).map_or(now, |before| before.proposed_at),
            finding: before.and_then(|before| before.finding),
            evidence,
            by: before.map_or(person.id, |before| before.by),
            at: before.map_or(now, |before| before.at),
            closed: None,
        })
    }
}

fn known(opened: &Opened, id: Uuid) -> Result<(MonitoringEntry, Vendor), Failure> {
    let id = MonitoringId::from_uuid(id);
    let found = opened.store.read(|db| {
        let Some(entry) = db.monitoring(None)?.into_iter().find(|entry| entry.id == id) else { return Ok(None) };
        Ok(db.vendor(entry.vendor)?.map(|vendor| (entry, vendor)))
    });
    found.map_err(fail::store)?.ok_or_else(|| fail::not_found("entry"))
}

fn open_entry(opened: &Opened, id: Uuid, vendor: &Vendor) -> Result<MonitoringEntry, Failure> {
    let (entry, of) = known(opened, id)?;
    // What is settled is opened again before it is changed.
    if of.id == vendor.id && entry.is_open() { Ok(entry) } else { Err(fail::not_found("entry")) }
}

fn refused(error: InvalidEntry) -> Failure {
    match error {
        InvalidEntry::InTheFuture => fail::invalid("on", Problem::InTheFuture),
        InvalidEntry::ReviewInThePast => fail::invalid("review_by", Problem::InThePast),
        InvalidEntry::ImplausibleDay => fail::invalid("on", Problem::ImplausibleDay),
    }
}

/// What the history says of it.
fn detail(before: Option<&MonitoringEntry>, entry: &MonitoringEntry) -> Value {
    json!({ "was": before.map(audited), "became": audited(entry) })
}

fn audited(entry: &MonitoringEntry) -> Value {
    json!({
        "kind": entry.kind,
        "on": entry.on,
        "source": entry.source.as_ref().map(ToString::to_string),
        "what": entry.what.to_string(),
        "told_by_vendor": entry.told_by_vendor,
        "retier": entry.retier,
        "review_by": entry.review_by,
        "finding": entry.finding.map(|finding| finding.to_string()),
        "evidence": entry.evidence.map(|document| document.to_string()),
    })
}
