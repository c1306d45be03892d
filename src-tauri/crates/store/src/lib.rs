//! The workspace file: one SQLite file that holds the register, the readings and the documents themselves.
//!
//! - [`Workspace`] makes, opens, reads, writes and copies the file; [`Workspace::read`] gives a [`Snapshot`],
//!   [`Workspace::write`] a [`Change`], in one transaction with its audit entry.
//! - One file per concept says what can be asked of a snapshot and done in a change; its SQL stands beside it.
//! - `schema/current.sql` is the schema, readable in one place; `migrate/` leads older files to it.
//! - `protection/` encrypts the whole file under a passphrase; `audit/` is the chained log; `search/` finds words.
//!
//! This crate must not know rules, permissions, the clock, PDF or the user interface. Nothing above it may know
//! that it is SQLite: its callers see domain types and [`StoreError`].
//!
//! To add a table: the next step in `migrate/`, the same in `schema/current.sql`, a file for its concept with methods
//! on [`Snapshot`] (read) and [`Change`] (write), a test in `tests/`. A new [`countersign_domain::Op`] needs nothing here.
#![deny(missing_docs)]

mod acceptance;
mod access;
mod alternative;
mod audit;
mod blob;
mod checklist;
mod column;
mod connection;
mod crash;
mod cuec;
mod cuec_import;
mod decision;
mod document;
mod error;
mod evidence;
mod finding;
mod firm_check;
mod fourth_party;
mod in_process;
mod judgement;
mod lock;
mod migrate;
mod monitoring;
mod offboarding;
mod own_control;
mod packet;
mod passphrase;
mod past;
mod person;
mod policy;
mod protection;
mod review;
mod schema;
mod search;
mod setting;
mod signed_copy;
mod snapshot;
mod snooze;
mod tier_assignment;
mod vendor;
mod vendor_import;
mod workspace;

#[cfg(test)]
mod tests;

pub use acceptance::{AcceptanceAnswer, AcceptanceEnd, AcceptanceKind, AcceptanceRequest, AcceptanceRow};
pub use access::{Access, Holder, ReadOnlyReason};
pub use alternative::{AlternativeRow, Withdrawal};
pub use audit::{AuditEntry, AuditFilter, ChainReport, Head, Said, Stamp, Subject, SubjectKind};
pub use cuec::FiledCuecAnswer;
pub use cuec_import::CuecImportRow;
pub use decision::{
    DecisionDays, DutyRow, OpenDutyRow, SettlingDutyRow, SignedRow, UnconfirmedRow, UnpackedRow, UnsignedRow,
};
pub use document::{
    DocumentFilter, DocumentRow, PageRow, ReadingRow, RecognisedRow, Reread, StoredDocument, Summary, UnreadRow,
};
pub use error::StoreError;
pub use evidence::{EvidenceRow, KeptEvidence};
pub use firm_check::FirmCheckRow;
pub use packet::PacketRow;
pub use passphrase::Passphrase;
pub use past::{Became, StageChange, StatusChange};
pub use policy::PolicyRow;
pub use protection::Protection;
pub use review::{AnswerRow, ReviewRow};
pub use search::{Hit, SnippetPiece};
pub use setting::WorkspaceFacts;
pub use snapshot::{Change, Snapshot};
pub use vendor::{FurtherNames, LatestDecision, VendorName, VendorRow};
pub use vendor_import::ImportRow;
pub use workspace::{Founding, Workspace};
