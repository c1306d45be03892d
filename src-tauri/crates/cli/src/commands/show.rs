//! `countersign show`

use super::{copies, name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{Commands as _, wire::VendorRef};

/// Shows a vendor.
pub(crate) fn run(common: &Common, wanted: &str, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let row = super::vendor(&app, wanted)?;
    let view = app.vendor(VendorRef { vendor: row.id })?;
    if out.is_json() {
        out.objects([view])?;
        return Ok(Done::Clean);
    }
    let row = &view.row;
    let pairs = [
        ("vendor", row.name.clone()),
        ("service", or_dash(row.service.as_ref())),
        ("tier", or_dash(row.tier.map(name))),
        ("why that tier", or_dash(view.tier_reason.as_ref())),
        ("stage", name(row.stage)),
        ("owner", or_dash(row.owner.as_ref())),
        ("evidence until", or_dash(row.evidence_until)),
        ("next review", or_dash(row.next_review)),
    ];
    let rows: Vec<Vec<String>> = pairs.into_iter().map(|(what, value)| vec![what.to_owned(), value]).collect();
    out.table(&["", ""], &rows)?;
    out.line("")?;
    let documents: Vec<Vec<String>> = view
        .documents
        .iter()
        .map(|document| {
            vec![
                document.file_name.clone(),
                document.kind.clone(),
                or_dash(document.from),
                or_dash(document.to),
                or_dash(document.opinion.as_ref()),
                format!("{} of {}", document.facts - document.open_facts, document.facts),
            ]
        })
        .collect();
    out.table(&["document", "kind", "from", "to", "opinion", "facts judged"], &documents)?;
    out.line("")?;
    let decisions: Vec<Vec<String>> = view
        .decisions
        .iter()
        .map(|decision| {
            vec![
                decision.number.to_string(),
                name(decision.outcome),
                decision.decided_on.to_string(),
                decision.recorded_by.clone(),
                decision.conditions.len().to_string(),
                decision.reason.clone(),
            ]
        })
        .collect();
    out.table(&["no", "decision", "on", "by", "conditions", "why"], &decisions)?;
    let copies: Vec<Vec<String>> = view
        .decisions
        .iter()
        .flat_map(|decision| &decision.copies)
        .map(|copy| vec![copies::line(&app, copy)])
        .collect();
    if !copies.is_empty() {
        out.line("")?;
        out.table(&["signed copy"], &copies)?;
    }
    Ok(Done::Clean)
}
