//! Answers from the lists of a report: exceptions, complementary controls.

use super::suggest::{Draft, Suggestions};
use crate::{
    rules::{CitedPage, RuleOutcome},
    snapshot::{Applies, CuecState, CuecStatus, Evidence},
    words,
};

pub(super) fn draft(from: &Suggestions<'_>, id: &str) -> Option<Draft> {
    let report = from.case.soc2()?;
    match id {
        "E7" => not_tested(report),
        "F1" => Some(cuecs_listed(from, report)),
        "F2" => Some(cuecs_judged(from)),
        "F3" => cuecs_standing(from),
        "F4" => responsibilities_apart(from, report),
        _ => None,
    }
}

fn not_tested(report: &Evidence) -> Option<Draft> {
    let exceptions = report.exceptions.as_ref()?;
    Some(match exceptions.not_occurred {
        0 => Draft::answer("None", Some(RuleOutcome::Pass), "By the results of the tests"),
        // Whether any of them matters to us is for a person.
        count => Draft::answer(
            format!("{} not tested because nothing occurred", words::count(count.into(), "control")),
            Some(RuleOutcome::Warn),
            "By the results of the tests",
        ),
    })
}

fn cuecs_listed(from: &Suggestions<'_>, report: &Evidence) -> Draft {
    let Some(cuecs) = &from.case.snapshot.cuecs else {
        return Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing("The list was not read") };
    };
    let cited =
        cuecs.controls.iter().filter_map(|control| control.page).map(|page| CitedPage { document: report.id, page });
    let why = "By the list of the report";
    match cuecs.controls.len() {
        0 if cuecs.opinion_mentions == Some(true) && !cuecs.stated => {
            Draft::answer("No, though the opinion mentions them", Some(RuleOutcome::Warn), why)
        }
        0 => Draft::answer("None", Some(RuleOutcome::Pass), why),
        count => Draft::answer(format!("Yes, {count}"), Some(RuleOutcome::Pass), why).cited(cited),
    }
}

fn cuecs_judged(from: &Suggestions<'_>) -> Draft {
    let Some(cuecs) = from.case.snapshot.cuecs.as_ref() else {
        return Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing("The list was not read") };
    };
    let total = cuecs.controls.len();
    if total == 0 {
        return Draft::not_applicable("The report lists none");
    }
    let with = |applies: Option<Applies>| cuecs.controls.iter().filter(|control| control.applies == applies).count();
    let (open, yes, partly, no) =
        (with(None), with(Some(Applies::Yes)), with(Some(Applies::Partly)), with(Some(Applies::No)));
    let result = if open == 0 { RuleOutcome::Pass } else { RuleOutcome::Warn };
    let answer = format!("{yes} apply, {partly} in part, {no} do not, {open} open");
    Draft::answer(answer, Some(result), "By what was judged of each")
}

/// Our side of those that apply, in figures; where nothing is recorded the rule says so.
fn cuecs_standing(from: &Suggestions<'_>) -> Option<Draft> {
    let cuecs = from.case.snapshot.cuecs.as_ref()?;
    let result = from.conclusion.results.iter().map(|weighed| &weighed.result);
    let result = result.into_iter().find(|result| result.code == "CUEC-IMPLEMENTED")?;
    let ours = cuecs.controls.iter().filter(|one| matches!(one.applies, Some(Applies::Yes | Applies::Partly)));
    let ours: Vec<&CuecState> = ours.collect();
    let weighs = matches!(result.outcome, RuleOutcome::Pass | RuleOutcome::Warn | RuleOutcome::Fail);
    if !weighs || ours.iter().all(|control| control.status.is_none()) {
        return None;
    }
    let with = |which: fn(&CuecStatus) -> bool| {
        ours.iter().filter(|control| control.status.as_ref().is_some_and(which)).count()
    };
    let in_place = with(|status| matches!(status, CuecStatus::Implemented { .. }));
    let planned = with(|status| matches!(status, CuecStatus::Planned { .. }));
    let answer = format!("{in_place} of {} in place, {planned} planned", ours.len());
    let why = format!("{}: {}", result.code, result.found);
    Some(Draft::answer(answer, Some(result.outcome), why).cited(result.citations.clone()))
}

/// Whether responsibilities are listed apart. Where none are, only a person can tell whether they stand among the controls.
fn responsibilities_apart(from: &Suggestions<'_>, report: &Evidence) -> Option<Draft> {
    let cuecs = from.case.snapshot.cuecs.as_ref()?;
    let pages = cuecs.responsibilities.iter().map(|page| CitedPage { document: report.id, page: *page });
    let apart = !cuecs.controls.is_empty() && !cuecs.responsibilities.is_empty();
    apart.then(|| Draft::answer("Yes", Some(RuleOutcome::Pass), "By the lists of the report").cited(pages))
}
