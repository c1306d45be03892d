//! A vendor with two services and a report for each.

use super::super::{Conclusion, Verdict, conclude, result_of};
use crate::{
    Policy, Rank, RuleOutcome, Snapshot,
    ask::Ask,
    fixture::{self, day, deviation, document, good, letter},
    questions::{Suggestions, not_proved},
    rules::{ALL, Rule},
    snapshot::{Cited, Evidence},
    watch::EvidenceDays,
};
use countersign_domain::{Category, EngagementId, register::DataClass};
use std::collections::BTreeSet;
use uuid::Uuid;

const PAYROLL_REPORT: u128 = 40;

fn service(number: u128) -> EngagementId {
    EngagementId::from_uuid(Uuid::from_u128(number))
}

/// The good vendor that also runs a payroll for us, with a report on it to the end of November.
fn two() -> Snapshot {
    let mut snapshot = good();
    let mut payroll = fixture::engagement();
    payroll.id = service(2);
    payroll.name = fixture::name("Northwind Payroll");
    snapshot.profile.engagements.push(payroll);
    snapshot.evidence[0].covers = Some(BTreeSet::from([service(1)]));
    let mut report = fixture::report();
    report.id = document(PAYROLL_REPORT);
    report.system = Some(Cited::on(1, "Northwind Payroll System".to_owned()));
    report.period_start = Some(Cited::on(3, day("2024-12-01")));
    report.period_end = Some(Cited::on(3, day("2025-11-30")));
    report.report_date = Some(Cited::on(5, day("2026-01-10")));
    report.covers = Some(BTreeSet::from([service(2)]));
    snapshot.evidence.push(report);
    snapshot
}

fn parted(mut snapshot: Snapshot) -> Snapshot {
    snapshot.of_services = snapshot.split();
    snapshot
}

fn concluded(snapshot: Snapshot, on: &str) -> Conclusion {
    conclude(&parted(snapshot), Policy::standard(), day(on))
}

fn verdicts(conclusion: &Conclusion) -> Vec<(&str, Verdict)> {
    conclusion.services.iter().map(|one| (one.name.as_str(), one.conclusion.verdict)).collect()
}

fn found<'c>(conclusion: &'c Conclusion, code: &str) -> &'c str {
    let weighed = conclusion.results.iter().find(|weighed| weighed.result.code == code);
    &weighed.expect("a rule of that code").result.found
}

#[test]
fn a_statement_that_ends_in_a_legal_form_has_one_full_stop() {
    let each = ["For A: Northwind, Inc.", "For B: none", "For C: Heron Ltd."].map(str::to_owned);
    assert_eq!(super::sentences(&each), "For A: Northwind, Inc. For B: none. For C: Heron Ltd.");
}

#[test]
fn each_service_is_judged_on_its_own_report_and_the_weakest_decides() {
    let accept = [("Northwind Ledger", Verdict::Accept), ("Northwind Payroll", Verdict::Accept)];
    let both = concluded(two(), "2026-02-15");
    assert_eq!(verdicts(&both), accept, "both suffice");
    assert_eq!((both.verdict, both.results.len()), (Verdict::Accept, ALL.len()), "a rule has one result");
    // Six months after the end of November nothing covers the payroll any more; the other report goes on to the end of June.
    let later = concluded(two(), "2026-06-15");
    let [ledger, payroll] = &later.services[..] else { panic!("two services: {:?}", verdicts(&later)) };
    assert!(ledger.conclusion.verdict < Verdict::Escalate, "{:?}", ledger.conclusion.deciding);
    assert_eq!(payroll.conclusion.verdict, Verdict::Escalate, "{:?}", payroll.conclusion.deciding);
    assert_eq!((later.verdict, later.deciding.clone()), (Verdict::Escalate, payroll.conclusion.deciding.clone()));
    assert!(found(&later, "DATE-GAP").starts_with("For Northwind Ledger: "), "{}", found(&later, "DATE-GAP"));
    assert!(found(&later, "DATE-GAP").contains(". For Northwind Payroll: "), "{}", found(&later, "DATE-GAP"));
    let asked: Vec<String> = later.asks.iter().map(Ask::line).collect();
    let bridge = "for Northwind Payroll: a bridge letter signed by your management for 1 December 2025";
    assert!(asked.iter().any(|line| line.starts_with(bridge)), "{asked:?}");
}

