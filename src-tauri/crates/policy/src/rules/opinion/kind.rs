//! `OPINION-TYPE` (`practice.md` §3.3 D1, D2, §4.3, §4.5).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::AcceptedOpinion,
};
use countersign_domain::Opinion;

pub(crate) const RULE: Rule = Rule {
    code: "OPINION-TYPE",
    family: Family::Opinion,
    title: "Opinion is acceptable",
    help: Help {
        checks: "What the auditor concluded: unqualified, qualified, adverse or disclaimer; and, where it is qualified, whether the matter touches our use.",
        why: "The opinion is what the whole report is for. Qualified means that something material failed; adverse that failures are pervasive; a disclaimer that nobody could tell.",
        evidence: "The opinion paragraph with an unqualified opinion. Exceptions in the tests do not make it qualified, and no exceptions do not make it good.",
        resolve: "Read the basis paragraph and record whether the matter touches our use. A qualified opinion may be accepted by signature with an end date; an adverse opinion or a disclaimer on a critical vendor may not.",
    },
    source: "practice.md §3.3 D1, §4.3, §4.5",
    questions: &["D1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let titles: Vec<&str> = limits.opinions.iter().map(|opinion| opinion.title()).collect();
    let required = titles.join("; ");
    let report = match case.report() {
        Ok(report) => report,
        // A report that no class needs is still not to be adverse (§4.3, low).
        Err(early) => match case.main().filter(|evidence| evidence.opinion.is_some()) {
            Some(evidence) => evidence,
            None => return Err(early),
        },
    };
    let Some(opinion) = &report.opinion else {
        let task = Ask::ours("Find the opinion paragraph of the report");
        return Ok(Ruling::missing(required, "The opinion is not known").ask(task));
    };
    let accepts = |accepted| limits.opinions.contains(&accepted);
    let signable = limits.opinions_with_risk_acceptance.contains(&opinion.value);
    let named = match opinion.value {
        Opinion::Unqualified => "Unqualified",
        Opinion::Qualified => "Qualified",
        Opinion::Adverse => "Adverse",
        Opinion::Disclaimer => "Disclaimer",
    };
    let failed = |found: String| {
        let ruling = Ruling::fail(required.clone(), found);
        if signable { ruling } else { ruling.never_acceptable() }
    };
    let ruling = match (opinion.value, report.judged.opinion_touches_us) {
        (Opinion::Unqualified, _) => Ruling::pass(required, named).by(report.id),
        (Opinion::Qualified, _) if accepts(AcceptedOpinion::Qualified) => Ruling::warn(required, named).by(report.id),
        (Opinion::Qualified, Some(false)) => {
            let found = "Qualified, outside our use";
            if accepts(AcceptedOpinion::QualifiedOutsideOurUse) {
                Ruling::warn(required, found).by(report.id)
            } else {
                failed(found.to_owned())
            }
        }
        (Opinion::Qualified, touches) => {
            let task = Ask::ours("Record whether the matter of the qualified opinion touches our use");
            let ruling = failed(if touches.is_some() {
                "Qualified, touches our use".to_owned()
            } else {
                "Qualified; whether it touches our use is not recorded".to_owned()
            });
            ruling.ask_all(touches.is_none().then_some(task))
        }
        (Opinion::Adverse | Opinion::Disclaimer, _) => failed(named.to_owned()),
    };
    Ok(ruling.cite(report.id, opinion))
}
