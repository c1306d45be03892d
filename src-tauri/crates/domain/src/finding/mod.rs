//! What is found about a vendor and followed to its end (`practice.md` §5): from the exception that a report states to its
//! proof, its acceptance or the next report.

pub mod acceptance;
pub mod propose;
pub mod rating;
pub mod severity;
pub mod status;

pub use acceptance::{Granted, RiskLimits};
pub use rating::{Bound, Rating, Term, TermName};
pub use severity::{
    Exposure, Extent, Harm, Impact, Nature, OwnCompensation, Rate, Recurrence, Response, Severity, SeverityInputs,
};
pub use status::{FindingStatus, FindingStep, Move, Refused, Standing};

use crate::{
    Citation, DocumentId, EntryId, FindingId, LongText, Name, PersonId, VendorId, matching::Print,
    reading::ReportedException,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Where a finding comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// An exception that a document states.
    Exception {
        /// The document.
        document: DocumentId,
        /// The entry of its list of exceptions.
        entry: EntryId,
    },
    /// A rule of the policy that is broken, by its code.
    Rule(String),
    /// Somebody entered it.
    Hand,
}

/// What a finding says, as it was read or typed (`practice.md` §5.1).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Said {
    /// The vendor's number of the control.
    pub control_id: Option<String>,
    /// The criteria under which it stands.
    pub criteria: Vec<String>,
    /// The control.
    pub control: Option<String>,
    /// What the auditor did.
    pub tests: Vec<String>,
    /// What came of it, in the auditor's words; of what was entered by hand the description.
    pub result: String,
    /// The document whose pages are cited, of what was entered by hand; that of an exception is its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Where it stands.
    pub citations: Vec<Citation>,
    /// How many of how many deviated.
    pub rate: Option<Rate>,
    /// What management said of it.
    pub response: Option<String>,
    /// Where that stands.
    pub response_citations: Vec<Citation>,
}

impl Said {
    /// Takes what a document states; the tests are those of the control's row.
    pub fn of(exception: &ReportedException, tests: Vec<String>) -> Self {
        let response = exception.management_response.as_ref();
        Self {
            control_id: exception.control_id.clone(),
            criteria: exception.criteria.clone(),
            control: exception.control.clone(),
            tests,
            result: exception.result.clone(),
            document: None,
            citations: exception.citations.clone(),
            rate: exception.sample.and_then(|sample| Rate::new(sample.deviating, sample.tested).ok()),
            response: response.map(|response| response.value.clone()),
            response_citations: response.map(|response| response.citations.clone()).unwrap_or_default(),
        }
    }

    /// What its control is known by.
    pub fn control_name(&self) -> ControlName {
        ControlName::new(self.control_id.as_deref(), self.control.as_deref())
    }

    /// The families of its criteria: `CC6` of `CC6.1`.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        self.criteria.iter().map(|criterion| criterion.split_once('.').map_or(criterion.as_str(), |(of, _)| of).trim())
    }
}

/// What a control is known by: its number and its words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ControlName {
    number: Option<String>,
    words: Option<Print>,
}

/// How much speaks for two controls of different reports being one; the more the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    same_number: bool,
    words: u16,
}

impl ControlName {
    /// Takes number and words as printed. Spaces, hyphens, punctuation and case are no part of them.
    pub fn new(number: Option<&str>, words: Option<&str>) -> Self {
        let folded = |text: &str| -> Option<String> {
            let folded: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            (!folded.is_empty()).then_some(folded)
        };
        Self { number: number.and_then(folded), words: words.and_then(Print::of) }
    }

    /// Whether both have the same number.
    pub fn same_number(&self, other: &Self) -> bool {
        self.number.is_some() && self.number == other.number
    }

    /// Whether both name the same control of one report: by the same number, or by the same words.
    pub fn is(&self, other: &Self) -> bool {
        let same_words = || self.words.as_ref().zip(other.words.as_ref()).is_some_and(|(a, b)| a.is_same(b));
        self.same_number(other) || same_words()
    }

    /// Whether both may name one control in two reports, as the comparison of both has it: by nearly the same words where both have
    /// words, as numbers are given anew and used again for other controls; else by the same number.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same_number = self.same_number(other);
        let words = match (&self.words, &other.words) {
            (Some(a), Some(b)) => a.likeness(b)?,
            _ if same_number => 0,
            _ => return None,
        };
        Some(Likeness { same_number, words })
    }
}

/// Something that the vendor sent about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// What.
    pub document: DocumentId,
    /// The page on which it stands, from 1; `None` where nobody named one.
    pub page: Option<u32>,
    /// Who attached it; `None` where that was not kept with it.
    pub by: Option<PersonId>,
    /// When; `None` where that was not kept with it.
    pub at: Option<DateTime<Utc>>,
}