#[test]
fn what_covers_only_one_leaves_the_other_without_evidence() {
    let mut snapshot = two();
    snapshot.evidence.pop();
    let conclusion = concluded(snapshot.clone(), "2026-02-15");
    let [ledger, payroll] = &conclusion.services[..] else { panic!("two services") };
    assert_eq!((ledger.conclusion.verdict, payroll.conclusion.verdict), (Verdict::Accept, Verdict::MoreEvidence));
    assert_eq!(conclusion.verdict, Verdict::MoreEvidence);
    assert_eq!(conclusion.evidence_until, None, "the other's day is not the vendor's");
    assert!(ledger.conclusion.evidence_until.is_some());
    // What a report does not prove is said of the report that there is.
    let gaps = not_proved(&parted(snapshot.clone()), Policy::standard(), fixture::today());
    assert!(gaps.iter().all(|gap| gap.statement.starts_with("For Northwind Ledger: ")), "{gaps:?}");
    let snapshot = parted(snapshot);
    let (case, days) = EvidenceDays::of_whole(&snapshot, Policy::standard(), fixture::today());
    assert!(case.main().is_none() && days.until.is_none(), "figures count the service of which least is held");
}

#[test]
fn letters_deviations_and_categories_are_those_of_the_service() {
    let mut snapshot = two();
    let mut bridge: Evidence = letter(41, "2025-12-01", "2026-05-31");
    bridge.covers = Some(BTreeSet::from([service(1)]));
    snapshot.evidence.push(bridge);
    let gap = |snapshot: Snapshot| {
        let later = concluded(snapshot, "2026-06-15");
        let of = |at: usize| later.services[at].conclusion.results.iter().find(|w| w.result.code == "DATE-GAP");
        [0, 1].map(|at| of(at).map(|weighed| (weighed.result.outcome, weighed.is_open())))
    };
    assert_eq!(gap(snapshot.clone())[1], Some((RuleOutcome::Fail, true)), "the letter speaks of the other service");
    let mut allowed = deviation("DATE-GAP", Rank::Executive, "2026-06-01", "2026-08-01");
    allowed.services = Some(BTreeSet::from([service(1)]));
    snapshot.deviations = vec![allowed.clone()];
    assert_eq!(gap(snapshot.clone())[1], Some((RuleOutcome::Fail, true)), "so does the deviation");
    allowed.services = None;
    snapshot.deviations = vec![allowed];
    assert_eq!(gap(snapshot.clone())[1], Some((RuleOutcome::Fail, false)), "one that names only a rule counts for all");

    // One for some services answers for no more than these, whatever papers tell apart by then.
    let mut of_one = snapshot.deviations[0].clone();
    of_one.services = Some(BTreeSet::from([service(1)]));
    assert!(of_one.is_for(&[service(1)]) && !of_one.is_for(&[service(1), service(2)]) && !of_one.is_for(&[]));
    let mut whole = snapshot.clone();
    whole.deviations.push(of_one);
    whole.keep_deviations_for_all();
    assert_eq!(whole.deviations, snapshot.deviations);

    snapshot.profile.engagements[1].data = Some([DataClass::SpecialPersonal].into());
    let conclusion = concluded(snapshot.clone(), "2026-02-15");
    let covered = |at: usize| {
        let results = &conclusion.services[at].conclusion.results;
        results.iter().find(|weighed| weighed.result.code == "CATEGORY-COVERED").map(|weighed| weighed.result.outcome)
    };
    assert_eq!(covered(0), Some(RuleOutcome::Pass), "health data goes to the payroll");
    assert_eq!(covered(1), Some(RuleOutcome::Fail));
    snapshot.evidence[2].categories = Some(Cited::on(3, Category::ALL.to_vec()));
    let conclusion = concluded(snapshot, "2026-02-15");
    let results = conclusion.results.iter().find(|weighed| weighed.result.code == "CATEGORY-COVERED");
    assert_eq!(results.map(|weighed| weighed.result.outcome), Some(RuleOutcome::Pass), "its own report covers it");
}

