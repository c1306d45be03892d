//! What people answered in a review: it completes what the rules look at, and what no rule looks at weighs beside them.
//!
//! An answer never makes a rule milder. A rule reads what only a person can tell (whose report it is, what it covers) from the
//! answers; a fail or an unexplained warning that a person gives to any question counts whatever the rules say
//! (`practice.md` §3: any fail means that the verdict cannot be accept).

use crate::{
    Policy,
    questions::{Step, of_id},
    rules::{ALL, Case, Rule, RuleOutcome},
    snapshot::{
        CompanyMatch, Evidence, Finding, LetterSigner, Note, ProductMatch, Snapshot, Source, SubserviceAssurance,
    },
    verdict::{Conclusion, Standing, Verdict},
};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, Kind, Looked, PersonId, reading::SubserviceMethod};
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

/// The answers of a review, and what it looked at.
#[derive(Debug, Clone, Copy)]
pub struct Reviewed<'a> {
    /// The answers.
    pub answers: &'a [Answered],
    /// What the review looked at; `None` while it goes on: what there is now.
    pub looked: Option<&'a Looked>,
}

impl Reviewed<'_> {
    /// Whether the review looked at the document.
    pub fn saw(&self, document: DocumentId) -> bool {
        self.looked.is_none_or(|looked| looked.documents.contains(&document))
    }

    /// Whether it looked at the main evidence that counts in the case; there is nothing to look at where none is held.
    pub fn is_of(&self, case: &Case<'_>) -> bool {
        case.main().is_none_or(|main| self.saw(main.id))
    }
}

/// Completes what the rules look at with what people answered. What the workspace knows already stays, and an answer says
/// nothing of a document that its review did not look at.
pub fn lay_over(snapshot: &mut Snapshot, policy: &Policy, today: NaiveDate, reviewed: Reviewed<'_>) {
    let case = Case::new(snapshot, policy, today);
    let seen = |paper: Option<&Evidence>| paper.map(|paper| paper.id).filter(|id| reviewed.saw(*id));
    let (main, report) = (seen(case.main()), seen(case.soc2()));
    for answer in reviewed.answers {
        if let Some(main) = main {
            of_main(snapshot, main, answer);
        }
        if let Some(report) = report {
            of_report(snapshot, report, policy, answer);
            of_parties(snapshot, answer);
        }
        of_letters(snapshot, reviewed, answer);
        snapshot.notes.extend(notes(reviewed, answer));
    }
    // Who says that the report has no exception has rated what it says.
    let none = snapshot.evidence.iter().find(|paper| Some(paper.id) == report).and_then(|r| r.exceptions.as_ref());
    if snapshot.findings.is_none() && none.is_some_and(|exceptions| exceptions.count == 0 && exceptions.confirmed) {
        snapshot.findings = Some(Vec::<Finding>::new());
    }
}

/// The notes of an answer: one that judged something as a warning says why it can be lived with, in every rule behind the
/// question that warned then. It says so of what was looked at, and of no later warning.
fn notes(reviewed: Reviewed<'_>, answer: &Answered) -> Vec<Note> {
    let text = answer.note.trim();
    if text.is_empty() || answer.result != Some(RuleOutcome::Warn) {
        return Vec::new();
    }
    let asked = ALL.iter().filter(|rule| rule.questions.contains(&answer.question.as_str()));
    let warned = asked.filter(|rule| reviewed.looked.is_none_or(|looked| looked.warned.contains(rule.code)));
    warned
        .map(|rule| Note {
            rule: rule.code.to_owned(),
            by: answer.by,
            text: text.to_owned(),
            of: reviewed.looked.map(|looked| looked.documents.clone()),
        })
        .collect()
}

/// Whose evidence the main one is, and of what: of a certificate too.
fn of_main(snapshot: &mut Snapshot, main: DocumentId, answer: &Answered) {
    let Some(main) = snapshot.evidence.iter_mut().find(|paper| paper.id == main) else { return };
    let judged = &mut main.judged;
    match (answer.question.as_str(), answer.result) {
        ("A5", Some(RuleOutcome::Pass)) => judged.company = judged.company.or(Some(CompanyMatch::Same)),
        ("A5", Some(RuleOutcome::Warn)) => judged.company = judged.company.or(Some(CompanyMatch::Unexplained)),
        ("A5", Some(RuleOutcome::Fail)) => judged.company = judged.company.or(Some(CompanyMatch::Different)),
        ("B1", Some(RuleOutcome::Pass)) => judged.product = judged.product.or(Some(ProductMatch::Names)),
        ("B1", Some(RuleOutcome::Warn)) => judged.product = judged.product.or(Some(ProductMatch::Plausible)),
        ("B1", Some(RuleOutcome::Fail)) => judged.product = judged.product.or(Some(ProductMatch::Different)),
        _ => {}
    }
    let covers = match (answer.question.as_str(), answer.result) {
        ("B1", Some(RuleOutcome::Pass)) => true,
        ("B1", Some(RuleOutcome::Fail)) => false,
        _ => return,
    };
    if let Some(certificate) = &mut main.certificate {
        certificate.scope_covers_us = certificate.scope_covers_us.or(Some(covers));
    }
}

fn of_report(snapshot: &mut Snapshot, report: DocumentId, policy: &Policy, answer: &Answered) {
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
        ("R1", result) => {
            let score = answer.value.split_whitespace().next().and_then(|word| word.parse().ok());
            let score = score.filter(|score: &u8| *score <= 100);
            // Who fails a report whose score does not fail it has found the firm wanting (`practice.md` §3.8).
            let enough = score.is_some_and(|score| score >= policy.settings().report.reliability_warn_from);
            if enough && result == Some(RuleOutcome::Fail) {
                judged.source_failure = judged.source_failure.or(Some(true));
            }
            judged.reliability = judged.reliability.or(score);
        }
        _ => {}
    }
}

/// What was answered of the bridge letters (`practice.md` §3.2 C6): it holds for those that the review looked at and of which
/// nobody has said on the letter itself who signed it. A fail says that they do not count, and not why.
fn of_letters(snapshot: &mut Snapshot, reviewed: Reviewed<'_>, answer: &Answered) {
    if answer.question != "C6" {
        return;
    }
    let seen = snapshot.evidence.iter_mut().filter(|paper| reviewed.saw(paper.id));
    for letter in seen.filter_map(|paper| paper.letter.as_mut()).filter(|letter| letter.signer.is_none()) {
        match answer.result {
            Some(RuleOutcome::Pass | RuleOutcome::Warn) => letter.signer = Some(LetterSigner::VendorManagement),
            Some(RuleOutcome::Fail) => letter.refused = Some(answer.value.trim().to_owned()),
            Some(RuleOutcome::NotApplicable | RuleOutcome::Missing) | None => {}
        }
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

/// Weighs the answers beside the rules. Questions of the conclusion state what follows and do not weigh themselves. `current`
/// says whether the review looked at the main evidence that counts: where it did not, what a rule looks at is left to the rule,
/// which looks at what is held now, and what people found besides stays until they look again.
pub fn weigh(conclusion: &Conclusion, answers: &[Answered], current: bool) -> Together {
    let (mut failed, mut unknown, mut unexplained) = (Vec::new(), Vec::new(), Vec::new());
    for answer in answers {
        let concludes = of_id(&answer.question).is_none_or(|question| question.step == Step::Conclusion);
        let asked = |rule: &&Rule| rule.questions.contains(&answer.question.as_str());
        let left_to_rules = !current && ALL.iter().any(asked);
        if concludes || left_to_rules || signed_for(conclusion, &answer.question) {
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
mod tests;