/// What people say of a finding besides its severity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Remarks {
    /// Of how many items the sample was taken.
    pub population: Option<u32>,
    /// Why it happened.
    pub root_cause: Option<LongText>,
    /// What we do ourselves that compensates.
    pub own_control: Option<LongText>,
    /// A note.
    pub note: Option<LongText>,
}

/// How grave a person judged it to be, and why otherwise than proposed where that is so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Everything that goes into the sum.
    pub inputs: SeverityInputs,
    /// Why a term is not what was read.
    pub reason: Option<LongText>,
    /// Who judged.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something found about a vendor that is followed to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// Its number in the workspace, from 1.
    pub number: u32,
    /// The vendor.
    pub vendor: VendorId,
    /// What people call it.
    pub title: Name,
    /// Where it comes from.
    pub source: Source,
    /// What was read or typed when it was recorded.
    pub said: Said,
    /// What people say of it besides.
    pub remarks: Remarks,
    /// How grave it was judged to be; `None` while nobody has.
    pub assessment: Option<Assessment>,
    /// Where it stands, as it was recorded: an acceptance that ran out is seen only by asking [`Finding::standing`].
    pub status: FindingStatus,
    /// Who follows it up here.
    pub owner: Option<PersonId>,
    /// By when it is to be treated, where somebody set another day than the policy gives.
    pub due: Option<NaiveDate>,
    /// By when the vendor is to answer what it was asked.
    pub answer_due: Option<NaiveDate>,
    /// What the vendor sent, the latest last.
    pub proofs: Vec<Proof>,
    /// Who verified it.
    pub verified_by: Option<PersonId>,
    /// Who closed it, found that it does not apply, or that the next report tests clean.
    pub settled_by: Option<PersonId>,
    /// The finding on the same control in an earlier report.
    pub repeat_of: Option<FindingId>,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

impl Finding {
    /// What it is called in lists and letters: "EX-007".
    pub fn label(&self) -> String {
        format!("EX-{:03}", self.number)
    }

    /// The document whose pages are cited.
    pub fn document(&self) -> Option<DocumentId> {
        match self.source {
            Source::Exception { document, .. } => Some(document),
            Source::Rule(_) | Source::Hand => self.said.document,
        }
    }

    /// What the vendor sent last.
    pub fn evidence(&self) -> Option<DocumentId> {
        self.proofs.last().map(|proof| proof.document)
    }

    /// How grave it was judged to be.
    pub fn severity(&self) -> Option<Severity> {
        self.assessment.as_ref().map(|assessment| rating::score(&assessment.inputs).1)
    }

    /// Where it stands today. An acceptance that does not hold today, or that a repeat in a later report overtook, leaves it
    /// open again (`practice.md` §5.3, §5.5).
    pub fn standing(&self, acceptance_holds: bool, repeated: bool) -> Standing {
        let lapsed = self.status == FindingStatus::Accepted && (!acceptance_holds || repeated);
        Standing {
            status: if lapsed { FindingStatus::Open } else { self.status },
            severity: self.severity(),
            exposure: self.assessment.as_ref().map(|assessment| assessment.inputs.exposure),
            verified_by: self.verified_by,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_is_known_by_its_number_or_else_by_its_words() {
        let said = Said {
            control_id: Some("AC-04".to_owned()),
            control: Some("Access is removed within a day.".to_owned()),
            criteria: vec!["CC6.2".to_owned(), "A1.2".to_owned()],
            ..Said::default()
        };
        let is = |number: Option<&str>, words: Option<&str>| said.control_name().is(&ControlName::new(number, words));
        assert!(is(Some("ac 04"), None), "spaces, hyphens and case are no news");
        assert!(is(Some("LA-9"), Some("Access is removed within a day")), "renumbered");
        assert!(!is(Some("AC-05"), None) && !is(None, None));
        let unnamed = ControlName::new(Some("-"), Some(" "));
        assert!(!unnamed.is(&unnamed), "nothing is not the same as nothing");
        let then =
            |number: Option<&str>, words: Option<&str>| said.control_name().likeness(&ControlName::new(number, words));
        let reworded = "Access is removed within one day of the end.";
        assert!(then(Some("LA-9"), Some(reworded)).is_some(), "renumbered and in other words");
        let better = then(Some("AC-04"), Some(reworded));
        assert!(better > then(Some("LA-9"), Some(reworded)), "the same number speaks for it");
        let reused = then(Some("AC-04"), Some("Backups are restored once a year into an empty environment."));
        assert_eq!(reused, None, "the number was given to another control");
        assert!(then(Some("AC-04"), None).is_some(), "without words the number decides");
        assert_eq!(said.families().collect::<Vec<_>>(), ["CC6", "A1"]);
    }
}
