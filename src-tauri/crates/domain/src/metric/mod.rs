//! Figures of all vendors (`practice.md` §9): what each is called, of whom it is counted and how. Whoever works them out
//! gathers rows; the formulas are here and know no store.
//!
//! To add a figure: its name in [`Metric`] with its words, its formula in the file of its kind.

mod ageing;
mod ahead;
mod cycle;
mod exit;
mod recency;
mod residual;
mod share;
mod spread;
mod standing;
mod timing;
mod words;

pub use ageing::{FindingAge, ReportAge};
pub use ahead::{Ending, month_ahead};
pub use cycle::{Cycle, Passed, cycle, went_live, with_vendor_days};
pub use exit::{prove_until, proved_in_time};
pub use recency::{WITHIN_MONTHS, within_a_year};
pub use residual::{severity_weight, tier_weight, vendor_points};
pub use share::Share;
pub use spread::Spread;
pub use standing::AcceptanceStanding;
pub use timing::{Timing, falls_due};

use crate::choices;

choices! {
    /// What a figure is about.
    Family {
        /// What is held and how long it lasts.
        Evidence = "evidence", "Evidence";
        /// Reviews and decisions.
        Reviews = "reviews", "Reviews and decisions";
        /// Exceptions, findings, acceptances.
        Findings = "findings", "Exceptions and findings";
        /// On whom vendors rest.
        FourthParties = "fourth_parties", "Fourth parties";
        /// Our own side: controls, entry, exit, continuity.
        OwnSide = "own_side", "Our side";
    }
    /// A figure of all vendors (`practice.md` §9).
    Metric {
        /// Vendors whose evidence is accepted and in date.
        AssuredShare = "assured_share", "Assured share";
        /// The same of critical vendors.
        CriticalAssuredShare = "critical_assured_share", "Critical assured share";
        /// Evidence that the class accepts, by age.
        EvidenceAgeing = "evidence_ageing", "Age of reports";
        /// Evidence that runs out soon.
        Expiring = "expiring", "Evidence running out";
        /// Months of which nothing speaks.
        UncoveredGap = "uncovered_gap", "Uncovered months";
        /// Opinions of the reports that count.
        OpinionMix = "opinion_mix", "Opinions";
        /// Reports that cover the categories that are needed.
        CategoryCoverage = "category_coverage", "Category coverage";
        /// How reliable the reports are.
        ReliabilityMix = "reliability_mix", "Reliability of reports";
        /// Firms that were looked up.
        FirmChecks = "firm_checks", "Firms checked";
        /// Reviews done by their day.
        ReviewTimeliness = "review_timeliness", "Reviews on time";
        /// Vendors reviewed within the time of their class.
        AssessmentCurrency = "assessment_currency", "Assessment currency";
        /// From intake to decision.
        CycleTime = "cycle_time", "Intake to decision";
        /// From the last document to the decision.
        EvidenceToDecision = "evidence_to_decision", "Evidence to decision";
        /// From request to document.
        RequestResponse = "request_response", "Request to document";
        /// Approvals with a deviation from the policy.
        DeviationRate = "deviation_rate", "Approvals with a deviation";
        /// Reviews that fall due.
        Workload = "workload", "Reviews ahead";
        /// Exceptions in the reports that count.
        ExceptionsPerReport = "exceptions_per_report", "Exceptions per report";
        /// Exceptions that were there a year before.
        RepeatRate = "repeat_rate", "Repeated exceptions";
        /// Findings that are open, by severity and age.
        OpenFindings = "open_findings", "Open findings";
        /// Findings treated by their day.
        TreatedOnTime = "treated_on_time", "Findings treated on time";
        /// Findings past their day.
        OverdueFindings = "overdue_findings", "Overdue findings";
        /// Risks accepted for a time.
        Acceptances = "acceptances", "Risk acceptances";
        /// The risk that open findings leave.
        ResidualRisk = "residual_risk", "Residual risk";
        /// How many of the gravest rest on one party.
        Concentration = "concentration", "Concentration";
        /// Parties of which something assures us.
        CarveOutCoverage = "carve_out_coverage", "Carve-out coverage";
        /// Vendors of a list that the register knows.
        InventoryCompleteness = "inventory_completeness", "Inventory completeness";
        /// Our side of CUECs.
        CuecCompletion = "cuec_completion", "CUECs implemented";
        /// Vendors decided on before they went live.
        OnboardingIntegrity = "onboarding_integrity", "Decided before use";
        /// Exits with all proofs.
        ExitCompleteness = "exit_completeness", "Exits proved in time";
        /// Critical vendors that we could go on without.
        ContinuityCoverage = "continuity_coverage", "Continuity proved";
    }
}

impl Metric {
    /// What it is about.
    pub const fn family(self) -> Family {
        match self {
            Self::AssuredShare
            | Self::CriticalAssuredShare
            | Self::EvidenceAgeing
            | Self::Expiring
            | Self::UncoveredGap
            | Self::OpinionMix
            | Self::CategoryCoverage
            | Self::ReliabilityMix
            | Self::FirmChecks => Family::Evidence,
            Self::ReviewTimeliness
            | Self::AssessmentCurrency
            | Self::CycleTime
            | Self::EvidenceToDecision
            | Self::RequestResponse
            | Self::DeviationRate
            | Self::Workload => Family::Reviews,
            Self::ExceptionsPerReport
            | Self::RepeatRate
            | Self::OpenFindings
            | Self::TreatedOnTime
            | Self::OverdueFindings
            | Self::Acceptances
            | Self::ResidualRisk => Family::Findings,
            Self::Concentration | Self::CarveOutCoverage => Family::FourthParties,
            Self::InventoryCompleteness
            | Self::CuecCompletion
            | Self::OnboardingIntegrity
            | Self::ExitCompleteness
            | Self::ContinuityCoverage => Family::OwnSide,
        }
    }
}
