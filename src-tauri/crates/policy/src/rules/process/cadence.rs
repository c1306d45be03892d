//! `PROCESS-CADENCE` (`practice.md` §4.3 row "full review every").

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "PROCESS-CADENCE",
    family: Family::Process,
    title: "Full review is not overdue",
    help: Help {
        checks: "How long ago the last full review was finished, against the class's longest time between two, or the day to which something noted of the vendor brings it forward.",
        why: "A vendor that was sound two years ago may not be so now. Our own auditor asks for reviews on schedule.",
        evidence: "A finished review with its day, reviewer and findings; one finished after what was noted answers it.",
        resolve: "Begin the review. It is due in the last month before the limit.",
    },
    source: "practice.md §4.3, §6.5, §7.3",
    questions: &[],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let every = u32::from(limits.review_months);
    let required = format!("Every {}", words::count(every.into(), "month"));
    if !case.snapshot.in_use {
        return Ok(Ruling::not_applicable("The vendor is not in use yet"));
    }
    let last = case.snapshot.reviews.iter().filter_map(|review| review.finished_on).max();
    let task = Ask::ours("Make the full review");
    let Some(last) = last else {
        return Ok(Ruling::missing(required, "No finished review is on record").ask(task));
    };
    let by_class = months::add(last, every);
    let brought = case.snapshot.review_by.as_ref().filter(|by| by.day < by_class);
    let due = brought.map_or(by_class, |by| by.day);
    let because = brought.map_or_else(String::new, |by| format!("; brought forward: {}", by.reason));
    let found = format!("Last on {}, due {}{because}", words::date(last), words::date(due));
    // What was brought forward waits from the first day.
    Ok(if case.today > due {
        Ruling::fail(required, found).ask(task)
    } else if brought.is_some() || case.today > months::add(last, every.saturating_sub(1)) {
        Ruling::warn(required, found).ask(task)
    } else {
        Ruling::pass(required, found)
    })
}
