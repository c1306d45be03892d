use super::{DecisionView, DocumentRow, HistoryEntry, OutcomeName, VerdictName, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// Names a vendor.
    pub struct VendorRef {
        /// Its id.
        pub vendor: Uuid,
    }

    /// A vendor in the register.
    pub struct VendorRow {
        /// Its id.
        pub id: Uuid,
        /// Its legal name.
        pub name: String,
        /// What we buy.
        pub service: Option<String>,
        /// The policy class.
        pub tier: Option<TierName>,
        /// Where it stands.
        pub stage: StageName,
        /// Who answers for it here.
        pub owner: Option<String>,
        /// How many documents are filed with it.
        pub documents: u32,
        /// The outcome of the last decision.
        pub decision: Option<OutcomeName>,
        /// Its day.
        pub decided_on: Option<NaiveDate>,
        /// When it is looked at again.
        pub next_review: Option<NaiveDate>,
        /// What the rules of the policy give today.
        pub verdict: VerdictName,
        /// Until when what we hold suffices by its dates; `None` where nothing that counts is dated.
        pub evidence_until: Option<NaiveDate>,
        /// How many exceptions and other findings are open.
        pub open_exceptions: u32,
        /// Words by which we group vendors.
        pub tags: Vec<String>,
        /// How much is missing: for its next step, and what was passed without an answer.
        pub missing: u32,
        /// Why it is at risk today; empty where it is not, or where we do not use it.
        pub at_risk: Vec<AtRiskView>,
    }

    /// A reason why a vendor in use is at risk.
    pub struct AtRiskView {
        /// Which kind.
        pub why: AtRiskWhy,
        /// What it is, with its day.
        pub what: String,
        /// The finding, by which it is opened.
        pub finding: Option<String>,
    }

    /// Why a vendor is at risk, what weighs most first.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum AtRiskWhy {
        /// What was accepted for a time is not accepted any more.
        AcceptanceEnded,
        /// Something found is overdue for so long that it goes a rank higher.
        FindingOverdue,
        /// What is held does not suffice any more.
        EvidenceEnded,
        /// An incident is not settled.
        Incident,
    }

    /// A policy class.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are the field's own words")]
    pub enum TierName {
        Critical,
        High,
        Medium,
        Low,
    }

    /// Where a vendor stands.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the lifecycle")]
    pub enum StageName {
        Draft,
        Intake,
        Tiered,
        EvidenceRequested,
        InReview,
        DecisionPending,
        Approved,
        ApprovedWithConditions,
        MoreEvidence,
        Escalated,
        Rejected,
        Withdrawn,
        Onboarding,
        Active,
        ReviewDue,
        AtRisk,
        Offboarding,
        Closed,
    }

    /// A step that a person takes by hand, or for which something can be missing; decisions take theirs themselves, and the
    /// class is assigned by a command of its own.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names say what happens")]
    pub enum StepName {
        StartIntake,
        AssignTier,
        RequestEvidence,
        StartReview,
        AskForDecision,
        Onboard,
        Withdraw,
        Activate,
        StartOffboarding,
        Close,
    }

    /// A vendor with all that is held about it.
    pub struct VendorView {
        /// The row it has in the register.
        pub row: VendorRow,
        /// Other names.
        pub aliases: Vec<String>,
        /// Why that policy class.
        pub tier_reason: Option<String>,
        /// Who answers for it here.
        pub owner: Option<Uuid>,
        /// Free notes.
        pub notes: Option<String>,
        /// Its documents, newest period first.
        pub documents: Vec<DocumentRow>,
        /// Its decisions, newest first.
        pub decisions: Vec<DecisionView>,
        /// What its reports cover.
        pub coverage: Option<CoverageView>,
        /// Reports without a successor of which nobody has told which of several services they cover.
        pub untold: Vec<Uuid>,
        /// Steps that a person can take now.
        pub steps: Vec<StepName>,
        /// Whether it can be reviewed and decided on from where it stands.
        pub open_to_review: bool,
        /// What happened, newest first, at most 50.
        pub history: Vec<HistoryEntry>,
    }

    /// What the reports of a vendor cover, by the dates alone.
    pub struct CoverageView {
        /// The report that counts: the one that ends last.
        pub report: Uuid,
        /// The last day it covers.
        pub ends: NaiveDate,
        /// Full months from that day to today (`practice.md` §4.2).
        pub age_months: i32,
        /// The age in months at which the default policy stops accepting, for the vendor's class.
        pub max_age_months: Option<i32>,
        /// Until when it suffices by its dates alone.
        pub evidence_until: Option<NaiveDate>,
        /// The day after which the report is too old whatever else is held.
        pub hard_stop: Option<NaiveDate>,
        /// Every dated report and letter, oldest first.
        pub spans: Vec<CoverageSpan>,
        /// Other dated papers, oldest first: they close no gap between reports.
        pub papers: Vec<CoverageSpan>,
        /// The times between reports and letters of which none of them speaks, oldest first.
        pub gaps: Vec<UncoveredDays>,
        /// The first day after all of them, where it is not after today.
        pub uncovered_since: Option<NaiveDate>,
    }

    /// Days of which no report or letter speaks.
    pub struct UncoveredDays {
        /// First day.
        pub from: NaiveDate,
        /// Last day.
        pub to: NaiveDate,
    }

    /// What one document covers.
    pub struct CoverageSpan {
        /// The document.
        pub document: Uuid,
        /// Its kind.
        pub kind: String,
        /// First day; the same as the last for a point in time.
        pub from: NaiveDate,
        /// Last day.
        pub to: NaiveDate,
    }

    /// Enters or changes a vendor.
    pub struct SaveVendor {
        /// Which; `None` enters a new one.
        pub id: Option<Uuid>,
        /// Its legal name.
        pub name: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// What we buy.
        pub service: Option<String>,
        /// The policy class.
        pub tier: Option<TierName>,
        /// Why; needed where a class is set.
        pub tier_reason: Option<String>,
        /// Who answers for it here.
        pub owner: Option<Uuid>,
        /// Free notes.
        pub notes: Option<String>,
    }

    /// Takes a step of the lifecycle.
    pub struct MoveVendor {
        /// The vendor.
        pub vendor: Uuid,
        /// The step.
        pub step: StepName,
    }
}
