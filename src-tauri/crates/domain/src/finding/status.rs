//! Where a finding stands and which steps lead on (`practice.md` §5.3).

use super::{
    RiskLimits,
    severity::{Exposure, Severity},
};
use crate::{DocumentId, Person, PersonId, Rank, choices};
use chrono::NaiveDate;

choices! {
    /// Where a finding stands (`practice.md` §5.3).
    FindingStatus {
        /// Nothing is done yet.
        Open = "open", "Open";
        /// The vendor was asked.
        WithVendor = "with_vendor", "With vendor";
        /// The vendor sent proof.
        EvidenceReceived = "evidence_received", "Evidence received";
        /// Somebody has verified it.
        Verified = "verified", "Verified";
        /// It is closed.
        Closed = "closed", "Closed";
        /// It is accepted until a day.
        Accepted = "accepted", "Accepted";
        /// It does not apply to us.
        NotApplicable = "not_applicable", "Not applicable";
        /// The next report tests clean.
        Superseded = "superseded", "Superseded";
    }
    /// A step that a person takes with a finding.
    FindingStep {
        /// Ask the vendor, with a day by which it is to answer.
        Ask = "ask", "Ask the vendor";
        /// Attach what the vendor sent.
        Receive = "receive", "Attach evidence";
        /// Verify it.
        Verify = "verify", "Verify";
        /// Close it.
        Close = "close", "Close";
        /// Accept it for a time.
        Accept = "accept", "Accept for a time";
        /// Say that it does not apply.
        NotApplicable = "not_applicable", "Not applicable";
        /// Say that the next report tests the control clean.
        Supersede = "supersede", "Superseded by the next report";
        /// Open it again.
        Reopen = "reopen", "Open again";
    }
}

impl FindingStatus {
    /// Whether nothing is to be done any more. What is verified waits to be closed, or does not stand up.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Closed | Self::NotApplicable | Self::Superseded)
    }

    /// Whether the vendor can be asked, or the risk accepted, or proof taken.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::WithVendor | Self::EvidenceReceived)
    }
}

/// A step with what it needs. Notes and reasons are texts that exist or the step is not made at all.
#[derive(Debug, Clone, Copy)]
pub enum Move<'a> {
    /// The vendor was asked and is to answer by a day.
    Ask {
        /// The day.
        answer_by: NaiveDate,
    },
    /// The vendor sent something.
    Receive {
        /// What.
        evidence: DocumentId,
    },
    /// Somebody of ours verified it.
    Verify {
        /// Who.
        by: PersonId,
    },
    /// It is closed.
    Close {
        /// By whom.
        by: PersonId,
    },
    /// It is accepted for a time.
    Accept {
        /// Who asks for it.
        requester: PersonId,
        /// Who grants it.
        approver: &'a Person,
        /// Until when.
        expires: NaiveDate,
        /// What the policy asks for at its severity.
        limits: RiskLimits,
    },
    /// It does not apply to us.
    NotApplicable,
    /// A later report tests the control without exception.
    Supersede {
        /// Whether it does.
        tests_clean: bool,
    },
    /// It is open again.
    Reopen,
}

impl Move<'_> {
    /// Which step it is.
    pub const fn step(&self) -> FindingStep {
        match self {
            Self::Ask { .. } => FindingStep::Ask,
            Self::Receive { .. } => FindingStep::Receive,
            Self::Verify { .. } => FindingStep::Verify,
            Self::Close { .. } => FindingStep::Close,
            Self::Accept { .. } => FindingStep::Accept,
            Self::NotApplicable => FindingStep::NotApplicable,
            Self::Supersede { .. } => FindingStep::Supersede,
            Self::Reopen => FindingStep::Reopen,
        }
    }
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It does not lead on from where the finding stands.
    #[error("not from {}", .0.as_str())]
    NotFromHere(FindingStatus),
    /// Nobody has judged how grave it is.
    #[error("not assessed")]
    NotAssessed,
    /// A day in the past.
    #[error("a day in the past")]
    InThePast,
    /// Later than the policy allows.
    #[error("later than {latest}")]
    TooLate {
        /// The last day that is possible.
        latest: NaiveDate,
    },
    /// Who asks cannot grant.
    #[error("who asks cannot grant")]
    SamePerson,
    /// Who grants does not stand high enough.
    #[error("rank too low")]
    RankTooLow {
        /// The rank that is needed.
        needed: Rank,
    },
    /// A critical or high finding is closed by somebody else than who verified it.
    #[error("a second person closes it")]
    SecondPerson,
    /// It touches us directly, so it applies.
    #[error("it touches us directly")]
    TouchesUs,
    /// No later report tests the control without exception.
    #[error("no later report tests it clean")]
    NotTestedClean,
}

