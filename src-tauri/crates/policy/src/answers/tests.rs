use super::*;
use crate::{fixture, verdict::conclude};

fn answer(question: &str, value: &str, result: RuleOutcome, note: &str) -> Answered {
    Answered {
        question: question.to_owned(),
        value: value.to_owned(),
        result: Some(result),
        note: note.to_owned(),
        by: fixture::person(2),
    }
}

fn laid_over(snapshot: &mut Snapshot, answers: &[Answered], looked: Option<&Looked>) {
    lay_over(snapshot, Policy::standard(), fixture::today(), Reviewed { answers, looked });
}

fn together(answers: &[Answered]) -> Together {
    let mut snapshot = fixture::good();
    laid_over(&mut snapshot, answers, None);
    weigh(&conclude(&snapshot, Policy::standard(), fixture::today()), answers, true)
}

fn looked(documents: &[u128], warned: &[&str]) -> Looked {
    Looked {
        documents: documents.iter().map(|number| fixture::document(*number)).collect(),
        warned: warned.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn outcome(snapshot: &Snapshot, code: &str) -> (RuleOutcome, String) {
    let rule = Rule::of_code(code).expect("a rule");
    let result = rule.evaluate(snapshot, Policy::standard(), fixture::today());
    (result.outcome, result.found.to_string())
}

#[test]
fn a_fail_that_no_rule_looks_at_is_never_an_accept() {
    assert_eq!(together(&[]).verdict, Verdict::Accept, "the good vendor is accepted by the rules alone");
    let failed = together(&[answer("B5", "No", RuleOutcome::Fail, "The contract promises more.")]);
    assert_eq!(failed.verdict, Verdict::Escalate, "a note does not turn a fail");
    assert_eq!(failed.failed, ["B5"]);
}

#[test]
fn a_warning_needs_a_note_and_what_is_not_known_needs_evidence() {
    let warned = together(&[answer("B5", "Partly", RuleOutcome::Warn, " ")]);
    assert_eq!((warned.verdict, warned.unexplained), (Verdict::AcceptWithConditions, vec!["B5".to_owned()]));
    assert_eq!(together(&[answer("B5", "Partly", RuleOutcome::Warn, "Weaker, ours apply.")]).verdict, Verdict::Accept);
    assert_eq!(together(&[answer("B5", "", RuleOutcome::Missing, "")]).verdict, Verdict::MoreEvidence);
}

#[test]
fn another_company_is_rejected_by_the_rule_that_reads_the_answer() {
    let other = together(&[answer("A5", "No: the host's report", RuleOutcome::Fail, "")]);
    assert_eq!(other.verdict, Verdict::Reject, "nobody may accept a report on somebody else");
}

#[test]
fn what_the_workspace_knows_is_not_overwritten_by_an_answer() {
    let mut snapshot = fixture::good();
    laid_over(&mut snapshot, &[answer("R1", "12", RuleOutcome::Fail, "")], None);
    assert_eq!(snapshot.evidence[0].judged.reliability, Some(88), "the worksheet gave 88");
}

#[test]
fn answers_about_one_report_say_nothing_of_another() {
    let answers = [
        answer("A4", "Opinion, Signed assertion, Description, Tests and results", RuleOutcome::Pass, ""),
        answer("A5", "Yes", RuleOutcome::Pass, ""),
        answer("B1", "The same", RuleOutcome::Pass, ""),
        answer("R1", "90", RuleOutcome::Pass, ""),
    ];
    let mut other = fixture::good();
    let report = &mut other.evidence[0];
    report.organization = Some(crate::snapshot::Cited::on(1, "Tideway Freight Ltd".to_owned()));
    report.system = Some(crate::snapshot::Cited::on(1, "Tideway Planner".to_owned()));
    (report.missing_parts, report.judged.reliability) = (None, None);
    let mut seen = other.clone();
    laid_over(&mut seen, &answers, Some(&looked(&[fixture::REPORT], &[])));
    assert_eq!(outcome(&seen, "ENTITY-COMPANY").0, RuleOutcome::Pass, "who looked at it says whose it is");
    laid_over(&mut other, &answers, Some(&looked(&[fixture::OTHER], &[])));
    assert_eq!(outcome(&other, "ENTITY-COMPANY").0, RuleOutcome::Fail, "another company's report came later");
    for code in ["ENTITY-PRODUCT", "REPORT-COMPLETE", "REPORT-RELIABILITY"] {
        assert_eq!(outcome(&other, code).0, RuleOutcome::Missing, "{code}: nobody has looked at it");
    }
}

#[test]
fn what_a_rule_looks_at_anew_is_not_weighed_by_what_was_said_of_an_earlier_report() {
    let said = [answer("D1", "Qualified", RuleOutcome::Fail, ""), answer("E8", "Not told", RuleOutcome::Fail, "")];
    let conclusion = conclude(&fixture::good(), Policy::standard(), fixture::today());
    assert_eq!(weigh(&conclusion, &said, true).failed, ["D1", "E8"]);
    assert_eq!(
        weigh(&conclusion, &said, false).failed,
        ["E8"],
        "no rule looks at it: it stays until people look again"
    );
}

#[test]
fn what_is_said_of_letters_holds_for_those_that_were_looked_at() {
    let mut snapshot = fixture::good();
    let mut early = fixture::letter(20, "2026-01-01", "2026-01-31");
    let mut late = fixture::letter(21, "2026-02-01", "2026-03-31");
    let mut own = fixture::letter(22, "2026-02-01", "2026-03-31");
    for letter in [&mut early, &mut late] {
        letter.letter.as_mut().expect("a letter").signer = None;
    }
    own.letter.as_mut().expect("a letter").signer = Some(LetterSigner::Auditor);
    snapshot.evidence.extend([early, late, own]);
    let of = |snapshot: &Snapshot, number: u128| {
        let paper = snapshot.evidence.iter().find(|paper| paper.id == fixture::document(number));
        paper.and_then(|paper| paper.letter.clone()).expect("a letter")
    };
    let saw = looked(&[fixture::REPORT, 20, 22], &[]);
    let mut passed = snapshot.clone();
    laid_over(&mut passed, &[answer("C6", "Signed", RuleOutcome::Pass, "")], Some(&saw));
    assert_eq!(of(&passed, 20).signer, Some(LetterSigner::VendorManagement));
    assert_eq!(of(&passed, 21).signer, None, "it came after the review");
    assert_eq!(of(&passed, 22).signer, Some(LetterSigner::Auditor), "what is said of the letter itself stays");
    laid_over(&mut snapshot, &[answer("C6", "It keeps silent on the breach", RuleOutcome::Fail, "")], Some(&saw));
    assert_eq!((of(&snapshot, 20).signer, of(&snapshot, 21).refused), (None, None));
    snapshot.evidence.retain(|paper| paper.id != fixture::document(22));
    let (failed, found) = outcome(&snapshot, "DATE-LETTERS");
    assert_eq!(failed, RuleOutcome::Fail);
    assert!(found.contains("It keeps silent on the breach") && !found.contains("auditor"), "{found}");
}

#[test]
fn a_note_answers_the_warning_that_it_was_written_for() {
    let warns = |result, looked: Option<Looked>| {
        let mut snapshot = fixture::good();
        snapshot.evidence[0].source = None;
        snapshot.evidence[0].report_date = None;
        let note = [answer("C4", "Long after", result, "Holidays; the firm told us.")];
        snapshot.evidence[0].report_date = Some(crate::snapshot::Cited::on(5, fixture::day("2026-01-02")));
        snapshot.evidence[0].source = Some(Source::Portal);
        laid_over(&mut snapshot, &note, looked.as_ref());
        conclude(&snapshot, Policy::standard(), fixture::today()).unanswered
    };
    let lag = vec!["DATE-ISSUE-LAG"];
    let saw = |documents: &[u128], warned: &[&str]| Some(looked(documents, warned));
    assert_eq!(warns(RuleOutcome::Warn, None), Vec::<&str>::new(), "while the review goes on");
    assert_eq!(warns(RuleOutcome::Warn, saw(&[fixture::REPORT], &lag)), Vec::<&str>::new());
    assert_eq!(warns(RuleOutcome::Pass, saw(&[fixture::REPORT], &lag)), lag, "what passes needs no excuse");
    assert_eq!(warns(RuleOutcome::Warn, saw(&[fixture::REPORT], &[])), lag, "the rule warns since then");
    assert_eq!(warns(RuleOutcome::Warn, saw(&[fixture::OTHER], &lag)), lag, "the note is about another report");
}

#[test]
fn who_fails_a_report_of_a_good_score_has_found_the_firm_wanting() {
    let mut snapshot = fixture::good();
    snapshot.evidence[0].judged.reliability = None;
    laid_over(&mut snapshot, &[answer("R1", "82", RuleOutcome::Fail, "")], None);
    assert_eq!(outcome(&snapshot, "REPORT-RELIABILITY").0, RuleOutcome::Fail);
}

#[test]
fn a_certificate_that_leaves_our_service_out_is_judged_by_the_question_on_scope() {
    let mut snapshot = fixture::good_in(countersign_domain::Tier::High);
    snapshot.evidence[0] = crate::snapshot::Evidence::new(fixture::document(30), Kind::Iso27001Certificate);
    snapshot.evidence[0].organization = Some(crate::snapshot::Cited::on(1, "Northwind Ledger, Inc.".to_owned()));
    snapshot.evidence[0].certificate = Some(crate::snapshot::Certificate {
        expires: Some(crate::snapshot::Cited::on(1, fixture::day("2027-06-30"))),
        accreditation: Some(crate::snapshot::Cited::on(1, "ANAB".to_owned())),
        scope: Some(crate::snapshot::Cited::on(1, "Offices in Springfield".to_owned())),
        soa_version: Some(crate::snapshot::Cited::on(1, "4".to_owned())),
        ..crate::snapshot::Certificate::default()
    });
    assert_eq!(outcome(&snapshot, "REPORT-CERTIFICATE").0, RuleOutcome::Warn, "nobody has said");
    laid_over(&mut snapshot, &[answer("B1", "Another service", RuleOutcome::Fail, "")], None);
    assert_eq!(outcome(&snapshot, "REPORT-CERTIFICATE").0, RuleOutcome::Fail);
    assert_eq!(outcome(&snapshot, "REPORT-EVIDENCE").0, RuleOutcome::Fail, "it is no main evidence");
}

#[test]
fn an_answer_without_words_is_done_only_where_none_are_needed() {
    assert!(!answer("B1", " ", RuleOutcome::Pass, "").is_done());
    assert!(answer("B1", "", RuleOutcome::NotApplicable, "").is_done());
}
