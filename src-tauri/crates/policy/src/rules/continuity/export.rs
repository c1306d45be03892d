//! `CONTINUITY-EXPORT` (`practice.md` §4.3, §6.8).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::ContinuityDemand,
    words,
};
use countersign_domain::register::LastDone;

pub(crate) const RULE: Rule = Rule {
    code: "CONTINUITY-EXPORT",
    family: Family::Continuity,
    title: "Export of our data was tested",
    help: Help {
        checks: "For a critical vendor: whether an export of our data was tested within the last twelve months.",
        why: "An export that nobody has tried is a hope. Formats change, and completeness shows only when the data is read elsewhere.",
        evidence: "The day of the last test with its result: exported, complete, readable.",
        resolve: "Export the data, compare counts and samples, and record the day.",
    },
    source: "practice.md §4.3, §6.8",
    questions: &["H2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let within = case.policy.settings().continuity.export_test_months;
    let required = format!("Export tested within {}", words::count(within.into(), "month"));
    let limits = case.limits()?;
    if limits.continuity != ContinuityDemand::ExitExportEscrow {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    if case.snapshot.profile.data().is_some_and(|data| data.is_empty()) {
        return Ok(Ruling::not_applicable("The vendor holds no data of ours"));
    }
    let task = Ask::ours("Test an export of our data and record the day");
    Ok(match case.snapshot.profile.continuity.export_test {
        None => Ruling::missing(required, "Nobody has answered").ask(task),
        // Before there is data there is nothing to export.
        Some(LastDone::Never) if !case.snapshot.in_use => Ruling::warn(required, "Not yet tested").ask(task),
        Some(LastDone::Never) => Ruling::fail(required, "Never tested").ask(task),
        Some(LastDone::On(day)) if case.today > months::add(day.get(), within.into()) => {
            Ruling::fail(required, format!("Last tested on {}", words::date(day.get()))).ask(task)
        }
        Some(LastDone::On(day)) => Ruling::pass(required, format!("Tested on {}", words::date(day.get()))),
    })
}
