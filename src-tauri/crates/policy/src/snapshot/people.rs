//! What people found, accepted, signed and noted.

use super::Cited;
use crate::{Rank, Severity};
use chrono::NaiveDate;
pub use countersign_domain::FindingStatus;
use countersign_domain::{DocumentId, EngagementId, PersonId, Role, choices};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choices! {
    /// The twelve core controls of the path without a report (`practice.md` §8.3), the nine that matter most first.
    CoreControl {
        /// Identity and multi-factor authentication.
        Identity = "identity", "Identity and MFA";
        /// Accounts of those who leave.
        Leavers = "leavers", "Leavers";
        /// Least privilege and access reviews.
        LeastPrivilege = "least_privilege", "Least privilege and access reviews";
        /// Encryption.
        Encryption = "encryption", "Encryption";
        /// Logging and monitoring.
        Logging = "logging", "Logging and monitoring";
        /// Vulnerabilities and patches.
        Patching = "patching", "Vulnerabilities and patches";
        /// Changes.
        Change = "change", "Change";
        /// Backup and restore.
        Backup = "backup", "Backup and restore";
        /// Incidents.
        Incident = "incident", "Incidents";
        /// The vendor's own vendors.
        VendorManagement = "vendor_management", "Vendor management";
        /// Training and screening.
        Training = "training", "Training and screening";
        /// Continuity and deletion.
        Continuity = "continuity", "Continuity and deletion";
    }
    /// How well a core control is known.
    CoreScore {
        /// There is none.
        None = "none", "None";
        /// The vendor says so.
        Said = "said", "Said";
        /// The vendor showed it.
        Shown = "shown", "Shown";
        /// Somebody independent tested it.
        Tested = "tested", "Independently tested";
    }
}

impl CoreScore {
    /// Its points, 0 to 3.
    pub const fn points(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Said => 1,
            Self::Shown => 2,
            Self::Tested => 3,
        }
    }
}

/// One of our findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The name by which acceptances refer to it.
    pub key: String,
    /// What it is, in short.
    pub title: String,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub status: FindingStatus,
    /// By when it is to be treated.
    pub due_on: Option<NaiveDate>,
    /// The document from which it comes, with the pages.
    pub document: Option<(DocumentId, Cited<()>)>,
}

/// A signed acceptance of findings (`practice.md` §5.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// The findings, by their keys.
    pub findings: Vec<String>,
    /// Who asked for it.
    pub requester: Option<PersonId>,
    /// Who granted it.
    pub approver: PersonId,
    /// Their rank when they did.
    pub rank: Option<Rank>,
    /// When it was granted.
    pub granted_on: NaiveDate,
    /// The last day on which it holds.
    pub expires_on: NaiveDate,
}

/// A signed deviation from a rule (`practice.md` §4.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// The rule's code.
    pub rule: String,
    /// The value found.
    pub found: String,
    /// Why it is allowed.
    pub reason: String,
    /// What compensates.
    pub compensations: String,
    /// Who asked for it.
    pub requester: Option<PersonId>,
    /// Who granted it.
    pub approver: PersonId,
    /// Their rank when they did.
    pub rank: Option<Rank>,
    /// When it was granted.
    pub granted_on: NaiveDate,
    /// The last day on which it holds.
    pub expires_on: NaiveDate,
    /// The services for which it was asked; `None` = for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub services: Option<BTreeSet<EngagementId>>,
}

impl Deviation {
    /// Whether it was asked for all of these services.
    pub fn is_for(&self, services: &[EngagementId]) -> bool {
        self.services
            .as_ref()
            .is_none_or(|asked| !services.is_empty() && services.iter().all(|service| asked.contains(service)))
    }
}

/// A duty that answers a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionSet {
    /// The rule's code.
    pub rule: String,
    /// Who answers for it; a duty without an owner answers nothing.
    pub owner: Option<PersonId>,
    /// By when; a duty without a date answers nothing.
    pub due_on: Option<NaiveDate>,
    /// Whether it is done.
    pub done: bool,
}

/// A note that answers a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The rule's code.
    pub rule: String,
    /// Who wrote it.
    pub by: PersonId,
    /// What it says.
    pub text: String,
    /// The documents that its author looked at; `None` where it is about whatever is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<BTreeSet<DocumentId>>,
}

impl Note {
    /// Whether its author looked at the document.
    pub fn is_of(&self, document: DocumentId) -> bool {
        self.of.as_ref().is_none_or(|of| of.contains(&document))
    }
}

/// A full review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// When it was finished; `None` while it goes on.
    pub finished_on: Option<NaiveDate>,
    /// Who reviewed.
    pub reviewer: PersonId,
    /// Who read it again.
    pub second_reader: Option<PersonId>,
    /// The documents that it looked at; `None` while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saw: Option<BTreeSet<DocumentId>>,
}

/// That something noted of the vendor brings the full review forward (`practice.md` §6.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewBy {
    /// The last day for it.
    pub day: NaiveDate,
    /// What was noted and when, as a sentence without its full stop.
    pub reason: String,
}

/// A signature under the decision that is pending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalSigned {
    /// Who signed.
    pub person: PersonId,
    /// In which role.
    pub role: Role,
    /// When.
    pub on: NaiveDate,
}
