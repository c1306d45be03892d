//! Answers read from the report itself.

use super::suggest::{Draft, Suggestions};
use crate::{
    rules::{CitedPage, RuleOutcome},
    snapshot::{Cited, Evidence},
    words,
};
use countersign_domain::{Kind, Opinion};

fn pages<T>(report: &Evidence, value: &Cited<T>) -> Vec<CitedPage> {
    value.pages.iter().map(|page| CitedPage { document: report.id, page: *page }).collect()
}

pub(super) fn draft(from: &Suggestions<'_>, id: &str) -> Option<Draft> {
    let report = from.case.soc2()?;
    match id {
        "A8" => Some(signature(report)),
        "B2" => Some(locations(from)),
        "C1" => Some(report_type(from, report)),
        "D2" => Some(modification(report)),
        "D4" => assertion(report),
        "D5" => conditioned(from, report),
        _ => None,
    }
}

/// Firm, place and date of the opinion.
fn signature(report: &Evidence) -> Draft {
    let firm = report.firm.as_ref();
    let place = report.firm_location.as_ref();
    let dated = report.report_date.as_ref();
    let parts: Vec<String> = [
        firm.map(|firm| firm.value.clone()),
        place.map(|place| place.value.clone()),
        dated.map(|dated| words::date(dated.value)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return Draft {
            result: Some(RuleOutcome::Missing),
            ..Draft::nothing("Neither firm nor place nor date is known")
        };
    }
    // What was not read may still stand there: only a person says that it is absent.
    let result = match (firm, place, dated) {
        (Some(_), Some(_), Some(_)) => RuleOutcome::Pass,
        (Some(_), None, Some(_)) => RuleOutcome::Warn,
        _ => RuleOutcome::Missing,
    };
    let cited = [
        firm.map(|firm| pages(report, firm)),
        place.map(|place| pages(report, place)),
        dated.map(|d| pages(report, d)),
    ];
    Draft::answer(parts.join(", "), Some(result), "As the opinion is signed")
        .cited(cited.into_iter().flatten().flatten())
}

/// Where our data is, for comparison with the description.
fn locations(from: &Suggestions<'_>) -> Draft {
    let engagements = &from.case.snapshot.profile.engagements;
    let places: Vec<&str> =
        engagements.iter().flat_map(|e| e.data_locations.iter().flatten()).map(|place| place.as_str()).collect();
    if places.is_empty() {
        Draft::nothing("Where our data is kept is not entered")
    } else {
        Draft::nothing(format!("Look for {} in the description", words::list(&places)))
    }
}

fn report_type(from: &Suggestions<'_>, report: &Evidence) -> Draft {
    let (answer, date) = match report.kind {
        Kind::Soc2Type1 => ("Type 1", report.as_of.as_ref()),
        _ => ("Type 2", report.period_end.as_ref()),
    };
    let result = from.conclusion.results.iter().find(|weighed| weighed.result.code == "REPORT-EVIDENCE");
    let result = result.map(|weighed| weighed.result.outcome);
    Draft::answer(answer, result, "As the report names itself")
        .cited(date.map(|d| pages(report, d)).unwrap_or_default())
}

fn modification(report: &Evidence) -> Draft {
    match report.opinion.as_ref() {
        None => Draft::nothing("The opinion is not known"),
        Some(opinion) if opinion.value == Opinion::Unqualified => {
            Draft::not_applicable("The opinion is not modified").cited(pages(report, opinion))
        }
        Some(opinion) => {
            Draft::nothing("Read the paragraph that explains the modified opinion").cited(pages(report, opinion))
        }
    }
}

/// Contradictions between the parts are what can be said of the assertion; that there is none proves nothing.
fn assertion(report: &Evidence) -> Option<Draft> {
    let first = report.contradictions.first()?;
    let answer = format!("Parts of the report differ: {}", first.value);
    Some(Draft::answer(answer, Some(RuleOutcome::Warn), "Found while reading").cited(pages(report, first)))
}

fn conditioned(from: &Suggestions<'_>, report: &Evidence) -> Option<Draft> {
    let cuecs = from.case.snapshot.cuecs.as_ref()?;
    let parties = from.case.snapshot.subservice.as_ref()?;
    let ours = cuecs.opinion_mentions? || !cuecs.controls.is_empty();
    let theirs = parties.iter().any(|party| party.controls_listed == Some(true));
    let answer = match (ours, theirs) {
        (false, false) => "None",
        (true, false) => "CUEC",
        (false, true) => "CSOC",
        (true, true) => "Both",
    };
    let open = from.conclusion.results.iter().any(|weighed| {
        matches!(weighed.result.code, "CUEC-IMPLEMENTED" | "SUBSERVICE-CONTROLS")
            && matches!(weighed.result.outcome, RuleOutcome::Warn | RuleOutcome::Fail | RuleOutcome::Missing)
    });
    let result = if open { RuleOutcome::Warn } else { RuleOutcome::Pass };
    let pages = cuecs.controls.iter().filter_map(|control| control.page).take(1);
    let cited = pages.map(|page| CitedPage { document: report.id, page });
    Some(Draft::answer(answer, Some(result), "By the lists of the report").cited(cited))
}
