use super::{
    AcceptanceRequestState, AcceptanceState, CitationView, CitedPageView, ExposureName, ExtentName, FindingStatusName,
    FindingStepName, HarmName, ImpactName, NatureName, OwnCompensationName, RankName, RecurrenceName, RiskName,
    SeverityName, TermNameView, TierName, wire,
};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// Asks for findings.
    pub struct FindingsQuery {
        /// Of this vendor; `None` = of all.
        pub vendor: Option<Uuid>,
    }

    /// How many findings of all vendors are open.
    #[derive(Copy, Eq)]
    pub struct OpenFindings {
        /// All that are not settled; what is accepted for a time stays open.
        pub open: u32,
        /// Those of them whose day has passed.
        pub overdue: u32,
    }

    /// Findings, the gravest first.
    pub struct FindingsView {
        /// Each with everything that is known of it.
        pub findings: Vec<FindingView>,
    }

    /// Something found about a vendor: an exception that a report states, or what people recorded.
    pub struct FindingView {
        /// Names it in commands: an exception has a name before anybody has recorded it.
        pub key: String,
        /// Its number, once it is recorded.
        pub number: Option<u32>,
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// What people call it.
        pub title: String,
        /// Where it comes from.
        pub source: FindingSource,
        /// The vendor's number of the control.
        pub control_id: Option<String>,
        /// The criteria under which it stands.
        pub criteria: Vec<String>,
        /// The control.
        pub control: Option<String>,
        /// What the auditor did.
        pub tests: Vec<String>,
        /// What came of it, in the auditor's words.
        pub result: String,
        /// Where it stands in the document.
        pub citations: Vec<CitationView>,
        /// How many deviated.
        pub deviating: Option<u32>,
        /// Of how many that were tested.
        pub tested: Option<u32>,
        /// What management said of it; outside the opinion.
        pub response: Option<String>,
        /// Where that stands.
        pub response_citations: Vec<CitationView>,
        /// What people say of it besides.
        pub remarks: FindingRemarks,
        /// What the words of the report propose.
        pub proposed: ProposedInputs,
        /// How grave it was judged to be; `None` while nobody has.
        pub assessment: Option<AssessmentView>,
        /// Where it stands today.
        pub status: FindingStatusName,
        /// Whether nothing is to be done any more.
        pub settled: bool,
        /// Who follows it up here.
        pub owner: Option<Uuid>,
        /// Their name.
        pub owner_name: Option<String>,
        /// By when it is to be treated; `None` while it is not judged, or where nothing is to be done.
        pub due: Option<NaiveDate>,
        /// Whether somebody set another day than the policy gives.
        pub due_is_set: bool,
        /// Whether that day has passed.
        pub overdue: bool,
        /// From which day it goes a rank higher.
        pub escalate_on: Option<NaiveDate>,
        /// By when the vendor is to answer.
        pub answer_due: Option<NaiveDate>,
        /// Whether the vendor's answer is late.
        pub answer_late: bool,
        /// The document whose pages are cited.
        pub document: Option<Uuid>,
        /// What the vendor sent, the latest last.
        pub proofs: Vec<ProofView>,
        /// Who verified it.
        pub verified_by: Option<String>,
        /// Who closed it or put it away.
        pub settled_by: Option<String>,
        /// The latest acceptance of it.
        pub acceptance: Option<RiskAcceptanceView>,
        /// The latest request to accept it that was not approved.
        pub request: Option<RiskRequestView>,
        /// The finding on the same control in an earlier report.
        pub repeat_of: Option<FindingLink>,
        /// The finding on the same control in a later report, which is followed up instead.
        pub repeated_by: Option<FindingLink>,
        /// Where a later report tests the control without exception.
        pub tested_clean: Option<CitedPageView>,
        /// The conditions of the vendor's latest decision that settle it.
        pub conditions: Vec<FindingCondition>,
        /// When it was recorded.
        pub recorded_at: Option<DateTime<Utc>>,
        /// Whether its severity can be judged by who acts.
        pub can_assess: bool,
        /// The steps that lead on from here for who acts.
        pub steps: Vec<FindingStepView>,
    }

    /// A condition of a decision that settles a finding.
    pub struct FindingCondition {
        /// The decision.
        pub decision: Uuid,
        /// Its number.
        pub number: u32,
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: String,
        /// By when.
        pub due: NaiveDate,
        /// When it was said to be done; `None` while it is open.
        pub done_at: Option<DateTime<Utc>>,
    }

    /// Where a finding comes from.
    #[serde(tag = "source", rename_all = "snake_case")]
    pub enum FindingSource {
        /// An exception that a document states.
        Exception {
            /// The document.
            document: Uuid,
            /// The name that the exception has while nobody has recorded it; it leads to it afterwards, too.
            unrecorded: String,
            /// Its file's name.
            file_name: String,
            /// Whether there is no later report of its kind.
            current: bool,
            /// Whether the document still states it as it is read and judged now.
            stated: bool,
        },
        /// A rule of the policy that was broken.
        Rule {
            /// Its code.
            rule: String,
            /// Its title.
            title: String,
        },
        /// Somebody entered it.
        Hand,
    }

    /// What people say of a finding besides its severity.
    pub struct FindingRemarks {
        /// Of how many items the sample was taken.
        pub population: Option<u32>,
        /// Why it happened.
        pub root_cause: Option<String>,
        /// What we do ourselves that compensates.
        pub own_control: Option<String>,
        /// A note.
        pub note: Option<String>,
    }

    /// The points of a response.
    #[derive(Copy, Eq)]
    pub struct ResponseView {
        /// It states a specific cause.
        pub cause: bool,
        /// It says what was fixed.
        pub fix: bool,
        /// The fix is dated inside the period or before the report's date.
        pub dated: bool,
        /// There is proof, an owner or a retest.
        pub proof: bool,
    }

    /// Everything that goes into a severity.
    #[derive(Copy, Eq)]
    pub struct SeverityInputsView {
        /// What it would mean for us.
        pub impact: ImpactName,
        /// How far it reaches us.
        pub exposure: ExposureName,
        /// How much deviated.
        pub extent: ExtentName,
        /// What kind of failure it is.
        pub nature: Option<NatureName>,
        /// Of a late control: whether it found nothing.
        pub late_found_nothing: bool,
        /// Whether it failed before.
        pub history: RecurrenceName,
        /// Whether harm came of it.
        pub harm: HarmName,
        /// Whether a tested control of the vendor compensates.
        pub vendor_compensation: bool,
        /// Whether a control of our own does.
        pub own_compensation: OwnCompensationName,
        /// How credible the response is; `None` while nobody has judged it.
        pub response: Option<ResponseView>,
        /// Whether the fix was retested or evidence is held.
        pub fix_verified: bool,
        /// Whether the opinion is modified on its criterion.
        pub opinion_modified: bool,
    }

    /// What the words of a report propose; what it leaves out is asked.
    #[derive(Copy, Eq)]
    pub struct ProposedInputs {
        /// From the numbers.
        pub extent: ExtentName,
        /// From the auditor's words.
        pub nature: Option<NatureName>,
        /// From the vendor's words.
        pub response: ResponseView,
        /// From the report before.
        pub history: RecurrenceName,
        /// Whether the opinion is modified on its criterion.
        pub opinion_modified: bool,
    }

    /// How grave it was judged to be.
    pub struct AssessmentView {
        /// What went into the sum.
        pub inputs: SeverityInputsView,
        /// Why a term is not what was read.
        pub reason: Option<String>,
        /// The sum.
        pub rating: RatingView,
        /// Who judged.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// A severity with the sum from which it follows.
    pub struct RatingView {
        /// Points of the impact.
        pub impact: i8,
        /// Points of the exposure.
        pub exposure: i8,
        /// Impact × exposure.
        pub base: i8,
        /// Every term, also those of no points.
        pub terms: Vec<TermView>,
        /// The sum.
        pub score: i8,
        /// What overruled the sum, in words.
        pub bounds: Vec<String>,
        /// What follows.
        pub severity: SeverityName,
        /// By when it is to be treated, counted from the day on which it was recorded.
        pub due: NaiveDate,
    }

    /// A term of the sum.
    pub struct TermView {
        /// Which.
        pub term: TermNameView,
        /// What it is called.
        pub title: String,
        /// Its points.
        pub points: i8,
        /// Why.
        pub reason: String,
    }

    /// A step that leads on.
    pub struct FindingStepView {
        /// Which.
        pub step: FindingStepName,
        /// Why it is not possible yet; `None` where it is.
        pub waits_for: Option<StepWaits>,
        /// The day that is proposed: for an answer, or the last one of an acceptance.
        pub day: Option<NaiveDate>,
        /// Of an acceptance: the least rank that may grant it.
        pub rank: Option<RankName>,
        /// Of an acceptance: whether it was accepted before and is not mended, so that executives grant it.
        pub again: bool,
    }

    /// Why a step waits.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum StepWaits {
        /// Nobody has judged how grave it is.
        Assessment,
        /// Somebody else than who verified it closes it.
        SecondPerson,
        /// It touches us directly, so it applies.
        TouchesUs,
        /// Somebody is asked to approve it and has not answered.
        Approval,
    }

    /// Something that the vendor sent about a finding.
    pub struct ProofView {
        /// The document.
        pub document: Uuid,
        /// Its file's name.
        pub file_name: String,
        /// The page on which it stands, where one is named.
        pub page: Option<u32>,
        /// Who attached it, where that is known.
        pub by: Option<String>,
        /// When, where that is known.
        pub at: Option<DateTime<Utc>>,
    }

    /// Another finding on the same control.
    pub struct FindingLink {
        /// Names it.
        pub key: String,
        /// Its number.
        pub number: u32,
        /// What it is called.
        pub title: String,
    }

    /// An acceptance of a finding as it was signed.
    pub struct RiskAcceptanceView {
        /// Its id.
        pub id: Uuid,
        /// Why the risk is taken.
        pub reason: String,
        /// The worst that can come of it.
        pub worst_case: String,
        /// What compensates.
        pub compensations: String,
        /// What will be done about it, and by when.
        pub plan: String,
        /// The severity when it was accepted.
        pub severity: SeverityName,
        /// The risk that stays.
        pub residual: RiskName,
        /// Who asked for it.
        pub requester: String,
        /// Who granted it.
        pub approver: String,
        /// Their rank when they did.
        pub rank: RankName,
        /// When.
        pub granted_on: NaiveDate,
        /// The last day on which it holds.
        pub expires: NaiveDate,
        /// Whether it holds today.
        pub state: AcceptanceState,
    }

    /// A request that a finding be accepted; it counts once it is approved.
    pub struct RiskRequestView {
        /// Its id.
        pub id: Uuid,
        /// Why the risk should be taken.
        pub reason: String,
        /// The worst that can come of it.
        pub worst_case: String,
        /// What compensates.
        pub compensations: String,
        /// What will be done about it, and by when.
        pub plan: String,
        /// The risk that stays.
        pub residual: RiskName,
        /// Who asks for it.
        pub requester: String,
        /// Who is to approve it.
        pub approver: String,
        /// When it was asked for.
        pub asked_on: NaiveDate,
        /// The last day on which it would hold.
        pub expires: NaiveDate,
        /// What became of it.
        pub state: AcceptanceRequestState,
    }

    /// Judges how grave a finding is.
    pub struct AssessFinding {
        /// Which.
        pub key: String,
        /// Everything that goes into the sum.
        pub inputs: SeverityInputsView,
        /// Why a term is not what was read; needed where one is not.
        pub reason: Option<String>,
    }

    /// Asks what a severity would be.
    pub struct RateFinding {
        /// Which finding.
        pub key: String,
        /// Everything that goes into the sum.
        pub inputs: SeverityInputsView,
    }

    /// Takes a step with findings: with all of them or with none.
    pub struct MoveFindings {
        /// Which.
        pub keys: Vec<String>,
        /// The step.
        pub step: FindingMove,
    }

    /// A step with what it needs.
    #[serde(tag = "step", rename_all = "snake_case")]
    pub enum FindingMove {
        /// The vendor was asked.
        Ask {
            /// By when it is to answer.
            answer_by: NaiveDate,
        },
        /// The vendor sent something.
        Receive {
            /// The document, filed with the vendor.
            evidence: Uuid,
            /// The page on which it stands, from 1; `None` = none in particular.
            page: Option<u32>,
        },
        /// Somebody of ours verified it.
        Verify {
            /// Who.
            by: Uuid,
            /// What was looked at.
            note: String,
        },
        /// It is closed by who acts.
        Close {},
        /// It is accepted for a time.
        Accept(AcceptRisk),
        /// It does not apply.
        NotApplicable {
            /// Why.
            reason: String,
        },
        /// A later report tests the control without exception.
        Supersede {},
        /// It is opened again.
        Reopen {
            /// Why.
            reason: String,
        },
    }

    /// The terms of an acceptance.
    pub struct AcceptRisk {
        /// Why the risk is taken.
        pub reason: String,
        /// The worst that can come of it, in plain words.
        pub worst_case: String,
        /// What compensates, with its evidence.
        pub compensations: String,
        /// What will be done about it, and by when.
        pub plan: String,
        /// The risk that stays.
        pub residual: RiskName,
        /// Who asks for it.
        pub requester: Uuid,
        /// Who grants it.
        pub approver: Uuid,
        /// The last day on which it holds.
        pub expires: NaiveDate,
    }

    /// Changes owner or day of findings.
    pub struct ChangeFindings {
        /// Which.
        pub keys: Vec<String>,
        /// What.
        pub change: FindingChange,
    }

    /// What changes.
    #[serde(tag = "change", rename_all = "snake_case")]
    pub enum FindingChange {
        /// Who follows it up.
        Owner {
            /// Who; `None` = nobody.
            owner: Option<Uuid>,
        },
        /// By when it is to be treated.
        Due {
            /// The day; `None` = as the policy gives.
            due: Option<NaiveDate>,
        },
        /// What people say of it.
        Remarks {
            /// What it is called.
            title: String,
            /// The rest.
            remarks: FindingRemarks,
        },
    }

    /// Records a finding that no document states.
    pub struct AddFinding {
        /// The vendor.
        pub vendor: Uuid,
        /// What it is called.
        pub title: String,
        /// What was found.
        pub description: String,
        /// The rule of the policy that is broken, where it is about one.
        pub rule: Option<String>,
        /// The criteria it is about.
        pub criteria: Vec<String>,
        /// What else is known of it, as a report says it of an exception.
        pub stated: Option<StatedFinding>,
    }

    /// What is known of something found by hand (`practice.md` §5.1).
    pub struct StatedFinding {
        /// The vendor's number of the control: by it, and by its words, the next report is compared.
        pub control_id: Option<String>,
        /// The control.
        pub control: Option<String>,
        /// What was done to test it.
        pub test: Option<String>,
        /// How many deviated; only with `tested`.
        pub deviating: Option<u32>,
        /// How many were looked at; only with `deviating`.
        pub tested: Option<u32>,
        /// What the vendor's management says of it.
        pub response: Option<String>,
        /// The document in which it stands, filed with the vendor.
        pub document: Option<Uuid>,
        /// The page of it, from 1; only with `document`.
        pub page: Option<u32>,
    }

    /// Records every exception that nobody has recorded yet.
    pub struct FollowUp {
        /// Of this vendor's current reports.
        pub vendor: Uuid,
    }

    /// Names a finding.
    pub struct FindingRef {
        /// Which.
        pub key: String,
    }

    /// Asks for the questions to a vendor about findings.
    pub struct FindingQuestions {
        /// Which; all of one vendor.
        pub keys: Vec<String>,
        /// By when an answer is wanted; `None` = as the policy gives for the gravest.
        pub answer_by: Option<NaiveDate>,
    }

    /// Questions to a vendor, ready to send.
    pub struct QuestionsLetter {
        /// The address of the contact for security matters, where one is known.
        pub to: Option<String>,
        /// The subject.
        pub subject: String,
        /// The text.
        pub body: String,
        /// By when an answer is wanted.
        pub answer_by: NaiveDate,
    }
}
