use super::{
    DocumentRow, GapView, PacketView, PersonView, RankName, RoleName, SignedCopyView, TierName, VendorRow, VerdictName,
    wire,
};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// What was decided.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are the field's own words")]
    pub enum OutcomeName {
        Approved,
        ApprovedWithConditions,
        MoreEvidence,
        Escalated,
        Rejected,
        Withdrawn,
    }

    /// How much risk stays.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are the field's own words")]
    pub enum RiskName {
        Low,
        Medium,
        High,
        Critical,
    }

    /// The risk that stays when everything that was decided is done.
    pub struct ResidualInput {
        /// How much.
        pub level: RiskName,
        /// What can still happen, in plain words.
        pub words: String,
    }

    /// Everything that stands on the sheet before a decision.
    pub struct DecisionSheet {
        /// The vendor.
        pub vendor: VendorRow,
        /// The evidence that the decision will freeze.
        pub documents: Vec<DocumentRow>,
        /// What a person should look at first.
        pub cautions: Vec<Caution>,
        /// Whether a decision can be recorded from where the vendor stands.
        pub possible: bool,
        /// Whether we use the vendor already, so that a rejection leads to offboarding.
        pub in_use: bool,
        /// Who can sign.
        pub people: Vec<PersonView>,
        /// The proposed day of the next review.
        pub next_review: NaiveDate,
        /// The roles that must sign by the policy.
        pub approvers: Vec<RoleName>,
        /// Who asked for the vendor: never the only one to approve it.
        pub requester: Option<Uuid>,
        /// What the rules and the review give together.
        pub verdict: VerdictName,
        /// The rules that warn or fail and that nothing answers, for conditions that answer them.
        pub unanswered: Vec<OpenRule>,
        /// The recorded findings that are not settled, for conditions that settle them.
        pub findings: Vec<ConditionFinding>,
        /// The finished review on which the decision rests.
        pub review: Option<ReviewedBefore>,
        /// The proposed signers, in order.
        pub signers: Vec<Uuid>,
        /// The risk that stays by what is found; `None` where only a person can say it.
        pub residual: Option<ResidualInput>,
        /// The conditions that the path without a report brings; none where it is not taken.
        pub proposed: Vec<ConditionDraft>,
        /// What was typed before and not recorded.
        pub draft: Option<DecisionDraft>,
    }

    /// A rule that nothing answers.
    pub struct OpenRule {
        /// Its code.
        pub code: String,
        /// What people read.
        pub title: String,
        /// What was found.
        pub found: String,
    }

    /// The review on which a decision rests.
    pub struct ReviewedBefore {
        /// Its id.
        pub review: Uuid,
        /// Its number among the vendor's.
        pub number: u32,
        /// When it was finished.
        pub finished_at: DateTime<Utc>,
    }

    /// Something to look at before deciding; nothing here forbids.
    #[serde(tag = "caution", rename_all = "snake_case")]
    pub enum Caution {
        /// No document is filed with the vendor.
        NoEvidence,
        /// No attestation report is filed with the vendor.
        NoReport,
        /// Facts that nobody judged.
        OpenFacts {
            /// The document.
            document: Uuid,
            /// How many.
            count: u32,
        },
        /// A report contradicts itself.
        Contradiction {
            /// The document.
            document: Uuid,
            /// In words.
            message: String,
        },
        /// The opinion is modified.
        ModifiedOpinion {
            /// The document.
            document: Uuid,
            /// Which.
            opinion: String,
        },
        /// The report is older than the policy accepts for the class.
        TooOld {
            /// The document.
            document: Uuid,
            /// Full months since its end.
            age_months: i32,
            /// The most that is accepted.
            max_age_months: i32,
        },
        /// What is held no longer suffices by its dates, though the report itself is not too old.
        EvidenceOver {
            /// The report that counts.
            document: Uuid,
            /// The last day on which it sufficed.
            until: NaiveDate,
        },
        /// The report names another organisation than the vendor.
        OtherOrganization {
            /// The document.
            document: Uuid,
            /// The name read.
            organization: String,
        },
        /// The vendor has no policy class.
        NoTier,
        /// Something that the lifecycle asks for was passed without an answer.
        Missing {
            /// What.
            gap: GapView,
        },
        /// No review of the vendor is finished.
        NoReview,
        /// A review is under way and not finished.
        ReviewUnderWay {
            /// Its number.
            number: u32,
        },
        /// Nobody who signs holds a role that the policy asks for.
        RoleUncovered {
            /// The role.
            role: RoleName,
        },
        /// The policy gives a graver verdict than the decision.
        AgainstVerdict {
            /// The verdict.
            verdict: VerdictName,
            /// Whether something fails that nobody may accept.
            never: bool,
        },
        /// Nobody who signs stands high enough for what fails.
        RankTooLow {
            /// Who may accept it.
            needed: RankName,
        },
    }

    /// A decision as far as it is chosen, to be told what speaks against it.
    pub struct DecisionChoice {
        /// The vendor.
        pub vendor: Uuid,
        /// What to decide.
        pub outcome: OutcomeName,
        /// Who signs.
        pub signers: Vec<Uuid>,
    }

    /// A decision as far as it is typed.
    pub struct DecisionDraft {
        /// What to decide.
        pub outcome: Option<OutcomeName>,
        /// Why.
        pub reason: String,
        /// Duties.
        pub conditions: Vec<ConditionDraft>,
        /// Who signs, in order.
        pub signers: Vec<Uuid>,
        /// When to look again.
        pub next_review: Option<NaiveDate>,
        /// How much risk stays.
        #[serde(default)]
        pub residual_level: Option<RiskName>,
        /// What can still happen.
        #[serde(default)]
        pub residual_words: String,
    }

    /// A condition as far as it is typed.
    pub struct ConditionDraft {
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// By when.
        pub due: Option<NaiveDate>,
        /// Whether it must be done before the vendor is used.
        #[serde(default)]
        pub before_go_live: bool,
        /// The rule of the policy that it answers.
        #[serde(default)]
        pub rule: Option<String>,
        /// The finding that it settles.
        #[serde(default)]
        pub finding: Option<Uuid>,
    }

    /// Keeps what is typed.
    pub struct SaveDecisionDraft {
        /// The vendor.
        pub vendor: Uuid,
        /// What is typed; `None` throws it away.
        pub draft: Option<DecisionDraft>,
    }

    /// Records a decision.
    pub struct RecordDecision {
        /// The vendor.
        pub vendor: Uuid,
        /// What is decided.
        pub outcome: OutcomeName,
        /// Why.
        pub reason: String,
        /// Duties.
        pub conditions: Vec<ConditionInput>,
        /// Who signs, in order.
        pub signers: Vec<Uuid>,
        /// When to look again.
        pub next_review: Option<NaiveDate>,
        /// The risk that stays.
        #[serde(default)]
        pub residual: Option<ResidualInput>,
    }

    /// A condition.
    pub struct ConditionInput {
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: Uuid,
        /// By when.
        pub due: NaiveDate,
        /// Whether it must be done before the vendor is used.
        #[serde(default)]
        pub before_go_live: bool,
        /// The rule of the policy that it answers.
        #[serde(default)]
        pub rule: Option<String>,
        /// The finding that it settles.
        #[serde(default)]
        pub finding: Option<Uuid>,
    }

    /// Signs a decision as who acts.
    pub struct SignDecision {
        /// The decision.
        pub decision: Uuid,
        /// Whether they agree.
        pub agrees: bool,
        /// What they add.
        pub comment: Option<String>,
    }

    /// Says that a duty is done.
    pub struct MeetCondition {
        /// The duty.
        pub condition: Uuid,
        /// What was done.
        pub note: String,
        /// The document that proves it.
        pub proof: Option<Uuid>,
    }

    /// Names a decision.
    pub struct DecisionRef {
        /// Its id.
        pub decision: Uuid,
    }

    /// A recorded decision.
    pub struct DecisionView {
        /// Its id.
        pub id: Uuid,
        /// Its number in the workspace.
        pub number: u32,
        /// The vendor.
        pub vendor: Uuid,
        /// The vendor's name.
        pub vendor_name: String,
        /// What was decided.
        pub outcome: OutcomeName,
        /// Why.
        pub reason: String,
        /// Duties.
        pub conditions: Vec<ConditionView>,
        /// Who signs, in order.
        pub signers: Vec<PersonView>,
        /// When to look again.
        pub next_review: Option<NaiveDate>,
        /// The day of the decision.
        pub decided_on: NaiveDate,
        /// Who recorded it.
        pub recorded_by: String,
        /// When.
        pub recorded_at: DateTime<Utc>,
        /// SHA-256 of the frozen inputs.
        pub frozen_sha256: String,
        /// The risk that stays.
        pub residual: Option<ResidualInput>,
        /// The version of the policy under which it was made.
        pub policy_version: Option<u32>,
        /// What the rules gave then.
        pub verdict: Option<String>,
        /// The review on which it rests, by number.
        pub review: Option<u32>,
        /// What was signed under it here.
        pub signatures: Vec<SignatureView>,
        /// Whether its packets can say so: those of decisions recorded before they did cannot.
        pub signatures_printed: bool,
        /// Whether who acts is named and has not signed yet.
        pub may_sign: bool,
        /// What has changed since; empty for a decision that holds as it was made, or that a later one supersedes.
        pub stale: Vec<Stale>,
        /// Packets made from it, newest first.
        pub packets: Vec<PacketView>,
        /// Copies of these that came back signed on paper, and what was said of them.
        pub copies: Vec<SignedCopyView>,
    }

    /// What somebody said under a decision.
    pub struct SignatureView {
        /// Who.
        pub person: Uuid,
        /// Their name.
        pub name: String,
        /// In which role.
        pub role: String,
        /// Whether they agree.
        pub agrees: bool,
        /// What they added.
        pub comment: Option<String>,
        /// When.
        pub at: DateTime<Utc>,
        /// The hash of what they signed.
        pub frozen_sha256: String,
    }

    /// Something that has changed since a decision was made.
    #[derive(Eq)]
    #[serde(tag = "stale", rename_all = "snake_case")]
    pub enum Stale {
        /// The policy.
        Policy {
            /// The version then.
            was: u32,
            /// The version now.
            now: u32,
        },
        /// A document came.
        DocumentCame {
            /// The file's name.
            file_name: String,
        },
        /// A document was taken away.
        DocumentGone {
            /// The file's name.
            file_name: String,
        },
        /// A fact says something else.
        Fact {
            /// The file's name.
            file_name: String,
            /// The fact.
            label: String,
            /// What it said.
            was: Option<String>,
            /// What it says.
            now: Option<String>,
        },
        /// The vendor has another class.
        Tier {
            /// The class then.
            was: Option<TierName>,
            /// The class now.
            now: Option<TierName>,
        },
        /// A rule gives something else, by facts or by the date.
        Rule {
            /// Its code.
            code: String,
            /// What people read.
            title: String,
            /// What came of it then.
            was: String,
            /// What comes of it now.
            now: String,
            /// What is found now.
            found: String,
        },
        /// Another review was finished.
        Review {
            /// Its number.
            number: u32,
        },
        /// What somebody signed or noted for a rule answers it no more.
        Answer {
            /// The rule's code.
            code: String,
            /// What people read.
            title: String,
            /// What answered it: `accepted`, `condition` or `note`.
            was: String,
        },
        /// The register says something else.
        Register {
            /// Of which service, where it is about one.
            of: Option<String>,
            /// What, in words.
            what: String,
            /// What it said.
            was: Option<String>,
            /// What it says.
            now: Option<String>,
        },
        /// The rules and the answers together give a graver verdict.
        Verdict {
            /// The verdict then.
            was: VerdictName,
            /// The verdict now.
            now: VerdictName,
        },
    }

    /// A vendor's latest decision that rests on what has changed since.
    pub struct StaleDecision {
        /// The vendor.
        pub vendor: Uuid,
        /// The decision.
        pub decision: Uuid,
        /// What has changed; never empty.
        pub stale: Vec<Stale>,
    }

    /// A duty of a decision.
    pub struct ConditionView {
        /// Its id.
        pub id: Uuid,
        /// Whether it must be done before the vendor is used.
        pub before_go_live: bool,
        /// The rule of the policy that it answers.
        pub rule: Option<String>,
        /// The finding that it settles; where that is settled, the duty can be said to be done.
        pub finding: Option<ConditionFinding>,
        /// Who says that it is done, when, with what; `None` while it is open.
        pub done: Option<ConditionDoneView>,
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: String,
        /// By when.
        pub due: NaiveDate,
    }

    /// A finding that a condition settles.
    pub struct ConditionFinding {
        /// The finding.
        pub finding: Uuid,
        /// What it is called: "EX-007".
        pub label: String,
        /// What people call it.
        pub title: String,
        /// Where it stands, as it was recorded.
        pub status: super::FindingStatusName,
        /// Whether nothing is to be done about it any more.
        pub settled: bool,
        /// The document that the vendor sent last as its proof.
        pub evidence: Option<Uuid>,
    }

    /// A duty that is done.
    pub struct ConditionDoneView {
        /// Who says so.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
        /// What was done.
        pub note: String,
        /// The document that proves it.
        pub proof: Option<Uuid>,
    }
}
