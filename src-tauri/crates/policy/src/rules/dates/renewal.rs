//! `DATE-RENEWAL` (`practice.md` §3.2 C9, §3.8b Z4).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use chrono::Days;

pub(crate) const RULE: Rule = Rule {
    code: "DATE-RENEWAL",
    family: Family::Dates,
    title: "Next report comes in time",
    help: Help {
        checks: "Where the report passes its age limit before the running term of a contract ends: whether the next report is expected before that limit.",
        why: "Who is bound beyond the life of the evidence needs the next one in time, or pays for a service on which nothing is known.",
        evidence: "The vendor's word, or better the auditor's engagement letter, with the day on which the next report is expected, recorded as the vendor's next examination.",
        resolve: "Ask when the next report comes, record the day, and have the right to yearly reports written into the contract.",
    },
    source: "practice.md §3.2 C9",
    questions: &["C9"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let (report, coverage) = case.coverage()?;
    let limit = months::add(coverage.report_end, limits.max_age_months.into());
    let required = format!("Next report by {}", words::date(limit));
    let contracts = &case.snapshot.profile.contracts;
    let ends: Vec<_> = contracts.iter().filter_map(|contract| contract.term.current_end(case.today)).collect();
    let Some(end) = ends.into_iter().max() else {
        let found =
            if contracts.is_empty() { "No contract is entered" } else { "The end of the contract is not known" };
        return Ok(if case.snapshot.in_use {
            Ruling::missing(required, found).ask(Ask::ours("Enter the contract with its term"))
        } else {
            Ruling::not_applicable("There is no contract yet")
        });
    };
    if end <= limit {
        let found = format!("The contract ends first, on {}", words::date(end));
        return Ok(Ruling::pass(required, found).by(report.id));
    }
    let Some(expected) = case.next_audit().and_then(|next| next.expected_on) else {
        // Long before the limit nobody can name the day yet: the first reminder is when we ask.
        let first = case.policy.settings().dates.reminders_days_before_age_limit[0];
        let asking_from = limit.checked_sub_days(Days::new(first.into())).unwrap_or(limit);
        return Ok(if case.today < asking_from {
            Ruling::pass(required, format!("To be asked for from {}", words::date(asking_from)))
        } else {
            Ruling::fail(required, "Nothing is known of the next report").ask(Ask::NextAudit)
        });
    };
    let found = format!("Expected on {}", words::date(expected));
    let late = limit.checked_add_days(Days::new(case.policy.settings().dates.next_report_late_max_days.into()));
    let proof = case.next_audit().and_then(|next| next.proof);
    let mut ruling = if expected < case.today {
        Ruling::warn(required, format!("{found}, and not received")).ask(Ask::NextAudit)
    } else if expected <= limit {
        Ruling::pass(required, found)
    } else if late.is_some_and(|late| expected <= late) {
        Ruling::warn(required, found)
    } else {
        Ruling::fail(required, found).ask(Ask::NextAudit)
    };
    ruling.satisfied_by.extend(proof);
    Ok(ruling)
}
