//! What people answered in a review: it completes what the rules look at, and what no rule looks at weighs beside them.
//!
//! An answer never makes a rule milder. A rule reads what only a person can tell (whose report it is, what it covers) from the
//! answers; a fail or an unexplained warning that a person gives to any question counts whatever the rules say
//! (`practice.md` §3: any fail means that the verdict cannot be accept).

use crate::{
    Policy,
    questions::{Step, of_id},
    rules::{ALL, Case, RuleOutcome},
    snapshot::{CompanyMatch, Finding, LetterSigner, Note, ProductMatch, Snapshot, Source, SubserviceAssurance},
    verdict::{Conclusion, Standing, Verdict},
};
use chrono::NaiveDate;
use countersign_domain::{Kind, PersonId, reading::SubserviceMethod};
use serde::{Deserialize, Serialize};

/// An answer to a question of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The question's id.
    pub question: String,
    /// The answer in words; of several choices each after a comma.
    pub value: String,
    /// How it is judged; `None` while nobody has judged it.
    pub result: Option<RuleOutcome>,
    /// What the reviewer noted.
    pub note: String,
    /// Who answered.
    pub by: PersonId,
}

impl Answered {
    /// Whether the question is done: what passes, warns or fails says with what answer.
    pub fn is_done(&self) -> bool {
        match self.result {
            None => false,
            Some(RuleOutcome::NotApplicable | RuleOutcome::Missing) => true,
            Some(_) => !self.value.trim().is_empty(),
        }
    }

    fn is(&self, value: &str) -> bool {
        self.value.trim().eq_ignore_ascii_case(value)
    }
}

/// Completes what the rules look at with what people answered. What the workspace knows already stays.
pub fn lay_over(snapshot: &mut Snapshot, policy: &Policy, today: NaiveDate, answers: &[Answered]) {
    let report = Case::new(snapshot, policy, today).soc2().map(|report| report.id);
    for answer in answers {
        if let Some(report) = report {
            of_report(snapshot, report, answer);
        }
        of_letters(snapshot, answer);
        of_parties(snapshot, answer);
        let text = answer.note.trim();
        let asked = |codes: &[&str]| codes.contains(&answer.question.as_str());
        if !text.is_empty() {
            let rules = ALL.iter().filter(|rule| asked(rule.questions));
            snapshot.notes.extend(rules.map(|rule| Note {
                rule: rule.code.to_owned(),
                by: answer.by,
                text: text.to_owned(),
            }));
        }
    }
    // Who says that the report has no exception has rated what it says.
    let none = snapshot.evidence.iter().find(|paper| Some(paper.id) == report).and_then(|r| r.exceptions.as_ref());
    if snapshot.findings.is_none() && none.is_some_and(|exceptions| exceptions.count == 0 && exceptions.confirmed) {
        snapshot.findings = Some(Vec::<Finding>::new());
    }
}

fn of_report(snapshot: &mut Snapshot, report: countersign_domain::DocumentId, answer: &Answered) {
    let Some(report) = snapshot.evidence.iter_mut().find(|paper| paper.id == report) else { return };
    let judged = &mut report.judged;
    match (answer.question.as_str(), answer.result) {
        ("A2", Some(RuleOutcome::Pass)) => report.source = report.source.or(Some(Source::Contact)),
        ("A2", Some(RuleOutcome::Warn)) => report.source = report.source.or(Some(Source::ThirdParty)),
        ("A2", Some(RuleOutcome::Fail)) => report.source = report.source.or(Some(Source::Public)),
        ("A4", Some(RuleOutcome::Pass)) => report.missing_parts = Some(Vec::new()),
        ("A4", Some(RuleOutcome::Warn)) => report.missing_parts = Some(vec!["Management's response".to_owned()]),
        ("A4", Some(RuleOutcome::Fail)) => {
            let parts = ["Opinion", "Signed assertion", "Description", "Tests and results"];
            let tests = report.kind == Kind::Soc2Type2;
            let has = |part: &&str| answer.value.split(',').any(|held| held.trim().eq_ignore_ascii_case(part));
            let absent = parts.iter().filter(|part| !has(part) && (tests || **part != "Tests and results"));
            report.missing_parts = Some(absent.map(|part| (*part).to_owned()).collect());
        }
        ("A5", Some(RuleOutcome::Pass)) => judged.company = judged.company.or(Some(CompanyMatch::Same)),
        ("A5", Some(RuleOutcome::Warn)) => judged.company = judged.company.or(Some(CompanyMatch::Unexplained)),
        ("A5", Some(RuleOutcome::Fail)) => judged.company = judged.company.or(Some(CompanyMatch::Different)),
        ("B1", Some(RuleOutcome::Pass)) => judged.product = judged.product.or(Some(ProductMatch::Names)),
        ("B1", Some(RuleOutcome::Warn)) => judged.product = judged.product.or(Some(ProductMatch::Plausible)),
        ("B1", Some(RuleOutcome::Fail)) => judged.product = judged.product.or(Some(ProductMatch::Different)),
        ("C8", Some(RuleOutcome::Pass | RuleOutcome::Warn)) if !answer.note.trim().is_empty() => {
            judged.gap_explained = judged.gap_explained.or(Some(true));
        }
        ("D1", Some(RuleOutcome::Warn)) => judged.opinion_touches_us = judged.opinion_touches_us.or(Some(false)),
        ("D1", Some(RuleOutcome::Fail)) => judged.opinion_touches_us = judged.opinion_touches_us.or(Some(true)),
        ("E1", Some(RuleOutcome::Pass)) => {
            if let Some(exceptions) = &mut report.exceptions {
                exceptions.confirmed = true;
            }
        }
        ("R1", _) => {
            let score = answer.value.split_whitespace().next().and_then(|word| word.parse().ok());
            judged.reliability = judged.reliability.or(score.filter(|score: &u8| *score <= 100));
        }
        _ => {}
    }
}

