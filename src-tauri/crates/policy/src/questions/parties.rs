//! Answers about the parties on which a vendor rests: from the report's list and what the register of fourth parties knows of
//! each (`practice.md` §3.6).

use super::suggest::{Draft, Suggestions};
use crate::{
    organization,
    rules::{CitedPage, RuleOutcome},
    snapshot::{Evidence, SubserviceAssurance, SubserviceState},
    words,
};
use countersign_domain::reading::SubserviceMethod;

pub(super) fn draft(from: &Suggestions<'_>, id: &str) -> Option<Draft> {
    let report = from.case.soc2()?;
    match id {
        "G1" => Some(parties(from, report)),
        "G2" => assured(from, report),
        "G3" => mapped(from, report),
        "G4" => monitoring(from),
        "G5" => subprocessors(from),
        _ => None,
    }
}

fn parties(from: &Suggestions<'_>, report: &Evidence) -> Draft {
    let Some(parties) = &from.case.snapshot.subservice else {
        return Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing("The list was not read") };
    };
    let why = "By the list of the report";
    if let (Some(stated), true) = (&report.no_subservice_organizations, parties.is_empty()) {
        let pages = stated.pages.iter().map(|page| CitedPage { document: report.id, page: *page });
        // Whether it rests on nobody in truth (a host that it does not disclose) is for a person to tell.
        return Draft::answer("The report states that it uses none", None, "By its own words").cited(pages);
    }
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
            match &party.services {
                Some(services) => format!("{} ({method}): {}", party.name, services.trim_end_matches('.')),
                None => format!("{} ({method})", party.name),
            }
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

/// The parties that are not examined too and may have our data. `None` where the rules ask nothing about them, or none is listed:
/// then the rule says so.
fn carved<'a>(from: &'a Suggestions<'_>, code: &str) -> Option<Vec<&'a SubserviceState>> {
    let result = from.conclusion.results.iter().find(|weighed| weighed.result.code == code)?;
    let parties = from.case.snapshot.subservice.as_ref()?;
    let ours = |party: &&SubserviceState| {
        party.method != Some(SubserviceMethod::Inclusive) && party.has_our_data != Some(false)
    };
    let ours: Vec<&SubserviceState> = parties.iter().filter(ours).collect();
    (result.result.outcome != RuleOutcome::NotApplicable && !ours.is_empty()).then_some(ours)
}

fn places<'a>(report: &Evidence, parties: &'a [&SubserviceState]) -> impl Iterator<Item = CitedPage> + use<'a> {
    let document = report.id;
    parties.iter().filter_map(|party| party.page).map(move |page| CitedPage { document, page })
}

/// What assures us of each of them: the weakest decides, and the reason names each.
fn assured(from: &Suggestions<'_>, report: &Evidence) -> Option<Draft> {
    let ours = carved(from, "SUBSERVICE-COVERED")?;
    let each = |party: &&SubserviceState| {
        let known = party.assurance.map_or("nothing recorded".to_owned(), |known| lower(known.title()));
        let data = if party.has_our_data.is_none() { ", whether it has our data is open" } else { "" };
        format!("{}: {known}{data}", party.name)
    };
    let why = ours.iter().map(each).collect::<Vec<_>>().join("; ");
    let any = |assurance| ours.iter().any(|party| party.assurance == assurance);
    let draft = if any(Some(SubserviceAssurance::None)) {
        Draft::answer("None", Some(RuleOutcome::Fail), why)
    } else if any(None) {
        Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing(why) }
    } else if any(Some(SubserviceAssurance::MonitoringSaid)) {
        Draft::answer("Vendor monitors", Some(RuleOutcome::Warn), why)
    } else if any(Some(SubserviceAssurance::MonitoringTested)) {
        Draft::answer("Vendor monitors", Some(RuleOutcome::Pass), why)
    } else {
        Draft::answer("Report held", Some(RuleOutcome::Pass), why)
    };
    Some(draft.cited(places(report, &ours)))
}

fn lower(title: &str) -> String {
    crate::words::lower_first(title)
}

/// Whether the controls expected of each of them are listed, and mapped to its own report.
fn mapped(from: &Suggestions<'_>, report: &Evidence) -> Option<Draft> {
    let ours = carved(from, "SUBSERVICE-CONTROLS")?;
    let names = |wanted: fn(&SubserviceState) -> bool| -> Vec<&str> {
        ours.iter().filter(|party| wanted(party)).map(|party| party.name.as_str()).collect()
    };
    let unlisted = names(|party| party.controls_listed == Some(false));
    let unread = names(|party| party.controls_listed.is_none());
    let unmapped = names(|party| party.controls_mapped != Some(true));
    let draft = if !unlisted.is_empty() {
        let why = format!("Carved out without a list: {}", words::list(&unlisted));
        Draft::answer("No", Some(RuleOutcome::Fail), why)
    } else if !unread.is_empty() {
        // That none was read can mean that none is listed, which would be grave: for a person to tell.
        let why = format!("No list was read for {}", words::list(&unread));
        Draft { result: Some(RuleOutcome::Missing), ..Draft::nothing(why) }
    } else if !unmapped.is_empty() {
        let why = format!("Listed, not mapped: {}", words::list(&unmapped));
        Draft::answer("No", Some(RuleOutcome::Warn), why)
    } else {
        Draft::answer("Yes", Some(RuleOutcome::Pass), "By what is recorded of each party")
    };
    Some(draft.cited(places(report, &ours)))
}
