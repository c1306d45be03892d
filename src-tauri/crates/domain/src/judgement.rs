//! What a person said about a fact. A correction never overwrites: the reading stays, the judgement stands beside it.

use crate::{DocumentId, JudgementId, LongText, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Names one fact of a reading that a person can confirm, correct or reject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are those of the reading format")]
pub enum FactKey {
    Kind,
    ServiceOrganization,
    SystemName,
    AuditorFirm,
    AuditorLocation,
    ReportType,
    AsOfDate,
    PeriodStart,
    PeriodEnd,
    ReportDate,
    Opinion,
    OpinionBasis,
    TrustServicesCategories,
}

impl FactKey {
    /// All of them in the order in which a reviewer reads them.
    pub const ALL: [Self; 13] = [
        Self::Kind,
        Self::ServiceOrganization,
        Self::SystemName,
        Self::AuditorFirm,
        Self::AuditorLocation,
        Self::ReportType,
        Self::AsOfDate,
        Self::PeriodStart,
        Self::PeriodEnd,
        Self::ReportDate,
        Self::Opinion,
        Self::OpinionBasis,
        Self::TrustServicesCategories,
    ];

    /// The name used in the reading format, the database and on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::ServiceOrganization => "service_organization",
            Self::SystemName => "system_name",
            Self::AuditorFirm => "auditor_firm",
            Self::AuditorLocation => "auditor_location",
            Self::ReportType => "report_type",
            Self::AsOfDate => "as_of_date",
            Self::PeriodStart => "period_start",
            Self::PeriodEnd => "period_end",
            Self::ReportDate => "report_date",
            Self::Opinion => "opinion",
            Self::OpinionBasis => "opinion_basis",
            Self::TrustServicesCategories => "trust_services_categories",
        }
    }

    /// Finds the key of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }
}

/// What a person said of a fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// The reader is right, also where it read nothing and the document says nothing.
    Confirmed,
    /// The document says something else: the value as the reading format writes it.
    Corrected {
        /// The right value as JSON, of the type of its key.
        value: serde_json::Value,
    },
    /// The document does not say this.
    Rejected,
    /// An earlier judgement is taken back; the fact is open again.
    Withdrawn,
}

/// One judgement. The latest of a document and key holds; the earlier ones stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// Its id.
    pub id: JudgementId,
    /// The document.
    pub document: DocumentId,
    /// The fact.
    pub key: FactKey,
    /// What was said.
    pub verdict: Verdict,
    /// Why, where a reason was given.
    pub reason: Option<LongText>,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}
