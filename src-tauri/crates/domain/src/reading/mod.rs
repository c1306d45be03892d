//! The reading: what the reader says about one document, format `countersign-reading/1`.
//!
//! This is a published format, printed by `countersign read --json` and stored with each document. A change that
//! breaks a reader of version 1 makes a version 2. What a document does not state is `None`, never a guess.

mod papers;
mod report;

pub use self::papers::{Assessment, Certificate, Letter, QuestionAnswer, Questionnaire, Severity, SeverityCount};
pub use self::report::{
    Control, DisclosedIncident, ReportedException, Sample, SubserviceControl, SubserviceMethod, SubserviceOrganization,
    TestOutcome, UserEntityControl,
};

use crate::{Citation, Fact, Sha256};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name and version of the format.
pub const FORMAT: &str = "countersign-reading/1";

/// What the reader says about one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// Always [`FORMAT`].
    pub format: String,
    /// The file's name as given, without folders.
    pub file: String,
    /// The file itself.
    pub document: FileFacts,
    /// Which kind of document it is.
    pub kind: Fact<Kind>,
    /// The vendor as the document names it, without the short form in brackets.
    pub service_organization: Option<Fact<String>>,
    /// The system, product or service examined.
    pub system_name: Option<Fact<String>>,
    /// The firm that examined.
    pub auditor_firm: Option<Fact<String>>,
    /// City and state or country of the firm.
    pub auditor_location: Option<Fact<String>>,
    /// Type 1 or Type 2.
    pub report_type: Option<Fact<ReportType>>,
    /// The date of a Type 1.
    pub as_of_date: Option<Fact<NaiveDate>>,
    /// First day of the period of a Type 2.
    pub period_start: Option<Fact<NaiveDate>>,
    /// Last day of the period of a Type 2.
    pub period_end: Option<Fact<NaiveDate>>,
    /// The date at the auditor's signature; for a letter, the letter's date.
    pub report_date: Option<Fact<NaiveDate>>,
    /// The auditor's opinion.
    pub opinion: Option<Fact<Opinion>>,
    /// The paragraph that explains a modified opinion.
    pub opinion_basis: Option<Fact<String>>,
    /// The Trust Services Categories examined.
    pub trust_services_categories: Option<Fact<Vec<Category>>>,
    /// The parts of the document in its order.
    pub sections: Vec<Section>,
    /// The vendors of the vendor whose controls the report counts on.
    #[serde(default)]
    pub subservice_organizations: Vec<SubserviceOrganization>,
    /// The sentence that says that there are no subservice organizations.
    #[serde(default)]
    pub no_subservice_organizations: Option<Fact<String>>,
    /// Complementary user entity controls: what the customer is to do so that the criteria are met.
    #[serde(default)]
    pub cuecs: Vec<UserEntityControl>,
    /// The sentence that says that there are no complementary user entity controls.
    #[serde(default)]
    pub no_cuecs: Option<Fact<String>>,
    /// What the customer is to do besides: responsibilities on which no criterion depends.
    #[serde(default)]
    pub user_entity_responsibilities: Vec<UserEntityControl>,
    /// Complementary subservice organization controls.
    #[serde(default)]
    pub csocs: Vec<SubserviceControl>,
    /// The sentence that says that no complementary subservice organization controls are assumed.
    #[serde(default)]
    pub no_csocs: Option<Fact<String>>,
    /// The rows of the tests matrix in the order of the document.
    #[serde(default)]
    pub controls: Vec<Control>,
    /// The deviations that the auditor noted.
    #[serde(default)]
    pub exceptions: Vec<ReportedException>,
    /// The incidents that the report discloses.
    #[serde(default)]
    pub incidents: Vec<DisclosedIncident>,
    /// What a certificate states.
    #[serde(default)]
    pub certificate: Option<Certificate>,
    /// What a bridge letter states.
    #[serde(default)]
    pub letter: Option<Letter>,
    /// What a penetration test or another assessment states.
    #[serde(default)]
    pub assessment: Option<Assessment>,
    /// A questionnaire with its answers.
    #[serde(default)]
    pub questionnaire: Option<Questionnaire>,
    /// Statements of the document that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// What a person should know before relying on the reading.
    pub warnings: Vec<Warning>,
}

