//! What holds of all rules.

use super::ALL;
use crate::{
    Policy, Rank,
    fixture::{self, day, good, letter, next_audit},
    questions,
    rules::{Family, Rule, RuleOutcome, RuleResult, evaluate},
    snapshot::{Evidence, LetterSigner, Licence, Snapshot},
};
use chrono::{Days, NaiveDate};
use countersign_domain::{Kind, Tier, register::DataClass};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn codes_are_unique_and_every_rule_explains_itself() {
    let codes: BTreeSet<&str> = ALL.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), ALL.len(), "a code names one rule");
    for rule in ALL {
        let Rule { code, help, source, questions: answered, .. } = rule;
        for (what, text) in
            [("checks", help.checks), ("why", help.why), ("evidence", help.evidence), ("resolve", help.resolve)]
        {
            assert!(text.len() > 40 && text.ends_with('.'), "{code}: {what} is a paragraph: {text}");
            assert!(!text.to_lowercase().contains("certified"), "{code}: SOC 2 is an attestation");
        }
        assert!(source.starts_with("practice.md §"), "{code}: {source}");
        for id in *answered {
            assert!(questions::of_id(id).is_some(), "{code} names a question that does not exist: {id}");
        }
    }
    let families: BTreeSet<Family> = ALL.iter().map(|rule| rule.family).collect();
    assert_eq!(families.len(), Family::ALL.len(), "every family has a rule");
}

#[test]
fn of_an_unknown_vendor_everything_is_missing_and_nothing_guessed() {
    for tier in [None, Some(Tier::Critical), Some(Tier::Low)] {
        let unknown = Snapshot { tier, in_use: true, ..Snapshot::default() };
        for result in evaluate(&unknown, Policy::standard(), fixture::today()) {
            let said = matches!(result.outcome, RuleOutcome::Missing | RuleOutcome::NotApplicable);
            assert!(said, "{} of {tier:?}: {:?} {}", result.code, result.outcome, result.found);
        }
    }
}

#[test]
fn who_may_accept_is_never_below_what_the_policy_names() {
    let result =
        Rule::of_code("REPORT-SOURCE").expect("a rule").evaluate(&good(), Policy::standard(), fixture::today());
    assert_eq!(result.acceptable_by, Some(Rank::Executive), "a deviation for a critical vendor");
}

#[test]
fn a_snapshot_survives_being_stored() {
    let snapshot = good();
    let json = serde_json::to_string(&snapshot).expect("plain data");
    assert_eq!(serde_json::from_str::<Snapshot>(&json).expect("reads back"), snapshot);
}

#[test]
fn switches_of_the_policy_change_what_rules_say() {
    let outcome = |changes: &[(&str, Value)], code: &str, today: &str, change: fn(&mut Snapshot)| {
        let policy = Policy::standard().with(changes).expect("a policy");
        let mut snapshot = good();
        change(&mut snapshot);
        Rule::of_code(code).expect("a rule").evaluate(&snapshot, &policy, day(today)).outcome
    };
    let abroad = |s: &mut Snapshot| s.firm_checks[0].licence = Some(Licence::OtherJurisdiction);
    let closed = [("firm.accept_other_jurisdiction", json!(false))];
    assert_eq!(outcome(&[], "FIRM-LICENCE", "2026-02-15", abroad), RuleOutcome::Warn);
    assert_eq!(outcome(&closed, "FIRM-LICENCE", "2026-02-15", abroad), RuleOutcome::Fail);
    let health = |s: &mut Snapshot| {
        s.profile.engagements[0].data = Some([DataClass::SpecialPersonal].into());
        s.evidence.push(Evidence::new(fixture::document(60), Kind::Dpa));
    };
    let strict = [("categories.accept_confidentiality_and_dpa_for_privacy", json!(false))];
    assert_eq!(outcome(&[], "CATEGORY-COVERED", "2026-02-15", health), RuleOutcome::Pass);
    assert_eq!(outcome(&strict, "CATEGORY-COVERED", "2026-02-15", health), RuleOutcome::Fail);
    let two = |s: &mut Snapshot| {
        s.evidence.push(letter(20, "2026-01-01", "2026-03-31"));
        s.evidence.push(letter(21, "2026-04-01", "2026-06-30"));
    };
    let single = [("bridge_letter.chainable", json!(false))];
    assert_eq!(outcome(&[], "DATE-GAP", "2026-08-01", two), RuleOutcome::Pass);
    assert_eq!(outcome(&single, "DATE-GAP", "2026-08-01", two), RuleOutcome::Warn, "only the first letter joins");
    let unsigned = [("bridge_letter.must_be_signed_by_management", json!(false))];
    let nobody = |s: &mut Snapshot| s.evidence.push(signed_by(LetterSigner::Other));
    assert_eq!(outcome(&unsigned, "DATE-GAP", "2026-08-01", nobody), RuleOutcome::Pass);
    assert_eq!(outcome(&[], "DATE-GAP", "2026-08-01", nobody), RuleOutcome::Fail);
    let auditor = |s: &mut Snapshot| s.evidence.push(signed_by(LetterSigner::Auditor));
    assert_eq!(outcome(&unsigned, "DATE-GAP", "2026-08-01", auditor), RuleOutcome::Fail, "a letter is never assurance");
}

