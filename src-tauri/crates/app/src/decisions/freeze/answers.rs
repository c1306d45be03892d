//! The question sheet of the review on which a decision rests, and what its report does not prove, as they are frozen
//! (`practice.md` §3; §7.1, pages 10 and 13).

use super::{Labels, cited, services};
use crate::{
    acceptance::Weighed,
    clock::Day,
    reviews::{self, Asked, Sheet},
};
use countersign_domain::Decision;
use countersign_packet::input::{AnswerOrigin, FrozenAnswer, FrozenGap, FrozenReview};
use countersign_policy::{
    RuleOutcome,
    questions::{self, Step, not_proved},
    rules::{CitedPage, Rule},
};
use countersign_store::{Snapshot, StoreError};

/// Freezes the latest finished review; `None` where none is finished.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    decision: &Decision,
    weighed: &Weighed,
    labels: &Labels,
    day: Day<'_>,
) -> Result<Option<FrozenReview>, StoreError> {
    let rows = db.reviews(decision.vendor)?;
    let Some(row) = reviews::latest_finished(&rows) else { return Ok(None) };
    let Some((_, sha256)) = row.finished else { return Ok(None) };
    let main = services::main(weighed, decision.decided_on).main().map(|main| main.id);
    let looked = db.looked_at(Some(decision.vendor))?.remove(&row.id);
    let sheet = reviews::frozen_sheet(db, row.id)?;
    let hand = sheet.as_ref().and_then(|sheet| sheet.reviewer.as_ref());
    let answer = |asked: &Asked| match (hand, &asked.suggested) {
        // Who signed has answered it by that; nobody types an answer.
        (Some(hand), Some(signed)) if asked.is_signatures() && asked.answer.is_none() => FrozenAnswer {
            answer: Some(signed.clone()),
            origin: AnswerOrigin::Entered,
            by: Some(hand.name.clone()),
            on: Some(day.of(hand.at)),
            result: Some(RuleOutcome::Pass.as_str().to_owned()),
            ..answer(asked, decision, weighed, labels, day)
        },
        _ => answer(asked, decision, weighed, labels, day),
    };
    Ok(Some(FrozenReview {
        id: row.id.to_string(),
        number: row.number,
        sha256,
        reviewer: sheet.as_ref().and_then(|sheet| sheet.reviewer.as_ref()).map(|hand| hand.name.clone()),
        second_reader: sheet.as_ref().and_then(|sheet| sheet.second_reader.as_ref()).map(|hand| hand.name.clone()),
        of_report: main.zip(looked).map(|(main, looked)| looked.documents.contains(&main)),
        answers: sheet.as_ref().map_or_else(Vec::new, |sheet: &Sheet| sheet.questions.iter().map(answer).collect()),
    }))
}

fn answer(asked: &Asked, decision: &Decision, weighed: &Weighed, labels: &Labels, day: Day<'_>) -> FrozenAnswer {
    let question = questions::of_id(&asked.id);
    let said = asked.answer.as_ref().filter(|_| asked.applies);
    let origin = match said {
        _ if !asked.applies => AnswerOrigin::NotApplicable,
        None => AnswerOrigin::Open,
        Some(_) if asked.is_as_suggested() => AnswerOrigin::Confirmed,
        Some(_) if asked.suggested.is_some() => AnswerOrigin::Corrected,
        Some(_) => AnswerOrigin::Entered,
    };
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let pages = match said {
        // Who confirms what was suggested confirms its pages too.
        Some(said) if said.kept.citations.is_empty() && asked.is_as_suggested() => &asked.citations[..],
        Some(said) => &said.kept.citations[..],
        None => &[],
    };
    let pages: Vec<CitedPage> =
        pages.iter().map(|page| CitedPage { document: page.document, page: page.page }).collect();
    FrozenAnswer {
        id: asked.id.clone(),
        step: question.map_or_else(String::new, |question| question.step.title().to_owned()),
        question: asked.question.clone(),
        answer: said.map_or_else(|| filled(&asked.why).filter(|_| !asked.applies), |said| filled(&said.kept.value)),
        note: said.and_then(|said| filled(&said.kept.note)),
        origin,
        by: said.map(|said| said.by.clone()),
        on: said.map(|said| day.of(said.at)),
        result: said.and_then(|said| said.kept.result).map(|result| result.as_str().to_owned()),
        leads_to: leads_to(asked, decision, weighed),
        cited: if asked.applies { cited(&pages, labels) } else { Vec::new() },
    }
}

/// What a question that did not pass led to: conditions and deviations by the rules behind it, findings by its step.
fn leads_to(asked: &Asked, decision: &Decision, weighed: &Weighed) -> Vec<String> {
    let result = asked.answer.as_ref().and_then(|answer| answer.kept.result);
    if !asked.applies || !matches!(result, Some(RuleOutcome::Warn | RuleOutcome::Fail | RuleOutcome::Missing)) {
        return Vec::new();
    }
    let behind = |code: &str| Rule::of_code(code).is_some_and(|rule| rule.questions.contains(&asked.id.as_str()));
    let mut leads = Vec::new();
    for (at, condition) in decision.conditions.iter().enumerate() {
        if condition.rule.as_ref().is_some_and(|rule| behind(rule.as_str())) {
            leads.push(format!("C{}", at + 1));
        }
    }
    if weighed.facts.deviations.iter().any(|deviation| behind(&deviation.rule)) {
        leads.push("deviation".to_owned());
    }
    if questions::of_id(&asked.id).is_some_and(|question| question.step == Step::Exceptions) {
        let mut open: Vec<_> =
            weighed.findings.iter().filter(|item| item.recorded && item.current && item.stated).collect();
        open.sort_by_key(|item| item.finding.number);
        leads.extend(open.into_iter().map(|item| item.finding.label()));
    }
    leads
}

/// Freezes what the report does not prove.
pub(super) fn gaps(decision: &Decision, weighed: &Weighed, labels: &Labels) -> Vec<FrozenGap> {
    not_proved(&weighed.facts, &weighed.policy, decision.decided_on)
        .into_iter()
        .map(|gap| FrozenGap {
            topic: gap.topic.title().to_owned(),
            statement: gap.statement,
            filled_by: gap.filled_by,
            cited: cited(&gap.citations, labels),
        })
        .collect()
}
