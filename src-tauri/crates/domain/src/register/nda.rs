//! Whether reports of the vendor may be held: the confidentiality that was agreed (`practice.md` §3.0 A3).

use crate::{choices, period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// What was agreed.
    NdaState {
        /// An agreement was signed.
        Signed = "signed", "Signed";
        /// A term was accepted while downloading.
        ClickThrough = "click_through", "Click-through";
        /// The vendor asks for none.
        NotNeeded = "not_needed", "Not needed";
        /// The vendor asks for one, and there is none.
        Missing = "missing", "Missing";
    }
}

/// Says why an agreement was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidNda {
    /// Over before it was signed.
    #[error("the agreement ends before it was signed")]
    EndsBeforeItStarts,
    /// A day given though nothing was agreed.
    #[error("nothing was agreed, so it has no day")]
    DayWithoutAgreement,
    /// A day of no plausible year.
    #[error("a day is of no plausible year")]
    ImplausibleDay,
}

/// The confidentiality agreed with a vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawNda", into = "RawNda")]
pub struct Nda {
    state: NdaState,
    signed_on: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize)]
struct RawNda {
    state: NdaState,
    signed_on: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Nda {
    /// Takes what was agreed, since when and until when; without an end it holds on.
    pub fn new(state: NdaState, signed_on: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<Self, InvalidNda> {
        let agreed = matches!(state, NdaState::Signed | NdaState::ClickThrough);
        if !agreed && (signed_on.is_some() || until.is_some()) {
            return Err(InvalidNda::DayWithoutAgreement);
        }
        if !signed_on.iter().chain(&until).copied().all(period::is_plausible) {
            return Err(InvalidNda::ImplausibleDay);
        }
        if signed_on.zip(until).is_some_and(|(signed, until)| until < signed) {
            return Err(InvalidNda::EndsBeforeItStarts);
        }
        Ok(Self { state, signed_on, until })
    }

    /// What was agreed.
    pub const fn state(self) -> NdaState {
        self.state
    }

    /// When.
    pub const fn signed_on(self) -> Option<NaiveDate> {
        self.signed_on
    }

    /// Its last day, where it has one.
    pub const fn until(self) -> Option<NaiveDate> {
        self.until
    }

    /// Whether an agreement is in force, or none is needed, on `day`. One whose first day nobody knows counts as in force.
    pub fn in_force(self, day: NaiveDate) -> bool {
        match self.state {
            NdaState::NotNeeded => true,
            NdaState::Missing => false,
            NdaState::Signed | NdaState::ClickThrough => {
                self.signed_on.is_none_or(|signed| signed <= day) && self.until.is_none_or(|until| day <= until)
            }
        }
    }
}

impl TryFrom<RawNda> for Nda {
    type Error = InvalidNda;
    fn try_from(raw: RawNda) -> Result<Self, InvalidNda> {
        Self::new(raw.state, raw.signed_on, raw.until)
    }
}

impl From<Nda> for RawNda {
    fn from(nda: Nda) -> Self {
        Self { state: nda.state, signed_on: nda.signed_on, until: nda.until }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_holds_between_its_days() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let nda = Nda::new(NdaState::Signed, Some(day("2025-01-10")), Some(day("2026-01-09"))).expect("an agreement");
        assert!(
            !nda.in_force(day("2025-01-09")) && nda.in_force(day("2026-01-09")) && !nda.in_force(day("2026-01-10"))
        );
        assert_eq!(
            Nda::new(NdaState::Missing, Some(day("2025-01-10")), None),
            Err(InvalidNda::DayWithoutAgreement),
            "what does not exist was not signed"
        );
        let backwards = r#"{"state":"signed","signed_on":"2026-01-10","until":"2025-01-10"}"#;
        assert!(serde_json::from_str::<Nda>(backwards).is_err(), "data is checked like input");
    }
}
