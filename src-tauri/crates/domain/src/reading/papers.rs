//! What documents other than reports state: certificates and letters.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Fact;

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
