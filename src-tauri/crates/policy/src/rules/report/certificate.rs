//! `REPORT-CERTIFICATE` (`practice.md` §8.2, first line).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "REPORT-CERTIFICATE",
    family: Family::Report,
    title: "ISO/IEC 27001 certificate in date and in scope",
    help: Help {
        checks: "Where an ISO/IEC 27001 certificate is the main evidence or the only one: whether it is in date, issued by an accredited body, and whether its scope covers the service we buy.",
        why: "A certificate confirms a management system within a scope that the vendor chose. Without its Statement of Applicability nobody knows which controls are in it, and after its last day it says nothing.",
        evidence: "The certificate with its scope and last day, the accreditation of the body, and the Statement of Applicability.",
        resolve: "Ask for the current certificate and the Statement of Applicability; record on the certificate whether its scope covers our service; where it does not, add a questionnaire.",
    },
    source: "practice.md §8.2",
    questions: &["B1"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "In date, accredited, with Statement of Applicability, scope covers our service";
    case.limits()?;
    let Some(evidence) = case.main().filter(|evidence| evidence.kind == Kind::Iso27001Certificate) else {
        return Ok(Ruling::not_applicable("No certificate is the main evidence"));
    };
    let current = Ask::Paper { kind: Kind::Iso27001Certificate };
    let statement = Ask::Paper { kind: Kind::StatementOfApplicability };
    let Some(facts) = &evidence.certificate else {
        return Ok(Ruling::missing(REQUIRED, "What the certificate says is not known").ask(current));
    };
    let Some(expires) = &facts.expires else {
        return Ok(Ruling::missing(REQUIRED, "Its last day is not known").ask(current));
    };
    let cited = |ruling: Ruling| ruling.cite(evidence.id, expires).cite_if(evidence.id, facts.scope.as_ref());
    if case.today > expires.value {
        let found = format!("Expired on {}", words::date(expires.value));
        return Ok(cited(Ruling::fail(REQUIRED, found)).ask(current));
    }
    if facts.scope_covers_us == Some(false) {
        let ask = Ask::Paper { kind: Kind::Questionnaire };
        return Ok(cited(Ruling::fail(REQUIRED, "The scope does not cover the service we buy")).ask(ask));
    }
    let held = !case.held(&[Kind::StatementOfApplicability]).is_empty();
    if !held && facts.soa_version.is_none() {
        return Ok(cited(Ruling::missing(REQUIRED, "No Statement of Applicability is held")).ask(statement));
    }
    let until = format!("In date until {}", words::date(expires.value));
    let mut open = Vec::new();
    if facts.scope_covers_us.is_none() {
        open.push("whether the scope covers our service is not recorded");
    }
    if facts.accreditation.is_none() {
        open.push("accreditation not named");
    }
    if !held {
        open.push("Statement of Applicability named, not held");
    }
    if open.is_empty() {
        return Ok(cited(Ruling::pass(REQUIRED, until)).by(evidence.id));
    }
    let asks = (!held).then_some(statement);
    Ok(cited(Ruling::warn(REQUIRED, format!("{until}; {}", open.join("; ")))).ask_all(asks))
}
