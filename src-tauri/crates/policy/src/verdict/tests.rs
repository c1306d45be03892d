//! The worked line of `practice.md` §4.2 and the ways of §4.5.

use super::*;
use crate::{
    Severity,
    fixture::{self, day, deviation, document, finding, good, good_in, letter, next_audit, person, relied_on},
    snapshot::{
        Acceptance, AlternativeGrant, AlternativePath, AlternativeReason, ConditionSet, CoreControl, CoreScore,
        Evidence, Note, Questionnaire,
    },
};
use countersign_domain::{Kind, Opinion, Tier};

fn concluded(snapshot: &Snapshot, today: &str) -> Conclusion {
    conclude(snapshot, Policy::standard(), day(today))
}

fn outcome(conclusion: &Conclusion, code: &str) -> RuleOutcome {
    let weighed = conclusion.results.iter().find(|weighed| weighed.result.code == code);
    weighed.expect("a rule of that code").result.outcome
}

/// The good vendor with letters and, where wanted, proof of the next examination; what is not about dates is kept fresh.
fn dated(letters: &[(&str, &str)], proven: bool) -> Snapshot {
    let mut snapshot = good();
    for (number, (from, to)) in letters.iter().enumerate() {
        snapshot.evidence.push(letter(20 + number as u128, from, to));
    }
    snapshot.next_audit = proven.then(|| next_audit("2026-12-20"));
    snapshot
}

