//! What was noted of vendors and is not settled, and classes that it proposes to work out again (`practice.md` §4.1, §6.5).

use super::Source;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::words;

/// How many letters of what happened name an item; the rest stands with the vendor.
const NAMED_BY: usize = 80;

pub(super) const SOURCE: Source = |watch| {
    let mut items: Vec<AttentionItem> = Vec::new();
    for entry in watch.gathered.monitoring.iter().filter(|entry| entry.is_open()) {
        let Some(vendor) = watch.vendor(entry.vendor) else { continue };
        let noted = format!("{}, {}", entry.kind.title(), words::date(entry.on));
        if entry.proposes_tier(watch.gathered.assigned_at.get(&entry.vendor).copied()) {
            let reason = "The class was assigned before it";
            items
                .push(vendor.item(AttentionKind::TierAgain, entry.id, reason, Remedy::AssignTier).named(noted.clone()));
        }
        let silent = if entry.is_silent() { "; the vendor did not tell us itself" } else { "" };
        let reason = format!("{}{silent}", short(entry.what.as_str()));
        items.push(vendor.item(AttentionKind::MonitoringOpen, entry.id, reason, Remedy::OpenMonitoring).named(noted));
    }
    items
};

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end_matches('.');
    if line.chars().count() <= NAMED_BY {
        return line.to_owned();
    }
    let start: String = line.chars().take(NAMED_BY).collect();
    format!("{} …", start.trim_end())
}
