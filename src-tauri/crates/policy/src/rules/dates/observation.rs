//! `DATE-OBSERVATION` (`practice.md` §3.2 C3, §4.3).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::{Kind, Period};

pub(crate) const RULE: Rule = Rule {
    code: "DATE-OBSERVATION",
    family: Family::Dates,
    title: "Period examined is long enough",
    help: Help {
        checks: "How many months the auditor examined, from the first to the last day of the period, against the class's minimum and its preferred length.",
        why: "In a short period yearly controls do not happen, and a vendor can be on its best behaviour for three months.",
        evidence: "A Type 2 report over the preferred number of months; a first report may be shorter.",
        resolve: "Ask when the next report comes and over which period. Accept a first short report with a condition for the next.",
    },
    source: "practice.md §3.2 C3, §4.3",
    questions: &["C3"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let report = case.report()?;
    if report.kind == Kind::Soc2Type1 {
        return Ok(Ruling::not_applicable("A Type 1 has no period"));
    }
    let Some(minimum) = limits.min_observation_months else {
        return Ok(Ruling::not_applicable("This class asks for no minimum"));
    };
    let required = match limits.preferred_observation_months {
        Some(preferred) => format!("At least {}, preferably {preferred}", words::count(minimum.into(), "month")),
        None => format!("At least {}", words::count(minimum.into(), "month")),
    };
    let (Some(start), Some(end)) = (&report.period_start, &report.period_end) else {
        return Ok(Ruling::missing(required, "The period is not known").ask(Ask::ReportDates));
    };
    let cited = |ruling: Ruling| ruling.cite(report.id, start).cite(report.id, end);
    let Ok(period) = Period::new(start.value, end.value) else {
        return Ok(cited(Ruling::fail(required, "The period ends before it starts")).ask(Ask::ReportDates));
    };
    let observed = months::observed(period);
    let found = words::count(observed.into(), "month");
    let tolerated = case.policy.settings().dates.min_observation_tolerated_months.min(minimum);
    let longer = Ask::Report {
        form: format!("SOC 2 Type 2 report over at least {minimum} months"),
        ending_after: Some(end.value),
    };
    Ok(cited(if observed < u32::from(tolerated) {
        Ruling::fail(required, found).ask(longer)
    } else if observed < u32::from(minimum) {
        Ruling::warn(required, found).ask(longer)
    } else {
        // Between the minimum and what is preferred it passes: the preference is for the choice among vendors.
        Ruling::pass(required, found).by(report.id)
    }))
}
