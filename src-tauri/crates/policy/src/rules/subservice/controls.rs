//! `SUBSERVICE-CONTROLS` (`practice.md` §3.6 G3).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::SubserviceState,
    standard::SubserviceDemand,
    words,
};
use countersign_domain::reading::SubserviceMethod;

pub(crate) const RULE: Rule = Rule {
    code: "SUBSERVICE-CONTROLS",
    family: Family::Subservice,
    title: "Controls expected of carved-out parties are known",
    help: Help {
        checks: "For each carved-out subservice organization with our data: whether the report lists the controls that it is expected to have (CSOCs), and whether these are mapped to that party's own report.",
        why: "A carve-out without such a list misstates the description: nobody can tell which controls the vendor leaves to others.",
        evidence: "The table of complementary subservice organization controls, each mapped to the other party's report.",
        resolve: "Ask the vendor for the list. Map each control to a control of the party's report, or note that it is not there.",
    },
    source: "practice.md §3.6 G3",
    questions: &["G3"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Expected controls listed and mapped to the party's report";
    let limits = case.limits()?;
    if matches!(limits.subservice, SubserviceDemand::NotRequired | SubserviceDemand::ListRecorded) {
        return Ok(Ruling::not_applicable("This class does not ask for them"));
    }
    let report = case.report()?;
    let Some(parties) = &case.snapshot.subservice else {
        let task = Ask::ours("Confirm the list of subservice organizations");
        return Ok(Ruling::missing(REQUIRED, "The list was not read").ask(task));
    };
    let carved: Vec<&SubserviceState> = parties
        .iter()
        .filter(|party| party.method == Some(SubserviceMethod::CarveOut) && party.has_our_data != Some(false))
        .collect();
    if carved.is_empty() {
        return Ok(Ruling::not_applicable("No party with our data is carved out"));
    }
    let names = |wanted: &dyn Fn(&SubserviceState) -> bool| -> Vec<String> {
        carved.iter().filter(|party| wanted(party)).map(|party| party.name.clone()).collect()
    };
    let unlisted = names(&|party| party.controls_listed == Some(false));
    let unread = names(&|party| party.controls_listed.is_none());
    let unmapped = names(&|party| party.controls_mapped != Some(true));
    let ruling = if !unlisted.is_empty() {
        let asks = unlisted.iter().map(|name| Ask::SubserviceControls { name: name.clone() });
        let stated = report.no_csocs.as_ref();
        let why = if stated.is_some() { "the report states that it assumes none" } else { "the report has no list" };
        let found = format!("Carved out, and {why}: {}", words::list(&unlisted));
        let pages = stated.into_iter().flat_map(|stated| stated.pages.iter().copied());
        Ruling::fail(REQUIRED, found).pages(report.id, pages).ask_all(asks)
    } else if !unread.is_empty() {
        let task = Ask::ours("Confirm the list of complementary subservice organization controls");
        Ruling::missing(REQUIRED, format!("Not read for {}", words::list(&unread))).ask(task)
    } else if !unmapped.is_empty() {
        let task = Ask::ours("Map the controls expected of subservice organizations to their reports");
        Ruling::warn(REQUIRED, format!("Listed, not mapped: {}", words::list(&unmapped))).ask(task)
    } else {
        Ruling::pass(REQUIRED, "Listed and mapped").by(report.id)
    };
    Ok(ruling.pages(report.id, carved.iter().filter_map(|party| party.page)))
}
