//! `REPORT-COMPLETE` (`practice.md` §3.0 A4).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "REPORT-COMPLETE",
    family: Family::Report,
    title: "Report is whole",
    help: Help {
        checks: "Whether the file holds every part of a report: opinion, signed assertion, description and, in a Type 2, tests with results; and, where exceptions are reported, whether management answers them.",
        why: "A part that is left out or redacted is often the one that matters. An opinion without its tests cannot be judged.",
        evidence: "The whole report with all its sections, opinion and assertion signed.",
        resolve: "Ask the vendor for the whole report. A summary or a letter of attestation in its place is a warning sign.",
    },
    source: "practice.md §3.0 A4",
    questions: &["A4"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Opinion, assertion, description and, in a Type 2, tests with results";
    let report = case.report()?;
    let ruling = match report.missing_parts.as_deref() {
        None => Ruling::missing(REQUIRED, "Nobody has looked whether it is whole")
            .ask(Ask::ours("Compare the table of contents with the pages of the report")),
        Some([]) => Ruling::pass(REQUIRED, "All parts are there").by(report.id),
        Some([only]) if only.eq_ignore_ascii_case("management's response") => {
            let found = "Management does not answer the exceptions";
            Ruling::warn(REQUIRED, found).ask(Ask::WholeReport { parts: vec![only.clone()] })
        }
        Some(parts) => Ruling::fail(REQUIRED, format!("Not in the file: {}", words::list(parts)))
            .ask(Ask::WholeReport { parts: parts.to_vec() }),
    };
    Ok(ruling)
}
