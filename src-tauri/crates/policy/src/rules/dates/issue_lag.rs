//! `DATE-ISSUE-LAG` (`practice.md` §3.2 C4, §4.2).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "DATE-ISSUE-LAG",
    family: Family::Dates,
    title: "Report was issued in usual time",
    help: Help {
        checks: "How many days lie between the end of the period and the date of the opinion.",
        why: "A report takes weeks of work after the period ends. One issued within days was hardly examined; one issued after many months shows a dispute or a struggle for evidence.",
        evidence: "An opinion dated between about ten days and four months after the period's end.",
        resolve: "Ask the vendor what made it quick or slow, and note the answer. A date before the period's end is an error of the report.",
    },
    source: "practice.md §3.2 C4, §4.2",
    questions: &["C4"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let dates = &case.policy.settings().dates;
    let (from, to) = (i64::from(dates.issue_lag_usual_from_days), i64::from(dates.issue_lag_usual_to_days));
    let required = format!("{from} to {to} days after the period's end");
    let (report, coverage) = case.coverage()?;
    let Some(dated) = &report.report_date else {
        return Ok(Ruling::missing(required, "The date of the report is not known").ask(Ask::ReportDates));
    };
    let lag = (dated.value - coverage.report_end).num_days();
    let found = if lag < 0 {
        format!("Dated {} before the end", words::count(-lag, "day"))
    } else {
        format!("{} after, on {}", words::count(lag, "day"), words::date(dated.value))
    };
    let ruling = if lag < 0 {
        Ruling::fail(required, found).ask(Ask::ReportDates)
    } else if (from..=to).contains(&lag) {
        Ruling::pass(required, found).by(report.id)
    } else {
        Ruling::warn(required, found)
    };
    Ok(ruling.cite(report.id, dated).cite_if(report.id, report.covers_to()))
}
