//! The acceptance policy on registers of two sizes: how many vendors are evaluated in a second, and how that grows.

use crate::{
    Outcome,
    table::{self, ms, say, time_ratio},
    timing::{in_turn, timed},
};
use chrono::{Days, NaiveDate};
use countersign_domain::Tier;
use countersign_policy::{Policy, conclude, rules, snapshot::Snapshot};

const RUNS: usize = 5;

/// Vendors of the smaller and the larger register.
const SIZES: [usize; 2] = [1_000, 10_000];

const HEADS: [&str; 7] = ["each vendor", "1,000 ms", "10,000 ms", "growth", "vendors/s", "rules", "evaluations/s"];

pub(crate) fn measure() -> Outcome<()> {
    say(&format!("\nPolicy, every rule on every vendor, medians of {RUNS} runs in turn"));
    let base: Snapshot =
        serde_json::from_str(include_str!("../../../../src-tauri/crates/policy/examples/vendor.json"))?;
    let start: NaiveDate = "2026-02-15".parse()?;
    let registers = SIZES.map(|size| (0..size).map(|number| vary(&base, start, number)).collect::<Vec<_>>());
    let [small, large] = &registers;
    let policy = Policy::standard();
    let evaluate = |vendors: &[(Snapshot, NaiveDate)]| {
        timed(|| Ok(vendors.iter().map(|(facts, today)| rules::evaluate(facts, policy, *today).len()).sum::<usize>()))
    };
    let verdict = |vendors: &[(Snapshot, NaiveDate)]| {
        timed(|| Ok(vendors.iter().map(|(facts, today)| conclude(facts, policy, *today).asks.len()).sum::<usize>()))
    };
    let [few_rules, many_rules, few_verdicts, many_verdicts] = in_turn(
        RUNS,
        [&mut || evaluate(small), &mut || evaluate(large), &mut || verdict(small), &mut || verdict(large)],
    )?;
    let count = rules::ALL.len();
    let rows = [("all rules", few_rules, many_rules), ("verdict with asks", few_verdicts, many_verdicts)]
        .into_iter()
        .map(|(name, few, many)| {
            let rate = large.len() as f64 / many.as_secs_f64().max(f64::EPSILON);
            vec![
                name.to_owned(),
                ms(few),
                ms(many),
                time_ratio(many, few),
                format!("{rate:.0}"),
                count.to_string(),
                format!("{:.0}", rate * count as f64),
            ]
        })
        .collect::<Vec<_>>();
    table::print(&HEADS, &rows);
    Ok(())
}

/// Another class, other letters and findings, another day for each.
fn vary(base: &Snapshot, start: NaiveDate, number: usize) -> (Snapshot, NaiveDate) {
    let mut snapshot = base.clone();
    snapshot.tier = Some(Tier::ALL[number % 4]);
    let report = snapshot.evidence[0].clone();
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
