//! What a person said about a fact or an entry of a list. A correction never overwrites: the reading stays, the judgement stands beside it.

use crate::{Citation, DocumentId, EntryKey, JudgementId, LongText, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Names one fact of a reading that a person can confirm, correct or reject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the names are those of the reading format, after the part in which they stand; the last are told by people alone"
)]
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
    NoCuecs,
    NoSubserviceOrganizations,
    NoCsocs,
    LetterCoversFrom,
    LetterCoversTo,
    LetterPeriodStart,
    LetterPeriodEnd,
    LetterReportDate,
    LetterSignedBy,
    LetterMaterialChanges,
    CertificateStandard,
    CertificateNumber,
    CertificateIssued,
    CertificateExpires,
    CertificateFirstIssued,
    CertificateBody,
    CertificateAccreditation,
    CertificateScope,
    CertificateSoaVersion,
    AssessmentTester,
    AssessmentTestedFrom,
    AssessmentTestedTo,
    AssessmentExpires,
    AssessmentScope,
    AssessmentFindings,
    FoundCritical,
    FoundHigh,
    FoundMedium,
    FoundLow,
    FoundInformational,
    RemainingCritical,
    RemainingHigh,
    RemainingMedium,
    RemainingLow,
    RemainingInformational,
    QuestionnaireName,
    QuestionnaireVersion,
    LetterSigner,
    LetterContradictsEvents,
    CertificateCoversUs,
    AssessmentIndependent,
    AnswersSampled,
    AnswersUntreated,
    CoversServices,
}

impl FactKey {
    /// All of them in the order in which a reviewer reads them.
    pub const ALL: [Self; 57] = [
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
        Self::NoCuecs,
        Self::NoSubserviceOrganizations,
        Self::NoCsocs,
        Self::LetterCoversFrom,
        Self::LetterCoversTo,
        Self::LetterPeriodStart,
        Self::LetterPeriodEnd,
        Self::LetterReportDate,
        Self::LetterSignedBy,
        Self::LetterMaterialChanges,
        Self::CertificateStandard,
        Self::CertificateNumber,
        Self::CertificateIssued,
        Self::CertificateExpires,
        Self::CertificateFirstIssued,
        Self::CertificateBody,
        Self::CertificateAccreditation,
        Self::CertificateScope,
        Self::CertificateSoaVersion,
        Self::AssessmentTester,
        Self::AssessmentTestedFrom,
        Self::AssessmentTestedTo,
        Self::AssessmentExpires,
        Self::AssessmentScope,
        Self::AssessmentFindings,
        Self::FoundCritical,
        Self::FoundHigh,
        Self::FoundMedium,
        Self::FoundLow,
        Self::FoundInformational,
        Self::RemainingCritical,
        Self::RemainingHigh,
        Self::RemainingMedium,
        Self::RemainingLow,
        Self::RemainingInformational,
        Self::QuestionnaireName,
        Self::QuestionnaireVersion,
        Self::LetterSigner,
        Self::LetterContradictsEvents,
        Self::CertificateCoversUs,
        Self::AssessmentIndependent,
        Self::AnswersSampled,
        Self::AnswersUntreated,
        Self::CoversServices,
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
            Self::NoCuecs => "no_cuecs",
            Self::NoSubserviceOrganizations => "no_subservice_organizations",
            Self::NoCsocs => "no_csocs",
            Self::LetterCoversFrom => "letter_covers_from",
            Self::LetterCoversTo => "letter_covers_to",
            Self::LetterPeriodStart => "letter_period_start",
            Self::LetterPeriodEnd => "letter_period_end",
            Self::LetterReportDate => "letter_report_date",
            Self::LetterSignedBy => "letter_signed_by",
            Self::LetterMaterialChanges => "letter_material_changes",
            Self::CertificateStandard => "certificate_standard",
            Self::CertificateNumber => "certificate_number",
            Self::CertificateIssued => "certificate_issued",
            Self::CertificateExpires => "certificate_expires",
            Self::CertificateFirstIssued => "certificate_first_issued",
            Self::CertificateBody => "certificate_body",
            Self::CertificateAccreditation => "certificate_accreditation",
            Self::CertificateScope => "certificate_scope",
            Self::CertificateSoaVersion => "certificate_soa_version",
            Self::AssessmentTester => "assessment_tester",
            Self::AssessmentTestedFrom => "assessment_tested_from",
            Self::AssessmentTestedTo => "assessment_tested_to",
            Self::AssessmentExpires => "assessment_expires",
            Self::AssessmentScope => "assessment_scope",
            Self::AssessmentFindings => "assessment_findings",
            Self::FoundCritical => "found_critical",
            Self::FoundHigh => "found_high",
            Self::FoundMedium => "found_medium",
            Self::FoundLow => "found_low",
            Self::FoundInformational => "found_informational",
            Self::RemainingCritical => "remaining_critical",
            Self::RemainingHigh => "remaining_high",
            Self::RemainingMedium => "remaining_medium",
            Self::RemainingLow => "remaining_low",
            Self::RemainingInformational => "remaining_informational",
            Self::QuestionnaireName => "questionnaire_name",
            Self::QuestionnaireVersion => "questionnaire_version",
            Self::LetterSigner => "letter_signer",
            Self::LetterContradictsEvents => "letter_contradicts_events",
            Self::CertificateCoversUs => "certificate_covers_us",
            Self::AssessmentIndependent => "assessment_independent",
            Self::AnswersSampled => "answers_sampled",
            Self::AnswersUntreated => "answers_untreated",
            Self::CoversServices => "covers_services",
        }
    }

    /// Finds the key of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }
}

/// What a judgement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Judged {
    /// A fact.
    Fact(FactKey),
    /// An entry of a list.
    Entry(EntryKey),
}

impl From<FactKey> for Judged {
    fn from(key: FactKey) -> Self {
        Self::Fact(key)
    }
}

impl From<EntryKey> for Judged {
    fn from(key: EntryKey) -> Self {
        Self::Entry(key)
    }
}

/// What a person said of a fact or of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// The reader is right, also where it read nothing and the document says nothing.
    Confirmed,
    /// The document says something else: the value as the reading format writes it.
    Corrected {
        /// The right value as JSON, of the type of its key.
        value: Value,
    },
    /// The document has an entry that the reader does not list.
    Added {
        /// The entry as JSON, of the type of its list.
        value: Value,
    },
    /// The document does not say this.
    Rejected,
    /// An earlier judgement is taken back; the fact is open again.
    Withdrawn,
}

/// One judgement. The latest of a document and key holds; the earlier ones stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Its id.
    pub id: JudgementId,
    /// The document.
    pub document: DocumentId,
    /// What it is about.
    pub key: Judged,
    /// What was said.
    pub verdict: Verdict,
    /// What the reader had read when it was said: a whole fact or entry as the reading format writes it, with its places.
    /// A confirmation confirms this, whatever a later reader reads.
    pub read: Option<Value>,
    /// Where the person saw it.
    pub citations: Vec<Citation>,
    /// Why, where a reason was given.
    pub reason: Option<LongText>,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}
