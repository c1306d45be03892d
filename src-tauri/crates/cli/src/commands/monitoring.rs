//! `countersign monitoring`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{MonitoringEntryView, MonitoringQuery},
};

/// Shows what is noted of a vendor or of all: what is open, or everything.
pub(crate) fn run(common: &Common, wanted: Option<&str>, all: bool, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendor = wanted.map(|wanted| super::vendor(&app, wanted)).transpose()?.map(|row| row.id);
    let view = app.monitoring(MonitoringQuery { vendor })?;
    let shown: Vec<&MonitoringEntryView> = view.entries.iter().filter(|entry| all || entry.closed.is_none()).collect();
    if out.is_json() {
        out.objects(shown)?;
    } else {
        let cells: Vec<Vec<String>> = shown.iter().map(|entry| cells(entry)).collect();
        out.table(&["day", "vendor", "what", "kind", "told by the vendor", "follows", "settled"], &cells)?;
    }
    Ok(if view.entries.iter().any(|entry| entry.closed.is_none()) { Done::Notable } else { Done::Clean })
}

fn cells(entry: &MonitoringEntryView) -> Vec<String> {
    let mut follows: Vec<String> = Vec::new();
    if entry.retier {
        follows.push(if entry.retier_open { "tier again" } else { "tier again (done)" }.to_owned());
    }
    if let Some(day) = entry.review_by {
        follows.push(format!("review by {day}{}", if entry.review_open { "" } else { " (done)" }));
    }
    if entry.finding.is_some() {
        follows.push("finding".to_owned());
    }
    let told = match entry.told_by_vendor {
        _ if entry.silent => Some("no, a signal"),
        Some(true) => Some("yes"),
        Some(false) => Some("no"),
        None => None,
    };
    vec![
        entry.on.to_string(),
        entry.vendor_name.clone(),
        entry.what.lines().next().unwrap_or_default().to_owned(),
        name(entry.kind),
        or_dash(told),
        or_dash(Some(follows.join(", ")).filter(|follows| !follows.is_empty())),
        or_dash(entry.closed.as_ref().map(|closed| closed.note.clone())),
    ]
}
