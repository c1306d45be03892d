//! By when things are due under the policy (`practice.md` §4.3 "between reviews", §5.4, §6.6).

use crate::{Policy, Severity, months, standard::Monitoring};
use chrono::{Days, NaiveDate};
use countersign_domain::{Tier, finding::RiskLimits};

fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// By when the vendor is to answer at first what was asked on `day`.
pub fn first_answer(policy: &Policy, severity: Severity, day: NaiveDate) -> NaiveDate {
    after(day, *policy.settings().targets.first_response_days.of(severity))
}

/// By when a finding made on `day` is to be treated or accepted.
pub fn treatment(policy: &Policy, severity: Severity, day: NaiveDate) -> NaiveDate {
    after(day, *policy.settings().targets.remediation_days.of(severity))
}

/// What the policy asks of an acceptance of a finding (`practice.md` §5.5).
pub fn risk_limits(policy: &Policy, severity: Severity) -> RiskLimits {
    let limits = &policy.settings().acceptance;
    RiskLimits { rank: *limits.rank.of(severity), days: *limits.max_days.of(severity) }
}

/// From which day a finding due on `due` goes a rank higher; `None` where it never does.
pub fn escalation(policy: &Policy, severity: Severity, due: NaiveDate) -> Option<NaiveDate> {
    policy.settings().targets.escalate_overdue_days.of(severity).map(|days| after(due, days).succ_opt().unwrap_or(due))
}

/// The days on which to remind that evidence runs out on `until`, the first reminder first.
pub fn reminders(policy: &Policy, until: NaiveDate) -> Vec<NaiveDate> {
    let days = policy.settings().dates.reminders_days_before_age_limit;
    days.iter().filter_map(|before| until.checked_sub_days(Days::new(u64::from(*before)))).collect()
}

/// The next touchpoint after one on `last`; `None` where the class has none on a schedule.
pub fn touchpoint(policy: &Policy, tier: Tier, last: NaiveDate) -> Option<NaiveDate> {
    match policy.tier(tier).monitoring {
        Monitoring::Quarterly => Some(months::add(last, 3)),
        Monitoring::SemiAnnual => Some(months::add(last, 6)),
        Monitoring::RenewalAndEvent | Monitoring::OnChange => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::day;

    #[test]
    fn what_is_graver_is_due_sooner_and_goes_higher_sooner() {
        let (policy, on) = (Policy::standard(), day("2026-03-01"));
        let days = |by: NaiveDate| (by - on).num_days();
        let first: Vec<i64> = Severity::ALL.iter().map(|severity| days(first_answer(policy, *severity, on))).collect();
        assert_eq!(first, [30, 20, 10, 5], "low to critical, §5.4");
        let treated: Vec<i64> = Severity::ALL.iter().map(|severity| days(treatment(policy, *severity, on))).collect();
        assert_eq!(treated, [180, 90, 60, 30]);
        assert_eq!(escalation(policy, Severity::Critical, on), Some(day("2026-03-02")), "the day after it was due");
        assert_eq!(escalation(policy, Severity::High, on), Some(day("2026-03-09")), "more than seven days overdue");
        assert_eq!(escalation(policy, Severity::Low, on), None);
    }

    #[test]
    fn reminders_come_before_the_end_and_touchpoints_by_class() {
        let policy = Policy::standard();
        let expected = ["2026-10-02", "2026-11-01", "2026-12-01", "2026-12-31"].map(day);
        assert_eq!(reminders(policy, day("2026-12-31")), expected);
        assert_eq!(touchpoint(policy, Tier::Critical, day("2025-11-30")), Some(day("2026-02-28")), "clamped");
        assert_eq!(touchpoint(policy, Tier::Low, day("2025-11-30")), None);
    }
}
