use super::wire;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// What was noted of a vendor.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the domain")]
    pub enum MonitoringKindName { Incident, News, Subprocessor, Access, Ai, Posture, Sla, Ownership, Financial, Contract }

    /// Whose entries are wanted.
    #[serde(deny_unknown_fields)]
    pub struct MonitoringQuery {
        /// The vendor; `null` = all.
        pub vendor: Option<Uuid>,
    }

    /// What is noted of vendors between reviews.
    pub struct MonitoringView {
        /// The entries, the latest first.
        pub entries: Vec<MonitoringEntryView>,
        /// Whether who acts may note something.
        pub may_keep: bool,
        /// Whether who acts may open a finding with it.
        pub may_open_finding: bool,
    }

    /// Something noted of a vendor.
    pub struct MonitoringEntryView {
        /// Its id.
        pub id: Uuid,
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// What it is.
        pub kind: MonitoringKindName,
        /// When it happened, or became known.
        pub on: NaiveDate,
        /// Where it is known from.
        pub source: Option<String>,
        /// What happened.
        pub what: String,
        /// Whether the vendor told us itself.
        pub told_by_vendor: Option<bool>,
        /// Whether it is an incident that we heard of elsewhere, which is a signal of its own.
        pub silent: bool,
        /// Whether it proposes to work out the class again.
        pub retier: bool,
        /// Whether that proposal stands: nobody has assigned the class since, nor closed the entry.
        pub retier_open: bool,
        /// The day to which it brings the full review forward.
        pub review_by: Option<NaiveDate>,
        /// Whether that day counts: no review was finished since, nor the entry closed.
        pub review_open: bool,
        /// The finding that it opened, by its key.
        pub finding: Option<String>,
        /// A document that shows it.
        pub evidence: Option<Uuid>,
        /// Its file name.
        pub evidence_name: Option<String>,
        /// Who noted it.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
        /// That it is settled; `None` while it is open.
        pub closed: Option<ClosedView>,
    }

    /// That an entry is settled.
    pub struct ClosedView {
        /// Who closed it.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
        /// What came of it.
        pub note: String,
    }

    /// Notes something, or changes what was noted and is open.
    #[serde(deny_unknown_fields)]
    pub struct SaveMonitoring {
        /// The entry; `null` = a new one.
        pub id: Option<Uuid>,
        /// The vendor.
        pub vendor: Uuid,
        /// What it is.
        pub kind: MonitoringKindName,
        /// When it happened, or became known.
        pub on: NaiveDate,
        /// Where it is known from.
        pub source: Option<String>,
        /// What happened.
        pub what: String,
        /// Whether the vendor told us itself.
        pub told_by_vendor: Option<bool>,
        /// Whether it proposes to work out the class again.
        pub retier: bool,
        /// The day to which it brings the full review forward.
        pub review_by: Option<NaiveDate>,
        /// A document of the vendor that shows it.
        pub evidence: Option<Uuid>,
        /// What the finding is called that it opens; `null` = it opens none.
        pub open_finding: Option<String>,
    }

    /// Settles an entry, or opens it again.
    #[serde(deny_unknown_fields)]
    pub struct CloseMonitoring {
        /// The entry.
        pub id: Uuid,
        /// What came of it; `null` opens it again.
        pub note: Option<String>,
    }
}
