//! `DATE-ORDER` (`practice.md` §3.2 C2, §4.2).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "DATE-ORDER",
    family: Family::Dates,
    title: "Dates are stated and possible",
    help: Help {
        checks: "Whether the report states what it covers, and whether its dates can be: the period ends after it starts and not in the future, the report is dated after the period's end and not in the future, and cover, opinion and assertion agree.",
        why: "Every other question about time rests on these dates. A report dated before its period ended, or one whose parts name different periods, was not made with care, or was changed.",
        evidence: "The dates in the opinion, equal on the cover and in the assertion.",
        resolve: "Look at the cited pages and correct what was misread. If the report itself contradicts, ask the vendor; its auditor can reissue the report.",
    },
    source: "practice.md §3.2 C2, C4, §4.2",
    questions: &["C2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Dates that agree, in order and not in the future";
    let (report, coverage) = case.coverage()?;
    let cited = |ruling: Ruling| {
        ruling
            .cite_if(report.id, report.period_start.as_ref())
            .cite_if(report.id, report.covers_to())
            .cite_if(report.id, report.report_date.as_ref())
    };
    let end = coverage.report_end;
    let start = report.period_start.as_ref().map(|start| start.value);
    let dated = report.report_date.as_ref().map(|dated| dated.value);
    let broken = if end > case.today {
        Some(format!("It covers days that have not come: to {}", words::date(end)))
    } else if dated.is_some_and(|dated| dated > case.today) {
        dated.map(|dated| format!("It is dated in the future: {}", words::date(dated)))
    } else if report.period_end.is_some() && start.is_some_and(|start| start >= end) {
        start.map(|start| format!("The period has no length: {} to {}", words::date(start), words::date(end)))
    } else if dated.is_some_and(|dated| dated < end) {
        dated.map(|dated| format!("Dated {}, before the period ended on {}", words::date(dated), words::date(end)))
    } else {
        None
    };
    if let Some(broken) = broken {
        return Ok(cited(Ruling::fail(REQUIRED, broken)).ask(Ask::ReportDates));
    }
    if let Some(first) = report.contradictions.first() {
        let found = format!("The report contradicts itself: {}", first.value);
        let ruling = Ruling::warn(REQUIRED, found).ask(Ask::ours("Resolve the contradiction on the cited pages"));
        return Ok(ruling.cite(report.id, first));
    }
    if report.period_end.is_some() && start.is_none() {
        return Ok(cited(Ruling::missing(REQUIRED, "The first day of the period is not known")).ask(Ask::ReportDates));
    }
    let covers = match start.filter(|_| report.period_end.is_some()) {
        Some(start) => format!("{} to {}", words::date(start), words::date(end)),
        None => format!("As of {}", words::date(end)),
    };
    Ok(cited(Ruling::pass(REQUIRED, covers)).by(report.id))
}
