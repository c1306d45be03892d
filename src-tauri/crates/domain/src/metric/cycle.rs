//! From intake to decision, by the stages that a vendor passed.

use crate::{Stage, lifecycle::passes_activation};
use chrono::NaiveDate;

/// A stage that a vendor came to, and the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// The day.
    pub on: NaiveDate,
    /// The stage before; `None` where the vendor was entered there.
    pub was: Option<Stage>,
    /// The stage.
    pub stage: Stage,
}

/// How long the way to a decision took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cycle {
    /// Days from intake to decision.
    pub days: i64,
    /// Of these, days of waiting for the vendor.
    pub with_vendor: i64,
}

const fn waits_for_vendor(stage: Stage) -> bool {
    matches!(stage, Stage::EvidenceRequested | Stage::MoreEvidence)
}

const fn is_used(stage: Stage) -> bool {
    matches!(stage, Stage::Onboarding | Stage::Active | Stage::ReviewDue | Stage::AtRisk)
}

/// Days within `from` to `to` on which the vendor was waited for; `passed` is in the order of time.
pub fn with_vendor_days(passed: &[Passed], from: NaiveDate, to: NaiveDate) -> i64 {
    let ends = passed.iter().skip(1).map(|next| next.on).chain([to]);
    let waited = passed.iter().zip(ends).filter(|(at, _)| waits_for_vendor(at.stage));
    waited.map(|(at, end)| (end.min(to) - at.on.max(from)).num_days().max(0)).sum()
}

/// How long the first decision took; `passed` is in the order of time. `None` where the vendor was entered in use or decided,
/// or nobody knows when it was entered: there was no way to measure.
pub fn cycle(passed: &[Passed], decided_on: NaiveDate) -> Option<Cycle> {
    let entered = passed.first()?;
    let before = matches!(
        entered.stage,
        Stage::Draft
            | Stage::Intake
            | Stage::Tiered
            | Stage::EvidenceRequested
            | Stage::InReview
            | Stage::DecisionPending
    );
    let known = entered.was.is_none() && before;
    let intake = passed.iter().find(|at| at.stage != Stage::Draft).filter(|_| known)?.on;
    let days = (decided_on - intake).num_days();
    (days >= 0).then(|| Cycle { days, with_vendor: with_vendor_days(passed, intake, decided_on) })
}

/// The day on which a vendor went live: from a stage before use to one of use, or past it into a renewal
/// ([`passes_activation`]). `None` where it did not, or was entered in use or on its way out, or nobody knows how it was
/// entered: coming back from a renewal is no beginning.
pub fn went_live(passed: &[Passed]) -> Option<NaiveDate> {
    let entered = passed.first()?;
    if entered.was.is_some() || is_used(entered.stage) || entered.stage == Stage::Offboarding {
        return None;
    }
    let live = |at: &&Passed| {
        at.was.is_some_and(|was| passes_activation(was, at.stage) || (is_used(at.stage) && !is_used(was)))
    };
    passed.iter().find(live).map(|at| at.on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn way(steps: &[(&str, Stage)]) -> Vec<Passed> {
        let before = std::iter::once(None).chain(steps.iter().map(|(_, stage)| Some(*stage)));
        steps.iter().zip(before).map(|((on, stage), was)| Passed { on: day(on), was, stage: *stage }).collect()
    }

    #[test]
    fn the_clock_stands_while_the_vendor_is_waited_for() {
        let passed = way(&[
            ("2026-01-02", Stage::Draft),
            ("2026-01-05", Stage::Intake),
            ("2026-01-07", Stage::EvidenceRequested),
            ("2026-01-21", Stage::InReview),
            ("2026-01-25", Stage::MoreEvidence),
            ("2026-01-30", Stage::InReview),
        ]);
        assert_eq!(cycle(&passed, day("2026-02-04")), Some(Cycle { days: 30, with_vendor: 19 }), "14 and 5 days");
        assert_eq!(
            cycle(&passed, day("2026-01-10")),
            Some(Cycle { days: 5, with_vendor: 3 }),
            "what came later is not counted"
        );
    }

    #[test]
    fn who_was_entered_in_use_has_no_way_and_did_not_go_live() {
        let passed = way(&[("2026-01-05", Stage::Active), ("2026-02-05", Stage::ReviewDue)]);
        assert_eq!(cycle(&passed, day("2026-03-01")), None);
        assert_eq!(went_live(&passed), None);
        let passed = way(&[
            ("2026-01-05", Stage::Intake),
            ("2026-02-05", Stage::Approved),
            ("2026-02-09", Stage::Onboarding),
            ("2026-02-20", Stage::Active),
        ]);
        assert_eq!(went_live(&passed), Some(day("2026-02-09")));
        let known_later = passed.get(1..).expect("later steps");
        assert_eq!(went_live(known_later), None, "how it was entered is not known: this may be a renewal");
        let passed_over = way(&[
            ("2026-01-05", Stage::Intake),
            ("2026-02-05", Stage::Approved),
            ("2026-03-09", Stage::InReview),
            ("2026-03-20", Stage::Approved),
            ("2026-03-25", Stage::Active),
        ]);
        assert_eq!(
            went_live(&passed_over),
            Some(day("2026-03-09")),
            "looked at again before anybody said that it is used"
        );
        let left = way(&[("2026-01-05", Stage::Intake), ("2026-02-05", Stage::Offboarding)]);
        assert_eq!(went_live(&left), None, "an exit is no beginning");
    }
}
