//! What to ask for next, and from whom.

use crate::words;
use chrono::NaiveDate;
use countersign_domain::{Category, Kind};
use serde::Serialize;

/// Something that would answer a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Ask {
    /// The report that this class needs.
    Report {
        /// What is preferred, by name.
        form: String,
        /// The day after which its period ends, where an older one is held.
        ending_after: Option<NaiveDate>,
    },
    /// The whole report in place of a part or a summary.
    WholeReport {
        /// The parts that are missing.
        parts: Vec<String>,
    },
    /// A bridge letter signed by the vendor's management.
    BridgeLetter {
        /// The first day that it must cover.
        from: NaiveDate,
        /// The last day that it must cover.
        to: NaiveDate,
    },
    /// Proof that the next examination is under way, with firm, type, period and date.
    NextAudit,
    /// What the dates of the report are.
    ReportDates,
    /// How the company named in the report belongs to the one that signs with us.
    CompanyRelation {
        /// The company that the report names.
        named: String,
    },
    /// Confirmation that the system examined contains the service that we buy.
    ProductInScope {
        /// The system that the report names, where it names one.
        named: Option<String>,
    },
    /// Evidence on a category that the report does not cover.
    CategoryEvidence {
        /// The category.
        category: Category,
    },
    /// A document of that kind.
    Paper {
        /// The kind.
        kind: Kind,
    },
    /// A current penetration test by somebody independent.
    Pentest,
    /// What was done about the grave findings of a penetration test.
    PentestFixes,
    /// What was done about findings.
    FindingProof {
        /// The findings, by title.
        titles: Vec<String>,
    },
    /// Assurance on a subservice organization.
    SubserviceAssurance {
        /// Its name.
        name: String,
    },
    /// The complementary controls that a subservice organization is expected to have.
    SubserviceControls {
        /// Its name.
        name: String,
    },
    /// A duty that the contract should hold.
    ContractTerm {
        /// Which, in words.
        term: String,
    },
    /// Proof of the escrow: agreement, last deposit, last verification.
    EscrowProof,
    /// How soon the vendor promises to be back.
    RecoveryTimes,
    /// Answers on the core controls, shown rather than said.
    CoreControls {
        /// Which, by title.
        controls: Vec<String>,
    },
    /// Something that is asked for some of the services only.
    OfService {
        /// What they are called.
        name: String,
        /// What is asked.
        ask: Box<Ask>,
    },
    /// Something that we do ourselves.
    Ours {
        /// What, as a sentence without its full stop.
        task: String,
    },
}

impl Ask {
    /// A task of our own.
    pub fn ours(task: impl Into<String>) -> Self {
        Self::Ours { task: task.into() }
    }

    /// Asks for some of the services only.
    pub fn of_service(name: String, ask: Self) -> Self {
        Self::OfService { name, ask: Box::new(ask) }
    }

    /// Whether the vendor is asked, and not we.
    pub fn is_for_vendor(&self) -> bool {
        match self {
            Self::OfService { ask, .. } => ask.is_for_vendor(),
            Self::Ours { .. } => false,
            _ => true,
        }
    }

    /// What is asked, as a line of a list.
    pub fn line(&self) -> String {
        match self {
            Self::Report { form, ending_after: None } => format!("your current {form}"),
            Self::Report { form, ending_after: Some(day) } => {
                format!("your {form} for a period that ends after {}", words::date(*day))
            }
            Self::WholeReport { parts } if parts.is_empty() => "the whole report with all of its sections".to_owned(),
            Self::WholeReport { parts } => format!("the whole report; missing in our copy: {}", words::list(parts)),
            Self::BridgeLetter { from, to } => format!(
                "a bridge letter signed by your management for {} to {}, with material changes and known control failures",
                words::date(*from),
                words::date(*to)
            ),
            Self::NextAudit => {
                "proof that the next examination is under way: firm, type, period and expected date of the report"
                    .to_owned()
            }
            Self::ReportDates => "the period examined and the date of the report".to_owned(),
            Self::CompanyRelation { named } => {
                format!("how {named}, named in the report, is related to the company that contracts with us")
            }
            Self::ProductInScope { named: Some(named) } => {
                format!("confirmation that the service we buy is part of the system examined: {named}")
            }
            Self::ProductInScope { named: None } => {
                "confirmation that the service we buy is part of the system examined".to_owned()
            }
            Self::CategoryEvidence { category } => {
                format!("evidence on {}, which the report does not cover", category.title().to_lowercase())
            }
            Self::Paper { kind } => format!("your {}", words::lower_first(kind.title())),
            Self::Pentest => {
                "the summary of a current penetration test: tester, date, scope, state of the fixes".to_owned()
            }
            Self::PentestFixes => {
                "the state of the fixes of high and critical findings of the penetration test".to_owned()
            }
            Self::FindingProof { titles } => format!("proof of what was done about: {}", words::list(titles)),
            Self::SubserviceAssurance { name } => {
                format!("the current report of {name}, or your own monitoring of {name} with its results")
            }
            Self::SubserviceControls { name } => format!("the controls that you expect of {name}"),
            Self::ContractTerm { term } => format!("agreement in the contract on {term}"),
            Self::EscrowProof => "the escrow agreement with the last deposit and the last verification".to_owned(),
            Self::RecoveryTimes => {
                "your recovery time and recovery point objectives and the last test of them".to_owned()
            }
            Self::CoreControls { controls } => format!("evidence, not only statements, on: {}", words::list(controls)),
            Self::OfService { name, ask } => format!("for {name}: {}", ask.line()),
            Self::Ours { task } => task.clone(),
        }
    }
}
