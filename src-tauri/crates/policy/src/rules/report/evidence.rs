//! `REPORT-EVIDENCE` (`practice.md` §3.0 A1, §3.2 C1, §4.3, §8.2).

use crate::{
    alternative,
    ask::Ask,
    rules::{Basis, Case, Checked, Family, Help, Rule, Ruling},
    standard::MainEvidence,
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "REPORT-EVIDENCE",
    family: Family::Report,
    title: "Kind of evidence fits the class",
    help: Help {
        checks: "Whether the main evidence is of a kind that the vendor's class accepts: a SOC 2 Type 2 report, or one of the substitutes that the policy names for the class.",
        why: "A Type 1 shows design on one day, a SOC 3 leaves out the tests, a questionnaire is what the vendor says of itself. What we rely on most needs proof of operation over time.",
        evidence: "The report or substitute named by the policy. An ISO/IEC 27001 certificate counts with scope and Statement of Applicability; a Type 1 counts for medium vendors with a dated plan for a Type 2.",
        resolve: "Ask for the report. If there is none, take the path without a report: sort the reason, score the core controls, limit the use, and have it approved one rank higher with an end date.",
    },
    source: "practice.md §4.3, §8.2, §8.3",
    questions: &["A1", "C1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let accepted: Vec<&str> = limits.accepted_evidence.iter().map(|form| form.title()).collect();
    let required =
        if limits.evidence_required { format!("One of: {}", accepted.join("; ")) } else { "None required".to_owned() };
    let preferred = limits.accepted_evidence.first().map_or(MainEvidence::Soc2Type2, |form| *form);
    let ask = || Ask::Report { form: preferred.title().to_owned(), ending_after: None };
    let ruling = match case.basis {
        Basis::Accepted(form, evidence) => {
            let ruling = match form {
                MainEvidence::Soc2Type1WithPlan if preferred == MainEvidence::Soc2Type2 => {
                    Ruling::warn(required, "SOC 2 Type 1 report; a Type 2 is planned").ask(ask())
                }
                MainEvidence::Iso27001Supplemented => {
                    Ruling::warn(required, "ISO/IEC 27001 certificate with supplements in place of a report").ask(ask())
                }
                form => Ruling::pass(required, form.title()),
            };
            ruling.by(evidence.id)
        }
        Basis::None if !limits.evidence_required => Ruling::not_applicable("This class needs no report"),
        Basis::Insufficient(evidence) if !limits.evidence_required => {
            Ruling::pass(required, evidence.kind.title()).by(evidence.id)
        }
        Basis::Insufficient(evidence) if evidence.kind != Kind::BridgeLetter => {
            let rank = case.usual_rank().above();
            Ruling::fail(required, evidence.kind.title()).only(rank).ask(ask())
        }
        Basis::Insufficient(_) | Basis::None => Ruling::missing(required, "None is held").ask(ask()),
        Basis::WithoutReport(_) => {
            without_report(case, &required).unwrap_or_else(|| Ruling::missing(required, "None is held").ask(ask()))
        }
    };
    Ok(ruling)
}

/// What the path without a report gives, where it was taken.
fn without_report(case: &Case<'_>, required: &str) -> Option<Ruling> {
    let path = case.snapshot.alternative.as_ref()?;
    let (tier, _) = case.class?;
    let assessed = alternative::assess(tier, path, case.policy, case.today);
    let rank = case.usual_rank().above();
    let why = path.reason.map_or_else(String::new, |reason| format!(" ({})", reason.title().to_lowercase()));
    let titles = |controls: &[crate::snapshot::CoreControl]| -> Vec<String> {
        controls.iter().map(|control| control.title().to_owned()).collect()
    };
    Some(match assessed.enough {
        None => Ruling::missing(
            required.to_owned(),
            format!("Without a report{why}; not asked about: {}", words::list(&titles(&assessed.open))),
        )
        .ask(Ask::CoreControls { controls: titles(&assessed.open) }),
        Some(true) if assessed.granted => {
            let ruling = Ruling::warn(
                required.to_owned(),
                format!("Without a report{why}; core controls suffice, approved for a time"),
            );
            match assessed.until {
                Some(until) => ruling.accepted_until(until),
                None => ruling,
            }
        }
        Some(true) => Ruling::fail(
            required.to_owned(),
            format!("Without a report{why}; core controls suffice, nobody has approved"),
        )
        .only(rank)
        .ask(Ask::ours("Have the path without a report approved one rank higher, with an end date")),
        Some(false) => Ruling::fail(
            required.to_owned(),
            format!("Without a report{why}; core controls too weak: {}", words::list(&titles(&assessed.weak))),
        )
        .only(rank)
        .ask(Ask::CoreControls { controls: titles(&assessed.weak) }),
    })
}
