//! How we would go on without the vendor (`practice.md` §6.8).

use super::{Day, EscrowStanding, Hours};
use crate::choices;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choices! {
    /// What is accepted instead of an escrow (`practice.md` §6.8).
    ContinuityAlternative {
        /// Data is exported on a schedule and the export is verified.
        VerifiedExport = "verified_export", "Verified data export on schedule";
        /// A second supplier stands ready.
        SecondSupplier = "second_supplier", "Second supplier";
        /// The contract lets us step in.
        StepIn = "step_in", "Contractual step-in";
        /// The host goes on if the vendor does not.
        HostingContinuation = "hosting_continuation", "Hosting continuation agreement";
    }
}

/// When something was done last; "never" is an answer, and not the same as not knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LastDone {
    /// It has not been done.
    Never,
    /// It was done last on that day.
    On(Day),
}

impl LastDone {
    /// The day, where it was done.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Never => None,
            Self::On(day) => Some(day.get()),
        }
    }
}

/// How we would go on without the vendor. `None` = not asked yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Continuity {
    /// When the plan to leave was written or last brought up to date.
    pub exit_plan: Option<LastDone>,
    /// When that plan was last tried out: data moved, the service replaced, or walked through with those who would do it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exit_test: Option<LastDone>,
    /// How many days leaving would take.
    pub exit_effort_days: Option<u16>,
    /// Whether the way to get our data out is known.
    pub export_known: Option<bool>,
    /// When an export of our data was last tested.
    pub export_test: Option<LastDone>,
    /// How soon we need it back.
    pub rto_needed: Option<Hours>,
    /// How soon the vendor promises it back.
    pub rto_offered: Option<Hours>,
    /// How much of the latest data we can lose.
    pub rpo_needed: Option<Hours>,
    /// How much of the latest data the vendor says may be lost.
    pub rpo_offered: Option<Hours>,
    /// Whether there is an escrow agreement.
    pub escrow: Option<EscrowStanding>,
    /// What there is instead of an escrow.
    pub alternatives: BTreeSet<ContinuityAlternative>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_and_not_asked_stay_apart() {
        let asked = Continuity { export_test: Some(LastDone::Never), ..Continuity::default() };
        let json = serde_json::to_value(&asked).expect("plain data");
        assert_eq!(json["export_test"], "never");
        assert!(json["exit_plan"].is_null());
        assert_eq!(serde_json::from_value::<Continuity>(json).expect("reads back"), asked);
        assert_eq!(serde_json::from_str::<Continuity>("{}").expect("all open"), Continuity::default());
    }
}
