use super::wire;
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! {
    /// Asks for a part of the audit log.
    pub struct HistoryQuery {
        /// Only entries before this number.
        pub before: Option<u32>,
        /// Only entries about this vendor.
        pub vendor: Option<Uuid>,
        /// The most entries to give, up to 200.
        pub limit: u32,
    }

    /// One entry of the audit log.
    pub struct HistoryEntry {
        /// Its number.
        pub seq: u32,
        /// When.
        pub at: DateTime<Utc>,
        /// Who.
        pub who: String,
        /// Which kind of action, e.g. `fact.judge`.
        pub op: String,
        /// What it was about, in words of the record: a name, a file name.
        pub subject: String,
        /// Details as recorded.
        #[ts(type = "Record<string, unknown>")]
        pub detail: serde_json::Value,
    }

    /// Whether the audit log is whole.
    pub struct ChainReport {
        /// How many entries were checked.
        pub entries: u32,
        /// The first entry whose hash does not fit.
        pub broken_at: Option<u32>,
    }
}
