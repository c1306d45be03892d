//! Living with a finding for a time (`practice.md` §5.5): who may grant it, until when, and whether it still holds.

use super::Refused;
use crate::{Person, PersonId, Rank};
use chrono::{Days, NaiveDate};

/// What the policy asks of an acceptance of a finding of some severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RiskLimits {
    /// The least rank that may grant it.
    pub rank: Rank,
    /// The longest time for which it holds.
    pub days: u16,
}

/// An acceptance as it was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted {
    /// Who asked for it.
    pub requester: Option<PersonId>,
    /// Who granted it.
    pub approver: PersonId,
    /// Their rank when they did.
    pub rank: Option<Rank>,
    /// When.
    pub on: NaiveDate,
    /// The last day for which it was granted.
    pub expires: NaiveDate,
}

impl RiskLimits {
    /// The last day of an acceptance that is granted on `day`.
    pub fn latest(self, day: NaiveDate) -> NaiveDate {
        day.checked_add_days(Days::new(self.days.into())).unwrap_or(NaiveDate::MAX)
    }

    /// What is asked where it was accepted before and is not mended: executives say whether one goes on living with it (`practice.md`
    /// §5.5).
    #[must_use]
    pub fn again(self) -> Self {
        Self { rank: self.rank.max(Rank::Executive), ..self }
    }

    /// Whether the approver may grant the requester an acceptance to that day; gives the approver's rank.
    pub fn grant(
        self,
        requester: PersonId,
        approver: &Person,
        expires: NaiveDate,
        today: NaiveDate,
    ) -> Result<Rank, Refused> {
        if requester == approver.id {
            return Err(Refused::SamePerson);
        }
        let rank = Rank::of(&approver.roles).filter(|rank| *rank >= self.rank);
        let rank = rank.ok_or(Refused::RankTooLow { needed: self.rank })?;
        if expires < today {
            return Err(Refused::InThePast);
        }
        let latest = self.latest(today);
        if expires > latest { Err(Refused::TooLate { latest }) } else { Ok(rank) }
    }

    /// Until when an acceptance holds, if it does today: by the right rank, by another than who asked, and to its own end or
    /// the policy's, whichever comes first.
    pub fn holds_until(self, granted: &Granted, today: NaiveDate) -> Option<NaiveDate> {
        let until = granted.expires.min(self.latest(granted.on));
        let valid = granted.rank.is_some_and(|rank| rank >= self.rank)
            && granted.requester != Some(granted.approver)
            && (granted.on..=until).contains(&today);
        valid.then_some(until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Name, Role};

    fn id(number: u128) -> PersonId {
        PersonId::from_uuid(uuid::Uuid::from_u128(number))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn person(number: u128, roles: &[Role]) -> Person {
        let name = Name::parse("Ada Example").expect("a name");
        Person { id: id(number), name, title: None, roles: roles.to_vec(), active: true }
    }

    const HIGH: RiskLimits = RiskLimits { rank: Rank::RiskOwner, days: 180 };

    #[test]
    fn nobody_grants_their_own_wish_or_beyond_their_rank_or_for_ever() {
        let owner = person(2, &[Role::SecurityOwner]);
        let (today, expires) = (day("2026-01-01"), day("2026-06-30"));
        assert_eq!(HIGH.grant(id(1), &owner, expires, today), Ok(Rank::RiskOwner), "180 days to the day");
        assert_eq!(HIGH.grant(id(2), &owner, expires, today), Err(Refused::SamePerson));
        let reviewer = person(2, &[Role::Reviewer]);
        assert_eq!(HIGH.grant(id(1), &reviewer, expires, today), Err(Refused::RankTooLow { needed: Rank::RiskOwner }));
        assert_eq!(HIGH.grant(id(1), &owner, day("2026-07-01"), today), Err(Refused::TooLate { latest: expires }));
        assert_eq!(HIGH.grant(id(1), &owner, day("2025-12-31"), today), Err(Refused::InThePast));
    }

    #[test]
    fn what_is_not_mended_when_an_acceptance_is_renewed_goes_to_executives() {
        let low = RiskLimits { rank: Rank::TeamMember, days: 365 };
        let (owner, executive) = (person(2, &[Role::SecurityOwner]), person(3, &[Role::Executive]));
        let (today, expires) = (day("2026-01-01"), day("2026-06-30"));
        assert!(low.grant(id(1), &owner, expires, today).is_ok(), "the first time");
        let refused = Err(Refused::RankTooLow { needed: Rank::Executive });
        assert_eq!(low.again().grant(id(1), &owner, expires, today), refused);
        assert_eq!(low.again().grant(id(1), &executive, expires, today), Ok(Rank::Executive));
    }

    #[test]
    fn an_acceptance_ends_at_its_day_or_the_policys_and_falls_when_the_finding_becomes_graver() {
        let granted = Granted {
            requester: Some(id(1)),
            approver: id(2),
            rank: Some(Rank::RiskOwner),
            on: day("2026-01-01"),
            expires: day("2026-04-30"),
        };
        assert_eq!(HIGH.holds_until(&granted, day("2026-04-30")), Some(day("2026-04-30")), "on its last day too");
        assert_eq!(HIGH.holds_until(&granted, day("2026-05-01")), None);
        let shorter = RiskLimits { days: 30, ..HIGH };
        assert_eq!(shorter.holds_until(&granted, day("2026-01-15")), Some(day("2026-01-31")), "the policy's end");
        let critical = RiskLimits { rank: Rank::Executive, days: 90 };
        assert_eq!(critical.holds_until(&granted, day("2026-01-15")), None, "a graver finding needs a higher rank");
    }
}
