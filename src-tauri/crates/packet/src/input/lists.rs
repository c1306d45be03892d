//! What the main report lists of others' controls, with our side of it, as it was frozen: complementary user entity controls
//! (`practice.md` §3.5) and subservice organizations (§3.6).

use chrono::NaiveDate;
use countersign_domain::{
    cuec::{Applies, CuecProgress},
    reading::SubserviceMethod,
};
use serde::{Deserialize, Serialize};

/// The complementary user entity controls of the report that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCuecs {
    /// How the packet names the report; `None` where none is held that lists any.
    pub document: Option<String>,
    /// Whether the report says that there are none.
    pub none_stated: bool,
    /// Each with our side of it, in the order of the report.
    pub controls: Vec<FrozenCuec>,
    /// Where the report lists responsibilities of the customer that are no such controls.
    pub responsibilities: Vec<u32>,
}

/// A complementary user entity control with our side of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCuec {
    /// How the packet names the report that lists it, where that is another than the list's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// What is to be done.
    pub text: String,
    /// The criteria that it complements.
    pub criteria: Vec<String>,
    /// Where it stands.
    pub pages: Vec<u32>,
    /// Whether it applies to our use; `None` where nobody has decided.
    pub applies: Option<Applies>,
    /// Why it does not, or only in part.
    pub why: Option<String>,
    /// The names of our own controls that meet it.
    pub controls: Vec<String>,
    /// The name of who answers for it.
    pub owner: Option<String>,
    /// Where our side stands.
    pub progress: Option<CuecProgress>,
    /// The evidence: what it is and where.
    pub evidence: Vec<String>,
    /// By when it is to be in place.
    pub due: Option<NaiveDate>,
    /// When somebody looked.
    pub verified_on: Option<NaiveDate>,
    /// The name of who looked.
    pub verified_by: Option<String>,
}

/// The subservice organizations of the report that counts, and what it expects of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSubservice {
    /// How the packet names the report; `None` where none is held.
    pub document: Option<String>,
    /// Whether the list was read, so that an empty one says that there are none.
    pub known: bool,
    /// The parties.
    pub parties: Vec<FrozenParty>,
    /// The complementary subservice organization controls.
    pub controls: Vec<FrozenCsoc>,
}

/// A subservice organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenParty {
    /// How the packet names the report that names it, where that is another than the list's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// Its name.
    pub name: String,
    /// What it does, in the words of the report.
    pub services: Option<String>,
    /// Whether the examination covers its controls.
    pub method: Option<SubserviceMethod>,
    /// Whether it hosts or processes our data.
    pub has_our_data: Option<bool>,
    /// What assurance there is on it, in words.
    pub assurance: Option<String>,
    /// Whether that assurance is proof and not the vendor's word; `None` where nothing is recorded.
    pub assured: Option<bool>,
    /// Whether the controls expected of it are mapped to its own report.
    pub controls_mapped: Option<bool>,
    /// Where it stands.
    pub pages: Vec<u32>,
    /// How many of our other vendors in the register rest on it too. Inputs of the first and second design say nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_by: Option<u32>,
}

/// A control that is expected of a subservice organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCsoc {
    /// How the packet names the report that lists it, where that is another than the list's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// What is expected.
    pub text: String,
    /// The criteria that it complements.
    pub criteria: Vec<String>,
    /// The party, where the report assigns it to one.
    pub party: Option<String>,
    /// Where it stands.
    pub pages: Vec<u32>,
}
