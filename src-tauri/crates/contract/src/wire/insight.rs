use super::{Paper, TierName, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// Asks for the summary of all vendors for the board.
    pub struct BoardRequest {
        /// The day; today where none is given.
        pub as_of: Option<NaiveDate>,
        /// The paper.
        pub paper: Paper,
    }

    /// Of which vendors and as of which day figures are asked for; what is `None` leaves nobody out.
    #[serde(deny_unknown_fields)]
    pub struct InsightsQuery {
        /// The day; `None` for today. A day of the past is answered with what was known on it.
        pub as_of: Option<NaiveDate>,
        /// Only vendors of this class.
        pub tier: Option<TierName>,
        /// Only vendors for which this person answers.
        pub owner: Option<Uuid>,
        /// Only vendors of this group, one of the words by which vendors are grouped.
        pub tag: Option<String>,
    }

    /// Which figure is asked for.
    #[serde(deny_unknown_fields)]
    pub struct InsightQuery {
        /// Which.
        pub metric: MetricName,
        /// Of which vendors, as of which day.
        pub of: InsightsQuery,
    }

    /// The figures of all vendors (`practice.md` §9).
    pub struct InsightsView {
        /// The day for which they were worked out.
        pub day: NaiveDate,
        /// The first day of which the workspace knows what was known on it.
        pub known_since: Option<NaiveDate>,
        /// How many vendors in use are counted.
        pub counted: u32,
        /// Of how many.
        pub of: u32,
        /// The figures, in the order in which they are shown.
        pub metrics: Vec<InsightView>,
        /// Those who answer for vendors.
        pub owners: Vec<InsightOwner>,
        /// The groups that there are.
        pub tags: Vec<String>,
    }

    /// Somebody who answers for vendors.
    pub struct InsightOwner {
        /// Who.
        pub person: Uuid,
        /// The name.
        pub name: String,
    }

    /// A figure of all vendors.
    pub struct InsightView {
        /// Which.
        pub metric: MetricName,
        /// What it is called.
        pub title: String,
        /// What it is about.
        pub family: MetricFamily,
        /// Of whom it is counted.
        pub population: String,
        /// How it is counted.
        pub formula: String,
        /// What it says first.
        pub figure: InsightFigure,
        /// How it divides.
        pub groups: Vec<InsightGroup>,
        /// What else is said, each a sentence without its full stop.
        pub notes: Vec<String>,
    }

    /// What a figure says first.
    #[serde(tag = "kind", rename_all = "snake_case")]
    pub enum InsightFigure {
        /// So many of so many.
        Share {
            /// How many.
            count: u32,
            /// Of how many.
            of: u32,
        },
        /// So many.
        Count {
            /// How many.
            count: u32,
        },
        /// Days.
        Days {
            /// The median; `None` where there is none.
            median: Option<f64>,
            /// Of how many.
            of: u32,
        },
        /// Months.
        Months {
            /// The mean; `None` where there is none.
            mean: Option<f64>,
            /// The longest.
            longest: u32,
            /// How many are over the limit.
            over: u32,
            /// Of how many.
            of: u32,
        },
        /// So many in so many reports.
        PerReport {
            /// How many.
            count: u32,
            /// In how many reports.
            of: u32,
        },
        /// Points.
        Points {
            /// How many.
            points: u32,
        },
    }

    /// A part of a figure.
    pub struct InsightGroup {
        /// What it is called.
        pub label: String,
        /// How many, or how many days.
        pub count: u32,
        /// Of how many.
        pub of: Option<u32>,
        /// How it divides again.
        pub parts: Vec<InsightPart>,
    }

    /// A part of a part.
    pub struct InsightPart {
        /// What it is called.
        pub label: String,
        /// How many.
        pub count: u32,
    }

    /// A figure with everything of which it was counted.
    pub struct InsightDetail {
        /// The figure.
        pub view: InsightView,
        /// The day for which it was worked out.
        pub day: NaiveDate,
        /// The rows.
        pub rows: Vec<InsightRow>,
    }

    /// One of those of which a figure was counted.
    pub struct InsightRow {
        /// The vendor.
        pub vendor: Option<Uuid>,
        /// Its name.
        pub vendor_name: Option<String>,
        /// The document.
        pub document: Option<Uuid>,
        /// The finding, by its key.
        pub finding: Option<String>,
        /// What is said of it.
        pub what: String,
        /// The part of the figure to which it belongs.
        pub group: Option<String>,
        /// Whether it was counted, where only some are.
        pub counted: Option<bool>,
        /// Its number: days, months, points.
        pub value: Option<i32>,
        /// Its day.
        pub day: Option<NaiveDate>,
    }

    /// The way of figures over the months.
    pub struct TrendView {
        /// One for each end of a month, and the day itself, oldest first.
        pub points: Vec<TrendPoint>,
    }

    /// Figures as they were on a day.
    pub struct TrendPoint {
        /// The day.
        pub day: NaiveDate,
        /// Each figure's number.
        pub figures: Vec<TrendFigure>,
    }

    /// A figure's number on a day.
    pub struct TrendFigure {
        /// Which.
        pub metric: MetricName,
        /// Its number; a share in per cent; `None` where nothing was counted.
        pub value: Option<f64>,
        /// Of a share, how many.
        pub count: Option<u32>,
        /// Of how many.
        pub of: Option<u32>,
    }

    /// What a figure is about.
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are explained where the figures are declared")]
    pub enum MetricFamily {
        Evidence,
        Reviews,
        Findings,
        FourthParties,
        OwnSide,
    }

    /// A column of a chosen table that holds names of vendors: a list of payables, or of applications behind the sign-on.
    #[serde(deny_unknown_fields)]
    pub struct InventoryInput {
        /// The table, as it was chosen.
        pub file: Uuid,
        /// Its sheet, counted from 0.
        pub sheet: u32,
        /// The column, counted from 0.
        pub column: u32,
    }

    /// What such a column says of the register.
    pub struct InventoryPreview {
        /// Names, each once.
        pub names: u32,
        /// Those of them that are of a vendor in the register.
        pub known: u32,
        /// Some of those that are not, as they are written.
        pub unknown: Vec<String>,
    }

    /// Which figure (`practice.md` §9).
    #[derive(Copy, Eq, Hash)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are explained where the figures are declared")]
    pub enum MetricName {
        AssuredShare,
        CriticalAssuredShare,
        EvidenceAgeing,
        Expiring,
        UncoveredGap,
        OpinionMix,
        CategoryCoverage,
        ReliabilityMix,
        FirmChecks,
        ReviewTimeliness,
        AssessmentCurrency,
        CycleTime,
        EvidenceToDecision,
        RequestResponse,
        DeviationRate,
        Workload,
        ExceptionsPerReport,
        RepeatRate,
        OpenFindings,
        TreatedOnTime,
        OverdueFindings,
        Acceptances,
        ResidualRisk,
        Concentration,
        CarveOutCoverage,
        InventoryCompleteness,
        CuecCompletion,
        OnboardingIntegrity,
        ExitCompleteness,
        ContinuityCoverage,
    }
}
