//! Writing findings: each with its entry in the history of its vendor, all of them or none.

use super::{Found, Gathered};
use crate::{
    App,
    application::{Opened, stamp},
    fail,
};
use chrono::{DateTime, Utc};
use countersign_contract::Failure;
use countersign_domain::{Finding, FindingId, Op, Permit, Person, Vendor};
use countersign_store::{Change, StoreError, Subject};
use serde_json::{Map, Value, json};

/// A finding as it becomes, with what is told of it.
#[derive(Debug)]
pub(super) struct Becomes {
    pub(super) vendor: Vendor,
    pub(super) finding: Finding,
    /// Whether it was recorded before.
    pub(super) recorded: bool,
    /// What the history says besides what it is called.
    pub(super) detail: Map<String, Value>,
}

impl Becomes {
    /// Takes a finding as it is; what becomes of it is written into it by the caller. One that is not recorded gets its id and
    /// who records it; its number comes when it is written.
    pub(super) fn of(app: &App, found: &Found, person: &Person, now: DateTime<Utc>) -> Self {
        let mut finding = found.item.finding.clone();
        if !found.item.recorded {
            finding.id = FindingId::from_uuid(app.id(now));
            finding.recorded_by = person.id;
            finding.recorded_at = now;
        }
        Self { vendor: found.vendor.clone(), finding, recorded: found.item.recorded, detail: Map::new() }
    }

    /// Tells of something in the history.
    pub(super) fn note(&mut self, name: &str, value: impl Into<Value>) {
        self.detail.insert(name.to_owned(), value.into());
    }

    /// Tells of a change, where it is one.
    pub(super) fn changed(&mut self, name: &str, was: impl Into<Value>, became: impl Into<Value>) {
        let (was, became) = (was.into(), became.into());
        if was != became {
            self.note(name, json!({ "was": was, "became": became }));
        }
    }

    fn write(&mut self, db: &mut Change<'_>) -> Result<Map<String, Value>, StoreError> {
        if self.recorded {
            db.update_finding(&self.finding)?;
        } else {
            self.finding.number = db.next_finding_number()?;
            db.insert_finding(&self.finding)?;
        }
        let mut detail = std::mem::take(&mut self.detail);
        detail.insert("finding".to_owned(), self.finding.label().into());
        detail.insert("title".to_owned(), self.finding.title.as_str().into());
        Ok(detail)
    }
}

/// Who writes when.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) person: Person,
    pub(super) permit: Permit,
    pub(super) now: DateTime<Utc>,
}

impl Writer {
    /// Writes all in one transaction, and what `besides` writes with the first.
    pub(super) fn write(
        &self,
        opened: &Opened,
        op: Op,
        mut all: Vec<Becomes>,
        mut besides: impl FnMut(&mut Change<'_>, &Finding) -> Result<(), StoreError>,
    ) -> Result<Vec<String>, Failure> {
        let Some(mut last) = all.pop() else { return Err(fail::not_found("finding")) };
        let stamp = stamp(&self.person, self.permit, self.now, op, Subject::vendor(&last.vendor));
        let mut keys = Vec::new();
        opened
            .store
            .write(&stamp, |db| {
                for one in &mut all {
                    let detail = one.write(db)?;
                    besides(db, &one.finding)?;
                    db.also(op, &Subject::vendor(&one.vendor), Value::Object(detail))?;
                    keys.push(one.finding.id.to_string());
                }
                for (name, value) in last.write(db)? {
                    db.note(&name, value);
                }
                keys.push(last.finding.id.to_string());
                besides(db, &last.finding)
            })
            .map_err(fail::store)?;
        Ok(keys)
    }
}

/// Those that a command names.
pub(super) fn of<'g>(gathered: &'g Gathered, named: &'g [usize]) -> impl Iterator<Item = &'g Found> {
    named.iter().map(|at| &gathered.found[*at])
}
