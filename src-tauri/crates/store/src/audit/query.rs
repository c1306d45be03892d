//! Reading the audit log.

use super::{Subject, SubjectKind};
use crate::{Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::{Op, PersonId, Sha256, VendorId};
use rusqlite::{Row, named_params};
use serde_json::Value;
use uuid::Uuid;

/// The entries that pass a filter, newest first.
const LIST: &str = include_str!("list.sql");

/// What SQLite takes for no limit.
const NO_LIMIT: i64 = -1;

/// One entry of the audit log.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    /// Its number, from 1.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: PersonId,
    /// Their name at that time.
    pub actor_name: String,
    /// Which kind of action.
    pub op: Op,
    /// What it was about, called as at that time.
    pub subject: Subject,
    /// Details: a JSON object.
    pub detail: Value,
    /// The hash of the entry before it, or the beginning of the chain.
    pub prev_hash: Sha256,
    /// The hash that covers the entry and the hash before it.
    pub hash: Sha256,
}

impl AuditEntry {
    /// Gives what the hash covers besides the hash before it, in its order and as it is written: number, time, person, their
    /// name, kind of action, kind, id and name of what it is about, vendor, details.
    pub fn covered(&self) -> [String; 10] {
        [
            self.seq.to_string(),
            column::of_time(self.at),
            self.actor.to_string(),
            self.actor_name.clone(),
            self.op.as_str().to_owned(),
            self.subject.kind.as_str().to_owned(),
            self.subject.id.to_string(),
            self.subject.name.clone(),
            self.subject.vendor.map_or_else(String::new, |vendor| vendor.to_string()),
            self.detail.to_string(),
        ]
    }
}

/// Which entries are wanted; what is `None` does not restrict.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Only entries before this number.
    pub before: Option<u64>,
    /// Only entries about this vendor, its documents, decisions and packets.
    pub vendor: Option<VendorId>,
    /// Only entries about this thing.
    pub subject: Option<(SubjectKind, Uuid)>,
    /// Only this kind of action.
    pub op: Option<Op>,
    /// Only entries with this text in the names or details, whatever the case of ASCII letters.
    pub text: Option<String>,
}

/// Names a state of the workspace by the last entry of its log. All that is stated in it changes together with a new entry, so
/// what was worked out at a head holds while the head stays. What is typed and not yet signed, and what is kept of documents so
/// that it need not be worked out again, state nothing and move no head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Head {
    /// The number of the last entry.
    pub entry: u64,
    /// Its hash, which covers all entries before it: a copy that went another way has another one.
    pub hash: Sha256,
}

/// A kind of action, and the vendor of whom it was.
pub type Said = (Op, Option<VendorId>);

impl Snapshot<'_> {
    /// Gives the state that this snapshot is of. Not of a day that has passed: there it is the state of now.
    pub fn head(&self) -> Result<Head, StoreError> {
        let sql = "SELECT audit_count, audit_head FROM workspace";
        let head =
            self.one(sql, [], |row| Ok(Head { entry: row.get(0)?, hash: column::get(row, 1, column::parsed)? }))?;
        head.ok_or(StoreError::Missing { what: "workspace" })
    }

    /// Gives what was done to whose vendor since a state that this one came from: each kind of action with each vendor once,
    /// and no vendor where an action is of none. `None` where this workspace never was in that state.
    pub fn said_since(&self, before: Head) -> Result<Option<Vec<Said>>, StoreError> {
        let hash = "SELECT hash FROM audit WHERE seq = ?";
        let hash: Option<Sha256> = self.one(hash, [before.entry], |row| column::get(row, 0, column::parsed))?;
        if hash != Some(before.hash) {
            return Ok(None);
        }
        let said = self.all("SELECT DISTINCT op, vendor FROM audit WHERE seq > ?", [before.entry], |row| {
            Ok((column::get(row, 0, column::one_of(Op::from_name))?, column::opt(row, 1, column::parsed)?))
        })?;
        Ok(Some(said))
    }

    /// Gives entries of the audit log, newest first, at most `limit`.
    pub fn audit(&self, filter: &AuditFilter, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        self.audit_rows(LIST, filter, limit.into(), |row| {
            Ok(AuditEntry {
                seq: row.get(0)?,
                at: column::get(row, 1, column::time)?,
                actor: column::get(row, 2, column::parsed)?,
                actor_name: row.get(3)?,
                op: column::get(row, 4, column::one_of(Op::from_name))?,
                subject: Subject {
                    kind: column::get(row, 5, column::one_of(SubjectKind::from_name))?,
                    id: column::get(row, 6, column::parsed)?,
                    name: row.get(7)?,
                    vendor: column::opt(row, 8, column::parsed)?,
                },
                detail: column::get(row, 9, column::json)?,
                prev_hash: column::get(row, 10, column::parsed)?,
                hash: column::get(row, 11, column::parsed)?,
            })
        })
    }

    /// Counts entries of the audit log.
    pub fn audit_count(&self, filter: &AuditFilter) -> Result<u32, StoreError> {
        let counted = self.audit_rows(&format!("SELECT count(*) FROM ({LIST})"), filter, NO_LIMIT, |row| row.get(0))?;
        Ok(counted.first().copied().unwrap_or(0))
    }

    /// Asks something of the entries that pass a filter.
    fn audit_rows<T>(
        &self,
        sql: &str,
        filter: &AuditFilter,
        limit: i64,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let like = filter.text.as_ref().map(|text| format!("%{}%", escape_like(text)));
        let rows = self.all(
            sql,
            named_params! {
                ":before": filter.before,
                ":vendor": filter.vendor.map(|vendor| vendor.to_string()),
                ":subject_kind": filter.subject.map(|(kind, _)| kind.as_str()),
                ":subject_id": filter.subject.map(|(_, id)| id.to_string()),
                ":op": filter.op.map(Op::as_str),
                ":like": like,
                ":limit": limit,
            },
            row,
        )?;
        Ok(rows)
    }
}

fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
