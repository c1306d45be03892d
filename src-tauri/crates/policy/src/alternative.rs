//! The path without a SOC 2 report: how far the twelve core controls carry (`practice.md` §8.3 step 4 and 7).

use crate::{
    Policy, months,
    snapshot::{AlternativePath, CoreControl, CoreScore},
};
use chrono::NaiveDate;
use countersign_domain::Tier;

/// How far the path carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlternativeAssessment {
    /// Whether the core controls suffice for the class; `None` while the answer depends on what was not asked.
    pub enough: Option<bool>,
    /// The controls that are too weak for the class.
    pub weak: Vec<CoreControl>,
    /// The controls that were not asked about and matter for the class.
    pub open: Vec<CoreControl>,
    /// The average of the scores given, in hundredths; `None` where none is given.
    pub average_hundredths: Option<u16>,
    /// Whether somebody of a rank above the usual one has granted it and it has not run out.
    pub granted: bool,
    /// The last day on which it holds, where it was granted: never later than the policy lets it.
    pub until: Option<NaiveDate>,
}

/// Assesses the path for a class.
///
/// Critical: none of the first nine below "shown"; high: none at "none"; medium: the average; low: whatever it is.
pub fn assess(tier: Tier, path: &AlternativePath, policy: &Policy, today: NaiveDate) -> AlternativeAssessment {
    let limits = &policy.settings().alternative;
    let score = |control: &CoreControl| path.scores.get(control).copied();
    let first = usize::from(limits.critical_shown_first).min(CoreControl::ALL.len());
    let decisive: &[CoreControl] = match tier {
        Tier::Critical => &CoreControl::ALL[..first],
        Tier::High | Tier::Medium => CoreControl::ALL,
        Tier::Low => &[],
    };
    let too_weak = |score: CoreScore| match tier {
        Tier::Critical => score < CoreScore::Shown,
        Tier::High => score == CoreScore::None,
        Tier::Medium | Tier::Low => false,
    };
    let open: Vec<CoreControl> = decisive.iter().copied().filter(|control| score(control).is_none()).collect();
    let mut weak: Vec<CoreControl> =
        decisive.iter().copied().filter(|control| score(control).is_some_and(too_weak)).collect();
    let given: Vec<u16> = path.scores.values().map(|score| u16::from(score.points())).collect();
    let average_hundredths =
        u16::try_from(given.len()).ok().filter(|count| *count > 0).map(|count| given.iter().sum::<u16>() * 100 / count);
    let mut enough = if weak.is_empty() { open.is_empty().then_some(true) } else { Some(false) };
    if tier == Tier::Medium && open.is_empty() {
        let wanted = u16::from(limits.medium_average_tenths) * 10;
        let reached = average_hundredths.is_some_and(|average| average >= wanted);
        enough = Some(reached);
        if !reached {
            weak =
                CoreControl::ALL.iter().copied().filter(|c| score(c).is_some_and(|s| s < CoreScore::Shown)).collect();
        }
    }
    let usual = *policy.settings().acceptance.deviation_rank.of(tier);
    let grant = path.granted.as_ref().filter(|grant| grant.rank.is_some_and(|rank| rank >= usual.above()));
    let until =
        grant.map(|grant| grant.expires_on.min(months::add(grant.granted_on, (*limits.max_months.of(tier)).into())));
    let granted = grant.is_some_and(|grant| grant.granted_on <= today) && until.is_some_and(|until| today <= until);
    AlternativeAssessment { enough, weak, open, average_hundredths, granted, until }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rank, snapshot::AlternativeGrant};
    use countersign_domain::PersonId;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn path(scores: impl IntoIterator<Item = CoreScore>) -> AlternativePath {
        let scores = CoreControl::ALL.iter().copied().zip(scores).collect();
        AlternativePath { reason: None, scores, granted: None }
    }

    fn enough(tier: Tier, scores: impl IntoIterator<Item = CoreScore>) -> Option<bool> {
        assess(tier, &path(scores), Policy::standard(), day("2026-03-01")).enough
    }

    #[test]
    fn each_class_has_its_own_measure() {
        use CoreScore::{None as No, Said, Shown, Tested};
        let nine_shown = [Shown, Tested, Shown, Shown, Shown, Shown, Shown, Shown, Shown, No, No, No];
        assert_eq!(enough(Tier::Critical, nine_shown), Some(true), "the first nine decide");
        let ninth_said = [Shown, Shown, Shown, Shown, Shown, Shown, Shown, Shown, Said, Tested, Tested, Tested];
        assert_eq!(enough(Tier::Critical, ninth_said), Some(false), "a word is not enough");
        assert_eq!(enough(Tier::High, [Said; 12]), Some(true), "none is at none");
        assert_eq!(enough(Tier::High, nine_shown), Some(false), "three are at none");
        let half = [Said, Shown, Said, Shown, Said, Shown, Said, Shown, Said, Shown, Said, Shown];
        assert_eq!(enough(Tier::Medium, half), Some(true), "1.5 on average");
        assert_eq!(enough(Tier::Medium, [Said; 12]), Some(false), "1.0 on average");
        assert_eq!(enough(Tier::Low, []), Some(true));
    }

    #[test]
    fn what_was_not_asked_decides_nothing_unless_something_is_too_weak_already() {
        assert_eq!(enough(Tier::Critical, [CoreScore::Shown; 8]), None, "the ninth is open");
        assert_eq!(enough(Tier::Critical, [CoreScore::Said]), Some(false), "the first is too weak whatever follows");
    }

    #[test]
    fn it_is_granted_one_rank_higher_and_not_for_longer_than_the_policy_lets_it() {
        let granted = |rank, expires: &str, today: &str| {
            let mut path = path([CoreScore::Shown; 12]);
            let approver = PersonId::from_uuid(uuid::Uuid::nil());
            let (granted_on, expires_on) = (day("2026-01-01"), day(expires));
            path.granted = Some(AlternativeGrant { approver, rank: Some(rank), granted_on, expires_on });
            assess(Tier::Medium, &path, Policy::standard(), day(today))
        };
        assert!(granted(Rank::Executive, "2026-06-30", "2026-06-30").granted);
        assert!(!granted(Rank::Executive, "2026-06-30", "2026-07-01").granted, "expired");
        assert!(!granted(Rank::RiskOwner, "2026-06-30", "2026-03-01").granted, "one rank too low for medium");
        let long = granted(Rank::Executive, "2030-01-01", "2026-03-01");
        assert_eq!(long.until, Some(day("2027-01-01")), "twelve months at most");
    }
}
