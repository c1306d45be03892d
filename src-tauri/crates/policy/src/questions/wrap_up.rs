//! Answers of the conclusion, from the verdict.

use super::suggest::{Draft, Suggestions};
use crate::{
    rules::RuleOutcome,
    verdict::{Standing, Verdict},
    words,
};
use countersign_domain::register::AiUse;

pub(super) fn draft(from: &Suggestions<'_>, id: &str) -> Option<Draft> {
    match id {
        "H5" => Some(artificial_intelligence(from)),
        "Z1" => Some(verdict(from)),
        "Z2" => Some(duties(from)),
        "Z4" => Some(next(from)),
        _ => None,
    }
}

fn artificial_intelligence(from: &Suggestions<'_>) -> Draft {
    let profile = &from.case.snapshot.profile;
    let uses: Vec<Option<AiUse>> = profile.engagements.iter().map(|engagement| engagement.ai_on_our_data).collect();
    let agreed = profile.contracts.iter().any(|contract| contract.ai_terms == Some(true));
    let why = "By the answers of intake and the contract";
    if uses.is_empty() || uses.contains(&None) {
        return Draft {
            result: Some(RuleOutcome::Missing),
            ..Draft::nothing("Nobody has answered whether AI uses our data")
        };
    }
    if agreed {
        return Draft::answer("The contract has terms on AI", Some(RuleOutcome::Pass), why);
    }
    if uses.contains(&Some(AiUse::Yes)) {
        Draft::answer("AI works on our data, and no contract has terms on it", Some(RuleOutcome::Fail), why)
    } else if uses.contains(&Some(AiUse::Unknown)) {
        Draft::answer("Nobody knows whether AI works on our data", Some(RuleOutcome::Warn), why)
    } else {
        Draft::answer("AI does not work on our data", Some(RuleOutcome::Pass), why)
    }
}

fn verdict(from: &Suggestions<'_>) -> Draft {
    let conclusion = &from.conclusion;
    let result = match conclusion.verdict {
        Verdict::Accept => RuleOutcome::Pass,
        Verdict::AcceptWithConditions => RuleOutcome::Warn,
        Verdict::MoreEvidence => RuleOutcome::Missing,
        Verdict::Escalate | Verdict::Reject => RuleOutcome::Fail,
    };
    let why = if conclusion.deciding.is_empty() {
        "Nothing fails, and every warning has its note".to_owned()
    } else {
        format!("Decided by {}", words::list(&conclusion.deciding))
    };
    Draft::answer(conclusion.verdict.title(), Some(result), why)
}

/// The duties and signatures that the verdict rests on, and the warnings that have none yet.
fn duties(from: &Suggestions<'_>) -> Draft {
    let conclusion = &from.conclusion;
    let said: Vec<String> = conclusion
        .results
        .iter()
        .filter_map(|weighed| {
            let code = weighed.result.code;
            match weighed.standing {
                Standing::Accepted { until } => Some(format!("{code} accepted until {}", words::date(until))),
                Standing::Condition { due } => Some(format!("{code} condition due {}", words::date(due))),
                Standing::Met | Standing::Open | Standing::Note => None,
            }
        })
        .collect();
    // A duty without owner or date stands among the unanswered.
    let without: Vec<&str> = from
        .case
        .snapshot
        .conditions
        .iter()
        .filter(|condition| !condition.done && (condition.owner.is_none() || condition.due_on.is_none()))
        .map(|condition| condition.rule.as_str())
        .collect();
    let why = "By conditions, acceptances and deviations on record";
    if !without.is_empty() {
        let answer = format!("Without owner or date: {}", words::list(&without));
        return Draft::answer(answer, Some(RuleOutcome::Fail), why);
    }
    if said.is_empty() {
        return Draft::answer("None", Some(RuleOutcome::Pass), why);
    }
    Draft::answer(said.join("; "), Some(RuleOutcome::Pass), why)
}

fn next(from: &Suggestions<'_>) -> Draft {
    let Some(review) = from.conclusion.next_review else {
        return Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing("The class is not assigned") };
    };
    let expected = from.case.next_audit().and_then(|next| next.expected_on);
    let report = expected.map_or_else(|| "not known".to_owned(), words::date);
    let until =
        from.conclusion.evidence_until.map(|until| format!("; evidence suffices until {}", words::date(until.day)));
    let answer = format!("Next review {}; next report {report}{}", words::date(review), until.unwrap_or_default());
    Draft::answer(answer, Some(RuleOutcome::Pass), "By the class and what is held")
}
