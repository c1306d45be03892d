use super::{RankName, TierName, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// Why there is no current SOC 2 report (`practice.md` §8.1).
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum AlternativeReasonName {
        NeverHadOne,
        FirstInProgress,
        NextInProgress,
        DifferentScope,
        Refused,
        OtherPapers,
        TooSmall,
        NotApplicable,
    }

    /// What stands in the place of a report (`practice.md` §8.2).
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum SubstituteName {
        Iso27001,
        #[serde(rename = "soc2_type1")]
        Soc2Type1,
        #[serde(rename = "older_soc2")]
        OlderSoc2,
        PlanLetter,
        #[serde(rename = "soc3")]
        Soc3,
        #[serde(rename = "soc1")]
        Soc1,
        OtherScheme,
        PciAoc,
        Pentest,
        Questionnaire,
        LiveEvidence,
        OwnAssessment,
    }

    /// What somebody looked at before a substitute counts.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum SubstituteCheckName {
        ScopeCoversUs,
        StatementSeen,
        Accredited,
        #[serde(rename = "type2_promised")]
        Type2Promised,
        ResponsibilityMatrix,
        Independent,
        FixesShown,
        Sampled,
    }

    /// The twelve core controls (`practice.md` §8.3), those that matter most first.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum CoreControlName {
        Identity,
        Leavers,
        LeastPrivilege,
        Encryption,
        Logging,
        Patching,
        Change,
        Backup,
        Incident,
        VendorManagement,
        Training,
        Continuity,
    }

    /// How well a core control is known, in words; worth 0 to 3.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum CoreScoreName {
        None,
        Said,
        Shown,
        Tested,
    }

    /// How the use is limited meanwhile.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum UseLimitName {
        NoProductionData,
        AnonymisedData,
        Pilot,
        RestrictedUsers,
        SsoOnly,
    }

    /// What is asked in return.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum AlternativeDutyName {
        #[serde(rename = "obtain_type2")]
        ObtainType2,
        ContractClause,
        Notice,
        AuditRight,
        Exit,
    }

    /// Something relied on, as it is typed.
    pub struct SubstitutePart {
        /// What it is.
        pub kind: SubstituteName,
        /// The document, where it is held.
        pub document: Option<Uuid>,
        /// What it is in words, where no document is held.
        pub described: Option<String>,
        /// Its day.
        pub dated: Option<NaiveDate>,
        /// Its last day, where it has one.
        pub valid_until: Option<NaiveDate>,
        /// What somebody looked at.
        pub checks: Vec<SubstituteCheckName>,
    }

    /// A core control, as it is typed.
    pub struct CoreScorePart {
        /// Which.
        pub control: CoreControlName,
        /// How well it is known; `None` while nobody has asked.
        pub score: Option<CoreScoreName>,
        /// What was seen or said.
        pub note: Option<String>,
        /// The document that shows it.
        pub document: Option<Uuid>,
        /// Its page, counted from 1.
        pub page: Option<u32>,
    }

    /// Something to be done, as it is typed.
    pub struct AlternativeDutyPart {
        /// Of which kind.
        pub kind: AlternativeDutyName,
        /// What exactly.
        pub what: String,
        /// Who answers for it here.
        pub owner: Option<Uuid>,
        /// By when.
        pub due: Option<NaiveDate>,
    }

    /// The path without a current SOC 2 report, as it is typed and recorded.
    pub struct AlternativeRecord {
        /// Why there is no report; needed to record it.
        pub reason: Option<AlternativeReasonName>,
        /// The reason in words.
        pub note: Option<String>,
        /// When a report is expected, where one is in progress.
        pub report_expected: Option<NaiveDate>,
        /// Whether the vendor refuses the whole report and offers a letter of attestation only.
        pub letter_only: bool,
        /// What is relied on.
        pub substitutes: Vec<SubstitutePart>,
        /// The core controls; one that is left out was not asked about.
        pub scores: Vec<CoreScorePart>,
        /// How the use is limited.
        pub limits: Vec<UseLimitName>,
        /// The limits in words.
        pub limit_note: Option<String>,
        /// What is to be done.
        pub duties: Vec<AlternativeDutyPart>,
        /// The last day on which it holds; needed to record it.
        pub expires: Option<NaiveDate>,
    }

    /// What is typed of it, for a vendor.
    pub struct AlternativeInput {
        /// The vendor.
        pub vendor: Uuid,
        /// What is typed.
        pub record: AlternativeRecord,
    }

    /// The latest version of a vendor's path is withdrawn.
    pub struct WithdrawAlternative {
        /// The vendor.
        pub vendor: Uuid,
        /// The version that is meant, so that none that came meanwhile is withdrawn.
        pub version: u32,
        /// Why.
        pub why: String,
    }

    /// What is typed of it and not recorded; `None` throws it away.
    pub struct AlternativeDraft {
        /// The vendor.
        pub vendor: Uuid,
        /// What is typed.
        pub record: Option<AlternativeRecord>,
    }

    /// Whether it suffices for the class, and why.
    pub struct AlternativeAssessmentView {
        /// Whether it suffices.
        pub sufficient: bool,
        /// Everything that is lacking, with what would make it suffice; empty where it suffices.
        pub lacking: Vec<LackView>,
        /// What should make one think.
        pub red_flags: Vec<String>,
        /// The average score in hundredths; `None` where none is given.
        pub average_hundredths: Option<u16>,
        /// How far each substitute goes, in their order.
        pub substitutes: Vec<CountedView>,
    }

    /// Something that is lacking.
    pub struct LackView {
        /// What.
        pub what: String,
        /// What would make it suffice.
        pub remedy: String,
    }

    /// How far a substitute goes.
    pub struct CountedView {
        /// What it is accepted as for the class, in words.
        pub accept_as: String,
        /// Whether it counts today.
        pub counts: bool,
        /// Why it does not count today.
        pub against: Vec<String>,
        /// The last day on which it counts, where one is known.
        pub until: Option<NaiveDate>,
    }

    /// A kind of substitute for the vendor's class.
    pub struct SubstituteKindView {
        /// Which.
        pub kind: SubstituteName,
        /// What people read.
        pub title: String,
        /// What it is accepted as, in words.
        pub accept_as: String,
        /// What must have been looked at before it counts.
        pub checks: Vec<SubstituteCheckName>,
        /// Whether its last day is asked.
        pub has_end: bool,
        /// Whether its day is asked.
        pub has_day: bool,
    }

    /// A core control for the vendor's class.
    pub struct CoreControlView {
        /// Which.
        pub control: CoreControlName,
        /// What people read.
        pub title: String,
        /// Whether it decides for the class.
        pub decisive: bool,
    }

    /// A document that is held and can stand in the place of a report.
    pub struct SuggestedSubstitute {
        /// What it would be, filled with what is known of it.
        pub part: SubstitutePart,
        /// The file's name.
        pub file_name: String,
        /// What it is accepted as for the class, in words.
        pub accept_as: String,
    }

    /// A version of the path as it was recorded.
    pub struct AlternativeVersion {
        /// Its id.
        pub id: Uuid,
        /// Its number, from 1.
        pub version: u32,
        /// Who assessed.
        pub assessed_by: String,
        /// When.
        pub assessed_on: NaiveDate,
        /// The last day on which it holds.
        pub expires: NaiveDate,
        /// What was recorded.
        pub record: AlternativeRecord,
        /// How it was withdrawn, if it was.
        pub withdrawn: Option<AlternativeWithdrawn>,
    }

    /// How a version of the path was withdrawn.
    pub struct AlternativeWithdrawn {
        /// The day.
        pub on: NaiveDate,
        /// Who withdrew it.
        pub by: String,
        /// Why.
        pub why: String,
    }

    /// How far the approval of the path is.
    #[derive(Eq)]
    #[serde(tag = "state", rename_all = "snake_case")]
    pub enum AlternativeStanding {
        /// Nothing is recorded.
        None,
        /// The record has run out.
        RanOut {
            /// Its last day.
            on: NaiveDate,
        },
        /// Other evidence is held that the class accepts; the record is not looked at.
        NotNeeded,
        /// It does not suffice.
        Insufficient,
        /// It suffices and waits for somebody of the rank.
        ToApprove {
            /// The rank that is needed.
            needed: RankName,
        },
        /// It is approved.
        Approved {
            /// The last day on which it holds.
            until: NaiveDate,
        },
    }

    /// The path without a current SOC 2 report of a vendor.
    pub struct AlternativeView {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// Whether it is offered: no report is held that the class accepts, or the path was recorded.
        pub offered: bool,
        /// Where it stands.
        pub standing: AlternativeStanding,
        /// Every version, the latest first.
        pub versions: Vec<AlternativeVersion>,
        /// Whether the latest version suffices today; `None` without one, or without a class.
        pub assessment: Option<AlternativeAssessmentView>,
        /// Every kind of substitute; empty without a class.
        pub kinds: Vec<SubstituteKindView>,
        /// The core controls in their order.
        pub controls: Vec<CoreControlView>,
        /// Documents that are held and not in the latest version.
        pub suggested: Vec<SuggestedSubstitute>,
        /// The last day that a record made today can have; `None` without a class.
        pub latest_expiry: Option<NaiveDate>,
        /// What was typed and not recorded.
        pub draft: Option<AlternativeRecord>,
    }
}
