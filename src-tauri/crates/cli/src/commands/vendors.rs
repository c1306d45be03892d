//! `countersign vendors`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{Nothing, VendorRef, VendorRow},
};
use serde_json::{Value, json};

/// Lists the register.
pub(crate) fn run(common: &Common, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let rows = app.vendors(Nothing {})?;
    if out.is_json() {
        for row in &rows {
            out.objects([as_json(&app, row)?])?;
        }
    } else {
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                vec![
                    row.name.clone(),
                    or_dash(row.tier.map(name)),
                    name(row.stage),
                    name(row.verdict),
                    or_dash(row.decision.map(name)),
                    or_dash(row.evidence_until),
                    row.documents.to_string(),
                    row.missing.to_string(),
                    or_dash(row.owner.as_ref()),
                ]
            })
            .collect();
        out.table(
            &["vendor", "tier", "stage", "verdict", "decision", "evidence until", "documents", "missing", "owner"],
            &cells,
        )?;
    }
    Ok(Done::Clean)
}

/// The published shape of a vendor on the command line; the last decision is looked up where there is one.
fn as_json(app: &countersign_app::App, row: &VendorRow) -> Result<Value, Trouble> {
    let decision = match row.decision {
        None => None,
        Some(_) => app.vendor(VendorRef { vendor: row.id })?.decisions.into_iter().next(),
    };
    let missing = match row.missing {
        0 => Vec::new(),
        _ => app.register(VendorRef { vendor: row.id })?.missing,
    };
    Ok(json!({
        "id": row.id,
        "name": row.name,
        "tier": row.tier,
        "stage": row.stage,
        "verdict": row.verdict,
        "evidence_until": row.evidence_until,
        "documents": row.documents,
        "open_exceptions": row.open_exceptions,
        "tags": row.tags,
        "missing": missing,
        "owner": row.owner,
        "decision": decision,
    }))
}
