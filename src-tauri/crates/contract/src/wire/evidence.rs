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
        /// The numbers of the decisions where packets are chosen by decision; else none.
        pub decisions: Vec<u32>,
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
        /// The latest of each decision that is named by its number.
        Chosen,
    }

    /// What was written.
    pub struct EvidenceFile {
        /// The name of the file or folder; `None` where the person cancelled.
        pub name: Option<String>,
        /// The lists in order.
        pub lists: Vec<EvidenceList>,
        /// How the counts agree.
        pub checks: Vec<EvidenceCheck>,
        /// Characters of the index and the memo that no font draws: each is printed as its code.
        pub uncovered: Vec<String>,
    }

    /// The register of information of a financial entity that was written.
    pub struct RegisterFile {
        /// The name of the file or folder; `None` where the person cancelled.
        pub name: Option<String>,
        /// The tables in order.
        pub tables: Vec<RegisterTable>,
        /// What is missing in them.
        pub missing: Vec<RegisterGap>,
    }

    /// A table of the register of information.
    pub struct RegisterTable {
        /// The code of its template.
        pub code: String,
        /// How many rows.
        pub rows: u32,
    }

    /// Something that is missing in a table.
    pub struct RegisterGap {
        /// The table.
        pub table: String,
        /// The column; empty where whole rows are missing.
        pub column: String,
        /// Whose it is.
        pub of: String,
        /// What is missing.
        pub what: String,
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
