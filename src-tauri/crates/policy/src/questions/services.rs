//! What is suggested, and what is not proved, where papers tell the services of a vendor apart (`decisions/0043`).

use super::{NotProved, Suggestion};
use crate::{
    rules::{CitedPage, RuleOutcome},
    verdict::{for_service, sentences},
};

/// What is suggested for all services together: what they have in common, and of each what it has not. Where their answers differ
/// a person says what stands for both.
pub(super) fn together(question: &str, parts: &[(&str, Suggestion)]) -> Suggestion {
    let applying: Vec<&(&str, Suggestion)> = parts.iter().filter(|(_, one)| one.applies).collect();
    let of = if applying.is_empty() { parts.iter().collect() } else { applying };
    let first = &of[0].1;
    let same = |one: &Suggestion| (&one.answer, &one.why) == (&first.answer, &first.why);
    let alike = of.len() == parts.len() && of.iter().all(|(_, one)| same(one));
    let said = |one: &Suggestion| match &one.answer {
        Some(answer) => format!("{answer} ({})", one.why),
        None => one.why.clone(),
    };
    let each = || sentences(&of.iter().map(|(name, one)| for_service(name, &said(one))).collect::<Vec<_>>());
    let mut citations: Vec<CitedPage> = Vec::new();
    for page in of.iter().flat_map(|(_, one)| &one.citations) {
        if !citations.contains(page) {
            citations.push(*page);
        }
    }
    // What nobody can tell of one service is not told by the other's result.
    let results: Option<Vec<RuleOutcome>> = of.iter().map(|(_, one)| one.result).collect();
    Suggestion {
        question: question.to_owned(),
        applies: first.applies,
        why: if alike { first.why.clone() } else { each() },
        answer: first.answer.clone().filter(|_| of.iter().all(|(_, one)| one.answer == first.answer)),
        result: results.and_then(|results| results.into_iter().max_by_key(|result| result.weight())),
        citations,
    }
}

/// What none of the reports proves once, and what one does not prove with the service of which it speaks.
pub(super) fn not_proved_together(parts: &[(&str, Vec<NotProved>)]) -> Vec<NotProved> {
    let mut all: Vec<NotProved> = Vec::new();
    for (name, gaps) in parts {
        for gap in gaps {
            let of_all = parts.iter().all(|(_, others)| others.iter().any(|other| other.statement == gap.statement));
            if !of_all {
                all.push(NotProved { statement: for_service(name, &gap.statement), ..gap.clone() });
            } else if !all.iter().any(|known| known.statement == gap.statement) {
                all.push(gap.clone());
            }
        }
    }
    all.sort_by_key(|gap| gap.topic);
    all
}
