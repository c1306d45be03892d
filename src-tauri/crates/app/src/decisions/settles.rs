//! The findings that conditions settle: what can be chosen, what was, and where each stands.

use crate::{fail, findings};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Finding, FindingId};
use uuid::Uuid;

/// How a finding stands beside a condition.
pub(super) fn view(finding: &Finding) -> w::ConditionFinding {
    w::ConditionFinding {
        finding: finding.id.uuid(),
        label: finding.label(),
        title: finding.title.to_string(),
        status: findings::finding_status(finding.status),
        settled: finding.status.is_settled(),
        evidence: finding.evidence().map(|document| document.uuid()),
    }
}

/// Those of a vendor's findings that a condition can settle.
pub(super) fn choices(findings: &[Finding]) -> Vec<w::ConditionFinding> {
    findings.iter().filter(|finding| !finding.status.is_settled()).map(view).collect()
}

/// The one that was chosen among a vendor's findings: nothing is left to settle of one that is settled.
pub(super) fn chosen(findings: &[Finding], chosen: Option<Uuid>) -> Result<Option<FindingId>, Failure> {
    let Some(id) = chosen.map(FindingId::from_uuid) else { return Ok(None) };
    let finding = findings.iter().find(|finding| finding.id == id).ok_or_else(|| fail::not_found("finding"))?;
    if finding.status.is_settled() {
        return Err(fail::invalid("conditions", Problem::AlreadyDone));
    }
    Ok(Some(id))
}
