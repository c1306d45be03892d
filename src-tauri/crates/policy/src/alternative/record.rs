//! What is recorded of a vendor without a current SOC 2 report (`practice.md` §8).

use super::Substitute;
use crate::{
    Policy, months,
    snapshot::{AlternativeGrant, AlternativePath, AlternativeReason, CoreControl, CoreScore},
};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, PersonId, Tier, choices};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

choices! {
    /// How the use is limited meanwhile (`practice.md` §8.3 step 5).
    UseLimit {
        /// No data of production.
        NoProductionData = "no_production_data", "No production data";
        /// Data from which nobody can be told.
        AnonymisedData = "anonymised_data", "Anonymised data only";
        /// A pilot.
        Pilot = "pilot", "Pilot only";
        /// Few users.
        RestrictedUsers = "restricted_users", "Restricted users";
        /// Through our own sign-on.
        SsoOnly = "sso_only", "Single sign-on only";
    }
    /// What is asked of the vendor or of us in return (`practice.md` §8.3 step 6).
    DutyKind {
        /// The report by a day.
        ObtainType2 = "obtain_type2", "Obtain a SOC 2 Type 2 report";
        /// A duty in the contract.
        ContractClause = "contract_clause", "Contract clause";
        /// To be told of incidents and changes.
        Notice = "notice", "Notice of incidents and changes";
        /// A right to audit.
        AuditRight = "audit_right", "Right to audit";
        /// A way out.
        Exit = "exit", "Exit";
    }
}

/// How well a core control is known, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scored {
    /// How well.
    pub score: CoreScore,
    /// What was seen or said.
    pub note: Option<String>,
    /// The document that shows it.
    pub document: Option<DocumentId>,
    /// Its page, counted from 1.
    pub page: Option<u32>,
}

/// Something to be done, which becomes a condition of the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Of which kind.
    pub kind: DutyKind,
    /// What exactly.
    pub what: String,
    /// Who answers for it here.
    pub owner: Option<PersonId>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// What is recorded. A stored form: fields are added, none is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Why there is no current report.
    pub reason: AlternativeReason,
    /// The reason in words.
    pub note: Option<String>,
    /// When a report is expected, where one is in progress.
    pub report_expected: Option<NaiveDate>,
    /// Whether the vendor refuses the whole report and offers a letter of attestation only.
    pub letter_only: bool,
    /// What is relied on.
    pub substitutes: Vec<Substitute>,
    /// The core controls; one that is left out was not asked about.
    pub scores: BTreeMap<CoreControl, Scored>,
    /// How the use is limited.
    pub limits: BTreeSet<UseLimit>,
    /// The limits in words.
    pub limit_note: Option<String>,
    /// What is to be done.
    pub duties: Vec<Duty>,
}

impl Record {
    /// What the rules look at of it.
    pub fn path(&self, expires_on: NaiveDate, granted: Option<AlternativeGrant>) -> AlternativePath {
        AlternativePath {
            reason: Some(self.reason),
            letter_only: self.letter_only,
            substitutes: self.substitutes.clone(),
            scores: self.scores.iter().map(|(control, scored)| (*control, scored.score)).collect(),
            expires_on: Some(expires_on),
            granted,
        }
    }
}

/// The last day that a record of that day can have: twelve months later, for critical vendors six (`practice.md` §8.3 step 7).
pub fn latest_expiry(tier: Tier, assessed_on: NaiveDate, policy: &Policy) -> NaiveDate {
    months::add(assessed_on, (*policy.settings().alternative.max_months.of(tier)).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_holds_twelve_months_or_six_and_ends_with_the_month_where_it_is_shorter() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let latest = |tier, from: &str| latest_expiry(tier, day(from), Policy::standard());
        assert_eq!(latest(Tier::Critical, "2026-08-31"), day("2027-02-28"), "February has no 31st");
        assert_eq!(latest(Tier::Critical, "2027-08-31"), day("2028-02-29"), "nor in a leap year");
        assert_eq!(latest(Tier::High, "2028-02-29"), day("2029-02-28"));
        assert_eq!(latest(Tier::Medium, "2026-03-15"), day("2027-03-15"));
    }
}
