//! What the field is made of, without any input or output.
//!
//! Everything here is a value or a pure rule: ids, names, dates, vendors, documents, facts with their citations,
//! the reading of a document, people and what they may do, the lifecycle of a vendor, what the register says of it,
//! decisions.
//! A value that exists is valid: constructors parse, nothing downstream checks again.
//!
//! This crate must not know databases, files, PDF, the clock or randomness.
//! To add a concept: one file, named by the field's own word (`practice.md` §1), re-exported here.
#![deny(missing_docs)]

pub mod answer;
pub mod attention;
pub mod authority;
pub mod checklist;
pub mod citation;
pub mod comparison;
pub mod cuec;
pub mod decision;
pub mod document;
pub mod effective;
pub mod effective_lists;
pub mod entry;
pub mod fact;
pub mod finding;
pub mod fourth_party;
pub mod guard;
pub mod hash;
pub mod id;
pub mod judgement;
pub mod lifecycle;
mod looked;
pub mod matching;
pub mod metric;
pub mod monitoring;
pub mod name;
pub mod notice;
pub mod offboarding;
pub mod op;
pub mod organization;
pub mod packet_code;
pub mod people;
pub mod period;
pub mod rank;
pub mod reading;
pub mod register;
pub mod signed_copy;
pub mod signing;
pub mod succession;
pub mod told;
pub mod vendor;

pub use answer::{Answer, AnswerKind};
pub use authority::{Action, Denied, Permit};
pub use citation::{Citation, Rect};
pub use decision::{Condition, ConditionDone, Decision, Outcome, Residual, RiskLevel, Signature};
pub use document::{Document, Filing};
pub use effective::{EffectiveFact, EffectiveFacts};
pub use effective_lists::{EffectiveEntry, EffectiveLists};
pub use entry::{Entry, EntryId, EntryKey, ListName};
pub use fact::{Basis, Fact};
pub use finding::{Finding, FindingStatus, FindingStep, Severity};
pub use guard::Gap;
pub use hash::Sha256;
pub use id::{
    AcceptanceId, AlternativeId, ConditionId, ContractId, DecisionId, DocumentId, EngagementId, FindingId, FirmCheckId,
    JudgementId, MonitoringId, OwnControlId, PacketId, PersonId, ReviewId, VendorId, WorkspaceId,
};
pub use judgement::{FactKey, Judged, Judgement, Verdict};
pub use lifecycle::{Stage, Step, in_use, passes_activation};
pub use looked::Looked;
pub use name::{InvalidText, LongText, Name};
pub use offboarding::Offboarding;
pub use op::Op;
pub use packet_code::{PacketCode, ShortCode};
pub use people::{Person, Role};
pub use period::{InvalidPeriod, Period};
pub use rank::Rank;
pub use reading::{Category, Kind, Opinion, Reading, ReportType};
pub use signed_copy::{CopyFound, CopyPages, PaperSignature, SignedCopy};
pub use vendor::{Tier, Vendor};
