//! `countersign evaluate`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{EvaluationView, Nothing, RuleOutcomeName, RuleView, StandingView, VendorRef, VerdictName},
};
use serde_json::{Value, json};

/// Evaluates one vendor, or every one of the register.
pub(crate) fn run(common: &Common, wanted: Option<&str>, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendors = match wanted {
        Some(wanted) => vec![super::vendor(&app, wanted)?],
        None => app.vendors(Nothing {})?,
    };
    let mut failed = false;
    let mut rows = Vec::new();
    for row in vendors {
        let view = app.vendor_evaluation(VendorRef { vendor: row.id })?;
        failed |= view.rules.iter().any(fails);
        if out.is_json() {
            out.objects([as_json(&view)])?;
        } else if wanted.is_some() {
            print(&view, out)?;
        } else {
            let open = |outcome| view.rules.iter().filter(|rule| is_open(rule) && rule.outcome == outcome).count();
            rows.push(vec![
                view.name.clone(),
                or_dash(view.tier.map(name)),
                verdict(view.verdict).to_owned(),
                open(RuleOutcomeName::Fail).to_string(),
                open(RuleOutcomeName::Missing).to_string(),
                open(RuleOutcomeName::Warn).to_string(),
                or_dash(view.evidence_until.map(|until| until.day)),
            ]);
        }
    }
    if !rows.is_empty() {
        let head = ["vendor", "tier", "verdict", "not met", "not known", "attention", "evidence until"];
        out.table(&head, &rows)?;
    }
    Ok(if failed { Done::Notable } else { Done::Clean })
}

/// Whether nothing answers what the rule finds.
const fn is_open(rule: &RuleView) -> bool {
    matches!(rule.standing, StandingView::Open)
}

/// Whether the rule is not met and nobody signed for that.
fn fails(rule: &RuleView) -> bool {
    is_open(rule) && rule.outcome == RuleOutcomeName::Fail
}

fn print(view: &EvaluationView, out: &mut Out) -> Result<(), Trouble> {
    out.line(&format!("{}: {}", view.name, verdict(view.verdict)))?;
    let until = view.evidence_until.as_ref();
    let until = until.map(|until| format!("{}, {}", until.day, until.limited_by.to_lowercase()));
    out.line(&format!("evidence until: {}", or_dash(until)))?;
    out.line(&format!("policy version {}, as of {}", view.policy_version, view.as_of))?;
    for service in &view.services {
        let deciding = match &service.deciding[..] {
            [] => String::new(),
            titles => format!(" ({})", titles.join("; ")),
        };
        let until = or_dash(service.evidence_until.as_ref().map(|until| until.day));
        let said = verdict(service.verdict);
        out.line(&format!("For {}: {said}{deciding}, evidence until: {until}", service.name))?;
    }
    out.line("")?;
    let rows: Vec<Vec<String>> = view
        .rules
        .iter()
        .filter(|rule| rule.outcome != RuleOutcomeName::NotApplicable)
        .map(|rule| {
            let decides = if view.deciding.contains(&rule.code) { "decides" } else { "" };
            let pages: Vec<String> = rule.citations.iter().map(|cited| cited.page.to_string()).collect();
            vec![
                result(rule.outcome).to_owned(),
                decides.to_owned(),
                rule.title.clone(),
                pages.join(", "),
                rule.required.clone(),
                rule.found.clone(),
            ]
        })
        .collect();
    out.table(&["result", "", "rule", "pages", "required", "found"], &rows)?;
    if !view.asks.is_empty() {
        out.line("")?;
        out.line("ask for next:")?;
    }
    for ask in &view.asks {
        let who = if ask.of_vendor { "the vendor" } else { "us" };
        out.line(&format!("- {who}: {}", ask.line))?;
    }
    Ok(())
}

const fn verdict(verdict: VerdictName) -> &'static str {
    match verdict {
        VerdictName::Accept => "accept",
        VerdictName::AcceptWithConditions => "accept with conditions",
        VerdictName::MoreEvidence => "more evidence",
        VerdictName::Escalate => "escalate",
        VerdictName::Reject => "reject",
    }
}

/// The word that the published shape has for a result.
const fn result(outcome: RuleOutcomeName) -> &'static str {
    match outcome {
        RuleOutcomeName::Pass => "pass",
        RuleOutcomeName::Warn => "warn",
        RuleOutcomeName::Fail => "fail",
        RuleOutcomeName::Missing => "unknown",
        RuleOutcomeName::NotApplicable => "not_applicable",
    }
}

/// The published shape of an evaluation on the command line.
fn as_json(view: &EvaluationView) -> Value {
    let results: Vec<Value> = view
        .rules
        .iter()
        .map(|rule| {
            json!({
                "rule": rule.code,
                "title": rule.title,
                "result": result(rule.outcome),
                "required": rule.required,
                "found": rule.found,
                "satisfied_by": rule.satisfied_by,
                "citations": rule.citations,
                "standing": rule.standing,
                "decides": view.deciding.contains(&rule.code),
            })
        })
        .collect();
    let services: Vec<Value> = view
        .services
        .iter()
        .map(|service| {
            json!({
                "service": service.name,
                "id": service.service,
                "verdict": service.verdict,
                "open": service.open,
                "evidence_until": service.evidence_until,
                "report": service.report,
            })
        })
        .collect();
    let asks: Vec<Value> = view.asks.iter().map(|ask| json!({ "ask": ask.line, "of_vendor": ask.of_vendor })).collect();
    json!({
        "vendor": view.name,
        "id": view.vendor,
        "tier": view.tier,
        "policy_version": view.policy_version,
        "as_of": view.as_of,
        "verdict": view.verdict,
        "evidence_until": view.evidence_until,
        "holds_until": view.holds_until,
        "services": services,
        "results": results,
        "ask_for_next": asks,
    })
}
