//! What a report lists: controls with their tests, exceptions, complementary controls, subservice organizations.
//!
//! An entry of a list is a statement like a [`Fact`](crate::Fact): it has a basis and is never without a citation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Basis, Citation, Fact};

/// A vendor of the vendor whose controls the report counts on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SubserviceOrganization {
    /// Its name without the short form in brackets.
    pub name: String,
    /// What it does for the service organization, in the document's words.
    pub services: Option<String>,
    /// Whether the examination covers its controls.
    pub method: Option<SubserviceMethod>,
    /// How the entry came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// How a report treats the controls of a subservice organization (AT-C 320, DC section 200).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SubserviceMethod {
    /// Its controls are not part of the description and were not examined.
    CarveOut,
    /// Its controls are described and were examined too.
    Inclusive,
}

/// Something that the customer is to do: a complementary user entity control, or a user entity responsibility.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UserEntityControl {
    /// What is to be done, without number and bullet.
    pub text: String,
    /// The criteria (or control objectives) that it complements.
    pub criteria: Vec<String>,
    /// How the entry came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// A complementary subservice organization control (CSOC): what a subservice organization is expected to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SubserviceControl {
    /// What is expected, without number and bullet.
    pub text: String,
    /// The criteria (or control objectives) that it complements.
    pub criteria: Vec<String>,
    /// The subservice organization, where the document assigns it to one.
    pub subservice: Option<String>,
    /// How the entry came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// One row of the tests matrix (or, in a report without tests, of the list of controls).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Control {
    /// The control's number as printed.
    pub id: Option<String>,
    /// The criteria (or control objectives) under which the row stands.
    pub criteria: Vec<String>,
    /// The control.
    pub text: String,
    /// What the auditor did, one entry per test.
    pub tests: Vec<String>,
    /// What came of it, one entry per result.
    pub results: Vec<String>,
    /// The results in one word.
    pub outcome: TestOutcome,
    /// How the entry came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// What came of the tests of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TestOutcome {
    /// Tested, and no deviation was noted.
    NoException,
    /// At least one result states a deviation.
    Exception,
    /// The auditor did not test it.
    NotTested,
    /// Nothing happened in the period that the control could have acted on.
    DidNotOccur,
    /// The document states no result, as a Type 1 does not.
    NotStated,
}

/// A deviation that the auditor noted; the same one printed in several places is one entry with several citations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportedException {
    /// The number of the control, as printed.
    pub control_id: Option<String>,
    /// All criteria (or control objectives) under which it is printed.
    pub criteria: Vec<String>,
    /// The control, where the document gives it.
    pub control: Option<String>,
    /// The auditor's words.
    pub result: String,
    /// How many were tested and how many deviated, where the words say so.
    pub sample: Option<Sample>,
    /// What management said of it.
    pub management_response: Option<Fact<String>>,
    /// How the entry came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// A sample of which some deviated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sample {
    /// How many were tested.
    pub tested: u32,
    /// How many of them deviated.
    pub deviating: u32,
}

/// An incident that the report discloses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DisclosedIncident {
    /// What is said of it.
    pub text: String,
    /// How the entry came about.
    pub basis: Basis,
    /// Where it stands.
    pub citations: Vec<Citation>,
}
