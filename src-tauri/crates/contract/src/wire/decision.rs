use super::{DocumentRow, GapView, PacketView, PersonView, VendorRow, wire};
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
        /// The proposed signers, in order.
        pub signers: Vec<Uuid>,
        /// What was typed before and not recorded.
        pub draft: Option<DecisionDraft>,
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
        /// The report is older than the default policy accepts for the class.
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
    }

    /// A condition as far as it is typed.
    pub struct ConditionDraft {
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// By when.
        pub due: Option<NaiveDate>,
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
    }

    /// A condition.
    pub struct ConditionInput {
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: Uuid,
        /// By when.
        pub due: NaiveDate,
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
        /// Packets made from it, newest first.
        pub packets: Vec<PacketView>,
    }

    /// A duty of a decision.
    pub struct ConditionView {
        /// What must be done.
        pub what: String,
        /// Who answers for it.
        pub owner: String,
        /// By when.
        pub due: NaiveDate,
    }
}