#[test]
fn who_approves_and_how_old_proofs_may_be_follow_the_policy() {
    let outcome = |changes: &[(&str, Value)], code: &str, change: fn(&mut Snapshot)| {
        let policy = Policy::standard().with(changes).expect("a policy");
        let mut snapshot = good();
        change(&mut snapshot);
        Rule::of_code(code).expect("a rule").evaluate(&snapshot, &policy, day("2026-02-15")).outcome
    };
    let alone = |s: &mut Snapshot| {
        for approval in &mut s.approvals {
            approval.person = fixture::person(2);
        }
    };
    let one = [("acceptance.two_people.critical", json!(false))];
    assert_eq!(outcome(&[], "PROCESS-APPROVERS", alone), RuleOutcome::Fail);
    assert_eq!(outcome(&one, "PROCESS-APPROVERS", alone), RuleOutcome::Pass);
    // The export of the good vendor was tested five months ago.
    let soon = [("continuity.export_test_months", json!(3))];
    assert_eq!(outcome(&[], "CONTINUITY-EXPORT", |_| {}), RuleOutcome::Pass);
    assert_eq!(outcome(&soon, "CONTINUITY-EXPORT", |_| {}), RuleOutcome::Fail);
}

#[test]
fn what_is_asked_for_a_gap_ends_the_day_before_the_next_period() {
    let mut snapshot = good();
    let mut before = fixture::report();
    before.id = fixture::document(70);
    before.period_start = Some(crate::snapshot::Cited::on(3, day("2024-01-01")));
    before.period_end = Some(crate::snapshot::Cited::on(3, day("2024-12-15")));
    snapshot.evidence.push(before);
    let rule = Rule::of_code("DATE-CONTINUITY").expect("a rule");
    let result = rule.evaluate(&snapshot, Policy::standard(), day("2026-02-15"));
    let ask = crate::Ask::BridgeLetter { from: day("2024-12-16"), to: day("2024-12-31") };
    assert_eq!(result.asks, [ask], "sixteen days, and the first of January is examined again");
}

#[test]
fn a_second_report_that_names_another_service_is_named_and_covers_nothing() {
    let mut snapshot = good();
    let mut second = fixture::engagement();
    second.id = countersign_domain::EngagementId::from_uuid(uuid::Uuid::from_u128(2));
    second.name = fixture::name("Northwind Payroll");
    snapshot.profile.engagements.push(second);
    let mut other = fixture::report();
    other.id = fixture::document(71);
    other.period_end = Some(crate::snapshot::Cited::on(3, day("2025-09-30")));
    other.system = Some(crate::snapshot::Cited::on(1, "Northwind Payroll System".to_owned()));
    snapshot.evidence.push(other);
    let rule = Rule::of_code("ENTITY-PRODUCT").expect("a rule");
    let result = rule.evaluate(&snapshot, Policy::standard(), day("2026-02-15"));
    assert_eq!(result.outcome, RuleOutcome::Missing);
    assert!(
        result.found.contains("another report, on Northwind Payroll System, names Northwind Payroll"),
        "{result:?}"
    );
}

#[test]
fn a_review_that_did_not_look_at_what_counts_now_is_said_so() {
    let outcome = |saw: u128| {
        let mut snapshot = good();
        snapshot.reviews[0].saw = Some([fixture::document(saw)].into());
        let rule = Rule::of_code("PROCESS-SECOND-READER").expect("a rule");
        rule.evaluate(&snapshot, Policy::standard(), day("2026-02-15")).outcome
    };
    assert_eq!((outcome(fixture::REPORT), outcome(fixture::OTHER)), (RuleOutcome::Pass, RuleOutcome::Missing));
}

fn signed_by(signer: LetterSigner) -> Evidence {
    let mut letter = letter(20, "2026-01-01", "2026-06-30");
    letter.letter.as_mut().expect("facts").signer = Some(signer);
    letter
}

fn of(results: &[RuleResult], code: &str) -> RuleOutcome {
    results.iter().find(|result| result.code == code).expect("a rule").outcome
}

fn badness(outcome: RuleOutcome) -> u8 {
    match outcome {
        RuleOutcome::Pass | RuleOutcome::NotApplicable => 0,
        RuleOutcome::Warn => 1,
        RuleOutcome::Missing => 2,
        RuleOutcome::Fail => 3,
    }
}

fn tiers() -> impl Strategy<Value = Tier> {
    prop::sample::select(Tier::ALL.to_vec())
}

