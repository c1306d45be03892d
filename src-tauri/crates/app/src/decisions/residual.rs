//! The risk that stays, as far as what is found says it (`practice.md` §7.1): the highest severity among the findings that are
//! open or accepted. A person changes it as they see fit.

use crate::{acceptance::Weighed, findings::Item, names};
use countersign_contract::wire as w;
use countersign_domain::{RiskLevel, Severity};
use countersign_policy::RuleOutcome;

/// Gives it; `None` where a finding is unrated or something else is open, because only a person can weigh that.
pub(super) fn residual(weighed: &Weighed) -> Option<w::ResidualInput> {
    // What was recorded of an earlier report and is not settled stands as well.
    let stands = |item: &&Item| (item.recorded || item.current && item.stated) && !item.standing().status.is_settled();
    let findings: Vec<&Item> = weighed.findings.iter().filter(stands).collect();
    let severities: Vec<Severity> = findings.iter().map(|item| item.finding.severity()).collect::<Option<_>>()?;
    let Some(gravest) = severities.iter().max() else {
        return nothing_open(weighed).then(|| w::ResidualInput {
            level: names::risk_name(RiskLevel::Low),
            words: "No exception is open, every rule is met, and no deviation is allowed.".to_owned(),
        });
    };
    let name = |item: &Item| {
        let severity = item.finding.severity().map_or_else(String::new, |severity| severity.title().to_lowercase());
        let name = if item.recorded { Some(item.finding.label()) } else { item.finding.said.control_id.clone() };
        format!("{} ({severity})", name.unwrap_or_else(|| "one without a number".to_owned()))
    };
    let names: Vec<String> = findings.into_iter().map(name).collect();
    let words = format!("Exceptions that are open or accepted: {}.", names.join(", "));
    Some(w::ResidualInput { level: names::risk_name(level(*gravest)), words })
}

/// Whether every rule that applies is met as it stands. Who signs is yet to sign.
fn nothing_open(weighed: &Weighed) -> bool {
    let met = |outcome| matches!(outcome, RuleOutcome::Pass | RuleOutcome::NotApplicable);
    weighed.conclusion.results.iter().all(|one| met(one.result.outcome) || one.result.code == "PROCESS-APPROVERS")
}

const fn level(severity: Severity) -> RiskLevel {
    match severity {
        Severity::Low => RiskLevel::Low,
        Severity::Medium => RiskLevel::Medium,
        Severity::High => RiskLevel::High,
        Severity::Critical => RiskLevel::Critical,
    }
}
