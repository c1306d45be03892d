//! One document that is held, as far as the rules look at it.

use super::{Assessment, Certificate, LetterFacts, Questionnaire};
use chrono::NaiveDate;
use countersign_domain::{Category, DocumentId, EngagementId, Fact, Kind, Opinion, choices};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A value with the pages on which it stands; none where a person entered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited<T> {
    /// What is said.
    pub value: T,
    /// 1-based pages of the document.
    #[serde(default)]
    pub pages: Vec<u32>,
}

impl<T> Cited<T> {
    /// Takes a value that stands on a page.
    pub fn on(page: u32, value: T) -> Self {
        Self { value, pages: vec![page] }
    }
}

impl<T: Clone> From<&Fact<T>> for Cited<T> {
    fn from(fact: &Fact<T>) -> Self {
        let mut pages: Vec<u32> = fact.citations.iter().map(|citation| citation.page).collect();
        pages.dedup();
        Self { value: fact.value.clone(), pages }
    }
}

choices! {
    /// How a document came to us (`practice.md` §3.0 A2).
    Source {
        /// From the vendor's portal.
        Portal = "portal", "Vendor's portal";
        /// From a named person at the vendor.
        Contact = "contact", "Named vendor contact";
        /// Forwarded by somebody else.
        ThirdParty = "third_party", "Forwarded by a third party";
        /// Downloaded from a public place.
        Public = "public", "Public download";
    }
    /// What a person says of the company that a report names.
    CompanyMatch {
        /// The company that signs with us, or its documented parent.
        Same = "same", "Same company or documented parent";
        /// A parent or affiliate whose relation nobody has explained.
        Unexplained = "unexplained", "Affiliate, relation unexplained";
        /// Another company.
        Different = "different", "Different company";
    }
    /// What a person says of the product that a report names.
    ProductMatch {
        /// The service that we buy.
        Names = "names", "Names the service we buy";
        /// A platform that plausibly contains it.
        Plausible = "plausible", "Names a platform that plausibly contains it";
        /// Another product or business unit.
        Different = "different", "Different product or business unit";
    }
}

/// What a person judged of a report, beyond what it states.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Judged {
    /// Of the company that it names.
    pub company: Option<CompanyMatch>,
    /// Of the product that it names.
    pub product: Option<ProductMatch>,
    /// Whether the matter of a modified opinion touches our use.
    pub opinion_touches_us: Option<bool>,
    /// How reliable the report is, 0 to 100 (`practice.md` §3.8).
    pub reliability: Option<u8>,
    /// Whether the firm itself failed a signal of reliability.
    pub source_failure: Option<bool>,
    /// Whether a gap to the report before is explained.
    pub gap_explained: Option<bool>,
}

/// The exceptions of a report in numbers (`practice.md` §3.4).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Exceptions {
    /// How many there are.
    pub count: u32,
    /// Whether a person has confirmed the list.
    pub confirmed: bool,
    /// How many stand in each family of criteria, e.g. `CC6`; one that stands in two counts in both.
    pub by_family: BTreeMap<String, u32>,
    /// How many controls were not tested because nothing occurred.
    pub not_occurred: u32,
    /// The pages on which they stand.
    pub pages: Vec<u32>,
}

/// A document that is held. `None` = it does not say, or nobody has read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its id.
    pub id: DocumentId,
    /// Which kind of document it is.
    pub kind: Kind,
    /// The day on which it was received.
    pub received_on: Option<NaiveDate>,
    /// How it came.
    pub source: Option<Source>,
    /// The organization that it is about.
    pub organization: Option<Cited<String>>,
    /// The system, product or service.
    pub system: Option<Cited<String>>,
    /// The firm that examined.
    pub firm: Option<Cited<String>>,
    /// City and state or country of the firm.
    pub firm_location: Option<Cited<String>>,
    /// The date of a Type 1.
    pub as_of: Option<Cited<NaiveDate>>,
    /// First day of the period of a Type 2.
    pub period_start: Option<Cited<NaiveDate>>,
    /// Last day of the period of a Type 2.
    pub period_end: Option<Cited<NaiveDate>>,
    /// The date of the report; of a letter, the letter's.
    pub report_date: Option<Cited<NaiveDate>>,
    /// The auditor's opinion.
    pub opinion: Option<Cited<Opinion>>,
    /// The categories examined.
    pub categories: Option<Cited<Vec<Category>>>,
    /// The sentence that says that it uses no subservice organizations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_subservice_organizations: Option<Cited<String>>,
    /// The sentence that says that it assumes no controls of subservice organizations (CSOCs).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_csocs: Option<Cited<String>>,
    /// Statements that contradict each other.
    pub contradictions: Vec<Cited<String>>,
    /// Required parts that are not in the file, e.g. "Management's assertion"; `None` while nobody has looked.
    pub missing_parts: Option<Vec<String>>,
    /// The exceptions; `None` while nobody has listed them.
    pub exceptions: Option<Exceptions>,
    /// What people judged of it.
    pub judged: Judged,
    /// What a bridge letter states.
    pub letter: Option<LetterFacts>,
    /// What a certificate states.
    pub certificate: Option<Certificate>,
    /// What a penetration test or another assessment states.
    pub assessment: Option<Assessment>,
    /// What is known of a questionnaire.
    pub questionnaire: Option<Questionnaire>,
    /// The services that a person told it covers; `None` = whatever we buy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers: Option<BTreeSet<EngagementId>>,
}

impl Evidence {
    /// Whether it tells of somebody who tried to break in. Other independent assessments are of that kind where they say what
    /// was tested: an auditor's report on data protection is none.
    pub fn is_penetration_test(&self) -> bool {
        let tells =
            || self.assessment.as_ref().is_some_and(|told| told.tested_to.is_some() || told.open_high.is_some());
        match self.kind {
            Kind::PentestReport => true,
            Kind::SecurityAssessment => tells(),
            _ => false,
        }
    }

    /// Takes a document of which nothing but its kind is known.
    pub fn new(id: DocumentId, kind: Kind) -> Self {
        Self {
            id,
            kind,
            received_on: None,
            source: None,
            organization: None,
            system: None,
            firm: None,
            firm_location: None,
            as_of: None,
            period_start: None,
            period_end: None,
            report_date: None,
            opinion: None,
            categories: None,
            no_subservice_organizations: None,
            no_csocs: None,
            contradictions: Vec::new(),
            missing_parts: None,
            exceptions: None,
            judged: Judged::default(),
            letter: None,
            certificate: None,
            assessment: None,
            questionnaire: None,
            covers: None,
        }
    }

    /// Whether it covers the service, as far as anybody told.
    pub fn covers(&self, service: EngagementId) -> bool {
        self.covers.as_ref().is_none_or(|covered| covered.contains(&service))
    }

    /// The day from which its age counts: the period's end of a Type 2, the date of a Type 1 (`practice.md` §4.2).
    pub fn covers_to(&self) -> Option<&Cited<NaiveDate>> {
        self.period_end.as_ref().or(self.as_of.as_ref())
    }

    /// Whether it is a SOC 2 report.
    pub const fn is_soc2(&self) -> bool {
        matches!(self.kind, Kind::Soc2Type1 | Kind::Soc2Type2)
    }
}
