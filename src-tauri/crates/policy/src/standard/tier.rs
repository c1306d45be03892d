//! What is asked of a vendor of one class (`practice.md` §4.3).

use countersign_domain::{Opinion, Role, Tier, choices};
use serde::{Deserialize, Serialize};

/// One value for each class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByTier<T> {
    /// For critical vendors.
    pub critical: T,
    /// For high ones.
    pub high: T,
    /// For medium ones.
    pub medium: T,
    /// For low ones.
    pub low: T,
}

impl<T> ByTier<T> {
    /// The value of a class.
    pub const fn of(&self, tier: Tier) -> &T {
        match tier {
            Tier::Critical => &self.critical,
            Tier::High => &self.high,
            Tier::Medium => &self.medium,
            Tier::Low => &self.low,
        }
    }
}

choices! {
    /// What can be the main evidence on a vendor (`practice.md` §4.3, §8.2).
    MainEvidence {
        /// A SOC 2 Type 2 report.
        Soc2Type2 = "soc2_type2", "SOC 2 Type 2 report";
        /// A SOC 2 Type 1 report with a dated plan for a Type 2.
        Soc2Type1WithPlan = "soc2_type1_with_plan", "SOC 2 Type 1 report with a dated plan for a Type 2";
        /// An ISO/IEC 27001 certificate with scope and Statement of Applicability.
        Iso27001 = "iso27001", "ISO/IEC 27001 certificate with scope and Statement of Applicability";
        /// An ISO/IEC 27001 certificate as before, with a questionnaire and a penetration test besides.
        Iso27001Supplemented = "iso27001_supplemented", "ISO/IEC 27001 certificate with questionnaire and penetration test";
        /// A questionnaire (SIG, CAIQ or our own) with a penetration test.
        QuestionnaireAndPentest = "questionnaire_and_pentest", "Questionnaire with penetration test";
        /// A SOC 3 report.
        Soc3 = "soc3", "SOC 3 report";
        /// A questionnaire alone: what the vendor says of itself.
        SelfAttestation = "self_attestation", "Questionnaire or self-attestation";
        /// The vendor's terms, read.
        Terms = "terms", "Contract or terms";
    }
    /// Which opinions are accepted.
    AcceptedOpinion {
        /// An unqualified one.
        Unqualified = "unqualified", "Unqualified";
        /// A qualified one, where the matter is outside our use.
        QualifiedOutsideOurUse = "qualified_outside_our_use", "Qualified, if the matter is outside our use";
        /// A qualified one.
        Qualified = "qualified", "Qualified";
    }
    /// What is asked of our side of complementary user entity controls.
    CuecDemand {
        /// All that apply are implemented, with evidence, before go-live.
        ImplementedWithEvidence = "implemented_with_evidence", "All applicable implemented with evidence before go-live";
        /// All that apply are implemented or planned for a day soon.
        ImplementedOrPlanned = "implemented_or_planned", "All applicable implemented, or a dated plan";
        /// All are looked at; those about access are implemented.
        AccessImplemented = "access_implemented", "Reviewed; access-related ones implemented";
        /// Nothing.
        NotRequired = "not_required", "Not required";
    }
    /// What is asked of carved-out subservice organizations.
    SubserviceDemand {
        /// A current report or tested monitoring for each that hosts or processes our data; controls assigned to them mapped.
        EveryPartyWithOurData = "every_party_with_our_data", "Report or tested monitoring for every party with our data, controls mapped";
        /// Hosts and data processors are covered.
        HostsAndProcessors = "hosts_and_processors", "Hosting and data processors covered";
        /// The list is on record.
        ListRecorded = "list_recorded", "List recorded";
        /// Nothing.
        NotRequired = "not_required", "Not required";
    }
    /// What is asked of the firm that examined.
    FirmDemand {
        /// An active licence and a peer review that passed.
        LicenceAndPeerReview = "licence_and_peer_review", "Active licence and peer review pass";
        /// An active licence.
        Licence = "licence", "Active licence";
        /// Nothing.
        NotRequired = "not_required", "Not required";
    }
    /// When confidentiality must have been agreed.
    NdaDemand {
        /// Before a report is received.
        BeforeReceipt = "before_receipt", "Required before receipt";
        /// As the vendor asks for it.
        AsVendorRequires = "as_vendor_requires", "As the vendor requires";
    }
    /// What is asked of the way on without the vendor.
    ContinuityDemand {
        /// A plan to leave, an export tested each year, escrow where nobody else offers the service.
        ExitExportEscrow = "exit_export_escrow", "Exit plan, export test yearly, escrow where not substitutable";
        /// A plan to leave.
        ExitPlan = "exit_plan", "Exit plan";
        /// It is known how data is taken out.
        ExportKnown = "export_known", "Data export known";
        /// Nothing.
        None = "none", "None";
    }
    /// How the vendor is watched between reviews.
    Monitoring {
        /// A touchpoint every quarter.
        Quarterly = "quarterly", "Quarterly touchpoint";
        /// A check every half-year.
        SemiAnnual = "semi_annual", "Semi-annual check";
        /// At renewal and when something happens.
        RenewalAndEvent = "renewal_and_event", "At renewal and on event";
        /// When something changes.
        OnChange = "on_change", "On change";
    }
}

