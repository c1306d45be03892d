//! All that the rules look at, as plain data that a store can assemble: the vendor, what is held on it, and what people
//! found, accepted and checked. What is not known is `None` and makes a rule say "missing"; nothing is guessed.

mod document;
mod evidence;
mod paper;
mod people;
mod service;
mod state;

pub use document::JudgedDocument;
pub use evidence::{Cited, CompanyMatch, Evidence, Exceptions, Judged, ProductMatch, Source};
pub use paper::{Assessment, Certificate, LetterFacts, LetterSigner, Questionnaire};
pub use people::{
    Acceptance, ApprovalSigned, ConditionSet, CoreControl, CoreScore, Deviation, Finding, FindingStatus, Note, Review,
    ReviewBy,
};
pub use service::OfServices;
pub use state::{
    AlternativeGrant, AlternativePath, AlternativeReason, CuecState, CuecStatus, Cuecs, FirmCheck, Licence, NextAudit,
    PeerReview, SubserviceAssurance, SubserviceState,
};

pub use countersign_domain::cuec::Applies;
use countersign_domain::{Tier, register::Profile};
use serde::{Deserialize, Serialize};

/// All that the rules look at for one vendor.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    /// The vendor's name and the others under which its documents come.
    pub names: Vec<String>,
    /// Its class, once assigned.
    pub tier: Option<Tier>,
    /// Whether it is in use already.
    pub in_use: bool,
    /// What the register says of it.
    pub profile: Profile,
    /// The documents filed with it.
    pub evidence: Vec<Evidence>,
    /// Proof that the next examination is under way.
    pub next_audit: Option<NextAudit>,
    /// What people found; `None` while nobody has rated what the report says.
    pub findings: Option<Vec<Finding>>,
    /// How many exceptions of the report and findings from elsewhere nobody has rated, where findings are entered and that is not
    /// all of it: 0 where the report seems to state none and nobody has confirmed that.
    pub unrated: Option<u32>,
    /// Signed acceptances of findings.
    pub acceptances: Vec<Acceptance>,
    /// Signed deviations from rules.
    pub deviations: Vec<Deviation>,
    /// Duties with owner and date that answer a warning.
    pub conditions: Vec<ConditionSet>,
    /// Notes that answer a warning.
    pub notes: Vec<Note>,
    /// Checks of firms, of whatever firm.
    pub firm_checks: Vec<FirmCheck>,
    /// Our side of the report's complementary user entity controls; `None` while the list was not read.
    pub cuecs: Option<Cuecs>,
    /// The report's subservice organizations; `None` while the list was not read, empty where it names none.
    pub subservice: Option<Vec<SubserviceState>>,
    /// Full reviews made.
    pub reviews: Vec<Review>,
    /// What brings the next one forward: open, and noted since the last one was finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<ReviewBy>,
    /// Who has signed the decision that is pending.
    pub approvals: Vec<ApprovalSigned>,
    /// The path without a SOC 2 report, where it was taken.
    pub alternative: Option<AlternativePath>,
    /// The same for each service, where papers tell them apart: see [`Snapshot::split`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of_services: Vec<OfServices>,
}