/// What the guards look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands today.
    pub status: FindingStatus,
    /// How grave it is; `None` while nobody has judged.
    pub severity: Option<Severity>,
    /// How far it reaches us; `None` while nobody has judged.
    pub exposure: Option<Exposure>,
    /// Who verified it.
    pub verified_by: Option<PersonId>,
}

impl Standing {
    /// An exception that nobody has judged.
    pub const UNJUDGED: Self = Self { status: FindingStatus::Open, severity: None, exposure: None, verified_by: None };

    /// Whether it counts as open: until it is proved, and a critical or high one until a second person has closed it.
    pub fn is_outstanding(&self) -> bool {
        self.status.is_open() || self.status == FindingStatus::Verified && self.severity >= Some(Severity::High)
    }

    /// Whether the step leads on from here, whatever it needs besides.
    pub fn leads(&self, step: FindingStep) -> Result<(), Refused> {
        use FindingStatus as S;
        let from: &[FindingStatus] = match step {
            // Proof that does not suffice sends it back to the vendor, also where somebody else had verified it.
            FindingStep::Ask => &[S::Open, S::WithVendor, S::EvidenceReceived, S::Verified],
            FindingStep::Receive => &[S::WithVendor, S::EvidenceReceived],
            FindingStep::Verify => &[S::EvidenceReceived],
            FindingStep::Close => &[S::Verified],
            FindingStep::Accept => &[S::Open, S::WithVendor],
            FindingStep::NotApplicable => {
                &[S::Open, S::WithVendor, S::EvidenceReceived, S::Verified, S::Closed, S::Accepted, S::Superseded]
            }
            FindingStep::Supersede => &[S::Open, S::WithVendor, S::EvidenceReceived, S::Verified, S::Accepted],
            FindingStep::Reopen => &[S::Verified, S::Accepted, S::NotApplicable, S::Superseded],
        };
        if !from.contains(&self.status) {
            return Err(Refused::NotFromHere(self.status));
        }
        let judged = match step {
            FindingStep::Close | FindingStep::Accept => self.severity.is_some(),
            FindingStep::NotApplicable => self.exposure.is_some(),
            _ => true,
        };
        if !judged {
            return Err(Refused::NotAssessed);
        }
        if step == FindingStep::NotApplicable && self.exposure >= Some(Exposure::Direct) {
            return Err(Refused::TouchesUs);
        }
        Ok(())
    }

    /// Where the step leads (`practice.md` §5.3).
    pub fn after(&self, step: &Move<'_>, today: NaiveDate) -> Result<FindingStatus, Refused> {
        self.leads(step.step())?;
        match *step {
            Move::Ask { answer_by } if answer_by < today => Err(Refused::InThePast),
            Move::Ask { .. } => Ok(FindingStatus::WithVendor),
            Move::Receive { .. } => Ok(FindingStatus::EvidenceReceived),
            Move::Verify { .. } => Ok(FindingStatus::Verified),
            Move::Close { by } if self.severity >= Some(Severity::High) && self.verified_by == Some(by) => {
                Err(Refused::SecondPerson)
            }
            Move::Close { .. } => Ok(FindingStatus::Closed),
            Move::Accept { requester, approver, expires, limits } => {
                limits.grant(requester, approver, expires, today).map(|_| FindingStatus::Accepted)
            }
            Move::NotApplicable => Ok(FindingStatus::NotApplicable),
            Move::Supersede { tests_clean: false } => Err(Refused::NotTestedClean),
            Move::Supersede { tests_clean: true } => Ok(FindingStatus::Superseded),
            Move::Reopen => Ok(FindingStatus::Open),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Name, Role};
    use uuid::Uuid;

    fn id(number: u128) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(number))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn at(status: FindingStatus, severity: Severity) -> Standing {
        Standing {
            status,
            severity: Some(severity),
            exposure: Some(Exposure::Indirect),
            verified_by: (status == FindingStatus::Verified).then(|| id(1)),
        }
    }

    const TODAY: &str = "2026-03-17";

    fn after(standing: Standing, step: &Move<'_>) -> Result<FindingStatus, Refused> {
        standing.after(step, day(TODAY))
    }

