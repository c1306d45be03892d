//! Measures how long the rules take on ten thousand vendors: `cargo run --release -p countersign-policy --example speed`.
//!
//! The vendor is `vendor.json`, varied in class, letters, findings and day. The whole must stay well under one second, so that
//! the register can be worked out again while somebody waits.
#![expect(clippy::print_stdout, reason = "a measure is printed")]

use chrono::{Days, NaiveDate};
use countersign_domain::Tier;
use countersign_policy::{
    Policy, RuleOutcome, conclude, rules,
    snapshot::{Evidence, Snapshot},
};
use std::time::Instant;

const VENDORS: usize = 10_000;

fn main() {
    let base: Snapshot = serde_json::from_str(include_str!("vendor.json")).expect("a snapshot");
    let start: NaiveDate = "2026-02-15".parse().expect("a date");
    let vendors: Vec<(Snapshot, NaiveDate)> = (0..VENDORS).map(|number| vary(&base, start, number)).collect();
    let policy = Policy::standard();

    let clock = Instant::now();
    let mut fails = 0;
    for (snapshot, today) in &vendors {
        let results = rules::evaluate(snapshot, policy, *today);
        fails += results.iter().filter(|result| result.outcome == RuleOutcome::Fail).count();
    }
    let evaluated = clock.elapsed();

    let clock = Instant::now();
    let asks: usize = vendors.iter().map(|(snapshot, today)| conclude(snapshot, policy, *today).asks.len()).sum();
    let concluded = clock.elapsed();

    let rules = rules::ALL.len();
    println!("{VENDORS} vendors x {rules} rules: {} ms, {fails} not met", evaluated.as_millis());
    println!("{VENDORS} verdicts with what to ask for: {} ms, {asks} asked", concluded.as_millis());
}

fn vary(base: &Snapshot, start: NaiveDate, number: usize) -> (Snapshot, NaiveDate) {
    let mut snapshot = base.clone();
    snapshot.tier = Some(Tier::ALL[number % 4]);
    let report: Evidence = snapshot.evidence[0].clone();
    // Every third has nothing but its penetration test, every fifth no findings rated, every seventh an older report too.
    if number.is_multiple_of(3) {
        snapshot.evidence.remove(0);
    }
    if number.is_multiple_of(5) {
        snapshot.findings = None;
    }
    if number.is_multiple_of(7) {
        snapshot.evidence.push(report);
    }
    (snapshot, start + Days::new((number % 500) as u64))
}
