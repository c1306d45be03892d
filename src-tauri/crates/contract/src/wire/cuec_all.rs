use super::{AppliesName, CuecCompletion, CuecProgressName, TierName, wire};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// The complementary user entity controls (CUECs) of the current reports of all vendors that are not left behind.
    pub struct CuecsOfAll {
        /// Each with our side of it: by vendor, in the order of the report.
        pub rows: Vec<CuecOfAll>,
        /// Vendors whose report lists any.
        pub vendors: u32,
        /// How much of all is in place.
        pub completion: CuecCompletion,
    }

    /// A control that a vendor's report lists, with our side of it in short.
    pub struct CuecOfAll {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The report that counts.
        pub document: Uuid,
        /// The name of the entry there.
        pub entry: String,
        /// Its number in the list, from 1.
        pub number: u32,
        /// What is to be done, in the words of the report.
        pub text: String,
        /// The page on which it stands.
        pub page: Option<u32>,
        /// Whether it applies; `None` = undecided.
        pub applies: Option<AppliesName>,
        /// Our own controls that meet it, the main one first.
        pub controls: Vec<String>,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// The name of who answers for it.
        pub owner_name: Option<String>,
        /// Where it stands.
        pub progress: Option<CuecProgressName>,
        /// Whether there is evidence, here or with our own control.
        pub has_evidence: bool,
        /// Whether it applies and is in place.
        pub in_place: bool,
        /// The day by which it is to be in place, or on which it is to be checked again.
        pub due: Option<NaiveDate>,
        /// Whether that day has passed.
        pub overdue: bool,
        /// Whether the answer to the earlier report waits to be confirmed.
        pub carried: bool,
    }

    /// A table of answers that was taken.
    pub struct CuecImportView {
        /// Its id.
        pub import: Uuid,
        /// The file it came from.
        pub file_name: String,
        /// Who took it.
        pub who: String,
        /// When.
        pub at: DateTime<Utc>,
        /// Answers that it changed.
        pub changed: u32,
        /// When it was undone.
        pub undone: Option<DateTime<Utc>>,
    }

    /// What undoing a table of answers did.
    pub struct CuecImportUndone {
        /// The table as it stands now.
        pub import: CuecImportView,
        /// Answers that are again as they were before it.
        pub restored: u32,
        /// Answers that stay as they are, and why.
        pub left: Vec<CuecLeft>,
    }

    /// An answer that undoing left as it is.
    pub struct CuecLeft {
        /// The vendor's name.
        pub vendor_name: String,
        /// The control in the words of the report.
        pub text: String,
        /// Why.
        pub why: CuecLeftWhy,
    }

    /// Why an answer stays as it is.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum CuecLeftWhy {
        /// Somebody has changed it or taken it back since.
        ChangedSince,
        /// Its document is with no vendor any more.
        NotFiled,
        /// It named a control of ours that was removed since.
        ControlGone,
    }
}
