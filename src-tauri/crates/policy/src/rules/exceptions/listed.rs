//! `EXCEPTION-LISTED` (`practice.md` §3.4 E1).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "EXCEPTION-LISTED",
    family: Family::Exceptions,
    title: "Exceptions are listed and confirmed",
    help: Help {
        checks: "Whether every exception that the tests report is on our list, and whether a person has confirmed that list.",
        why: "A clean opinion with exceptions is common. Who does not list them cannot judge them, and our own auditor asks for proof that the report was read.",
        evidence: "The results column of the tests, read to the end, each exception with control, criterion and page.",
        resolve: "Go through the list beside the pages: confirm what is right, add what is missing, reject what is none.",
    },
    source: "practice.md §3.4 E1",
    questions: &["E1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "All exceptions listed and confirmed by a person";
    let report = case.report()?;
    if report.kind == Kind::Soc2Type1 {
        return Ok(Ruling::not_applicable("A Type 1 has no tests of operation"));
    }
    let task = Ask::ours("Confirm the list of exceptions beside the pages of the report");
    let Some(exceptions) = &report.exceptions else {
        return Ok(Ruling::missing(REQUIRED, "The exceptions are not listed").ask(task));
    };
    let found = match exceptions.count {
        0 => "No exception".to_owned(),
        count => words::count(count.into(), "exception"),
    };
    let ruling = if exceptions.confirmed {
        Ruling::pass(REQUIRED, found).by(report.id)
    } else {
        Ruling::warn(REQUIRED, format!("{found}, read by the program and not confirmed")).ask(task)
    };
    Ok(ruling.pages(report.id, exceptions.pages.iter().copied()))
}
