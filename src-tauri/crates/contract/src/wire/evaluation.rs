use super::{FirmView, RoleName, TierName, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// What the rules of the policy give together for a vendor.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum VerdictName {
        Accept,
        AcceptWithConditions,
        MoreEvidence,
        Escalate,
        Reject,
    }

    /// What came of a rule.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum RuleOutcomeName {
        Pass,
        Warn,
        Fail,
        NotApplicable,
        Missing,
    }

    /// How high an approver stands.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum RankName {
        TeamMember,
        BusinessOwner,
        RiskOwner,
        Executive,
    }

    /// A vendor under the policy in force, today.
    pub struct EvaluationView {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The version of the policy.
        pub policy_version: u32,
        /// The day.
        pub as_of: NaiveDate,
        /// What the rules give together.
        pub verdict: VerdictName,
        /// The codes of the rules that decide it.
        pub deciding: Vec<String>,
        /// The warnings that still need a note, a condition or an acceptance.
        pub unanswered: Vec<String>,
        /// Who may accept what fails; `None` where nothing does or nobody may.
        pub escalate_to: Option<RankName>,
        /// Every rule with its result, in the order in which a reviewer reads.
        pub rules: Vec<RuleView>,
        /// The rules of our own process that must be met before a decision is signed.
        pub before_signing: Vec<String>,
        /// The roles that must sign.
        pub approvers: Vec<RoleName>,
        /// Until when what is held suffices by its dates.
        pub evidence_until: Option<EvidenceUntilView>,
        /// Until when the verdict holds if nothing else happens.
        pub holds_until: Option<NaiveDate>,
        /// When the next full review is due after one today.
        pub next_review: Option<NaiveDate>,
        /// What to ask for next, what decides first.
        pub asks: Vec<AskView>,
        /// The letter that asks the vendor for it; `None` where nothing is asked of the vendor.
        pub letter: Option<RequestLetterView>,
        /// The documents filed with the vendor, by which citations are named.
        pub documents: Vec<EvaluatedDocument>,
        /// The firms that its reports name, with their checks.
        pub firms: Vec<FirmView>,
        /// What was ever accepted of it, the latest first.
        pub acceptances: Vec<AcceptanceView>,
        /// What was asked for and is not approved, the latest first.
        pub requests: Vec<AcceptanceRequestView>,
        /// The same for each service, where papers tell services apart; the rest is then all of them together, the weakest deciding.
        pub services: Vec<ServiceEvaluationView>,
    }

    /// What the rules give for some of the services of a vendor.
    pub struct ServiceEvaluationView {
        /// The engagement that stands for them: the first of the register.
        pub service: Uuid,
        /// What they are called.
        pub name: String,
        /// What the rules give together.
        pub verdict: VerdictName,
        /// The rules that decide it, by title.
        pub deciding: Vec<String>,
        /// The codes of the rules that are not met, and nothing answers.
        pub open: Vec<String>,
        /// Until when what is held suffices by its dates.
        pub evidence_until: Option<EvidenceUntilView>,
        /// The report that counts; `None` where none does.
        pub report: Option<Uuid>,
    }

    /// A document that was looked at.
    pub struct EvaluatedDocument {
        /// Its id.
        pub document: Uuid,
        /// Its kind.
        pub kind: String,
        /// The file's name.
        pub file_name: String,
    }

    /// Until when what is held suffices.
    pub struct EvidenceUntilView {
        /// The last day.
        pub day: NaiveDate,
        /// What sets it, in words.
        pub limited_by: String,
    }

    /// A rule and what came of it.
    pub struct RuleView {
        /// Its code.
        pub code: String,
        /// What it is about, in words.
        pub family: String,
        /// What people read.
        pub title: String,
        /// What came of it.
        pub outcome: RuleOutcomeName,
        /// What the policy requires, in words.
        pub required: String,
        /// What was found, in words.
        pub found: String,
        /// Where that stands.
        pub citations: Vec<CitedPageView>,
        /// The documents that meet it.
        pub satisfied_by: Vec<Uuid>,
        /// Who may live with it where it is not met; `None` where nobody may.
        pub acceptable_by: Option<RankName>,
        /// The last day that a deviation granted today can have; `None` where none can be granted.
        pub deviation_until: Option<NaiveDate>,
        /// What answers it where it is not met.
        pub standing: StandingView,
        /// What would help, as lines.
        pub asks: Vec<String>,
        /// What people read about the rule.
        pub help: RuleHelp,
        /// Where it comes from.
        pub source: String,
        /// The review questions that it helps to answer.
        pub questions: Vec<String>,
    }

    /// What people read about a rule.
    pub struct RuleHelp {
        /// What it checks.
        pub checks: String,
        /// Why that matters.
        pub why: String,
        /// What evidence satisfies it.
        pub evidence: String,
        /// How to resolve it.
        pub resolve: String,
    }

    /// A page of a document.
    #[derive(Copy, Eq)]
    pub struct CitedPageView {
        /// The document.
        pub document: Uuid,
        /// Its page, counted from 1.
        pub page: u32,
    }

    /// What answers a rule.
    #[derive(Copy, Eq)]
    #[serde(tag = "by", rename_all = "snake_case")]
    pub enum StandingView {
        /// It is met or does not apply.
        Met,
        /// Nothing answers it.
        Open,
        /// A signed deviation, or a signed acceptance of what is found.
        Accepted {
            /// The last day on which it holds.
            until: NaiveDate,
        },
        /// A duty with owner and date.
        Condition {
            /// By when it is due.
            due: NaiveDate,
        },
        /// A note.
        Note,
    }

    /// Something that would help.
    pub struct AskView {
        /// What, as a line.
        pub line: String,
        /// Whether the vendor is asked, and not we.
        pub of_vendor: bool,
    }

    /// A letter to the vendor, ready to send.
    pub struct RequestLetterView {
        /// The address of the contact for security matters, where one is known.
        pub to: Option<String>,
        /// The subject.
        pub subject: String,
        /// The text.
        pub body: String,
    }

    /// A letter that was handed to the mail program.
    pub struct OpenedLetter {
        /// Whether its text went along; a long one does not fit and is pasted by hand.
        pub with_text: bool,
    }

    /// A deviation from a rule as it was signed.
    pub struct AcceptanceView {
        /// Its id.
        pub id: Uuid,
        /// The rule's code.
        pub rule: String,
        /// The rule's title.
        pub title: String,
        /// What was found when it was granted.
        pub found: String,
        /// Why it is allowed.
        pub reason: String,
        /// The worst that can come of it, in plain words.
        pub worst_case: String,
        /// What compensates.
        pub compensations: String,
        /// Who asked for it.
        pub requester: String,
        /// Who granted it.
        pub approver: String,
        /// Their rank when they did.
        pub rank: RankName,
        /// When it was granted.
        pub granted_on: NaiveDate,
        /// The last day on which it holds.
        pub expires: NaiveDate,
        /// Who recorded it.
        pub recorded_by: String,
        /// Whether it holds today.
        pub state: AcceptanceState,
    }

    /// Whether something accepted holds.
    #[derive(Eq)]
    #[serde(tag = "state", rename_all = "snake_case")]
    pub enum AcceptanceState {
        /// It does.
        Holds,
        /// Its day has passed.
        Expired,
        /// Something happened that it was not granted for.
        Overtaken {
            /// What, as "the incident of 16 March 2026".
            with: String,
        },
        /// It was ended.
        Ended {
            /// The day.
            on: NaiveDate,
            /// By whom.
            by: String,
            /// Why.
            why: String,
        },
    }

    /// A deviation as it was asked for; it counts once it is approved.
    pub struct AcceptanceRequestView {
        /// Its id.
        pub id: Uuid,
        /// The rule's code.
        pub rule: String,
        /// The rule's title.
        pub title: String,
        /// What was found when it was asked for.
        pub found: String,
        /// Why it should be allowed.
        pub reason: String,
        /// The worst that can come of it, in plain words.
        pub worst_case: String,
        /// What compensates.
        pub compensations: String,
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

    /// What became of something asked for.
    #[derive(Eq)]
    #[serde(tag = "state", rename_all = "snake_case")]
    pub enum AcceptanceRequestState {
        /// It waits for an answer.
        Waiting {
            /// Whether who acts is the one asked.
            may_sign: bool,
            /// Whether who acts may take it back.
            may_take_back: bool,
        },
        /// Its day passed without an answer.
        Lapsed,
        /// It was refused, or taken back.
        Refused {
            /// By whom.
            by: String,
            /// Whether by those who had asked.
            taken_back: bool,
            /// Why.
            comment: String,
        },
    }

    /// Answers what was asked for.
    pub struct AnswerAcceptance {
        /// Which.
        pub request: Uuid,
        /// Whether it is approved; who asked can only take it back.
        pub agrees: bool,
        /// Why; asked of whoever does not agree.
        pub comment: Option<String>,
    }

    /// Asks for a deviation from a rule.
    pub struct RequestAcceptance {
        /// The vendor.
        pub vendor: Uuid,
        /// The rule's code.
        pub rule: String,
        /// Why it is allowed.
        pub reason: String,
        /// The worst that can come of it, in plain words.
        pub worst_case: String,
        /// What compensates.
        pub compensations: String,
        /// Who asks for it.
        pub requester: Uuid,
        /// Who is to approve it.
        pub approver: Uuid,
        /// The last day on which it holds.
        pub expires: NaiveDate,
        /// The service for which it is asked, where papers tell services apart; `None` = for all.
        pub service: Option<Uuid>,
    }

    /// Ends something accepted before its day.
    pub struct EndAcceptance {
        /// Which.
        pub acceptance: Uuid,
        /// Why.
        pub why: String,
    }
}
