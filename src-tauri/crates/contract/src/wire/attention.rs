use super::{TierName, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// What needs attention, and figures of all vendors.
    pub struct TodayView {
        /// The day for which it was worked out.
        pub today: NaiveDate,
        /// Every item, also those that are put off, in the order of the list.
        pub items: Vec<AttentionView>,
        /// The figures.
        pub figures: Vec<FigureView>,
        /// How many vendors are in use and not being left.
        pub watched: u32,
        /// Whether who acts may put an item off for all.
        pub may_snooze_for_all: bool,
        /// Until when an item can be put off at the latest.
        pub longest_snooze: NaiveDate,
    }

    /// Something that needs attention.
    pub struct AttentionView {
        /// Names it from one day to the next.
        pub key: String,
        /// Why.
        pub kind: AttentionKindName,
        /// The vendor that it is about.
        pub vendor: Option<Uuid>,
        /// Its name.
        pub vendor_name: Option<String>,
        /// Its class.
        pub tier: Option<TierName>,
        /// The document, contract, condition that it is about.
        pub what: Option<String>,
        /// From what the date follows, as a sentence without its full stop.
        pub reason: String,
        /// The last day on which all is well; `None` where something is missing now.
        pub date: Option<NaiveDate>,
        /// Days until then; negative where it has passed.
        pub days: Option<i32>,
        /// When, seen from today.
        pub group: AttentionGroup,
        /// What settles it.
        pub remedy: RemedyName,
        /// The review, decision, document or finding that the remedy opens.
        pub target: Option<Uuid>,
        /// The entry of the report at which the remedy opens its list.
        pub entry: Option<String>,
        /// The name of who answers for it.
        pub owner: Option<String>,
        /// The names of those who are told of it besides, as it went a rank higher.
        pub informed: Vec<String>,
        /// Whether who acts has to see to it: it is theirs, or nobody's, or went up to them.
        pub mine: bool,
        /// That it is put off for who acts.
        pub snoozed: Option<SnoozeView>,
    }

    /// That an item is put off.
    pub struct SnoozeView {
        /// The day on which it comes back.
        pub until: NaiveDate,
        /// Why.
        pub reason: String,
        /// Who put it off.
        pub by: String,
        /// Whether for all, and not only for who acts.
        pub for_all: bool,
        /// Whether who acts may bring it back.
        pub may_wake: bool,
    }

    /// Why something needs attention.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "explained in the domain")]
    pub enum AttentionKindName {
        EvidenceEnds,
        HardStop,
        EvidenceMissing,
        LetterWanted,
        LetterEnds,
        NextReport,
        PaperEnds,
        ReviewDue,
        ReviewOpen,
        DecisionPending,
        DecisionStale,
        SignatureMissing,
        CopyUnconfirmed,
        PacketMissing,
        GoLiveCondition,
        Condition,
        ApprovalWaiting,
        AcceptanceEnds,
        FindingsUnjudged,
        FindingAnswer,
        FindingDue,
        FindingToClose,
        FindingsTestedClean,
        CuecsUndecided,
        CuecDue,
        CuecRecheck,
        SubserviceOpen,
        NoticeDeadline,
        ContractEnds,
        NdaEnds,
        NdaMissing,
        TierMissing,
        TierAgain,
        MonitoringOpen,
        OffboardingEnds,
        ExitCheck,
        Continuity,
        InboxWaiting,
        PicturesUnread,
    }

    /// When something needs attention, seen from today.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "explained in the domain")]
    pub enum AttentionGroup {
        Overdue,
        Week,
        Undated,
        Days30,
        Days60,
        Days90,
        Later,
    }

    /// What settles an item.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "explained in the domain")]
    pub enum RemedyName {
        AskVendor,
        CheckEvidence,
        AssignTier,
        StartReview,
        ContinueReview,
        Decide,
        OpenDecision,
        OpenContracts,
        OpenAcceptance,
        OpenExceptions,
        OpenCuecs,
        OpenSubservice,
        OpenMonitoring,
        OpenExit,
        OpenInbox,
        OpenDocument,
    }

    /// A figure of all vendors (`practice.md` §9).
    pub struct FigureView {
        /// Which.
        pub figure: FigureName,
        /// How many.
        pub count: u32,
        /// Of how many; `None` for a plain number.
        pub of: Option<u32>,
        /// The vendors of whom it was counted.
        pub vendors: Vec<FigureVendor>,
        /// The items that were counted, by their keys.
        pub items: Vec<String>,
    }

    /// A vendor of whom a figure was counted.
    pub struct FigureVendor {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Whether it was counted.
        pub counted: bool,
        /// Why, where the figure has reasons.
        pub why: Option<String>,
        /// Until when what is held suffices, or when the review is due.
        pub day: Option<NaiveDate>,
    }

    /// Which figure.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum FigureName {
        /// Critical vendors in use with a SOC 2 Type 2 report that the policy accepts and that has not run out.
        CriticalType2,
        /// Vendors in use whose class needs evidence, with evidence that it accepts and that has not run out.
        Assured,
        /// Vendors in use that are at risk: an acceptance ran out, a finding goes a rank higher, evidence ran out, an incident is not
        /// settled.
        AtRisk,
        /// Items whose day has passed.
        Overdue,
        /// Vendors in use whose full review is due within 30 days or was due before.
        ReviewsDue,
        /// Duties of the latest decisions whose day has passed, of those that are open.
        ConditionsOverdue,
    }

    /// Puts an item off.
    pub struct SnoozeItem {
        /// The item's key.
        pub key: String,
        /// The day on which it comes back.
        pub until: NaiveDate,
        /// Why.
        pub reason: String,
        /// For all, and not only for who acts.
        pub for_all: bool,
    }

    /// Brings an item back that was put off.
    pub struct WakeItem {
        /// The item's key.
        pub key: String,
        /// That which was put off for all, and not only for who acts.
        pub for_all: bool,
    }

    /// Which items a calendar holds.
    pub struct SaveCalendar {
        /// Only those that who acts has to see to.
        pub mine: bool,
    }

    /// The calendar file that is kept up to date while the workspace is open, for programs that subscribe to it. It belongs to
    /// the computer and not to the workspace.
    pub struct CalendarKept {
        /// Its name; `None` where none is kept.
        pub file: Option<String>,
        /// Whether only what who acts has to see to is in it.
        pub mine: bool,
    }

    /// What the reports and letters of all vendors in use cover.
    pub struct CoveragePicture {
        /// The vendors, by the day on which their evidence runs out, those without any first.
        pub vendors: Vec<VendorCoverage>,
    }

    /// What the reports and letters of a vendor cover.
    pub struct VendorCoverage {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// Every dated report, letter and certificate, oldest first.
        pub spans: Vec<super::CoverageSpan>,
        /// The report that counts.
        pub main: Option<Uuid>,
        /// The times that nothing speaks of, oldest first: between reports, and since coverage ended.
        pub gaps: Vec<CoverageGap>,
        /// Until when what is held suffices by its dates.
        pub evidence_until: Option<NaiveDate>,
        /// The day after which the report is too old whatever else is held.
        pub hard_stop: Option<NaiveDate>,
        /// When the next report is expected.
        pub next_report: Option<NaiveDate>,
        /// Whether a review is under way.
        pub in_review: bool,
        /// How what is held stands by its dates.
        pub standing: CoverageStanding,
    }

    /// Days that nothing speaks of.
    pub struct CoverageGap {
        /// First day.
        pub from: NaiveDate,
        /// Last day.
        pub to: NaiveDate,
        /// How grave it is.
        pub grade: GapGrade,
    }

    /// How grave the uncovered time is.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum GapGrade {
        /// Between two reports, and closed by the later one.
        Between,
        /// Within the limit; nothing is asked for yet.
        Within,
        /// A bridge letter is wanted.
        LetterWanted,
        /// Beyond the limit.
        Over,
    }

    /// How what is held stands by its dates.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum CoverageStanding {
        /// It suffices for more than 90 days.
        Current,
        /// It runs out within 90 days.
        RunsOut,
        /// It has run out.
        RanOut,
        /// Nothing that counts is held or dated.
        Nothing,
        /// The class needs no evidence.
        NotNeeded,
    }
}
