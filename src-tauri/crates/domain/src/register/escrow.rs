//! The escrow record: what is deposited with whom, when it is released, and who has proved that it can be used
//! (`practice.md` §6.8).

use super::Day;
use crate::{LongText, Name, choices};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choices! {
    /// What is deposited in general.
    EscrowKind {
        /// Source code; hosting is not covered.
        SourceCode = "source_code", "Source code";
        /// The running environment of a hosted service.
        SaasEnvironment = "saas_environment", "SaaS environment";
        /// Our data only.
        DataOnly = "data_only", "Data only";
    }
    /// One part of a deposit.
    DepositContent {
        /// Code.
        Code = "code", "Source code";
        /// Scripts that build it.
        BuildScripts = "build_scripts", "Build scripts";
        /// What it depends on.
        Dependencies = "dependencies", "Dependencies";
        /// Documents.
        Documents = "documents", "Documentation";
        /// Data.
        Data = "data", "Data";
        /// Keys and passwords.
        Credentials = "credentials", "Credentials";
        /// The definition of the infrastructure.
        Infrastructure = "infrastructure", "Infrastructure definition";
    }
    /// What makes the agent hand out the deposit.
    ReleaseCondition {
        /// The vendor is insolvent.
        Insolvency = "insolvency", "Insolvency";
        /// It gives up business.
        EndOfBusiness = "end_of_business", "End of business";
        /// It stops support.
        DiscontinuedSupport = "discontinued_support", "Discontinued support";
        /// It breaks its duty to maintain.
        MaintenanceBreach = "maintenance_breach", "Material breach of maintenance";
        /// It has not paid its hosting.
        UnpaidHosting = "unpaid_hosting", "Unpaid hosting";
        /// A competitor of ours takes it over.
        ChangeOfControl = "change_of_control", "Change of control to a competitor";
    }
}

/// How thoroughly a deposit was verified, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct VerificationLevel(u8);

impl VerificationLevel {
    /// Takes a level: 1 readable, 2 spot checks, 3 built and run, 4 ongoing.
    pub const fn new(level: u8) -> Result<Self, InvalidEscrow> {
        if level >= 1 && level <= 4 { Ok(Self(level)) } else { Err(InvalidEscrow::Level(level)) }
    }

    /// Gives the number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for VerificationLevel {
    type Error = InvalidEscrow;
    fn try_from(level: u8) -> Result<Self, InvalidEscrow> {
        Self::new(level)
    }
}

impl From<VerificationLevel> for u8 {
    fn from(level: VerificationLevel) -> u8 {
        level.0
    }
}

/// Says why a record was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEscrow {
    /// No level from 1 to 4.
    #[error("a verification is of level 1 to 4, not {0}")]
    Level(u8),
}

/// A verification of a deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EscrowVerification {
    /// How thorough it was.
    pub level: VerificationLevel,
    /// When.
    pub on: Day,
}

/// An escrow agreement and what was done under it. `None` = not known yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escrow {
    /// What is deposited in general.
    pub kind: EscrowKind,
    /// Who keeps it.
    pub agent: Option<Name>,
    /// When it was agreed.
    pub agreed_on: Option<Day>,
    /// What the deposit holds.
    pub deposit: Option<BTreeSet<DepositContent>>,
    /// Every how many months a deposit is due.
    pub deposit_every_months: Option<u16>,
    /// When it was made last.
    pub last_deposit_on: Option<Day>,
    /// What makes the agent hand it out.
    pub release_conditions: Option<BTreeSet<ReleaseCondition>>,
    /// How it is handed out, and within which time.
    pub release_procedure: Option<LongText>,
    /// What we may do with it then.
    pub rights_after_release: Option<LongText>,
    /// The last verification.
    pub verification: Option<EscrowVerification>,
    /// Who could run it.
    pub operator: Option<Name>,
    /// When the release was last exercised.
    pub last_exercise_on: Option<Day>,
}

impl Escrow {
    /// Enters an agreement of which only the kind is known.
    pub const fn new(kind: EscrowKind) -> Self {
        Self {
            kind,
            agent: None,
            agreed_on: None,
            deposit: None,
            deposit_every_months: None,
            last_deposit_on: None,
            release_conditions: None,
            release_procedure: None,
            rights_after_release: None,
            verification: None,
            operator: None,
            last_exercise_on: None,
        }
    }
}

/// Whether there is an escrow agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EscrowStanding {
    /// There is none.
    None,
    /// There is one.
    Agreed(Box<Escrow>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_survives_being_stored_and_its_levels_are_four() {
        let mut escrow = Escrow::new(EscrowKind::SourceCode);
        escrow.verification = Some(EscrowVerification {
            level: VerificationLevel::new(3).expect("a level"),
            on: Day::new("2026-02-01".parse().expect("a date")).expect("a plausible day"),
        });
        let standing = EscrowStanding::Agreed(Box::new(escrow));
        let json = serde_json::to_string(&standing).expect("plain data");
        assert!(json.contains(r#""state":"agreed""#) && json.contains(r#""level":3"#), "{json}");
        assert_eq!(serde_json::from_str::<EscrowStanding>(&json).expect("reads back"), standing);
        let slip = json.replace("2026-02-01", "0206-02-01");
        assert!(serde_json::from_str::<EscrowStanding>(&slip).is_err(), "a slip of the keyboard is no day");
        assert_eq!(VerificationLevel::new(5), Err(InvalidEscrow::Level(5)));
    }
}
