//! What a sample report is made from: everything in it that differs from report to report.

use chrono::NaiveDate;
use countersign_domain::{Category, Opinion};

/// A company that there is not.
#[derive(Debug, Clone)]
pub(crate) struct Company {
    /// Its full name.
    pub(crate) name: &'static str,
    /// What it calls itself.
    pub(crate) short: &'static str,
    /// The system examined.
    pub(crate) system: &'static str,
    /// Where its head office is.
    pub(crate) city: &'static str,
    /// When it was founded.
    pub(crate) founded: i32,
    /// How many people work there.
    pub(crate) staff: u32,
    /// What it does, as the end of a sentence that begins with its name.
    pub(crate) does: &'static str,
    /// What the system is made of: name and purpose.
    pub(crate) parts: &'static [(&'static str, &'static str)],
    /// What customers hand over: kind of data and examples.
    pub(crate) data: &'static [(&'static str, &'static str)],
    /// Who signs for its management, and their title.
    pub(crate) signs: (&'static str, &'static str),
    /// Companies that it rests on.
    pub(crate) rests_on: &'static [Subservice],
    /// What it expects of its customers: criterion and control.
    pub(crate) expects: &'static [(&'static str, &'static str)],
}

/// A company that the company rests on; always carved out.
#[derive(Debug, Clone)]
pub(crate) struct Subservice {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it provides.
    pub(crate) provides: &'static str,
    /// What is assumed of it: criterion and control.
    pub(crate) assumed: &'static [(&'static str, &'static str)],
}

/// A firm that there is not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Firm {
    /// Its name.
    pub(crate) name: &'static str,
    /// City and state.
    pub(crate) city: &'static str,
}

/// Which report it is, and on what time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// SOC 2 Type 1.
    AsOf(NaiveDate),
    /// SOC 2 Type 2, first and last day.
    Period(NaiveDate, NaiveDate),
    /// SOC 3, first and last day.
    General(NaiveDate, NaiveDate),
}

/// A test that found something.
#[derive(Debug, Clone)]
pub(crate) struct Deviation {
    /// The control.
    pub(crate) control: &'static str,
    /// The result as the auditor words it; `{n}` stands for the size of the sample.
    pub(crate) found: &'static str,
    /// What management answers.
    pub(crate) answer: &'static str,
}

/// Why the opinion is modified.
#[derive(Debug, Clone)]
pub(crate) struct Modification {
    /// The criterion that was not met.
    pub(crate) criterion: &'static str,
    /// The matter, as a paragraph; `{short}` stands for the company.
    pub(crate) matter: &'static str,
}

/// Where the auditor's city stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CityStands {
    /// Below the signature, as it should.
    AtSignature,
    /// In the letterhead of the cover alone.
    OnCover,
}

/// Everything that a report is typeset from.
#[derive(Debug, Clone)]
pub(crate) struct ReportPlan {
    /// The service organization.
    pub(crate) company: &'static Company,
    /// The service auditor.
    pub(crate) firm: Firm,
    /// Where its city stands.
    pub(crate) city_stands: CityStands,
    /// Which report, on what time.
    pub(crate) span: Span,
    /// The date of the opinion.
    pub(crate) dated: NaiveDate,
    /// The categories; privacy has no controls in the catalogue.
    pub(crate) categories: Vec<Category>,
    /// What tests found.
    pub(crate) deviations: Vec<Deviation>,
    /// A qualified opinion, where there is one.
    pub(crate) modification: Option<Modification>,
    /// Chooses among controls and sizes of samples.
    pub(crate) variation: u64,
    /// Another last day printed on the cover, by mistake.
    pub(crate) slip_on_cover: Option<NaiveDate>,
}

impl ReportPlan {
    /// The opinion.
    pub(crate) fn opinion(&self) -> Opinion {
        if self.modification.is_some() { Opinion::Qualified } else { Opinion::Unqualified }
    }

    /// Whether controls were tested and the tests are in the report.
    pub(crate) fn has_tests(&self) -> bool {
        matches!(self.span, Span::Period(..))
    }

    /// How many items were drawn to test a control.
    pub(crate) fn sample_size(&self, control: &str) -> &'static str {
        const SIZES: [&str; 5] = ["20", "25", "25", "30", "40"];
        SIZES[self.pick(control, SIZES.len() as u64) as usize]
    }

    /// A number between 0 and `below`, always the same for the same report and name.
    pub(crate) fn pick(&self, name: &str, below: u64) -> u64 {
        let start = 0xcbf2_9ce4_8422_2325 ^ self.variation.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let hash = name.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        (hash >> 24) % below
    }
}
