//! What the auditor of our own controls asks for of vendor management (CC9.2).

use super::{Paper, wire};
use chrono::NaiveDate;

wire! {
    /// Asks for the bundle of a period.
    pub struct EvidenceRequest {
        /// The first day.
        pub from: NaiveDate,
        /// The last day, today at the latest; the inventory is that of this day.
        pub to: NaiveDate,
        /// Which packets go with it.
        pub packets: PacketChoice,
        /// The paper of the index and the memo.
        pub paper: Paper,
    }

    /// Which packets go with the bundle.
    #[serde(rename_all = "snake_case")]
    pub enum PacketChoice {
        /// None.
        None,
        /// The latest of each critical vendor.
        Critical,
        /// The latest of each decision of the period.
        Period,
    }

    /// What was written.
    pub struct EvidenceFile {
        /// The name of the file or folder; `None` where the person cancelled.
        pub name: Option<String>,
        /// The lists in order.
        pub lists: Vec<EvidenceList>,
        /// How the counts agree.
        pub checks: Vec<EvidenceCheck>,
    }

    /// A list of the bundle.
    pub struct EvidenceList {
        /// What it is called.
        pub title: String,
        /// How many rows.
        pub rows: u32,
    }

    /// A sentence with counts.
    pub struct EvidenceCheck {
        /// The sentence.
        pub what: String,
        /// Whether it holds.
        pub holds: bool,
    }
}
