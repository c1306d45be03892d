//! Where things stand that a report makes us look after: the firm, our own controls, the vendor's vendors, the next report.

use super::{CoreControl, CoreScore};
use crate::{Rank, alternative::Substitute};
use chrono::NaiveDate;
use countersign_domain::{
    DocumentId, PersonId, choices,
    cuec::Applies,
    reading::SubserviceMethod,
    register::{ExaminationType, NextExamination},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

choices! {
    /// What the look-up of a firm's licence gave (`practice.md` §4.6).
    Licence {
        /// Active in the stated state.
        Active = "active", "Active";
        /// Not found.
        NotFound = "not_found", "Not found";
        /// Lapsed.
        Lapsed = "lapsed", "Lapsed";
        /// Licensed by a body outside the United States.
        OtherJurisdiction = "other_jurisdiction", "Other jurisdiction";
    }
    /// What the public file of peer reviews says.
    PeerReview {
        /// Pass.
        Pass = "pass", "Pass";
        /// Pass with deficiencies.
        PassWithDeficiencies = "pass_with_deficiencies", "Pass with deficiencies";
        /// Fail.
        Fail = "fail", "Fail";
        /// Not enrolled.
        NotEnrolled = "not_enrolled", "Not enrolled";
        /// Too new to have one.
        TooNew = "too_new", "Too new";
    }
    /// What assurance there is on a subservice organization (`practice.md` §3.6 G2).
    SubserviceAssurance {
        /// We hold its current report and have read it.
        ReportHeld = "report_held", "Current report held";
        /// The vendor's control that monitors it was tested without exception.
        MonitoringTested = "monitoring_tested", "Vendor's monitoring tested clean";
        /// The vendor says that it monitors.
        MonitoringSaid = "monitoring_said", "Vendor says that it monitors";
        /// There is none.
        None = "none", "None";
    }
    /// Why there is no current SOC 2 report (`practice.md` §8.1).
    AlternativeReason {
        /// The vendor never had one.
        NeverHadOne = "never_had_one", "Never had one";
        /// The first is in progress.
        FirstInProgress = "first_in_progress", "First in progress";
        /// The last has run out, the next is in progress.
        NextInProgress = "next_in_progress", "Expired, next in progress";
        /// It has another scope.
        DifferentScope = "different_scope", "Different scope";
        /// The vendor refuses to share it.
        Refused = "refused", "Refuses to share";
        /// It has only a SOC 3, a SOC 1 or an ISO certificate.
        OtherPapers = "other_papers", "Only SOC 3, SOC 1, ISO";
        /// It is too small.
        TooSmall = "too_small", "Too small";
        /// None applies: software that we run, professional services.
        NotApplicable = "not_applicable", "Not applicable";
    }
}

/// A check of a firm (`practice.md` §4.6). It holds for every vendor that the firm examines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmCheck {
    /// The firm.
    pub firm: String,
    /// What the licence look-up gave.
    pub licence: Option<Licence>,
    /// What the peer review file says.
    pub peer_review: Option<PeerReview>,
    /// When the peer review was accepted.
    pub peer_review_accepted_on: Option<NaiveDate>,
    /// When the firm gave its first report of this kind.
    pub first_report_on: Option<NaiveDate>,
    /// When it was checked.
    pub checked_on: NaiveDate,
    /// Who checked.
    pub checked_by: Option<PersonId>,
    /// What shows the look-up of the licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence_proof: Option<DocumentId>,
    /// What shows the public file of peer reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peer_review_proof: Option<DocumentId>,
}

/// Proof that the next examination is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAudit {
    /// What proves it: an engagement letter, the vendor's letter; `None` where the vendor only said so.
    pub proof: Option<DocumentId>,
    /// Whether it is a Type 2.
    pub type2: Option<bool>,
    /// When the report is expected.
    pub expected_on: Option<NaiveDate>,
    /// The last day of the period that it examines, where that was told.
    #[serde(default)]
    pub period_to: Option<NaiveDate>,
}