/// Who signed the bridge letters (`practice.md` §3.2 C6).
fn of_letters(snapshot: &mut Snapshot, answer: &Answered) {
    let signer = match (answer.question.as_str(), answer.result) {
        ("C6", Some(RuleOutcome::Pass | RuleOutcome::Warn)) => LetterSigner::VendorManagement,
        ("C6", Some(RuleOutcome::Fail)) => LetterSigner::Auditor,
        _ => return,
    };
    for letter in snapshot.evidence.iter_mut().filter_map(|paper| paper.letter.as_mut()) {
        letter.signer = letter.signer.or(Some(signer));
    }
}

/// What assurance there is on carved-out organizations (`practice.md` §3.6 G2 to G4).
fn of_parties(snapshot: &mut Snapshot, answer: &Answered) {
    let passes = answer.result == Some(RuleOutcome::Pass);
    let assurance = match answer.question.as_str() {
        "G2" if answer.is("Report held") => Some(SubserviceAssurance::ReportHeld),
        "G2" if answer.is("Vendor monitors") && passes => Some(SubserviceAssurance::MonitoringTested),
        "G2" if answer.is("Vendor monitors") => Some(SubserviceAssurance::MonitoringSaid),
        "G2" if answer.is("None") => Some(SubserviceAssurance::None),
        _ => None,
    };
    let mapped = (answer.question == "G3" && passes).then_some(true);
    let parties = snapshot.subservice.iter_mut().flatten();
    for party in parties.filter(|party| party.method != Some(SubserviceMethod::Inclusive)) {
        party.assurance = party.assurance.or(assurance);
        party.controls_listed = party.controls_listed.or(mapped);
        party.controls_mapped = party.controls_mapped.or(mapped);
    }
}

/// The verdict that follows from the rules and the answers together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Together {
    /// The verdict.
    pub verdict: Verdict,
    /// Questions that a person failed and nobody accepted.
    pub failed: Vec<String>,
    /// Questions to which a person answered that it is not known.
    pub unknown: Vec<String>,
    /// Questions with a warning that has neither a note nor anything else to answer it.
    pub unexplained: Vec<String>,
}

/// Weighs the answers beside the rules. Questions of the conclusion state what follows and do not weigh themselves.
pub fn weigh(conclusion: &Conclusion, answers: &[Answered]) -> Together {
    let (mut failed, mut unknown, mut unexplained) = (Vec::new(), Vec::new(), Vec::new());
    for answer in answers {
        let concludes = of_id(&answer.question).is_none_or(|question| question.step == Step::Conclusion);
        if concludes || signed_for(conclusion, &answer.question) {
            continue;
        }
        match answer.result {
            Some(RuleOutcome::Fail) => failed.push(answer.question.clone()),
            Some(RuleOutcome::Missing) => unknown.push(answer.question.clone()),
            Some(RuleOutcome::Warn) if answer.note.trim().is_empty() => unexplained.push(answer.question.clone()),
            _ => {}
        }
    }
    let least = if !failed.is_empty() {
        Verdict::Escalate
    } else if !unknown.is_empty() {
        Verdict::MoreEvidence
    } else if !unexplained.is_empty() {
        Verdict::AcceptWithConditions
    } else {
        Verdict::Accept
    };
    Together { verdict: conclusion.verdict.max(least), failed, unknown, unexplained }
}

/// Whether a deviation, an acceptance or a condition answers a rule behind the question.
fn signed_for(conclusion: &Conclusion, question: &str) -> bool {
    conclusion.results.iter().any(|weighed| {
        let behind = ALL.iter().any(|rule| rule.code == weighed.result.code && rule.questions.contains(&question));
        behind && matches!(weighed.standing, Standing::Accepted { .. } | Standing::Condition { .. })
    })
}

#[cfg(test)]
mod tests {
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

    fn together(answers: &[Answered]) -> Together {
        let mut snapshot = fixture::good();
        lay_over(&mut snapshot, Policy::standard(), fixture::today(), answers);
        weigh(&conclude(&snapshot, Policy::standard(), fixture::today()), answers)
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
        assert_eq!(
            together(&[answer("B5", "Partly", RuleOutcome::Warn, "Weaker, ours apply.")]).verdict,
            Verdict::Accept
        );
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
        lay_over(&mut snapshot, Policy::standard(), fixture::today(), &[answer("R1", "12", RuleOutcome::Fail, "")]);
        assert_eq!(snapshot.evidence[0].judged.reliability, Some(88), "the worksheet gave 88");
    }

    #[test]
    fn an_answer_without_words_is_done_only_where_none_are_needed() {
        assert!(!answer("B1", " ", RuleOutcome::Pass, "").is_done());
        assert!(answer("B1", "", RuleOutcome::NotApplicable, "").is_done());
    }
}
