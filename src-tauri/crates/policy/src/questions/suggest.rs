//! What can be suggested as an answer.

use super::{Question, Step, all, lists, parties, report, services, wrap_up};
use crate::{
    Policy,
    rules::{ALL, Case, CitedPage, RuleOutcome, RuleResult},
    snapshot::Snapshot,
    verdict::{Conclusion, conclude},
};
use chrono::NaiveDate;
use countersign_domain::Kind;
use serde::Serialize;

/// What can be said of a question from what is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The question's id.
    pub question: String,
    /// Whether the question applies.
    pub applies: bool,
    /// Why it does not apply, or what the suggestion rests on.
    pub why: String,
    /// The answer suggested; `None` where nothing can be.
    pub answer: Option<String>,
    /// How it would be judged; `None` where only a person can tell.
    pub result: Option<RuleOutcome>,
    /// Where it stands.
    pub citations: Vec<CitedPage>,
}

/// An answer before it has its question.
pub(super) struct Draft {
    pub(super) applies: bool,
    pub(super) why: String,
    pub(super) answer: Option<String>,
    pub(super) result: Option<RuleOutcome>,
    pub(super) citations: Vec<CitedPage>,
}

impl Draft {
    /// Nothing can be suggested.
    pub(super) fn nothing(why: impl Into<String>) -> Self {
        Self { applies: true, why: why.into(), answer: None, result: None, citations: Vec::new() }
    }

    /// The question does not apply.
    pub(super) fn not_applicable(why: impl Into<String>) -> Self {
        let result = Some(RuleOutcome::NotApplicable);
        Self { applies: false, why: why.into(), answer: None, result, citations: Vec::new() }
    }

    /// An answer that rests on `why`.
    pub(super) fn answer(answer: impl Into<String>, result: Option<RuleOutcome>, why: impl Into<String>) -> Self {
        Self { applies: true, why: why.into(), answer: Some(answer.into()), result, citations: Vec::new() }
    }

    pub(super) fn cited(mut self, citations: impl IntoIterator<Item = CitedPage>) -> Self {
        self.citations.extend(citations);
        self
    }
}

/// What the answers to all questions are worked out from, made once for a vendor.
#[derive(Debug)]
pub struct Suggestions<'a> {
    pub(super) case: Case<'a>,
    pub(super) conclusion: Conclusion,
    /// The same for each service, where papers tell them apart.
    parts: Vec<(&'a str, Self)>,
}

impl<'a> Suggestions<'a> {
    /// Looks at a vendor under a policy on a day.
    pub fn new(snapshot: &'a Snapshot, policy: &'a Policy, today: NaiveDate) -> Self {
        let parts = snapshot.of_services.iter().map(|part| (part.name.as_str(), Self::new(&part.facts, policy, today)));
        let (case, conclusion) = (Case::new(snapshot, policy, today), conclude(snapshot, policy, today));
        Self { case, conclusion, parts: parts.collect() }
    }

    /// Suggests the answers to all questions.
    pub fn all(&self) -> Vec<Suggestion> {
        all().iter().map(|question| self.of(question)).collect()
    }

    /// Suggests the answer to a question.
    pub fn of(&self, question: &Question) -> Suggestion {
        let parts: Vec<_> = self.parts.iter().map(|(name, part)| (*name, part.of(question))).collect();
        if !parts.is_empty() {
            return services::together(&question.id, &parts);
        }
        let draft = self.draft(question);
        let Draft { applies, why, answer, result, citations } = draft;
        Suggestion { question: question.id.clone(), applies, why, answer, result, citations }
    }

    fn draft(&self, question: &Question) -> Draft {
        if let Some(why) = self.does_not_apply(question) {
            return Draft::not_applicable(why);
        }
        if let Some(draft) = report::draft(self, &question.id)
            .or_else(|| lists::draft(self, &question.id))
            .or_else(|| parties::draft(self, &question.id))
            .or_else(|| wrap_up::draft(self, &question.id))
        {
            return draft;
        }
        self.by_rules(&question.id).unwrap_or_else(|| Draft::nothing("Only a person can tell"))
    }

    /// The answer that the rules behind the question give: the worst of them.
    fn by_rules(&self, id: &str) -> Option<Draft> {
        let codes: Vec<&str> = ALL.iter().filter(|rule| rule.questions.contains(&id)).map(|rule| rule.code).collect();
        let worst = self
            .conclusion
            .results
            .iter()
            .map(|weighed| &weighed.result)
            .filter(|result| codes.contains(&result.code))
            .max_by_key(|result| result.outcome.weight())?;
        Some(of_result(worst))
    }

    /// Why the question does not apply, where it does not.
    fn does_not_apply(&self, question: &Question) -> Option<&'static str> {
        let about_report = matches!(
            question.step,
            Step::Opinion | Step::Exceptions | Step::Cuecs | Step::Subservice | Step::Reliability
        );
        let id = question.id.as_str();
        let Some(report) = self.case.soc2() else {
            let dates = question.step == Step::DatesAndType && id != "C1";
            let held = self.case.main().is_some() || self.case.snapshot.alternative.is_some();
            return (held && (about_report || dates)).then_some("No SOC 2 report is looked at");
        };
        if report.kind == Kind::Soc2Type1
            && (matches!(id, "C3" | "C8") || question.step == Step::Exceptions && id != "E8")
        {
            return Some("A Type 1 has no period and no tests of operation");
        }
        let none = report.exceptions.as_ref().is_some_and(|exceptions| exceptions.count == 0 && exceptions.confirmed);
        if none && matches!(id, "E2" | "E3" | "E4" | "E5" | "E6" | "E9") {
            return Some("The report has no exception");
        }
        if id == "E10" && report.exceptions.as_ref().is_some_and(|exceptions| exceptions.count > 0) {
            return Some("The report has exceptions");
        }
        None
    }
}

pub(super) fn of_result(result: &RuleResult) -> Draft {
    let citations = result.citations.clone();
    match result.outcome {
        RuleOutcome::NotApplicable => Draft::not_applicable(result.found.clone()).cited(citations),
        RuleOutcome::Missing => Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing(result.found.clone()) },
        outcome => Draft::answer(result.found.clone(), Some(outcome), format!("{}: {}", result.code, result.required))
            .cited(citations),
    }
}

/// Suggests the answer to one question. For all of them, [`Suggestions`] does the work once.
pub fn suggest(question: &Question, snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> Suggestion {
    Suggestions::new(snapshot, policy, today).of(question)
}
