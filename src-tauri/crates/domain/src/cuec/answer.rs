//! What is said of one complementary user entity control (`practice.md` §3.5).

use super::{OwnControl, recheck_on};
use crate::{DocumentId, EntryId, LongText, OwnControlId, PersonId, choices};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

choices! {
    /// Whether a complementary control applies to our use (F2).
    Applies {
        /// It does.
        Yes = "yes", "Yes";
        /// In part.
        Partly = "partly", "Partly";
        /// It does not.
        No = "no", "No";
    }
    /// Where our side of a control stands (F3).
    CuecProgress {
        /// Nothing is done.
        NotStarted = "not_started", "Not started";
        /// It will be done by a day.
        Planned = "planned", "Planned";
        /// It is done.
        Implemented = "implemented", "Implemented";
        /// Somebody has looked, and it works.
        Verified = "verified", "Verified";
    }
}

/// Who verified, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// The day on which it was looked at.
    pub on: NaiveDate,
    /// Who looked.
    pub by: PersonId,
}

/// Our side of a control.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OurSide {
    /// Whether it applies to our use; `None` = undecided.
    pub applies: Option<Applies>,
    /// Why it does not, or only in part.
    pub why: Option<LongText>,
    /// Our own controls that meet it.
    pub controls: Vec<OwnControlId>,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// Where it stands; `None` = nothing is recorded.
    pub progress: Option<CuecProgress>,
    /// The evidence in words: what it is and where.
    pub evidence: Option<LongText>,
    /// The document that is the evidence.
    pub proof: Option<DocumentId>,
    /// By when it is to be in place.
    pub due: Option<NaiveDate>,
    /// Who verified, and when.
    pub verified: Option<Verified>,
    /// Anything else.
    pub note: Option<LongText>,
}

/// Says why what is said of a control does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCuecAnswer {
    /// What does not apply, or only in part, needs a reason.
    #[error("a control that does not wholly apply needs a reason")]
    ReasonMissing,
    /// What is planned needs a day.
    #[error("a planned control needs a day")]
    DueMissing,
    /// Nobody has verified what is not there yet: a day of tomorrow.
    #[error("verified on a day in the future")]
    VerifiedInTheFuture,
    /// What is verified says when, and nothing else does.
    #[error("verified without a day")]
    VerifiedMissing,
    /// A day of no plausible year.
    #[error("a day of no plausible year")]
    ImplausibleDay,
}

impl OurSide {
    /// Checks that it holds together on a day.
    pub fn check(&self, today: NaiveDate) -> Result<(), InvalidCuecAnswer> {
        use InvalidCuecAnswer as I;
        let days = self.due.into_iter().chain(self.verified.map(|verified| verified.on));
        if days.into_iter().any(|day| !crate::period::is_plausible(day)) {
            return Err(I::ImplausibleDay);
        }
        if matches!(self.applies, Some(Applies::No | Applies::Partly)) && self.why.is_none() {
            return Err(I::ReasonMissing);
        }
        if self.verified.is_some_and(|verified| verified.on > today) {
            return Err(I::VerifiedInTheFuture);
        }
        match self.progress {
            Some(CuecProgress::Planned) if self.due.is_none() => Err(I::DueMissing),
            Some(CuecProgress::Verified) if self.verified.is_none() => Err(I::VerifiedMissing),
            _ => Ok(()),
        }
    }

    /// Whether somebody said that it applies, wholly or in part.
    pub fn is_ours(&self) -> bool {
        matches!(self.applies, Some(Applies::Yes | Applies::Partly))
    }

    /// Whether it applies and is in place.
    pub fn is_in_place(&self) -> bool {
        self.is_ours() && matches!(self.progress, Some(CuecProgress::Implemented | CuecProgress::Verified))
    }

    /// The day on which it is to be checked again: of what applies and was verified.
    pub fn recheck_on(&self) -> Option<NaiveDate> {
        let verified = self.progress == Some(CuecProgress::Verified) && self.is_ours();
        self.verified.filter(|_| verified).map(|verified| recheck_on(verified.on))
    }

    /// The day by which it is to be in place: of what applies and is not.
    pub fn due_on(&self) -> Option<NaiveDate> {
        self.due.filter(|_| self.is_ours() && !self.is_in_place())
    }

