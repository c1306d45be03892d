//! How grave a finding is (`practice.md` §5.2): what goes into the sum.

use crate::choices;
use serde::{Deserialize, Serialize};

choices! {
    /// How grave one of our findings is (`practice.md` §5.2), lightest first.
    Severity {
        /// Noted.
        Low = "low", "Low";
        /// Isolated or compensated.
        Medium = "medium", "Medium";
        /// An important control failed with a weak response.
        High = "high", "High";
        /// Our sensitive data is exposed, or a service we cannot run without may be lost.
        Critical = "critical", "Critical";
    }
    /// What it would mean for us if the control failed in earnest.
    Impact {
        /// Negligible.
        Negligible = "negligible", "Negligible";
        /// Limited and recoverable.
        Limited = "limited", "Limited, recoverable";
        /// Confidential or personal data, an outage of hours or days.
        Serious = "serious", "Serious: confidential or personal data, outage of hours or days";
        /// Regulated data, safety, or we cannot work.
        Severe = "severe", "Severe: regulated data, safety, unable to operate";
    }
    /// How far the control stands between the failure and us.
    Exposure {
        /// It does not touch our use.
        None = "none", "Does not touch our use";
        /// It is about the company as a whole, or touches us indirectly.
        Indirect = "indirect", "Company as a whole, or indirect";
        /// It protects us directly, and other barriers exist.
        Direct = "direct", "Direct, other barriers exist";
        /// It is the main barrier that protects us.
        MainBarrier = "main_barrier", "Direct, main barrier";
    }
    /// How much of what was tested deviated.
    Extent {
        /// At most 5 % of at least 20.
        Small = "small", "At most 5 % of at least 20";
        /// Between 5 and 20 %, fewer than 20 tested, or unknown.
        Partial = "partial", "5 to 20 %, fewer than 20 tested, or unknown";
        /// More than 20 %, or the control did not run at all.
        Large = "large", "More than 20 %, or the control did not run at all";
    }
    /// What kind of failure it is (`practice.md` §5.1).
    Nature {
        /// The control would not do its work even if it ran.
        Design = "design", "Design";
        /// It did not run as described.
        Operating = "operating", "Operating";
        /// It may have run, and nothing shows it.
        Evidence = "evidence", "Evidence";
        /// It ran late.
        Timing = "timing", "Timing";
        /// It did not run everywhere that it should.
        Scope = "scope", "Scope";
    }
    /// Whether it failed before.
    Recurrence {
        /// Not that we know.
        New = "new", "Not in the previous report";
        /// Another control of the same family failed in the previous report.
        SameFamily = "same_family", "Same family in the previous report";
        /// The same control failed in the previous report.
        Repeat = "repeat", "Same control in the previous report";
    }
    /// Whether harm is known to have come of it.
    Harm {
        /// Not known.
        Unknown = "unknown", "None known";
        /// Misuse or loss happened, not with our data.
        Happened = "happened", "Misuse or loss happened";
        /// Misuse or loss happened with our data.
        OnOurData = "on_our_data", "Misuse or loss of our data";
    }
    /// Whether a control of our own compensates, as evidenced in the last twelve months.
    OwnCompensation {
        /// None does.
        None = "none", "None of ours evidenced";
        /// One does in part.
        Partial = "partial", "In part";
        /// One does.
        Full = "full", "Evidenced in the last 12 months";
    }
}

impl Impact {
    /// 1 to 4.
    pub const fn points(self) -> i8 {
        match self {
            Self::Negligible => 1,
            Self::Limited => 2,
            Self::Serious => 3,
            Self::Severe => 4,
        }
    }
}

impl Exposure {
    /// 1 to 4.
    pub const fn points(self) -> i8 {
        match self {
            Self::None => 1,
            Self::Indirect => 2,
            Self::Direct => 3,
            Self::MainBarrier => 4,
        }
    }
}

/// How many were tested and how many of them deviated; never more than were tested, never none tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u32; 2]", into = "[u32; 2]")]
pub struct Rate {
    deviating: u32,
    tested: u32,
}

/// Says that more would have deviated than were tested, or that none was tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more deviate than were tested")]
pub struct InvalidRate;

impl Rate {
    /// Takes the numbers.
    pub const fn new(deviating: u32, tested: u32) -> Result<Self, InvalidRate> {
        if tested == 0 || deviating > tested { Err(InvalidRate) } else { Ok(Self { deviating, tested }) }
    }

    /// How many deviated.
    pub const fn deviating(self) -> u32 {
        self.deviating
    }

    /// How many were tested.
    pub const fn tested(self) -> u32 {
        self.tested
    }

    /// The share that deviated, in percent.
    pub fn percent(self) -> f64 {
        f64::from(self.deviating) * 100.0 / f64::from(self.tested)
    }

    /// The extent that follows (`practice.md` §5.2).
    pub const fn extent(self) -> Extent {
        let (deviating, tested) = (self.deviating as u64 * 100, self.tested as u64);
        if deviating > tested * 20 {
            Extent::Large
        } else if deviating <= tested * 5 && tested >= 20 {
            Extent::Small
        } else {
            Extent::Partial
        }
    }
}

impl TryFrom<[u32; 2]> for Rate {
    type Error = InvalidRate;
    fn try_from([deviating, tested]: [u32; 2]) -> Result<Self, InvalidRate> {
        Self::new(deviating, tested)
    }
}

impl From<Rate> for [u32; 2] {
    fn from(rate: Rate) -> Self {
        [rate.deviating, rate.tested]
    }
}

/// How credible the vendor's response is: a point for each (`practice.md` §5.2, "Response credibility").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Response {
    /// It states a specific cause.
    pub cause: bool,
    /// It says what was fixed, and not only who was reminded.
    pub fix: bool,
    /// The fix is dated inside the period or before the report's date.
    pub dated: bool,
    /// There is proof, an owner or a retest.
    pub proof: bool,
}

impl Response {
    /// 0 to 4.
    pub const fn points(self) -> u8 {
        self.cause as u8 + self.fix as u8 + self.dated as u8 + self.proof as u8
    }
}

/// Everything that goes into the severity of a finding. What nobody has judged yet weighs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeverityInputs {
    /// What it would mean for us.
    pub impact: Impact,
    /// How far it reaches us.
    pub exposure: Exposure,
    /// How much deviated.
    pub extent: Extent,
    /// What kind of failure it is.
    pub nature: Option<Nature>,
    /// Of a late control: whether it found nothing when it ran.
    pub late_found_nothing: bool,
    /// Whether it failed before.
    pub history: Recurrence,
    /// Whether harm came of it.
    pub harm: Harm,
    /// Whether another control of the vendor compensates that the auditor tested without exception.
    pub vendor_compensation: bool,
    /// Whether a control of our own compensates.
    pub own_compensation: OwnCompensation,
    /// How credible the vendor's response is; `None` while nobody has judged it.
    pub response: Option<Response>,
    /// Whether the auditor retested the fix, or we hold evidence of it.
    pub fix_verified: bool,
    /// Whether the opinion is modified on a criterion of the control.
    pub opinion_modified: bool,
}
