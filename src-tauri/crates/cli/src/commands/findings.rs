//! `countersign findings`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{FindingView, FindingsQuery},
};
use serde_json::{Value, json};

/// Lists what current reports state as exceptions and what people recorded, the gravest first.
pub(crate) fn run(common: &Common, vendor: Option<&str>, all: bool, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendor = vendor.map(|wanted| super::vendor(&app, wanted)).transpose()?.map(|row| row.id);
    let mut findings = app.findings(FindingsQuery { vendor })?.findings;
    findings.retain(|finding| all || !finding.settled);
    let late = findings.iter().any(|finding| finding.overdue || finding.answer_late);
    if out.is_json() {
        out.objects(findings.iter().map(as_json))?;
    } else {
        let cells: Vec<Vec<String>> = findings.iter().map(cells).collect();
        let head = ["no", "severity", "vendor", "criterion", "status", "owner", "due", "exception"];
        out.table(&head, &cells)?;
    }
    Ok(if late { Done::Notable } else { Done::Clean })
}

fn cells(finding: &FindingView) -> Vec<String> {
    let rating = finding.assessment.as_ref().map(|assessment| &assessment.rating);
    let due = match &finding.acceptance {
        Some(acceptance) if name(finding.status) == "accepted" => Some(format!("accepted to {}", acceptance.expires)),
        _ => finding.due.map(|due| if finding.overdue { format!("{due}, late") } else { due.to_string() }),
    };
    vec![
        or_dash(finding.number),
        rating
            .map_or_else(|| "not assessed".to_owned(), |rating| format!("{} {}", name(rating.severity), rating.score)),
        finding.vendor_name.clone(),
        or_dash(finding.criteria.first()),
        name(finding.status).replace('_', " "),
        or_dash(finding.owner_name.as_ref()),
        or_dash(due),
        finding.title.clone(),
    ]
}

/// The published shape of a finding on the command line.
fn as_json(finding: &FindingView) -> Value {
    let rating = finding.assessment.as_ref().map(|assessment| &assessment.rating);
    json!({
        "id": finding.key,
        "number": finding.number,
        "vendor": finding.vendor_name,
        "title": finding.title,
        "control_id": finding.control_id,
        "criteria": finding.criteria,
        "severity": rating.map(|rating| rating.severity),
        "score": rating,
        "status": finding.status,
        "owner": finding.owner_name,
        "due": finding.due,
        "overdue": finding.overdue,
        "evidence": finding.proofs,
        "acceptance": finding.acceptance,
        "repeat_of": finding.repeat_of,
        "citations": finding.citations,
    })
}