#[test]
fn nothing_is_parted_where_papers_tell_no_services_apart() {
    let mut silent = two();
    for paper in &mut silent.evidence {
        paper.covers = None;
    }
    assert_eq!(silent.split(), [], "nobody told");
    assert_eq!(silent.by_service().map(|(name, _)| name).collect::<Vec<_>>(), [None], "the vendor is one");
    let mut both = good();
    both.profile.engagements = two().profile.engagements;
    both.evidence[0].covers = Some(BTreeSet::from([service(1), service(2)]));
    assert_eq!(both.split(), [], "one report covers both");
    let mut one = good();
    one.evidence[0].covers = Some(BTreeSet::from([service(1)]));
    assert_eq!(one.split(), [], "with one service there is nothing to tell apart");
    assert_eq!(two().split().len(), 2);
}

#[test]
fn a_paper_that_names_only_what_we_buy_no_more_covers_nothing() {
    let mut snapshot = two();
    snapshot.evidence[2].covers = Some(BTreeSet::from([service(7)]));
    let conclusion = concluded(snapshot, "2026-02-15");
    let names = [("Northwind Ledger", Verdict::Accept), ("Northwind Payroll", Verdict::MoreEvidence)];
    assert_eq!(verdicts(&conclusion), names);
}

#[test]
fn the_report_of_a_service_that_was_given_up_is_no_evidence_of_the_one_that_is_left() {
    let mut snapshot = two();
    snapshot.profile.engagements.pop();
    let left = concluded(snapshot.clone(), "2026-02-15");
    assert_eq!(verdicts(&left), [("Northwind Ledger", Verdict::Accept)]);
    let of_left = concluded(
        {
            let mut alone = snapshot.clone();
            alone.evidence.retain(|paper| paper.id != document(PAYROLL_REPORT));
            alone
        },
        "2026-02-15",
    );
    assert_eq!((left.evidence_until, &left.asks), (of_left.evidence_until, &of_left.asks), "as if it were not there");
    snapshot.evidence.remove(0);
    let only = concluded(snapshot.clone(), "2026-02-15");
    assert_eq!((only.verdict, only.evidence_until), (Verdict::MoreEvidence, None), "not even where no other is held");
    snapshot.profile.engagements.clear();
    assert_eq!(snapshot.split(), [], "while nothing is entered that is bought there is nothing to compare with");
}

#[test]
fn one_rule_alone_gives_what_all_give() {
    let snapshot = parted(two());
    let conclusion = conclude(&snapshot, Policy::standard(), day("2026-06-15"));
    for (rule, weighed) in ALL.iter().zip(&conclusion.results) {
        assert_eq!(result_of(rule, &snapshot, Policy::standard(), day("2026-06-15")), weighed.result, "{}", rule.code);
    }
    let product = Rule::of_code("ENTITY-PRODUCT").expect("a rule");
    let result = result_of(product, &snapshot, Policy::standard(), day("2026-02-15"));
    assert_eq!(result.outcome, RuleOutcome::Pass, "a person told what each covers: {}", result.found);
}

#[test]
fn a_question_is_suggested_for_both_or_left_to_a_person() {
    let snapshot = parted(two());
    let suggestions = Suggestions::new(&snapshot, Policy::standard(), day("2026-02-15"));
    let of = |id: &str| suggestions.all().into_iter().find(|one| one.question == id).expect("a question");
    assert_eq!(of("C1").answer.as_deref(), Some("Type 2"), "both are of one type");
    let signed = of("A8");
    assert_eq!(signed.answer, None, "they are signed on different days");
    for part in ["For Northwind Ledger: ", "For Northwind Payroll: ", "5 February 2026", "10 January 2026"] {
        assert!(signed.why.contains(part), "{part}: {signed:?}");
    }
    assert!(signed.citations.iter().any(|page| page.document == document(PAYROLL_REPORT)), "{signed:?}");
}