    #[test]
    fn the_straight_way_leads_from_the_exception_to_the_closed_finding() {
        let evidence = DocumentId::from_uuid(Uuid::from_u128(9));
        let way = [
            (Move::Ask { answer_by: day("2026-03-27") }, FindingStatus::WithVendor),
            (Move::Receive { evidence }, FindingStatus::EvidenceReceived),
            (Move::Verify { by: id(1) }, FindingStatus::Verified),
            (Move::Close { by: id(2) }, FindingStatus::Closed),
        ];
        let mut status = FindingStatus::Open;
        for (step, expected) in way {
            let next = after(at(status, Severity::High), &step).expect("each step leads to the next");
            assert_eq!(next, expected);
            for (skipped, _) in way.iter().filter(|(other, to)| other.step() != step.step() && *to != status) {
                let leads = after(at(status, Severity::High), skipped);
                let again = matches!(skipped, Move::Ask { .. }) && !status.is_settled();
                assert!(leads.is_err() || again, "{skipped:?} skips a step from {status:?}");
            }
            status = next;
        }
    }

    #[test]
    fn what_is_verified_is_not_settled_and_a_second_person_sends_it_back() {
        let verified = at(FindingStatus::Verified, Severity::High);
        assert_eq!(after(verified, &Move::Ask { answer_by: day("2026-03-27") }), Ok(FindingStatus::WithVendor));
        assert_eq!(after(verified, &Move::Reopen), Ok(FindingStatus::Open));
        assert!(!FindingStatus::Verified.is_settled(), "somebody is to close it");
        for severity in Severity::ALL {
            let counts = at(FindingStatus::Verified, *severity).is_outstanding();
            assert_eq!(
                counts,
                *severity >= Severity::High,
                "{severity:?} counts as open until a second person closes it"
            );
            assert!(at(FindingStatus::EvidenceReceived, *severity).is_outstanding());
            assert!(!at(FindingStatus::Closed, *severity).is_outstanding());
        }
    }

    #[test]
    fn who_verified_a_grave_finding_does_not_close_it() {
        for severity in Severity::ALL {
            let closed = after(at(FindingStatus::Verified, *severity), &Move::Close { by: id(1) });
            let expected =
                if *severity >= Severity::High { Err(Refused::SecondPerson) } else { Ok(FindingStatus::Closed) };
            assert_eq!(closed, expected, "{severity:?}");
        }
    }

    #[test]
    fn what_touches_us_directly_applies_and_what_nobody_judged_cannot_be_put_away() {
        let touching = Standing { exposure: Some(Exposure::Direct), ..at(FindingStatus::Open, Severity::Medium) };
        assert_eq!(after(touching, &Move::NotApplicable), Err(Refused::TouchesUs));
        assert_eq!(
            after(at(FindingStatus::Open, Severity::Low), &Move::NotApplicable),
            Ok(FindingStatus::NotApplicable)
        );
        assert_eq!(after(Standing::UNJUDGED, &Move::NotApplicable), Err(Refused::NotAssessed));
        let question = Move::Ask { answer_by: day(TODAY) };
        assert_eq!(after(Standing::UNJUDGED, &question), Ok(FindingStatus::WithVendor), "asking helps to judge");
        assert_eq!(after(Standing::UNJUDGED, &Move::Ask { answer_by: day("2026-03-16") }), Err(Refused::InThePast));
    }

    #[test]
    fn acceptance_needs_the_guards_and_opens_again_by_hand() {
        let name = Name::parse("Ada Example").expect("a name");
        let roles = vec![Role::Executive];
        let executive = Person { id: id(3), name, title: None, roles, active: true };
        let limits = RiskLimits { rank: Rank::Executive, days: 90 };
        let accept =
            |requester, expires: &str| Move::Accept { requester, approver: &executive, expires: day(expires), limits };
        let open = at(FindingStatus::WithVendor, Severity::Critical);
        assert_eq!(after(open, &accept(id(1), "2026-05-01")), Ok(FindingStatus::Accepted));
        assert_eq!(after(open, &accept(id(3), "2026-05-01")), Err(Refused::SamePerson));
        assert!(matches!(after(open, &accept(id(1), "2026-12-31")), Err(Refused::TooLate { .. })));
        let proved = at(FindingStatus::EvidenceReceived, Severity::Critical);
        assert!(after(proved, &accept(id(1), "2026-05-01")).is_err(), "proof is looked at, not accepted away");
        assert_eq!(after(at(FindingStatus::Accepted, Severity::Critical), &Move::Reopen), Ok(FindingStatus::Open));
        assert!(after(at(FindingStatus::Closed, Severity::Critical), &Move::Reopen).is_err(), "a repeat is a new one");
    }

    #[test]
    fn only_a_clean_test_supersedes() {
        let open = at(FindingStatus::Open, Severity::Medium);
        assert_eq!(after(open, &Move::Supersede { tests_clean: true }), Ok(FindingStatus::Superseded));
        assert_eq!(after(open, &Move::Supersede { tests_clean: false }), Err(Refused::NotTestedClean));
    }
}
