//! `REPORT-SOURCE` (`practice.md` §3.0 A2).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::Source,
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "REPORT-SOURCE",
    family: Family::Report,
    title: "Report came from the vendor",
    help: Help {
        checks: "How the report came to us: from the vendor's portal, from a named contact, forwarded by somebody else, or from a public place.",
        why: "A report that did not come from the vendor may have been changed, may be outdated, and may not be ours to read: SOC 2 reports are restricted to named parties.",
        evidence: "The log of the portal, or the e-mail of the vendor's contact, with the day.",
        resolve: "Record the source. If it came from elsewhere, ask the vendor for its own copy and compare both.",
    },
    source: "practice.md §3.0 A2",
    questions: &["A2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "From the vendor's portal or a named contact";
    let report = case.report()?;
    let since = report.received_on.map(|day| format!(", {}", words::date(day))).unwrap_or_default();
    let Some(source) = report.source else {
        // Nobody's fault and no risk by itself: a note settles it.
        return Ok(Ruling::warn(REQUIRED, "How it came is not recorded").ask(Ask::ours("Record how the report came")));
    };
    let found = format!("{}{since}", source.title());
    let again = Ask::WholeReport { parts: Vec::new() };
    Ok(match source {
        Source::Portal | Source::Contact => Ruling::pass(REQUIRED, found).by(report.id),
        Source::ThirdParty => Ruling::warn(REQUIRED, found).ask(again),
        Source::Public => Ruling::fail(REQUIRED, found).ask(again),
    })
}
