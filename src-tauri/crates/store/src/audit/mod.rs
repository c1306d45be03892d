//! The audit log: who did what when to what. Append-only, hash-chained, written in the transaction of what it tells of.

pub(crate) mod chain;
mod query;

pub use chain::ChainReport;
pub use query::{AuditEntry, AuditFilter, Head, Said};

use crate::{column, error::Fault};
use chain::Link;
use chrono::{DateTime, Utc};
use countersign_domain::{
    Decision, Document, Name, Op, PacketId, Person, PersonId, Sha256, Vendor, VendorId, WorkspaceId,
};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Who does what when to what; every write carries one.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// Who acts; must be a person of the workspace.
    pub actor: PersonId,
    /// Their name as it is now: the log keeps it even when the name changes.
    pub actor_name: Name,
    /// When.
    pub at: DateTime<Utc>,
    /// Which kind of action.
    pub op: Op,
    /// What it is done to.
    pub subject: Subject,
}

/// What an audit entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Which kind of thing.
    pub kind: SubjectKind,
    /// Its id.
    pub id: Uuid,
    /// What it is called now.
    pub name: String,
    /// The vendor whose history this belongs to.
    pub vendor: Option<VendorId>,
}

impl Subject {
    /// The workspace itself.
    pub fn workspace(id: WorkspaceId, organisation: &Name) -> Self {
        Self { kind: SubjectKind::Workspace, id: id.uuid(), name: organisation.to_string(), vendor: None }
    }

    /// A person.
    pub fn person(person: &Person) -> Self {
        Self { kind: SubjectKind::Person, id: person.id.uuid(), name: person.name.to_string(), vendor: None }
    }

    /// A vendor.
    pub fn vendor(vendor: &Vendor) -> Self {
        Self { kind: SubjectKind::Vendor, id: vendor.id.uuid(), name: vendor.name.to_string(), vendor: Some(vendor.id) }
    }

    /// A document; `vendor` where the action concerns the vendor with which it is, was or will be filed.
    pub fn document(document: &Document, vendor: Option<VendorId>) -> Self {
        Self { kind: SubjectKind::Document, id: document.id.uuid(), name: document.file_name.to_string(), vendor }
    }

    /// A decision, called by the vendor's name.
    pub fn decision(decision: &Decision, vendor: &Vendor) -> Self {
        Self {
            kind: SubjectKind::Decision,
            id: decision.id.uuid(),
            name: vendor.name.to_string(),
            vendor: Some(vendor.id),
        }
    }

    /// A packet, called by its printed number.
    pub fn packet(id: PacketId, number: &str, vendor: VendorId) -> Self {
        Self { kind: SubjectKind::Packet, id: id.uuid(), name: number.to_owned(), vendor: Some(vendor) }
    }
}

/// The kinds of things that actions are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of the domain")]
pub enum SubjectKind {
    Workspace,
    Person,
    Vendor,
    Document,
    Decision,
    Packet,
}

impl SubjectKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Workspace, Self::Person, Self::Vendor, Self::Document, Self::Decision, Self::Packet];

    /// The name used in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Person => "person",
            Self::Vendor => "vendor",
            Self::Document => "document",
            Self::Decision => "decision",
            Self::Packet => "packet",
        }
    }

    /// Finds the kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// What is to be written.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) stamp: &'a Stamp,
    pub(crate) op: Op,
    pub(crate) subject: &'a Subject,
    pub(crate) detail: &'a str,
}

/// Appends an entry to the chain, inside the caller's transaction.
pub(crate) fn append(connection: &Connection, entry: &Entry<'_>) -> Result<(), Fault> {
    let (count, prev_hash) = connection
        .prepare_cached("SELECT audit_count, audit_head FROM workspace")?
        .query_row([], |row| Ok((row.get::<_, u64>(0)?, column::get(row, 1, column::parsed::<Sha256>)?)))?;
    let vendor = entry.subject.vendor.map(|vendor| vendor.to_string());
    let link = Link {
        seq: count + 1,
        at: &column::of_time(entry.stamp.at),
        actor: &entry.stamp.actor.to_string(),
        actor_name: entry.stamp.actor_name.as_str(),
        op: entry.op.as_str(),
        subject_kind: entry.subject.kind.as_str(),
        subject_id: &entry.subject.id.to_string(),
        subject_name: &entry.subject.name,
        vendor: vendor.as_deref(),
        detail: entry.detail,
        prev_hash,
    };
    let hash = link.hash();
    connection.prepare_cached(include_str!("insert.sql"))?.execute(params![
        link.seq,
        link.at,
        link.actor,
        link.actor_name,
        link.op,
        link.subject_kind,
        link.subject_id,
        link.subject_name,
        link.vendor,
        link.detail,
        prev_hash.to_string(),
        hash.to_string(),
    ])?;
    connection
        .prepare_cached("UPDATE workspace SET audit_count = ?, audit_head = ?")?
        .execute(params![link.seq, hash.to_string()])?;
    Ok(())
}