impl Reading {
    /// Makes a reading that says nothing yet but what kind of document the file is.
    pub fn new(file: String, document: FileFacts, kind: Fact<Kind>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            file,
            document,
            kind,
            service_organization: None,
            system_name: None,
            auditor_firm: None,
            auditor_location: None,
            report_type: None,
            as_of_date: None,
            period_start: None,
            period_end: None,
            report_date: None,
            opinion: None,
            opinion_basis: None,
            trust_services_categories: None,
            sections: Vec::new(),
            subservice_organizations: Vec::new(),
            no_subservice_organizations: None,
            cuecs: Vec::new(),
            no_cuecs: None,
            user_entity_responsibilities: Vec::new(),
            csocs: Vec::new(),
            no_csocs: None,
            controls: Vec::new(),
            exceptions: Vec::new(),
            incidents: Vec::new(),
            certificate: None,
            letter: None,
            assessment: None,
            questionnaire: None,
            contradictions: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

/// What is known of the file itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FileFacts {
    /// SHA-256 of the bytes.
    #[schemars(with = "String")]
    pub sha256: Sha256,
    /// Length in bytes.
    pub bytes: u64,
    /// Number of pages.
    pub pages: u32,
    /// The program that made the PDF, as the file says.
    pub producer: Option<String>,
    /// The title in the file's properties.
    pub title: Option<String>,
    /// When the file says it was made, `YYYY-MM-DDThh:mm:ss`, with the offset where the file gives one.
    pub created: Option<String>,
    /// Whether the pages hold text.
    pub text: TextLayer,
    /// Pages that are only a picture.
    pub image_only_pages: Vec<u32>,
    /// Pages whose text was read from a picture.
    pub ocr_pages: Vec<u32>,
    /// Whether the file is encrypted (with or without a password to open it).
    pub encrypted: bool,
    /// Number of digital signatures.
    pub signatures: u32,
    /// Whether the file was changed after the last signature; `None` where there is no signature.
    pub revised_after_signing: Option<bool>,
    /// Name and version of the program that read it.
    pub extractor: String,
}

impl FileFacts {
    /// Pages that are only a picture and that nobody has read.
    pub fn unread_pages(&self) -> Vec<u32> {
        self.image_only_pages.iter().copied().filter(|page| !self.ocr_pages.contains(page)).collect()
    }
}

/// Whether the pages of a file hold text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextLayer {
    /// Every page that shows something has text.
    Full,
    /// Some pages are only pictures.
    Partial,
    /// No page has text.
    None,
}

/// Which kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Kind {
    #[serde(rename = "soc2_type1")]
    Soc2Type1,
    #[serde(rename = "soc2_type2")]
    Soc2Type2,
    #[serde(rename = "soc1_type1")]
    Soc1Type1,
    #[serde(rename = "soc1_type2")]
    Soc1Type2,
    #[serde(rename = "soc3")]
    Soc3,
    SocCybersecurity,
    BridgeLetter,
    #[serde(rename = "iso27001_certificate")]
    Iso27001Certificate,
    IsoCertificate,
    CsaStarCertificate,
    CyberEssentialsCertificate,
    StatementOfApplicability,
    PciAoc,
    PentestReport,
    SecurityAssessment,
    Caiq,
    Questionnaire,
    SecurityWhitepaper,
    Nda,
    Contract,
    Dpa,
    InsuranceCertificate,
    Other,
}

impl Kind {
    /// Every kind, in the order in which people are offered them.
    pub const ALL: [Self; 23] = [
        Self::Soc2Type2,
        Self::Soc2Type1,
        Self::Soc1Type2,
        Self::Soc1Type1,
        Self::Soc3,
        Self::SocCybersecurity,
        Self::BridgeLetter,
        Self::Iso27001Certificate,
        Self::IsoCertificate,
        Self::CsaStarCertificate,
        Self::CyberEssentialsCertificate,
        Self::StatementOfApplicability,
        Self::PciAoc,
        Self::PentestReport,
        Self::SecurityAssessment,
        Self::Caiq,
        Self::Questionnaire,
        Self::SecurityWhitepaper,
        Self::Nda,
        Self::Contract,
        Self::Dpa,
        Self::InsuranceCertificate,
        Self::Other,
    ];

