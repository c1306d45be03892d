//! Makes readings of invented documents, for tests.

use countersign_domain::{Reading, Sha256};

use crate::extraction::Properties;
use crate::page::Page;
use crate::reading::{SourceFile, read};
use crate::text::sheet::document;

/// Reads a document written as for [`document`].
pub(crate) fn reading(source: &str) -> Reading {
    of_pages(&document(source))
}

/// Reads pages.
pub(crate) fn of_pages(pages: &[Page]) -> Reading {
    let file = SourceFile { name: "report.pdf", sha256: Sha256::of(b""), bytes: 0 };
    read(&file, &Properties::default(), pages)
}

/// A SOC 2 Type 2 report of which a test changes one paragraph. Every name in it is invented.
pub(crate) struct Report {
    pub(crate) cover: String,
    pub(crate) addressee: String,
    pub(crate) scope: String,
    pub(crate) basis: String,
    pub(crate) opinion: String,
    pub(crate) signature: String,
    pub(crate) assertion: String,
}

impl Default for Report {
    fn default() -> Self {
        Self {
            cover: "# Juniper Ledger, Inc.\n# SOC 2 Type 2 Report\nReport on Juniper Ledger, Inc.’s Description of Its Ledger Cloud and on the Suitability of the Design and Operating Effectiveness of Its Controls Relevant to Security and Availability\nThroughout the Period May 1, 2031 to April 30, 2032".into(),
            addressee: "To the Management of Juniper Ledger, Inc.:".into(),
            scope: "We have examined Juniper Ledger, Inc.’s (“Juniper”) accompanying description of its Ledger Cloud throughout the period May 1, 2031 to April 30, 2032 (description) and the suitability of the design and operating effectiveness of controls stated in the description throughout that period, to provide reasonable assurance that its commitments were achieved based on the trust services criteria relevant to security and availability (applicable trust services criteria) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.".into(),
            basis: String::new(),
            opinion: "## Opinion\nIn our opinion, in all material respects, the description presents the Ledger Cloud that was designed and implemented throughout the period May 1, 2031 to April 30, 2032, and the controls were suitably designed and operated effectively throughout that period.".into(),
            signature: "Birch & Cedar LLP\nTulsa, Oklahoma\nJune 20, 2032".into(),
            assertion: "We have prepared the accompanying description of Juniper Ledger, Inc.’s Ledger Cloud throughout the period May 1, 2031 to April 30, 2032.".into(),
        }
    }
}

impl Report {
    /// Reads it.
    pub(crate) fn read(&self) -> Reading {
        reading(&self.source())
    }

    /// Gives its text as [`document`] takes it.
    pub(crate) fn source(&self) -> String {
        let Self { cover, addressee, scope, basis, opinion, signature, assertion } = self;
        format!(
            "{cover}\n===\n# Section I: Independent Service Auditor’s Report\n{addressee}\n## Scope\n{scope}\n## Service Auditor’s Responsibilities\nOur responsibility is to express an opinion on the description based on our examination.\n{basis}\n{opinion}\n## Restricted Use\nThis report is intended solely for the information and use of the specified parties and nobody else.\n{signature}\n===\n# Section II: Management’s Assertion\n{assertion}\n===\n# Section III: Description of the System\nThe company was founded long ago and its system is large.\n===\n# Section IV: Tests of Controls\nThe tests follow in a table."
        )
    }
}
