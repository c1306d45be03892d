use super::{CitationView, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// Names two documents; which is the older one is found by their dates.
    pub struct CompareDocuments {
        /// One.
        pub first: Uuid,
        /// The other.
        pub second: Uuid,
    }

    /// Two reports beside each other.
    pub struct ComparisonView {
        /// The older one.
        pub before: ComparedDocument,
        /// The newer one.
        pub after: ComparedDocument,
        /// How their periods lie.
        pub continuity: ContinuityName,
        /// The days of the gap or of the overlap.
        pub days: i64,
        /// All that was compared, by subject in reading order; what is the same stands there, too.
        pub differences: Vec<DifferenceView>,
    }

    /// One of two compared documents.
    pub struct ComparedDocument {
        /// Its id.
        pub document: Uuid,
        /// Its file's name.
        pub file_name: String,
        /// Which kind of document it is, as the reading format writes it.
        pub kind: String,
        /// Number of pages.
        pub pages: u32,
        /// The first day that it is about.
        pub from: Option<NaiveDate>,
        /// The last day that it is about.
        pub to: Option<NaiveDate>,
        /// The vendor with which it is filed.
        pub vendor: Option<Uuid>,
        /// That vendor's name.
        pub vendor_name: Option<String>,
    }

    /// How the period of the newer report follows the older one's.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ContinuityName {
        /// It begins the day after.
        Follows,
        /// Days lie between that no report covers.
        Gap,
        /// Days are covered twice.
        Overlap,
        /// One of both states no period, as a Type 1 does not.
        NotStated,
    }

    /// What a difference is about.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are the field's own words")]
    pub enum ComparedSubject {
        Opinion,
        Scope,
        Auditor,
        Exceptions,
        Controls,
        Cuecs,
        Subservice,
        Csocs,
    }

    /// What became of something from the older report to the newer one.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ChangeName {
        /// Both say the same.
        Same,
        /// Both say it, in other words.
        Reworded,
        /// Both say something of it, and not the same.
        Changed,
        /// Only the newer one has it.
        New,
        /// Only the older one has it.
        Gone,
        /// An exception that is noted again, of the same control.
        Repeated,
        /// An exception whose control was tested in the newer report without exception.
        TestedClean,
        /// One of both does not say.
        NotStated,
    }

    /// One subject in both reports.
    pub struct DifferenceView {
        /// What it is about.
        pub subject: ComparedSubject,
        /// What became of it.
        pub change: ChangeName,
        /// What it is called: a fact in words, a control's number, an organization.
        pub name: Option<String>,
        /// What the older report says.
        pub before: Option<StatementView>,
        /// What the newer report says.
        pub after: Option<StatementView>,
    }

    /// What one report says.
    pub struct StatementView {
        /// The value or the words.
        pub text: String,
        /// What stands beside the words: the result of the tests, the method, management's response.
        pub detail: Option<String>,
        /// Where it stands.
        pub citations: Vec<CitationView>,
    }
}
