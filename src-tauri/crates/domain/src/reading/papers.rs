//! What documents other than reports state: certificates, letters, assessments, questionnaires.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Citation, Fact};

/// What a certificate states (ISO management systems, CSA STAR, Cyber Essentials, PCI DSS and the like).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Certificate {
    /// The standard with its edition, e.g. `ISO/IEC 27001:2022`.
    pub standard: Option<Fact<String>>,
    /// The certificate's number.
    pub number: Option<Fact<String>>,
    /// When this certificate was issued; where it was issued again, that day is not it.
    pub issued: Option<Fact<NaiveDate>>,
    /// The last day on which it holds.
    pub expires: Option<Fact<NaiveDate>>,
    /// When the organization was certified first.
    pub first_issued: Option<Fact<NaiveDate>>,
    /// The certification body.
    pub body: Option<Fact<String>>,
    /// Who accredited the body.
    pub accreditation: Option<Fact<String>>,
    /// What is certified.
    pub scope: Option<Fact<String>>,
    /// The version of the statement of applicability.
    pub soa_version: Option<Fact<String>>,
}

/// What a bridge letter states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Letter {
    /// First day that it covers.
    pub covers_from: Option<Fact<NaiveDate>>,
    /// Last day that it covers.
    pub covers_to: Option<Fact<NaiveDate>>,
    /// First day of the period of the report that it refers to.
    pub refers_to_period_start: Option<Fact<NaiveDate>>,
    /// Last day of that period.
    pub refers_to_period_end: Option<Fact<NaiveDate>>,
    /// Date of that report.
    pub refers_to_report_date: Option<Fact<NaiveDate>>,
    /// Who signed.
    pub signed_by: Option<Fact<String>>,
    /// What is said of material changes; `value` is the sentence.
    pub material_changes: Option<Fact<String>>,
}

/// What an independent test or assessment states (penetration tests, audits of security, validations).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Assessment {
    /// Who tested.
    pub tester: Option<Fact<String>>,
    /// First day of the test.
    pub tested_from: Option<Fact<NaiveDate>>,
    /// Last day of the test.
    pub tested_to: Option<Fact<NaiveDate>>,
    /// The last day on which a validation holds.
    pub expires: Option<Fact<NaiveDate>>,
    /// What was tested.
    pub scope: Option<Fact<String>>,
    /// How many findings there were, where the document says the number.
    pub findings_total: Option<Fact<u32>>,
    /// How many of each severity, the gravest first; a severity of which nothing is said is left out.
    pub findings: Vec<SeverityCount>,
}

/// How many findings of one severity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SeverityCount {
    /// The severity.
    pub severity: Severity,
    /// How many were found at first.
    pub found: Option<Fact<u32>>,
    /// How many are left after the test was repeated or the finding was mended.
    pub remaining: Option<Fact<u32>>,
}

/// How grave a finding is, as testers rate it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Severity {
    Critical,
    High,
    Medium,
    Low,
    Informational,
}

/// A questionnaire with its answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Questionnaire {
    /// Which questionnaire it is, e.g. `CAIQ` or its own title.
    pub name: Option<Fact<String>>,
    /// Its version.
    pub version: Option<Fact<String>>,
    /// How many questions were read.
    pub questions: u32,
    /// The questions with their answers in the order of the document.
    pub answers: Vec<QuestionAnswer>,
}

/// A question and what was answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionAnswer {
    /// Its number, e.g. `A&A-01.1`.
    pub id: Option<String>,
    /// The question.
    pub question: String,
    /// The answer: a choice where the form offers choices, else what was written; `None` for an empty field.
    pub answer: Option<String>,
    /// What was written besides a choice.
    pub comment: Option<String>,
    /// Where it stands.
    pub citations: Vec<Citation>,
}
