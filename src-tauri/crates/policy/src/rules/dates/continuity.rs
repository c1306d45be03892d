//! `DATE-CONTINUITY` (`practice.md` §3.2 C8, §4.2).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "DATE-CONTINUITY",
    family: Family::Dates,
    title: "No gap to the report before",
    help: Help {
        checks: "Whether the period begins on the day after the period of the report before ended.",
        why: "What happened in a gap was examined by nobody. A vendor that had a bad month can choose to begin later.",
        evidence: "Two reports whose periods join or overlap.",
        resolve: "Ask why there is a gap and what covers it; record the explanation if it holds.",
    },
    source: "practice.md §3.2 C8, §4.2",
    questions: &["C8"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Begins the day after the report before ended";
    let report = case.report()?;
    if report.kind != Kind::Soc2Type2 {
        return Ok(Ruling::not_applicable("A Type 1 has no period"));
    }
    let Some(start) = &report.period_start else {
        return Ok(Ruling::missing(REQUIRED, "The first day of the period is not known").ask(Ask::ReportDates));
    };
    let before = case
        .snapshot
        .evidence
        .iter()
        .filter(|other| other.kind == Kind::Soc2Type2 && other.id != report.id)
        .filter_map(|other| Some((other, other.period_end.as_ref()?)))
        .filter(|(other, end)| {
            // The one before begins earlier; the same report received twice does not.
            let earlier = other.period_start.as_ref().map_or(end.value < start.value, |s| s.value < start.value);
            earlier && Some(end.value) < report.period_end.as_ref().map(|end| end.value)
        })
        .max_by_key(|(_, end)| end.value);
    let Some((other, end)) = before else {
        return Ok(Ruling::not_applicable("No report before this one is held"));
    };
    let gap = (start.value - end.value).num_days() - 1;
    let cited = |ruling: Ruling| ruling.cite(report.id, start).cite(other.id, end);
    if gap <= 0 {
        let found = if gap == 0 { "No gap".to_owned() } else { format!("Overlaps by {}", words::count(-gap, "day")) };
        return Ok(cited(Ruling::pass(REQUIRED, found)).by(report.id).by(other.id));
    }
    let found = format!("{} uncovered after {}", words::count(gap, "day"), words::date(end.value));
    let ask = Ask::BridgeLetter { from: words::next_day(end.value), to: start.value.pred_opt().unwrap_or(start.value) };
    let long = gap > i64::from(case.policy.settings().dates.continuity_gap_max_days);
    Ok(cited(match (long, report.judged.gap_explained) {
        (true, Some(true)) => Ruling::warn(REQUIRED, format!("{found}, explained")),
        (true, Some(false) | None) => Ruling::fail(REQUIRED, found).ask(ask),
        (false, _) => Ruling::warn(REQUIRED, found).ask(ask),
    }))
}
