//! `DATE-GAP` (`practice.md` §3.2 C7, §4.2, §4.3, §4.5).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "DATE-GAP",
    family: Family::Dates,
    title: "No long time without coverage",
    help: Help {
        checks: "How long ago unbroken coverage ended: the report's period, and every bridge letter that joins it and counts.",
        why: "Nothing is said about the time after. The longer it is, the more may have changed: people, systems, incidents.",
        evidence: "A bridge letter signed by the vendor's management that begins where coverage ends, or a newer report.",
        resolve: "Ask for a bridge letter from the day after coverage ends. One letter adds six months at most; a second may follow.",
    },
    source: "practice.md §3.2 C7, §4.2, §4.3",
    questions: &["C7", "H1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let (report, coverage) = case.coverage()?;
    let (end, today) = (coverage.cover_end, case.today);
    let max = u32::from(limits.max_uncovered_gap_months);
    let required = format!("At most {} uncovered", words::count(max.into(), "month"));
    let found = if today <= end {
        format!("Covered to {}", words::date(end))
    } else {
        format!("{} since {}", words::span(end, today), words::date(end))
    };
    let cited = |mut ruling: Ruling| {
        ruling = ruling.cite_if(report.id, report.covers_to());
        for letter in case.counted_letters() {
            ruling = ruling.cite(letter.evidence.id, letter.to);
        }
        ruling
    };
    let ask = Ask::BridgeLetter { from: words::next_day(end), to: today };
    if today > months::add(end, max) {
        return Ok(cited(Ruling::fail(required, found)).ask(ask));
    }
    // Wanted before the limit, and in any case in the last month before it (§4.5).
    if today > months::add(end, super::wanted_after_months(limits)) {
        return Ok(cited(Ruling::warn(required, found)).ask(ask));
    }
    let mut ruling = cited(Ruling::pass(required, found)).by(report.id);
    if case.bridged() {
        ruling.satisfied_by.extend(case.counted_letters().iter().map(|letter| letter.evidence.id));
    }
    Ok(ruling)
}
