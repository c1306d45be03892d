//! `SUPPLEMENT-QUESTIONNAIRE` (`practice.md` §8.2).

use crate::{
    alternative::{Substitute, SubstituteCheck, SubstituteKind},
    ask::Ask,
    months,
    rules::{Basis, Case, Checked, Family, Help, Rule, Ruling},
    standard::MainEvidence,
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "SUPPLEMENT-QUESTIONNAIRE",
    family: Family::Supplement,
    title: "Questionnaire is current and was sampled",
    help: Help {
        checks: "Where a questionnaire is part of the main evidence: how old its answers are, whether a sample was verified, and whether unfavourable answers were treated.",
        why: "A questionnaire is what the vendor says of itself. It is worth what a sample of its answers proves.",
        evidence: "A SIG, CAIQ or own questionnaire answered within the class's age limit, with notes on the answers that were verified.",
        resolve: "Ask for current answers, pick some that matter, and ask to be shown them; record on the questionnaire that a sample was verified and how many unfavourable answers are not treated.",
    },
    source: "practice.md §8.2, §4.3",
    questions: &[],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let max = u32::from(limits.max_age_months);
    let required = format!("Answered within {}, a sample verified", words::count(max.into(), "month"));
    // On the path without a report, only where the record relies on one that is held.
    let path = case.snapshot.alternative.as_ref().filter(|_| matches!(case.basis, Basis::WithoutReport(_)));
    let relied = path.and_then(|path| {
        let answers = |one: &&Substitute| one.kind == SubstituteKind::Questionnaire && one.document.is_some();
        path.substitutes.iter().find(answers)
    });
    let matters = matches!(
        case.basis,
        Basis::Accepted(
            MainEvidence::QuestionnaireAndPentest | MainEvidence::Iso27001Supplemented | MainEvidence::SelfAttestation,
            _
        )
    ) || relied.is_some();
    if !matters {
        return Ok(Ruling::not_applicable("The main evidence is not a questionnaire"));
    }
    let held = case.held(&[Kind::Caiq, Kind::Questionnaire]);
    let Some(latest) = held.first() else {
        return Ok(Ruling::missing(required, "None is held").ask(Ask::Paper { kind: Kind::Questionnaire }));
    };
    let facts = latest.questionnaire.as_ref();
    let answered = facts.and_then(|facts| facts.answered_on.as_ref());
    let stated = answered.map(|day| day.value).or(latest.report_date.as_ref().map(|day| day.value));
    let Some(day) = stated.or(relied.and_then(|one| one.dated)) else {
        return Ok(Ruling::missing(required, "When it was answered is not known")
            .ask(Ask::ours("Record when the questionnaire was answered")));
    };
    let found = format!("Answered on {}", words::date(day));
    let ruling = if case.today > months::add(day, max) {
        Ruling::fail(required, found).ask(Ask::Paper { kind: latest.kind })
    } else if facts.and_then(|facts| facts.open_answers).is_some_and(|open| open > 0) {
        Ruling::warn(required, format!("{found}, unfavourable answers not treated"))
    } else if facts.and_then(|facts| facts.sampled) == Some(true)
        || relied.is_some_and(|one| one.checks.contains(&SubstituteCheck::Sampled))
    {
        Ruling::pass(required, format!("{found}, sampled")).by(latest.id)
    } else {
        let task = Ask::ours("Verify a sample of the questionnaire's answers");
        Ruling::warn(required, format!("{found}, no sample verified")).ask(task)
    };
    Ok(ruling.cite_if(latest.id, answered))
}
