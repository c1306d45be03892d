//! `REPORT-RELIABILITY` (`practice.md` §3.8 R1, §4.5).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
};
use countersign_domain::Tier;

pub(crate) const RULE: Rule = Rule {
    code: "REPORT-RELIABILITY",
    family: Family::Supplement,
    title: "Report is reliable evidence",
    help: Help {
        checks: "The reliability score by structure, substance and source (eleven signals, after the SOC 2 Reliability Rubric of the SOC 2 Quality Guild), and whether a signal about the firm failed.",
        why: "What a report says is one question, whether it can be believed is another. Masses of nearly identical reports have been exposed.",
        evidence: "A score of at least 75 on the worksheet and no failed signal about the firm. Between 50 and 74 more evidence is needed.",
        resolve: "Fill in the worksheet. Where the score is low, ask for supplemental evidence, tell the vendor what is wrong with the report, and limit what it may touch meanwhile.",
    },
    source: "practice.md §3.8, §4.5, §8.4",
    questions: &["R1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = &case.policy.settings().report;
    let required = format!("At least {} of 100, no failed signal about the firm", limits.reliability_pass_from);
    case.limits()?;
    let report = case.report()?;
    if case.snapshot.tier == Some(Tier::Low) {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    if report.judged.source_failure == Some(true) {
        return Ok(Ruling::fail(required, "A signal about the firm failed").ask(Ask::Pentest));
    }
    let Some(score) = report.judged.reliability else {
        let task = Ask::ours("Fill in the worksheet of the report's reliability");
        return Ok(Ruling::missing(required, "Nobody has scored it").ask(task));
    };
    let found = format!("{score} of 100");
    Ok(if score >= limits.reliability_pass_from {
        Ruling::pass(required, found).by(report.id)
    } else if score >= limits.reliability_warn_from {
        Ruling::warn(required, found).ask(Ask::Pentest)
    } else {
        Ruling::fail(required, found).ask(Ask::Pentest)
    })
}
