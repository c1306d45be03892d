//! Every rule with an example of each thing that can come of it. An example changes the good vendor of `crate::fixture` and
//! names what then comes of one rule.

mod contract_side;
mod dates;
mod report_side;
mod whole;

use super::{ALL, Rule, RuleOutcome, RuleResult};
use crate::{Policy, Rank, fixture, snapshot::Snapshot};
use countersign_domain::Tier;
use std::collections::BTreeSet;

/// One example.
struct Example {
    code: &'static str,
    expected: RuleOutcome,
    why: &'static str,
    today: &'static str,
    change: fn(&mut Snapshot),
}

const fn example(code: &'static str, expected: RuleOutcome, why: &'static str, change: fn(&mut Snapshot)) -> Example {
    Example { code, expected, why, today: "2026-02-15", change }
}

const fn on(today: &'static str, example: Example) -> Example {
    Example { today, ..example }
}

impl Example {
    fn result(&self) -> RuleResult {
        let mut snapshot = fixture::good();
        (self.change)(&mut snapshot);
        let rule = Rule::of_code(self.code).expect("a rule of that code");
        rule.evaluate(&snapshot, Policy::standard(), fixture::day(self.today))
    }
}

fn examples() -> impl Iterator<Item = &'static Example> {
    report_side::EXAMPLES.iter().chain(dates::EXAMPLES).chain(contract_side::EXAMPLES)
}

#[test]
fn every_example_comes_out_as_it_says() {
    let wrong: Vec<String> = examples()
        .filter_map(|example| {
            let result = example.result();
            (result.outcome != example.expected).then(|| {
                let (code, why, expected) = (example.code, example.why, example.expected);
                format!("{code} ({why}): {expected:?} expected, {:?}: {}", result.outcome, result.found)
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn to_live_without_any_report_is_approved_one_rank_higher() {
    for (tier, rank) in [(Tier::High, Rank::Executive), (Tier::Medium, Rank::RiskOwner.above())] {
        let mut snapshot = fixture::good();
        snapshot.tier = Some(tier);
        snapshot.evidence.clear();
        let policy = Policy::standard();
        let usual = *policy.settings().acceptance.deviation_rank.of(tier);
        let rule = Rule::of_code("REPORT-EVIDENCE").expect("a rule");
        let result = rule.evaluate(&snapshot, policy, fixture::day("2026-02-15"));
        assert_eq!(result.acceptable_by, Some(usual.above()), "{}", result.found);
        assert_eq!(result.acceptable_by, Some(rank), "{tier:?}");
    }
}

/// What cannot come of a rule, and why that is so.
const NEVER: &[(&str, RuleOutcome, &str)] = &[
    ("EXCEPTION-LISTED", RuleOutcome::Fail, "a list not made is missing, one not confirmed a warning"),
    ("CATEGORY-PAPERS", RuleOutcome::Warn, "a paper is current or not"),
    ("PROCESS-APPROVERS", RuleOutcome::Warn, "a role has signed or not"),
];

#[test]
fn every_rule_has_an_example_of_each_thing_that_can_come_of_it() {
    let shown: BTreeSet<(&str, RuleOutcome)> = examples().map(|example| (example.code, example.expected)).collect();
    let mut absent = Vec::new();
    for rule in ALL {
        for outcome in [RuleOutcome::Pass, RuleOutcome::Warn, RuleOutcome::Fail, RuleOutcome::Missing] {
            let never = NEVER.iter().any(|(code, never, _)| *code == rule.code && *never == outcome);
            if !never && !shown.contains(&(rule.code, outcome)) {
                absent.push(format!("{} {outcome:?}", rule.code));
            }
        }
    }
    assert!(absent.is_empty(), "no example of:\n{}", absent.join("\n"));
}
