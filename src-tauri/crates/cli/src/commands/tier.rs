//! `countersign tier`

use super::{name, or_dash};
use crate::{
    Done,
    args::{Common, TierArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::{
    Commands as _,
    wire::{AssignTier, ServiceTiering, TierName, TieringView, VendorRef},
};

/// What was asked for on the command line.
pub(crate) struct Asked<'a> {
    pub(crate) set: bool,
    pub(crate) by_hand: Option<TierArgument>,
    pub(crate) reason: Option<&'a str>,
}

/// Shows how the tier of a vendor comes about, and assigns one where that was asked for.
pub(crate) fn run(common: &Common, wanted: &str, asked: &Asked<'_>, out: &mut Out) -> Result<Done, Trouble> {
    let tiering = if asked.set || asked.by_hand.is_some() {
        let app = open::workspace_to_write(common)?;
        let vendor = super::vendor_exactly(&app, wanted)?.id;
        let tier = asked.by_hand.map(tier);
        app.tier_assign(AssignTier { vendor, tier, reason: asked.reason.map(str::to_owned) })?.tiering
    } else {
        let app = open::workspace(common)?;
        let vendor = super::vendor(&app, wanted)?.id;
        app.register(VendorRef { vendor })?.tiering
    };
    if out.is_json() {
        out.objects([&tiering])?;
    } else {
        print(&tiering, out)?;
    }
    // A tier that no longer follows from the answers is something to act on.
    let assigned = tiering.assigned.as_ref();
    let outdated = assigned.is_some_and(|it| !it.overridden && Some(it.tier) != tiering.proposed);
    Ok(if outdated || !tiering.events.is_empty() { Done::Notable } else { Done::Clean })
}

fn print(tiering: &TieringView, out: &mut Out) -> Result<(), Trouble> {
    for service in &tiering.services {
        let mut cells: Vec<Vec<String>> = service
            .factors
            .iter()
            .map(|factor| {
                let points = factor.points.map_or_else(|| format!("0 to {}", factor.most), |points| points.to_string());
                vec![name(factor.factor), or_dash(factor.reason.as_ref()), points]
            })
            .collect();
        cells.push(vec!["sum".to_owned(), sum(service), format!("{} of {}", service.score, tiering.limits.most)]);
        out.table(&[&service.name, "answer", "points"], &cells)?;
    }
    if let Some(assigned) = &tiering.assigned {
        let how = if assigned.overridden { ", by hand" } else { "" };
        out.line(&format!("assigned: {} by {}{how}: {}", name(assigned.tier), assigned.by, assigned.reason))?;
    }
    for event in &tiering.events {
        out.line(&format!("work it out again: {}", name(event.event).replace('_', " ")))?;
    }
    let open = if tiering.settled { "" } else { ", at least: some answers are missing" };
    out.line(&format!("the answers give: {}{open}", or_dash(tiering.proposed.map(name))))
}

/// The class of the sum, and what lifts it.
fn sum(service: &ServiceTiering) -> String {
    let lifts: Vec<String> = service
        .overrides
        .iter()
        .map(|lift| format!("{} gives at least {}", name(lift.lift).replace('_', " "), name(lift.at_least)))
        .collect();
    std::iter::once(name(service.class)).chain(lifts).collect::<Vec<_>>().join("; ")
}

pub(super) const fn tier(argument: TierArgument) -> TierName {
    match argument {
        TierArgument::Critical => TierName::Critical,
        TierArgument::High => TierName::High,
        TierArgument::Medium => TierName::Medium,
        TierArgument::Low => TierName::Low,
    }
}
