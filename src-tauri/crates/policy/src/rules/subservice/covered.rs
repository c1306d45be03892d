//! `SUBSERVICE-COVERED` (`practice.md` §3.6 G1, G2, §4.3).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::{SubserviceAssurance, SubserviceState},
    standard::SubserviceDemand,
    words,
};
use countersign_domain::reading::SubserviceMethod;

pub(crate) const RULE: Rule = Rule {
    code: "SUBSERVICE-COVERED",
    family: Family::Subservice,
    title: "Carved-out parties are covered",
    help: Help {
        checks: "For each subservice organization that the report carves out and that hosts or processes our data: whether we hold its current report, or the vendor's control that monitors it was tested without exception.",
        why: "What is carved out was not examined. Where the whole hosting layer is carved out and nobody looks at it, the report covers only half of the service.",
        evidence: "The party's own current report, read; or the vendor's monitoring control (CC9.2) in the tests without exception.",
        resolve: "Get the party's report (large hosts offer theirs to customers), or ask the vendor how it monitors the party and with which result.",
    },
    source: "practice.md §3.6, §4.3",
    questions: &["G2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let required = limits.subservice.title();
    if limits.subservice == SubserviceDemand::NotRequired {
        return Ok(Ruling::not_applicable("This class asks for none"));
    }
    let report = case.report()?;
    let task = Ask::ours("Confirm the list of subservice organizations");
    let Some(parties) = &case.snapshot.subservice else {
        return Ok(Ruling::missing(required, "The list was not read").ask(task));
    };
    if parties.is_empty() {
        let stated = report.no_subservice_organizations.as_ref();
        let found = if stated.is_some() { "The report states that it uses none" } else { "The report names none" };
        let pages = stated.into_iter().flat_map(|stated| stated.pages.iter().copied());
        return Ok(Ruling::pass(required, found).pages(report.id, pages).by(report.id));
    }
    let cited = |ruling: Ruling, parties: &[&SubserviceState]| {
        ruling.pages(report.id, parties.iter().filter_map(|party| party.page))
    };
    let names = |parties: &[&SubserviceState]| -> String {
        words::list(&parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>())
    };
    if limits.subservice == SubserviceDemand::ListRecorded {
        let all: Vec<&SubserviceState> = parties.iter().collect();
        return Ok(cited(Ruling::pass(required, format!("Recorded: {}", names(&all))), &all).by(report.id));
    }
    let without_method: Vec<_> = parties.iter().filter(|party| party.method.is_none()).collect();
    let carved: Vec<_> = parties.iter().filter(|party| party.method != Some(SubserviceMethod::Inclusive)).collect();
    let open: Vec<_> = carved.iter().copied().filter(|party| party.has_our_data.is_none()).collect();
    let ours: Vec<_> = carved.into_iter().filter(|party| party.has_our_data == Some(true)).collect();
    let with = |assurance: Option<SubserviceAssurance>| -> Vec<&SubserviceState> {
        ours.iter().copied().filter(|party| party.assurance == assurance).collect()
    };
    let asks = |parties: &[&SubserviceState]| -> Vec<Ask> {
        parties.iter().map(|party| Ask::SubserviceAssurance { name: party.name.clone() }).collect()
    };
    let none = with(Some(SubserviceAssurance::None));
    let unknown = with(None);
    let said = with(Some(SubserviceAssurance::MonitoringSaid));
    Ok(if !none.is_empty() {
        cited(Ruling::fail(required, format!("No assurance on {}", names(&none))), &none).ask_all(asks(&none))
    } else if !unknown.is_empty() {
        let found = format!("Nothing recorded on {}", names(&unknown));
        cited(Ruling::missing(required, found), &unknown).ask_all(asks(&unknown))
    } else if !open.is_empty() {
        let task = Ask::ours("Record which subservice organizations host or process our data");
        cited(Ruling::missing(required, format!("Whether it has our data is open: {}", names(&open))), &open).ask(task)
    } else if !said.is_empty() {
        let found = format!("The vendor says that it monitors {}; not tested", names(&said));
        cited(Ruling::warn(required, found), &said).ask_all(asks(&said))
    } else if !without_method.is_empty() {
        let found = format!("Named without a method: {}", names(&without_method));
        cited(Ruling::warn(required, found), &without_method)
    } else {
        let found = if ours.is_empty() { "None has our data".to_owned() } else { format!("Covered: {}", names(&ours)) };
        cited(Ruling::pass(required, found), &ours).by(report.id)
    })
}
