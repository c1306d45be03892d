//! What documents other than reports state, as far as the rules look at it.

use super::Cited;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use countersign_domain::told::LetterSigner;

/// What a bridge letter states (`practice.md` §3.2 C6).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterFacts {
    /// First day that it covers.
    pub from: Option<Cited<NaiveDate>>,
    /// Last day that it covers.
    pub to: Option<Cited<NaiveDate>>,
    /// Who signed.
    pub signer: Option<LetterSigner>,
    /// Whether it says what changed and what failed.
    pub states_changes: Option<bool>,
    /// Whether it contradicts what is known to have happened.
    pub contradicts_events: Option<bool>,
    /// What a review answered where it judged that the letter does not count, in its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// What a certificate states.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Certificate {
    /// The last day on which it holds.
    pub expires: Option<Cited<NaiveDate>>,
    /// Who accredited the body that certifies.
    pub accreditation: Option<Cited<String>>,
    /// What is certified.
    pub scope: Option<Cited<String>>,
    /// Whether a person says that the scope covers the service we buy.
    pub scope_covers_us: Option<bool>,
    /// The version of the statement of applicability that it names.
    pub soa_version: Option<Cited<String>>,
}

/// What a penetration test or another assessment states.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Assessment {
    /// The last day of the test.
    pub tested_to: Option<Cited<NaiveDate>>,
    /// Whether somebody independent tested.
    pub independent: Option<bool>,
    /// How many findings rated high or critical are left unmended.
    pub open_high: Option<Cited<u32>>,
}

/// What is known of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Questionnaire {
    /// When it was answered.
    pub answered_on: Option<Cited<NaiveDate>>,
    /// Whether a sample of the answers was verified (`practice.md` §8.2).
    pub sampled: Option<bool>,
    /// How many answers are unfavourable and nobody has treated.
    pub open_answers: Option<u32>,
}