impl NextAudit {
    /// Whether it is about a time after a report that covers to `end`: once its own report is held it says nothing any more.
    pub fn follows(&self, end: NaiveDate) -> bool {
        match (self.period_to, self.expected_on) {
            (Some(to), _) => end < to,
            // A report follows its period: one that was expected before this one's end is another.
            (None, Some(expected)) => end < expected,
            (None, None) => true,
        }
    }
}

impl From<&NextExamination> for NextAudit {
    fn from(examination: &NextExamination) -> Self {
        let told = examination.told();
        Self {
            proof: told.proof,
            type2: Some(told.kind == ExaminationType::Type2),
            expected_on: Some(told.expected_on),
            period_to: told.to.or(told.from),
        }
    }
}

/// Our side of a complementary user entity control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CuecStatus {
    /// It is done here.
    Implemented {
        /// Whether there is evidence.
        evidence: bool,
    },
    /// It will be done.
    Planned {
        /// By when.
        by: Option<NaiveDate>,
    },
    /// It is not done.
    NotImplemented,
}

/// A complementary user entity control and our side of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CuecState {
    /// What is to be done, in short.
    pub text: String,
    /// Whether it applies to our use.
    pub applies: Option<Applies>,
    /// Whether it is about access.
    pub about_access: Option<bool>,
    /// Who answers for it here.
    pub owner: Option<PersonId>,
    /// Where it stands.
    pub status: Option<CuecStatus>,
    /// The page on which it stands.
    pub page: Option<u32>,
}

/// The complementary user entity controls of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuecs {
    /// Whether the report has a list of them, or says that there are none.
    pub stated: bool,
    /// Whether the opinion is made subject to them.
    pub opinion_mentions: Option<bool>,
    /// Each with our side of it.
    pub controls: Vec<CuecState>,
    /// Pages on which the report lists responsibilities of the user entity apart, which are no such controls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<u32>,
}

/// A subservice organization of the report and the assurance on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubserviceState {
    /// Its name.
    pub name: String,
    /// What it does, in the report's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub services: Option<String>,
    /// How the report treats it.
    pub method: Option<SubserviceMethod>,
    /// Whether it hosts or processes our data.
    pub has_our_data: Option<bool>,
    /// What assurance there is.
    pub assurance: Option<SubserviceAssurance>,
    /// Whether the report lists the controls that it is expected to have.
    pub controls_listed: Option<bool>,
    /// Whether these are mapped to its own report.
    pub controls_mapped: Option<bool>,
    /// The page on which it stands.
    pub page: Option<u32>,
}

/// The path without a SOC 2 report (`practice.md` §8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlternativePath {
    /// Why there is none.
    pub reason: Option<AlternativeReason>,
    /// Whether the vendor refuses the whole report and offers a letter of attestation only.
    #[serde(default)]
    pub letter_only: bool,
    /// What is relied on in its place.
    #[serde(default)]
    pub substitutes: Vec<Substitute>,
    /// How well each core control is known; one that is left out was not asked about.
    pub scores: BTreeMap<CoreControl, CoreScore>,
    /// The last day on which the record of it holds; `None` where it was given none.
    #[serde(default)]
    pub expires_on: Option<NaiveDate>,
    /// Who allowed it.
    pub granted: Option<AlternativeGrant>,
}

impl AlternativePath {
    /// Whether the record holds on that day.
    pub fn is_current(&self, day: NaiveDate) -> bool {
        self.expires_on.is_none_or(|last| day <= last)
    }
}

/// The permission to go without a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlternativeGrant {
    /// Who granted it.
    pub approver: PersonId,
    /// Their rank when they did.
    pub rank: Option<Rank>,
    /// When.
    pub granted_on: NaiveDate,
    /// The last day on which it holds.
    pub expires_on: NaiveDate,
}
