//! How a review is shown.

use super::{
    Known,
    answer::may,
    sheet::{Asked, Because, Buyer, Gap, SIGNATURES, Sheet},
    signed_by, steps,
};
use crate::{names, people};
use countersign_contract::wire as w;
use countersign_domain::{Action, Person};
use countersign_policy::{
    RuleOutcome, Verdict,
    questions::{self, Question, Step},
    rules::{ALL, Rule},
};
use countersign_store::ReviewRow;

const fn state(row: &ReviewRow) -> w::ReviewState {
    match (row.finished.is_some(), row.signed.is_some()) {
        (true, _) => w::ReviewState::Finished,
        (false, true) => w::ReviewState::Signed,
        (false, false) => w::ReviewState::Open,
    }
}

/// A review in a list; `all` are those of its vendor.
pub(super) fn row(row: &ReviewRow, all: &[ReviewRow], people: &[Person], verdict: Option<Verdict>) -> w::ReviewRow {
    let corrects = row.corrects.as_ref().and_then(|(id, _)| all.iter().find(|other| other.id == *id));
    w::ReviewRow {
        id: row.id.uuid(),
        number: row.number,
        state: state(row),
        corrects: corrects.map(|other| other.number),
        reason: row.corrects.as_ref().map(|(_, reason)| reason.to_string()),
        started_by: people::name_in(people, row.started.0),
        started_at: row.started.1,
        signed: row.signed.map(|who| signed_by(people, who)),
        second_read: row.second_read.map(|who| signed_by(people, who)),
        finished_at: row.finished.map(|(at, _)| at),
        frozen_sha256: row.finished.map(|(_, sha256)| sha256.to_string()),
        verdict: verdict.map(names::verdict_name),
    }
}

/// A review with its questions.
pub(super) fn view(known: &Known, sheet: &Sheet, actor: &Person) -> w::ReviewView {
    let finished = known.row.finished.is_some();
    let reads = known.row.signed.is_some_and(|(reviewer, _)| reviewer != actor.id) && may(actor, Action::ReadAgain);
    let pages = |pages: &[super::answer::Page]| pages.iter().copied().map(Into::into).collect();
    w::ReviewView {
        row: row(&known.row, &known.all, &known.people, finished.then_some(sheet.verdict)),
        vendor: known.vendor.id.uuid(),
        vendor_name: known.vendor.name.to_string(),
        tier: sheet.tier.map(names::tier_name),
        policy_version: sheet.policy_version,
        as_of: sheet.as_of,
        needs_second_reader: sheet.needs_second_reader,
        may_read_again: reads && !finished,
        documents: sheet
            .documents
            .iter()
            .map(|looked| w::ReviewedDocument {
                document: looked.document.uuid(),
                kind: looked.kind.clone(),
                file_name: looked.file_name.clone(),
                pages: looked.pages,
                main: looked.main,
            })
            .collect(),
        steps: Step::ALL.iter().map(|of| step(*of, sheet)).collect(),
        questions: sheet.questions.iter().filter_map(|asked| question(asked, sheet)).collect(),
        buyers: sheet
            .buyers
            .iter()
            .map(|Buyer { question, answer, citations }| w::BuyerAnswer {
                question: question.clone(),
                answer: answer.clone(),
                citations: pages(citations),
            })
            .collect(),
        not_proved: sheet
            .not_proved
            .iter()
            .map(|Gap { topic, statement, filled_by, citations }| w::NotProvedView {
                topic: topic.clone(),
                statement: statement.clone(),
                filled_by: filled_by.clone(),
                citations: pages(citations),
            })
            .collect(),
        verdict: names::verdict_name(sheet.verdict),
        services: sheet
            .services
            .iter()
            .map(|one| w::ServiceVerdictView { name: one.name.clone(), verdict: names::verdict_name(one.verdict) })
            .collect(),
        because: sheet.because.iter().map(reason).collect(),
        open: sheet.open(),
        holds_until: sheet.holds_until,
    }
}

fn reason(because: &Because) -> w::VerdictReason {
    w::VerdictReason {
        code: because.code.clone(),
        title: because.title.clone(),
        outcome: names::rule_outcome_name(because.outcome),
        found: because.found.clone(),
        change: because.change.clone(),
        question: because.question.clone(),
    }
}

fn step(step: Step, sheet: &Sheet) -> w::ReviewStep {
    let of = |asked: &&Asked| questions::of_id(&asked.id).is_some_and(|question| question.step == step);
    let applying: Vec<&Asked> = sheet.questions.iter().filter(of).filter(|asked| asked.applies).collect();
    let results = applying.iter().filter_map(|asked| asked.answer.as_ref()?.kept.result);
    let worst = results.max_by_key(|result| match result {
        RuleOutcome::NotApplicable => 0,
        RuleOutcome::Pass => 1,
        RuleOutcome::Warn => 2,
        RuleOutcome::Missing => 3,
        RuleOutcome::Fail => 4,
    });
    let done = |asked: &&&Asked| asked.is_done() || asked.id == SIGNATURES && sheet.reviewer.is_some();
    w::ReviewStep {
        step: step.as_str().to_owned(),
        title: step.title().to_owned(),
        letter: steps::letter(step),
        questions: applying.len() as u32,
        done: applying.iter().filter(done).count() as u32,
        worst: worst.map(names::rule_outcome_name),
    }
}

/// A question; one that this program does not ask any more stays in its frozen sheet only.
fn question(asked: &Asked, sheet: &Sheet) -> Option<w::QuestionView> {
    let question: &Question = questions::of_id(&asked.id)?;
    let answer = asked.answer.as_ref();
    Some(w::QuestionView {
        id: asked.id.clone(),
        step: question.step.as_str().to_owned(),
        question: asked.question.clone(),
        kind: question.answer.as_str().to_owned(),
        choices: question.choices.clone(),
        look_at: question.look_at.clone(),
        pass: question.pass.clone(),
        warn: question.warn.clone(),
        fail: question.fail.clone(),
        applies: asked.applies,
        why: asked.why.clone(),
        suggested: asked.suggested.clone(),
        suggested_result: asked.suggested_result.map(names::rule_outcome_name),
        citations: asked.citations.iter().copied().map(Into::into).collect(),
        facts: steps::facts(&asked.id).iter().map(|key| key.as_str().to_owned()).collect(),
        list: steps::list(&asked.id).map(|list| list.as_str().to_owned()),
        rules: rules(&asked.id, sheet),
        answer: answer.map(|answer| w::AnswerView {
            value: answer.kept.value.clone(),
            result: answer.kept.result.map(names::rule_outcome_name),
            note: answer.kept.note.clone(),
            citations: answer.kept.citations.iter().copied().map(Into::into).collect(),
            by: answer.by.clone(),
            at: answer.at,
            done: answer.done,
            as_suggested: asked.is_as_suggested(),
        }),
    })
}

fn rules(question: &str, sheet: &Sheet) -> Vec<w::QuestionRule> {
    let behind = |rule: &&&Rule| rule.questions.contains(&question);
    ALL.iter()
        .filter(behind)
        .filter_map(|rule| {
            let ruled = sheet.rules.iter().find(|ruled| ruled.code == rule.code)?;
            Some(w::QuestionRule {
                code: ruled.code.clone(),
                title: rule.title.to_owned(),
                outcome: names::rule_outcome_name(ruled.outcome),
                required: ruled.required.clone(),
                found: ruled.found.clone(),
            })
        })
        .collect()
}