    /// Who answers for it: who is named here, else who answers for the first of our own controls that meet it.
    pub fn answerable<'a>(&self, own: impl Fn(OwnControlId) -> Option<&'a OwnControl>) -> Option<PersonId> {
        self.owner.or_else(|| self.controls.iter().find_map(|id| own(*id)?.owner))
    }

    /// Whether there is evidence: named here, or with one of our own controls that meet it.
    pub fn has_evidence<'a>(&self, own: impl Fn(OwnControlId) -> Option<&'a OwnControl>) -> bool {
        let with_control = || self.controls.iter().any(|id| own(*id).is_some_and(|own| own.evidence.is_some()));
        self.evidence.is_some() || self.proof.is_some() || with_control()
    }
}

/// The entry of an earlier report whose answer was taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedFrom {
    /// The earlier report.
    pub document: DocumentId,
    /// The entry there.
    pub entry: EntryId,
}

/// What somebody said of a control of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CuecAnswer {
    /// The document that lists it.
    pub document: DocumentId,
    /// The name of the entry there.
    pub entry: EntryId,
    /// Its words when it was answered.
    pub text: String,
    /// What was said.
    pub ours: OurSide,
    /// The entry from which the answer was taken over and confirmed.
    pub carried_from: Option<CarriedFrom>,
    /// Who said so last.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn person(number: u128) -> PersonId {
        PersonId::from_uuid(uuid::Uuid::from_u128(number))
    }

    #[test]
    fn what_is_said_holds_together() {
        let today = day("2026-03-17");
        let no = OurSide { applies: Some(Applies::No), ..OurSide::default() };
        assert_eq!(no.check(today), Err(InvalidCuecAnswer::ReasonMissing));
        let reasoned = OurSide { why: LongText::parse("We upload no files.").ok(), ..no };
        assert_eq!(reasoned.check(today), Ok(()));
        let planned = OurSide { progress: Some(CuecProgress::Planned), ..OurSide::default() };
        assert_eq!(planned.check(today), Err(InvalidCuecAnswer::DueMissing));
        let said = OurSide { progress: Some(CuecProgress::Verified), ..OurSide::default() };
        assert_eq!(said.check(today), Err(InvalidCuecAnswer::VerifiedMissing));
        let tomorrow = Verified { on: day("2026-03-18"), by: person(1) };
        let early = OurSide { verified: Some(tomorrow), ..said };
        assert_eq!(early.check(today), Err(InvalidCuecAnswer::VerifiedInTheFuture));
        let slip = OurSide { due: Some(day("0206-01-01")), ..OurSide::default() };
        assert_eq!(slip.check(today), Err(InvalidCuecAnswer::ImplausibleDay));
    }

    #[test]
    fn a_verified_control_that_applies_is_checked_again_after_twelve_months() {
        let verified = Verified { on: day("2024-02-29"), by: person(1) };
        let mut ours = OurSide {
            applies: Some(Applies::Yes),
            progress: Some(CuecProgress::Verified),
            verified: Some(verified),
            due: Some(day("2024-01-31")),
            ..OurSide::default()
        };
        assert_eq!(ours.recheck_on(), Some(day("2025-02-28")));
        assert_eq!(ours.due_on(), None, "it is in place");
        ours.progress = Some(CuecProgress::Planned);
        assert_eq!((ours.recheck_on(), ours.due_on()), (None, Some(day("2024-01-31"))));
        ours.applies = Some(Applies::No);
        assert_eq!((ours.recheck_on(), ours.due_on()), (None, None), "what does not apply is not due");
    }

    #[test]
    fn our_own_control_lends_its_owner_and_its_evidence() {
        let id = OwnControlId::from_uuid(uuid::Uuid::from_u128(7));
        let own = OwnControl {
            id,
            name: crate::Name::parse("Access review").expect("a name"),
            purpose: None,
            owner: Some(person(2)),
            evidence: LongText::parse("Tickets of the quarter").ok(),
            checked_on: None,
        };
        let find = |asked: OwnControlId| (asked == id).then_some(&own);
        let ours = OurSide { controls: vec![id], ..OurSide::default() };
        assert_eq!((ours.answerable(find), ours.has_evidence(find)), (Some(person(2)), true));
        let named = OurSide { owner: Some(person(1)), ..ours };
        assert_eq!(named.answerable(find), Some(person(1)), "who is named here answers");
        assert!(!OurSide::default().has_evidence(find));
    }
}
