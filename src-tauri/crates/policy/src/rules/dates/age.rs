//! `DATE-AGE` (`practice.md` §3.2 C5, §4.2, §4.3).

use crate::{
    Rank,
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "DATE-AGE",
    family: Family::Dates,
    title: "Report is not too old",
    help: Help {
        checks: "How long ago the period ended (or the date of a Type 1), against the class's limit; beyond it, whether a valid bridge letter and proof of the next examination give grace; beyond the hard stop nothing does.",
        why: "A report describes the past. Yearly reports always pass twelve months before the next arrives, so a short grace is needed; a report beyond fifteen months without a successor is a red flag.",
        evidence: "A report whose period ended within the limit. In grace: a bridge letter signed by management and an engagement letter or the vendor's word with firm, type, period and date.",
        resolve: "Ask for the next report. Until it comes, ask for a bridge letter and for proof that the examination is under way, and record it as the vendor's next examination.",
    },
    source: "practice.md §3.2 C5, §4.2, §4.3",
    questions: &["C5"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let (report, coverage) = case.coverage()?;
    let (end, today) = (coverage.report_end, case.today);
    let max_age = u32::from(limits.max_age_months);
    let required = format!("At most {} since the end", words::count(max_age.into(), "month"));
    let found = format!("{} since {}", words::span(end, today), words::date(end));
    let cited = |ruling: Ruling| ruling.cite_if(report.id, report.covers_to());
    if today <= months::add(end, max_age) {
        return Ok(cited(Ruling::pass(required, found)).by(report.id));
    }
    let next = Ask::Report { form: "SOC 2 Type 2 report".to_owned(), ending_after: Some(end) };
    let stop = super::last_grace_month(limits);
    if today > months::add(end, stop) {
        let found = format!("{found}, beyond the hard stop of {}", words::count(stop.into(), "month"));
        return Ok(cited(Ruling::fail(required, found)).only(Rank::Executive).ask(next));
    }
    if case.in_grace() {
        let proof = case.next_audit().and_then(|next| next.proof);
        let mut ruling = Ruling::warn(required, format!("{found}, in grace until the next report")).ask(next);
        ruling.satisfied_by.extend(proof);
        return Ok(cited(ruling));
    }
    let mut asks = vec![next];
    if !case.bridged() {
        asks.push(Ask::BridgeLetter { from: words::next_day(coverage.cover_end), to: today });
    }
    if case.next_audit().is_none() {
        asks.push(Ask::NextAudit);
    }
    Ok(cited(Ruling::fail(required, found)).ask_all(asks))
}