/// Age, gap and letters of the worked line, point by point.
#[test]
fn the_worked_line_of_practice_4_2_holds() {
    use RuleOutcome::{Fail, NotApplicable, Pass, Warn};
    let to_march = [("2026-01-01", "2026-03-31")];
    let to_june = [("2026-01-01", "2026-06-30")];
    let two = [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")];
    type Point<'a> = (&'a str, &'a [(&'a str, &'a str)], bool, RuleOutcome, RuleOutcome, RuleOutcome);
    let line: [Point<'_>; 8] = [
        ("2026-02-15", &[], false, Pass, Pass, NotApplicable),
        ("2026-05-01", &[], false, Pass, Warn, NotApplicable),
        ("2026-08-01", &[], false, Pass, Fail, NotApplicable),
        ("2026-08-01", &to_march, false, Pass, Warn, Pass),
        ("2026-08-01", &to_june, false, Pass, Pass, Warn),
        ("2027-01-15", &two, true, Warn, Pass, Warn),
        ("2027-01-15", &to_june, true, Warn, Fail, Warn),
        ("2027-05-01", &two, true, Fail, Warn, Warn),
    ];
    for (today, letters, proven, age, gap, letter) in line {
        let conclusion = concluded(&dated(letters, proven), today);
        let found = ["DATE-AGE", "DATE-GAP", "DATE-LETTERS"].map(|code| outcome(&conclusion, code));
        assert_eq!(found, [age, gap, letter], "on {today} with letters {letters:?}, next examination proven: {proven}");
    }
}

/// The verdicts of the worked line, with everything that is not about these dates kept as it was on the first day.
#[test]
fn the_verdicts_of_the_worked_line_hold() {
    let two = [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")];
    let verdict = |letters: &[(&str, &str)], proven: bool, today: &str| {
        let mut snapshot = dated(letters, proven);
        refresh(&mut snapshot, today);
        let conclusion = concluded(&snapshot, today);
        let deciding = conclusion.deciding.clone();
        (conclusion.verdict, deciding)
    };
    assert_eq!(verdict(&[], false, "2026-02-15"), (Verdict::Accept, vec![]));
    assert_eq!(verdict(&[], false, "2026-05-01"), (Verdict::AcceptWithConditions, vec!["DATE-GAP"]));
    assert_eq!(verdict(&[], false, "2026-08-01"), (Verdict::Escalate, vec!["DATE-GAP"]));
    let grace = (Verdict::AcceptWithConditions, vec!["DATE-AGE", "DATE-LETTERS"]);
    assert_eq!(verdict(&two, true, "2027-01-15"), grace, "grace: accept with conditions");
    assert_eq!(verdict(&two[..1], true, "2027-01-15"), (Verdict::Escalate, vec!["DATE-GAP"]), "6.5 months uncovered");
    assert_eq!(verdict(&two, true, "2027-05-01"), (Verdict::Escalate, vec!["DATE-AGE"]), "16 months old");
}

/// Moves everything that is not a date of the report to `today`.
fn refresh(snapshot: &mut Snapshot, today: &str) {
    let today_day = day(today);
    snapshot.firm_checks[0].checked_on = today_day;
    snapshot.profile.continuity.exit_plan = Some(fixture::done_on(today));
    snapshot.profile.continuity.export_test = Some(fixture::done_on(today));
    let pentest = snapshot.evidence.iter_mut().find(|evidence| evidence.assessment.is_some()).expect("a test");
    let facts = pentest.assessment.as_mut().expect("facts");
    facts.tested_to = Some(crate::snapshot::Cited::on(1, today_day));
    // The contract ends with the report's age limit, so that its renewal is not what is asked here.
    let term = countersign_domain::register::Term::new(None, Some(day("2026-12-31")), None, None, None);
    snapshot.profile.contracts[0].term = term.expect("a term");
}

#[test]
fn evidence_suffices_until_age_or_gap_and_grace_extends_the_age() {
    let until = |snapshot: &Snapshot| {
        let until = concluded(snapshot, "2026-02-15").evidence_until.expect("dates and class are known");
        (until.day, until.limited_by)
    };
    assert_eq!(until(&dated(&[], false)), (day("2026-06-30"), LimitedBy::Gap));
    let two = [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")];
    assert_eq!(until(&dated(&two, false)), (day("2026-12-31"), LimitedBy::Age), "no proof, no grace");
    assert_eq!(until(&dated(&two, true)), (day("2027-03-31"), LimitedBy::Grace));
    assert_eq!(until(&dated(&two[..1], true)), (day("2026-12-30"), LimitedBy::Gap), "six months after 30 June");
    assert_eq!(until(&dated(&[], true)), (day("2026-06-30"), LimitedBy::Gap), "proof alone gives no grace");
    let unknown = Snapshot { tier: None, ..good() };
    assert_eq!(concluded(&unknown, "2026-02-15").evidence_until, None, "without a class nobody can say");
}

#[test]
fn a_good_vendor_of_any_class_is_accepted() {
    for tier in Tier::ALL {
        let conclusion = conclude(&good_in(tier), Policy::standard(), fixture::today());
        let open: Vec<_> = conclusion.results.iter().filter(|weighed| weighed.is_open()).collect();
        assert_eq!(conclusion.verdict, Verdict::Accept, "{tier:?}: {open:#?}");
        assert!(conclusion.before_signing.is_empty() && conclusion.asks.is_empty(), "{tier:?}: {:?}", conclusion.asks);
    }
}

#[test]
fn an_adverse_opinion_on_a_critical_vendor_is_rejected_whoever_signs() {
    let mut snapshot = good();
    snapshot.evidence[0].opinion = Some(crate::snapshot::Cited::on(4, Opinion::Adverse));
    snapshot.deviations = vec![deviation("OPINION-TYPE", Rank::Executive, "2026-02-12", "2026-06-30")];
    let conclusion = concluded(&snapshot, "2026-02-15");
    assert_eq!((conclusion.verdict, conclusion.deciding), (Verdict::Reject, vec!["OPINION-TYPE"]));
}

#[test]
fn the_report_of_the_host_is_rejected_and_an_unknown_name_escalated() {
    let verdict = |named: &str| {
        let mut snapshot = good();
        snapshot.evidence[0].organization = Some(crate::snapshot::Cited::on(1, named.to_owned()));
        let conclusion = concluded(&snapshot, "2026-02-15");
        assert_eq!(conclusion.deciding, ["ENTITY-COMPANY"]);
        conclusion.verdict
    };
    assert_eq!(verdict("Harbor Compute LLC"), Verdict::Reject, "a subservice organization of the same report");
    assert_eq!(verdict("Tide Mail Ltd"), Verdict::Escalate, "it may be a name that nobody has entered");
}

#[test]
fn a_qualified_opinion_is_accepted_by_the_right_rank_for_a_time() {
    let mut snapshot = good();
    snapshot.evidence[0].opinion = Some(crate::snapshot::Cited::on(4, Opinion::Qualified));
    snapshot.evidence[0].judged.opinion_touches_us = Some(false);
    let bare = concluded(&snapshot, "2026-02-15");
    assert_eq!((bare.verdict, bare.escalate_to), (Verdict::Escalate, Some(Rank::Executive)));
    let with = |granted: deviation_args::Args<'_>| {
        let mut snapshot = snapshot.clone();
        let mut given = deviation("OPINION-TYPE", granted.rank, granted.from, granted.to);
        if granted.by_requester {
            given.requester = Some(given.approver);
        }
        snapshot.deviations = vec![given];
        concluded(&snapshot, "2026-02-15")
    };
    use deviation_args::Args;
    let signed = Args { rank: Rank::Executive, from: "2026-02-12", to: "2026-05-31", by_requester: false };
    let accepted = with(signed);
    assert_eq!((accepted.verdict, accepted.deciding), (Verdict::AcceptWithConditions, vec!["OPINION-TYPE"]));
    assert_eq!(accepted.holds_until, Some(day("2026-05-31")), "the verdict ends with the deviation");
    assert!(accepted.unanswered.is_empty());
    let refused = [
        (Args { rank: Rank::RiskOwner, ..signed }, "one rank too low"),
        (Args { to: "2026-02-14", ..signed }, "expired yesterday"),
        (Args { from: "2026-02-16", ..signed }, "not yet granted"),
        (Args { from: "2025-01-01", to: "2027-01-01", ..signed }, "longer than the policy lets it"),
        (Args { by_requester: true, ..signed }, "who asks cannot grant"),
    ];
    for (args, why) in refused {
        assert_eq!(with(args).verdict, Verdict::Escalate, "{why}");
    }
}

mod deviation_args {
    use crate::Rank;

    #[derive(Clone, Copy)]
    pub(super) struct Args<'a> {
        pub(super) rank: Rank,
        pub(super) from: &'a str,
        pub(super) to: &'a str,
        pub(super) by_requester: bool,
    }
}

#[test]
fn a_warning_is_answered_by_a_note_or_a_condition_with_owner_and_date() {
    let mut snapshot = good();
    snapshot.evidence[0].source = None;
    let bare = concluded(&snapshot, "2026-02-15");
    assert_eq!((bare.verdict, &bare.unanswered), (Verdict::AcceptWithConditions, &vec!["REPORT-SOURCE"]));
    let note = |text: &str| Note { rule: "REPORT-SOURCE".to_owned(), by: person(2), text: text.to_owned(), of: None };
    let noted = Snapshot { notes: vec![note("Came by e-mail")], ..snapshot.clone() };
    assert_eq!(concluded(&noted, "2026-02-15").verdict, Verdict::Accept, "a note settles a warning");
    let empty = Snapshot { notes: vec![note(" ")], ..snapshot.clone() };
    assert_eq!(concluded(&empty, "2026-02-15").unanswered, ["REPORT-SOURCE"], "an empty note says nothing");
    let condition = |owner, due: &str| {
        let due_on = Some(day(due));
        let conditions = vec![ConditionSet { rule: "REPORT-SOURCE".to_owned(), owner, due_on, done: false }];
        concluded(&Snapshot { conditions, ..snapshot.clone() }, "2026-02-15")
    };
    let owned = condition(Some(person(1)), "2026-03-15");
    assert_eq!((owned.verdict, owned.unanswered.len()), (Verdict::AcceptWithConditions, 0));
    assert_eq!(condition(None, "2026-03-15").unanswered, ["REPORT-SOURCE"], "nobody answers for it");
    assert_eq!(condition(Some(person(1)), "2026-02-14").unanswered, ["REPORT-SOURCE"], "its day has passed");
}

#[test]
fn what_is_not_known_asks_for_more_evidence_and_what_fails_outweighs_it() {
    let empty = Snapshot { tier: Some(Tier::Critical), names: vec!["Northwind".to_owned()], ..Snapshot::default() };
    let conclusion = concluded(&empty, "2026-02-15");
    assert_eq!(conclusion.verdict, Verdict::MoreEvidence);
    let report = Ask::Report { form: "SOC 2 Type 2 report".to_owned(), ending_after: None };
    assert!(conclusion.asks.contains(&report), "{:?}", conclusion.asks);
    let mut both = good();
    both.cuecs = None;
    both.evidence[0].source = Some(crate::snapshot::Source::Public);
    assert_eq!(concluded(&both, "2026-02-15").verdict, Verdict::Escalate, "not missing documents only");
}

#[test]
fn a_finding_counts_again_when_its_acceptance_ends() {
    let mut snapshot = good();
    snapshot.findings = Some(vec![finding("f1", Severity::High)]);
    assert_eq!(concluded(&snapshot, "2026-02-15").verdict, Verdict::Escalate);
    snapshot.acceptances = vec![Acceptance {
        findings: vec!["f1".to_owned()],
        requester: Some(person(1)),
        approver: person(4),
        rank: Some(Rank::Executive),
        granted_on: day("2026-02-01"),
        expires_on: day("2026-02-20"),
    }];
    let accepted = concluded(&snapshot, "2026-02-20");
    assert_eq!((accepted.verdict, accepted.holds_until), (Verdict::AcceptWithConditions, Some(day("2026-02-20"))));
    assert_eq!(concluded(&snapshot, "2026-02-21").verdict, Verdict::Escalate, "expired yesterday");
}

#[test]
fn without_a_report_a_vendor_is_accepted_for_a_time_by_its_core_controls() {
    let mut snapshot = good_in(Tier::High);
    let mut stale = snapshot.evidence.remove(0);
    stale.period_end = Some(crate::snapshot::Cited::on(3, day("2023-12-31")));
    snapshot.evidence.push(stale);
    assert_eq!(concluded(&snapshot, "2026-02-15").verdict, Verdict::Escalate, "the report has run out");
    let scores = CoreControl::ALL.iter().map(|control| (*control, CoreScore::Shown)).collect();
    let (granted_on, expires_on) = (day("2026-02-01"), day("2026-08-31"));
    let granted = AlternativeGrant { approver: person(4), rank: Some(Rank::Executive), granted_on, expires_on };
    let reason = Some(AlternativeReason::NextInProgress);
    snapshot.alternative = Some(AlternativePath {
        reason,
        letter_only: false,
        substitutes: relied_on(),
        scores,
        expires_on: Some(day("2026-12-31")),
        granted: Some(granted),
    });
    let mut questionnaire = Evidence::new(document(50), Kind::Caiq);
    questionnaire.organization = Some(crate::snapshot::Cited::on(1, "Northwind Ledger".to_owned()));
    questionnaire.system = Some(crate::snapshot::Cited::on(1, "Northwind Ledger".to_owned()));
    questionnaire.report_date = Some(crate::snapshot::Cited::on(1, day("2026-01-10")));
    questionnaire.questionnaire = Some(Questionnaire { sampled: Some(true), ..Questionnaire::default() });
    snapshot.evidence.push(questionnaire);
    let taken = concluded(&snapshot, "2026-02-15");
    assert_eq!((taken.verdict, taken.deciding), (Verdict::AcceptWithConditions, vec!["REPORT-EVIDENCE"]));
    assert_eq!(taken.holds_until, Some(day("2026-08-31")), "no longer than it was granted");
    assert!(taken.unanswered.is_empty(), "the approval answers it");
    assert_eq!(concluded(&snapshot, "2026-09-01").verdict, Verdict::Escalate, "the approval has run out");
}

#[test]
fn our_own_process_stops_the_signature_and_not_the_verdict() {
    let mut snapshot = good();
    snapshot.approvals.clear();
    snapshot.reviews[0].second_reader = None;
    let conclusion = concluded(&snapshot, "2026-02-15");
    assert_eq!(conclusion.verdict, Verdict::Accept);
    assert_eq!(conclusion.before_signing, ["PROCESS-SECOND-READER", "PROCESS-APPROVERS"]);
    assert_eq!(conclusion.approvers, [Role::BusinessOwner, Role::SecurityOwner, Role::Executive]);
}

#[test]
fn what_to_ask_for_is_named_once_and_by_its_days() {
    let conclusion = concluded(&dated(&[("2026-01-01", "2026-03-31")], false), "2026-08-01");
    let bridge = Ask::BridgeLetter { from: day("2026-04-01"), to: day("2026-08-01") };
    assert_eq!(conclusion.asks.iter().filter(|ask| **ask == bridge).count(), 1, "{:?}", conclusion.asks);
    let gap = conclusion.results.iter().find(|weighed| weighed.result.code == "DATE-GAP").expect("the rule");
    let cited: Vec<_> = gap.result.citations.iter().map(|cited| (cited.document, cited.page)).collect();
    assert_eq!(cited, [(document(fixture::REPORT), 3), (document(20), 1)], "both ends of the coverage");
}
