//! The vendor's next examination, as somebody has told us of it (`practice.md` §4.2, §4.3, §8.2): with a bridge letter it lets a
//! report be relied on a little beyond its age, and it is what makes a Type 1 a beginning.

use crate::{DocumentId, LongText, Name, choices, period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

choices! {
    /// What kind of report is to come.
    ExaminationType {
        /// Design on one day.
        Type1 = "type1", "Type 1";
        /// Operation over a period.
        Type2 = "type2", "Type 2";
    }
}

/// Says why an examination was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidExamination {
    /// Over before it begins.
    #[error("the period ends before it begins")]
    EndsBeforeItStarts,
    /// The report comes before the period is over.
    #[error("the report is expected before the period is over")]
    ExpectedTooEarly,
    /// A day of no plausible year.
    #[error("a day is of no plausible year")]
    ImplausibleDay,
    /// Neither a document nor words prove it.
    #[error("neither a document nor words prove it")]
    ProofMissing,
}

/// The vendor's next examination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Told", into = "Told")]
pub struct NextExamination(Told);

/// What was told of it, before it was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Who examines.
    #[serde(default)]
    pub firm: Option<Name>,
    /// What kind of report comes of it.
    pub kind: ExaminationType,
    /// First day of the period examined; of a Type 1, its day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day of the period examined.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// When the report is expected.
    pub expected_on: NaiveDate,
    /// The document that proves it: an engagement letter, a letter of the vendor.
    #[serde(default)]
    pub proof: Option<DocumentId>,
    /// What the vendor said, where and when.
    #[serde(default)]
    pub said: Option<LongText>,
}

impl NextExamination {
    /// Takes what was told.
    pub fn new(told: Told) -> Result<Self, InvalidExamination> {
        let days = told.from.iter().chain(&told.to).chain([&told.expected_on]);
        if !days.copied().all(period::is_plausible) {
            return Err(InvalidExamination::ImplausibleDay);
        }
        if told.from.zip(told.to).is_some_and(|(from, to)| to < from) {
            return Err(InvalidExamination::EndsBeforeItStarts);
        }
        if told.from.max(told.to).is_some_and(|last| told.expected_on < last) {
            return Err(InvalidExamination::ExpectedTooEarly);
        }
        if told.proof.is_none() && told.said.is_none() {
            return Err(InvalidExamination::ProofMissing);
        }
        Ok(Self(told))
    }

    /// What was told of it.
    pub const fn told(&self) -> &Told {
        &self.0
    }
}

impl TryFrom<Told> for NextExamination {
    type Error = InvalidExamination;
    fn try_from(told: Told) -> Result<Self, InvalidExamination> {
        Self::new(told)
    }
}

impl From<NextExamination> for Told {
    fn from(examination: NextExamination) -> Self {
        examination.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(from: &str, to: &str, expected: &str) -> Told {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        Told {
            firm: None,
            kind: ExaminationType::Type2,
            from: day(from),
            to: day(to),
            expected_on: day(expected).expect("a day"),
            proof: None,
            said: LongText::parse("By e-mail of the vendor's security lead").ok(),
        }
    }

    #[test]
    fn an_examination_is_proved_and_its_report_follows_its_period() {
        assert!(NextExamination::new(told("2026-01-01", "2026-12-31", "2027-02-15")).is_ok());
        assert!(NextExamination::new(told("", "", "2027-02-15")).is_ok(), "the period may not be known yet");
        let early = NextExamination::new(told("2026-01-01", "2026-12-31", "2026-12-30"));
        assert_eq!(early, Err(InvalidExamination::ExpectedTooEarly));
        let backwards = NextExamination::new(told("2026-12-31", "2026-01-01", "2027-02-15"));
        assert_eq!(backwards, Err(InvalidExamination::EndsBeforeItStarts));
        let far = NextExamination::new(told("2026-01-01", "2026-12-31", "+12000-01-01"));
        assert_eq!(far, Err(InvalidExamination::ImplausibleDay));
        let unproved = NextExamination::new(Told { said: None, ..told("", "", "2027-02-15") });
        assert_eq!(unproved, Err(InvalidExamination::ProofMissing), "a hope is no proof");
        let json = r#"{"kind":"type2","expected_on":"2027-02-15"}"#;
        assert!(serde_json::from_str::<NextExamination>(json).is_err(), "data is checked like input");
    }
}