/// How many findings of each severity may be open; `None` = any number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenLimits {
    /// Critical ones.
    pub critical: Option<u16>,
    /// High ones.
    pub high: Option<u16>,
    /// Medium ones.
    pub medium: Option<u16>,
    /// Low ones.
    pub low: Option<u16>,
}

/// What is asked of a vendor of one class. Months count from the period end of a Type 2 or the date of a Type 1;
/// `None` = no limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierPolicy {
    /// What is accepted as the main evidence, preferred first.
    pub accepted_evidence: Vec<MainEvidence>,
    /// Whether some main evidence must be held.
    pub evidence_required: bool,
    /// The shortest period examined.
    pub min_observation_months: Option<u16>,
    /// The period that is preferred.
    pub preferred_observation_months: Option<u16>,
    /// The oldest report accepted.
    pub max_age_months: u16,
    /// How much older it may be with a valid bridge letter and the next examination under way.
    pub age_grace_months: u16,
    /// The age at which nothing helps any more.
    pub hard_stop_age_months: Option<u16>,
    /// How long after the end of coverage a bridge letter is wanted.
    pub bridge_wanted_after_months: Option<u16>,
    /// How long nothing may cover.
    pub max_uncovered_gap_months: u16,
    /// Opinions accepted.
    pub opinions: Vec<AcceptedOpinion>,
    /// Opinions that an approver may accept.
    pub opinions_with_risk_acceptance: Vec<Opinion>,
    /// How many findings may be open.
    pub max_open: OpenLimits,
    /// What our own controls must be.
    pub cuec: CuecDemand,
    /// How far ahead a plan for such a control may be dated.
    pub cuec_plan_max_days: Option<u16>,
    /// What is asked of subservice organizations.
    pub subservice: SubserviceDemand,
    /// What is asked of the firm.
    pub firm: FirmDemand,
    /// When confidentiality must be agreed.
    pub nda: NdaDemand,
    /// What is asked of the way on without the vendor.
    pub continuity: ContinuityDemand,
    /// The oldest penetration test accepted; `None` = none needed.
    pub pentest_max_age_months: Option<u16>,
    /// The longest time between two full reviews.
    pub review_months: u16,
    /// How it is watched in between.
    pub monitoring: Monitoring,
    /// Whether a second person reads the review.
    pub second_reader: bool,
    /// Who approves.
    pub approvers: Vec<Role>,
    /// Whether privacy and legal approve too where people's data is handled.
    pub privacy_approves_personal_data: bool,
}
