//! Answers from the lists of a report: exceptions, complementary controls, subservice organizations.

use super::suggest::{Draft, Suggestions};
use crate::{
    organization,
    rules::{CitedPage, RuleOutcome},
    snapshot::{Applies, CuecState, CuecStatus, Evidence, SubserviceAssurance},
    words,
};
use countersign_domain::reading::SubserviceMethod;

pub(super) fn draft(from: &Suggestions<'_>, id: &str) -> Option<Draft> {
    let report = from.case.soc2()?;
    match id {
        "E7" => not_tested(report),
        "F1" => Some(cuecs_listed(from, report)),
        "F2" => Some(cuecs_judged(from)),
        "F3" => cuecs_standing(from),
        "F4" => responsibilities_apart(from, report),
        "G1" => Some(parties(from, report)),
        "G4" => monitoring(from),
        "G5" => subprocessors(from),
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

fn parties(from: &Suggestions<'_>, report: &Evidence) -> Draft {
    let Some(parties) = &from.case.snapshot.subservice else {
        return Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing("The list was not read") };
    };
    let why = "By the list of the report";
    if parties.is_empty() {
        // That none is named can also mean that the host is not disclosed: for a person to tell.
        return Draft::answer("The report names none", None, why);
    }
    let named: Vec<String> = parties
        .iter()
        .map(|party| {
            let method = match party.method {
                Some(SubserviceMethod::CarveOut) => "carve-out",
                Some(SubserviceMethod::Inclusive) => "inclusive",
                None => "method not stated",
            };
            format!("{} ({method})", party.name)
        })
        .collect();
    let result = if parties.iter().all(|party| party.method.is_some()) { RuleOutcome::Pass } else { RuleOutcome::Warn };
    let cited = parties.iter().filter_map(|party| party.page).map(|page| CitedPage { document: report.id, page });
    Draft::answer(named.join("; "), Some(result), why).cited(cited)
}

/// The vendor's monitoring, as far as the assurance recorded on the parties says it.
fn monitoring(from: &Suggestions<'_>) -> Option<Draft> {
    let parties = from.case.snapshot.subservice.as_ref()?;
    if parties.is_empty() {
        return Some(Draft::not_applicable("The report names no subservice organization"));
    }
    let any = |assurance| parties.iter().any(|party| party.assurance == Some(assurance));
    let why = "By the assurance recorded on subservice organizations";
    if any(SubserviceAssurance::MonitoringTested) {
        Some(Draft::answer("No exception", Some(RuleOutcome::Pass), why))
    } else if any(SubserviceAssurance::MonitoringSaid) {
        Some(Draft::answer("Not tested", Some(RuleOutcome::Warn), why))
    } else {
        None
    }
}

/// The parties of the report against the subprocessors that the vendor named for our services.
fn subprocessors(from: &Suggestions<'_>) -> Option<Draft> {
    let parties = from.case.snapshot.subservice.as_ref()?;
    let engagements = &from.case.snapshot.profile.engagements;
    let named: Vec<&str> =
        engagements.iter().filter_map(|e| e.subprocessors.as_ref()).flatten().map(|name| name.as_str()).collect();
    if engagements.iter().all(|engagement| engagement.subprocessors.is_none()) {
        return Some(Draft::nothing("The vendor's subprocessors are not entered"));
    }
    // A short name in the one list and a long one in the other are the same party.
    let alike = |a: &str, b: &str| organization::same(a, b) || organization::akin(a, b);
    let absent: Vec<&str> =
        named.iter().copied().filter(|name| !parties.iter().any(|party| alike(&party.name, name))).collect();
    let extra: Vec<&str> = parties
        .iter()
        .map(|party| party.name.as_str())
        .filter(|party| !named.iter().any(|name| alike(name, party)))
        .collect();
    let why = "The report's list beside the subprocessors entered";
    Some(if absent.is_empty() && extra.is_empty() {
        Draft::answer("Equal", Some(RuleOutcome::Pass), why)
    } else {
        let mut said = Vec::new();
        if !absent.is_empty() {
            said.push(format!("not in the report: {}", words::list(&absent)));
        }
        if !extra.is_empty() {
            said.push(format!("only in the report: {}", words::list(&extra)));
        }
        // Not every subprocessor is a subservice organization: whether a major party is missing a person says.
        Draft::answer(said.join("; "), Some(RuleOutcome::Warn), why)
    })
}