    /// Whether a CPA examined and gave an opinion on it.
    pub const fn is_attestation(self) -> bool {
        matches!(
            self,
            Self::Soc2Type1 | Self::Soc2Type2 | Self::Soc1Type1 | Self::Soc1Type2 | Self::Soc3 | Self::SocCybersecurity
        )
    }

    /// What it is called in a sentence, e.g. "SOC 2 Type 2 report".
    pub const fn title(self) -> &'static str {
        match self {
            Self::Soc2Type1 => "SOC 2 Type 1 report",
            Self::Soc2Type2 => "SOC 2 Type 2 report",
            Self::Soc1Type1 => "SOC 1 Type 1 report",
            Self::Soc1Type2 => "SOC 1 Type 2 report",
            Self::Soc3 => "SOC 3 report",
            Self::SocCybersecurity => "SOC for Cybersecurity report",
            Self::BridgeLetter => "Bridge letter",
            Self::Iso27001Certificate => "ISO/IEC 27001 certificate",
            Self::IsoCertificate => "ISO certificate",
            Self::CsaStarCertificate => "CSA STAR certificate",
            Self::CyberEssentialsCertificate => "Cyber Essentials certificate",
            Self::StatementOfApplicability => "Statement of applicability",
            Self::PciAoc => "PCI DSS attestation of compliance",
            Self::PentestReport => "Penetration test report",
            Self::SecurityAssessment => "Security assessment",
            Self::Caiq => "CAIQ",
            Self::Questionnaire => "Questionnaire",
            Self::SecurityWhitepaper => "Security white paper",
            Self::Nda => "Non-disclosure agreement",
            Self::Contract => "Contract",
            Self::Dpa => "Data processing agreement",
            Self::InsuranceCertificate => "Insurance certificate",
            Self::Other => "Other document",
        }
    }
}

/// Type 1 (design at a date) or Type 2 (operation over a period); printed as the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum ReportType {
    /// Description and design at a point in time.
    One,
    /// Adds operating effectiveness throughout a period.
    Two,
}

impl JsonSchema for ReportType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReportType".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "enum": [1, 2] })
    }
}

impl TryFrom<u8> for ReportType {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        match number {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            other => Err(format!("no such report type: {other}")),
        }
    }
}

impl From<ReportType> for u8 {
    fn from(report_type: ReportType) -> u8 {
        match report_type {
            ReportType::One => 1,
            ReportType::Two => 2,
        }
    }
}

/// The auditor's opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// No modification ("clean").
    Unqualified,
    /// "Except for" a matter that is material but not pervasive.
    Qualified,
    /// Material and pervasive.
    Adverse,
    /// Not enough evidence to give an opinion.
    Disclaimer,
}

/// A Trust Services Category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Category {
    Security,
    Availability,
    #[serde(rename = "Processing Integrity")]
    ProcessingIntegrity,
    Confidentiality,
    Privacy,
}

impl Category {
    /// All five, in the framework's order.
    pub const ALL: [Self; 5] =
        [Self::Security, Self::Availability, Self::ProcessingIntegrity, Self::Confidentiality, Self::Privacy];

    /// The name as the framework writes it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Security => "Security",
            Self::Availability => "Availability",
            Self::ProcessingIntegrity => "Processing Integrity",
            Self::Confidentiality => "Confidentiality",
            Self::Privacy => "Privacy",
        }
    }
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// The heading as printed.
    pub title: String,
    /// 1-based page on which it begins.
    pub page: u32,
    /// What the part is.
    pub role: SectionRole,
}

/// What a part of a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum SectionRole {
    AuditorReport,
    Assertion,
    Description,
    Tests,
    OtherInformation,
    Other,
}

/// Two statements of one document that cannot both hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contradiction {
    /// The field it is about, e.g. `period_end`.
    pub about: String,
    /// What contradicts what, in words.
    pub message: String,
    /// Both sides.
    pub citations: Vec<Citation>,
}

/// Something a person should know before relying on the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Warning {
    /// A stable code, e.g. `image_only_auditor_report`.
    pub code: String,
    /// What it means, in words.
    pub message: String,
    /// The page it is about.
    pub page: Option<u32>,
}
