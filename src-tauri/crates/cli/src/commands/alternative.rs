//! `countersign alternative`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{AlternativeStanding, AlternativeView, VendorRef},
};

/// Shows the path without a current SOC 2 report of a vendor.
pub(crate) fn run(common: &Common, wanted: &str, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendor = super::vendor(&app, wanted)?.id;
    let view = app.alternative(VendorRef { vendor })?;
    if out.is_json() {
        out.objects([&view])?;
    } else {
        print(&view, out)?;
    }
    // What is asked for and does not hold is something to act on.
    let holds = matches!(view.standing, AlternativeStanding::NotNeeded | AlternativeStanding::Approved { .. });
    Ok(if view.offered && !holds { Done::Notable } else { Done::Clean })
}

fn print(view: &AlternativeView, out: &mut Out) -> Result<(), Trouble> {
    out.line(&standing(view))?;
    let Some(last) = view.versions.first() else { return Ok(()) };
    if let Some(gone) = &last.withdrawn {
        return out.line(&format!("version {} was withdrawn {} by {}: {}", last.version, gone.on, gone.by, gone.why));
    }
    let reason = or_dash(last.record.reason.map(name)).replace('_', " ");
    out.line(&format!(
        "version {}: {reason}; assessed {} by {}, until {}",
        last.version, last.assessed_on, last.assessed_by, last.expires
    ))?;
    let Some(assessment) = &view.assessment else { return Ok(()) };
    let cells: Vec<Vec<String>> = last
        .record
        .substitutes
        .iter()
        .zip(&assessment.substitutes)
        .map(|(part, counted)| {
            let title = view.kinds.iter().find(|kind| kind.kind == part.kind).map(|kind| kind.title.clone());
            let state = if counted.against.is_empty() {
                counted.until.map_or_else(|| "-".to_owned(), |until| format!("until {until}"))
            } else {
                counted.against.join("; ")
            };
            vec![or_dash(title), counted.accept_as.clone(), state]
        })
        .collect();
    if !cells.is_empty() {
        out.table(&["in its place", "accepted as", "counts"], &cells)?;
    }
    for lack in &assessment.lacking {
        out.line(&format!("lacking: {}. {}.", lack.what, lack.remedy))?;
    }
    for flag in &assessment.red_flags {
        out.line(&format!("red flag: {flag}"))?;
    }
    Ok(())
}

fn standing(view: &AlternativeView) -> String {
    match view.standing {
        AlternativeStanding::None if view.offered => {
            "no current report is held, and no other path is recorded".to_owned()
        }
        AlternativeStanding::None => "not needed: nothing is recorded".to_owned(),
        AlternativeStanding::RanOut { on } => format!("the assessment ran out on {on}"),
        AlternativeStanding::NotNeeded => "not needed: other evidence is held that the tier accepts".to_owned(),
        AlternativeStanding::Insufficient => "recorded, does not suffice".to_owned(),
        AlternativeStanding::ToApprove { needed } => {
            format!("suffices; to be approved by: {}", name(needed).replace('_', " "))
        }
        AlternativeStanding::Approved { until } => format!("approved until {until}"),
    }
}