fn vendor(tier: Tier, spans: &[(u64, u64)], proven: bool) -> Snapshot {
    let end = day("2025-12-31");
    let mut snapshot = good();
    snapshot.tier = Some(tier);
    for (number, (from, length)) in spans.iter().enumerate() {
        let from: NaiveDate = end + Days::new(1 + from);
        let (first, last) = (from.to_string(), (from + Days::new(*length)).to_string());
        snapshot.evidence.push(letter(20 + number as u128, &first, &last));
    }
    snapshot.next_audit = proven.then(|| next_audit("2027-02-01"));
    snapshot
}

proptest! {
    /// Time heals nothing: what is held grows only older.
    #[test]
    fn age_and_gap_only_get_worse_with_time(
        tier in tiers(),
        spans in prop::collection::vec((0u64..200, 0u64..200), 0..3),
        proven: bool,
        first in 0u64..900,
        later in 0u64..300,
    ) {
        let snapshot = vendor(tier, &spans, proven);
        let today = day("2025-12-31") + Days::new(first);
        let before = evaluate(&snapshot, Policy::standard(), today);
        let after = evaluate(&snapshot, Policy::standard(), today + Days::new(later));
        for code in ["DATE-AGE", "DATE-GAP"] {
            prop_assert!(badness(of(&after, code)) >= badness(of(&before, code)), "{} got better with time", code);
        }
    }

    /// One letter more never makes age or gap worse, and never shortens what suffices.
    #[test]
    fn another_letter_never_takes_anything_away(
        tier in tiers(),
        spans in prop::collection::vec((0u64..200, 0u64..300), 0..3),
        more in (0u64..300, 0u64..300),
        proven: bool,
        now in 0u64..900,
    ) {
        let today = day("2025-12-31") + Days::new(now);
        let fewer = vendor(tier, &spans, proven);
        let mut with = spans.clone();
        with.push(more);
        let greater = vendor(tier, &with, proven);
        let (before, after) =
            (evaluate(&fewer, Policy::standard(), today), evaluate(&greater, Policy::standard(), today));
        for code in ["DATE-AGE", "DATE-GAP"] {
            prop_assert!(badness(of(&after, code)) <= badness(of(&before, code)), "{} got worse by a letter", code);
        }
        let until = |snapshot: &Snapshot| crate::conclude(snapshot, Policy::standard(), today).evidence_until;
        prop_assert!(until(&greater).map(|until| until.day) >= until(&fewer).map(|until| until.day));
    }

    /// The day until which evidence suffices and the rules on dates agree, day by day.
    #[test]
    fn evidence_suffices_exactly_as_long_as_no_rule_on_dates_fails(
        tier in tiers(),
        spans in prop::collection::vec((0u64..5, 0u64..300), 0..3),
        proven: bool,
        now in 0u64..900,
    ) {
        let snapshot = vendor(tier, &spans, proven);
        let today = day("2025-12-31") + Days::new(now);
        let conclusion = crate::conclude(&snapshot, Policy::standard(), today);
        let until = conclusion.evidence_until.expect("class and dates are known").day;
        let results = evaluate(&snapshot, Policy::standard(), today);
        let fails = ["DATE-AGE", "DATE-GAP"].iter().any(|code| of(&results, code) == RuleOutcome::Fail);
        prop_assert_eq!(today > until, fails, "until {}", until);
    }

    /// Whatever the dates are, nothing panics, and a report that is not whole in its dates never passes for young.
    #[test]
    fn any_dates_give_an_answer(
        start in -2000i64..2000, length in -400i64..800, lag in -400i64..800, now in -2000i64..4000,
    ) {
        let base = day("2024-06-30");
        let shift = |days: i64| base + chrono::TimeDelta::days(days);
        let mut snapshot = good();
        let dates = [shift(start), shift(start + length), shift(start + length + lag)]
            .map(|date| Some(crate::snapshot::Cited::on(1, date)));
        let [first, last, dated] = dates;
        (snapshot.evidence[0].period_start, snapshot.evidence[0].period_end) = (first, last);
        snapshot.evidence[0].report_date = dated;
        let today = shift(now);
        let results = evaluate(&snapshot, Policy::standard(), today);
        let impossible = length <= 0 || lag < 0 || shift(start + length) > today || shift(start + length + lag) > today;
        prop_assert_eq!(of(&results, "DATE-ORDER") == RuleOutcome::Fail, impossible);
    }
}

/// The vendor that `examples/speed.rs` measures with is the good one. To write it anew after a change of the snapshot:
/// `cargo test -p countersign-policy write_the_example -- --ignored`.
#[test]
fn the_example_is_the_good_vendor() {
    let example: Snapshot = serde_json::from_str(include_str!("../../../examples/vendor.json")).expect("a snapshot");
    assert_eq!(example, good());
}

#[test]
#[ignore = "writes a file of the repository"]
fn write_the_example() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/vendor.json");
    let json = serde_json::to_string_pretty(&good()).expect("plain data");
    std::fs::write(path, json + "\n").expect("the repository can be written");
}
