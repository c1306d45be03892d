//! `countersign due`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{AttentionGroup, AttentionView, Nothing},
};
use countersign_domain::attention::AttentionKind;
use serde_json::json;
use std::path::Path;

/// Lists what needs attention; ends as "something to act on" where anything is listed. What is put off for who acts is not.
pub(crate) fn run(
    common: &Common,
    within: u16,
    mine: bool,
    ics: Option<&Path>,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let mut items = app.today(Nothing {})?.items;
    items.retain(|item| {
        item.snoozed.is_none() && (!mine || item.mine) && item.days.is_none_or(|days| days <= i32::from(within))
    });
    if let Some(path) = ics {
        let entries = app.calendar_write(mine, path)?;
        out.note(&format!("{entries} entries written to {}", path.display()));
    }
    let done = if items.is_empty() { Done::Clean } else { Done::Notable };
    if out.is_json() {
        out.objects(items.iter().map(as_json))?;
    } else if items.is_empty() {
        out.note(&format!("nothing needs attention within {within} days"));
    } else {
        let cells: Vec<Vec<String>> = items
            .iter()
            .map(|item| {
                vec![
                    or_dash(item.date),
                    when(item),
                    or_dash(item.vendor_name.as_ref()),
                    what(item),
                    whose(item),
                    item.reason.clone(),
                ]
            })
            .collect();
        out.table(&["date", "when", "vendor", "what", "owner", "why"], &cells)?;
    }
    Ok(done)
}

/// What it is, with what it is about.
fn what(item: &AttentionView) -> String {
    let kind = name(item.kind);
    let title = AttentionKind::from_name(&kind).map_or_else(|| kind.clone(), |kind| kind.title().to_owned());
    match &item.what {
        Some(what) => format!("{title}: {what}"),
        None => title,
    }
}

/// Who answers for it, and whom it went up to.
fn whose(item: &AttentionView) -> String {
    let owner = or_dash(item.owner.as_ref());
    if item.informed.is_empty() { owner } else { format!("{owner}, goes up to {}", item.informed.join(", ")) }
}

fn when(item: &AttentionView) -> String {
    match item.days {
        None => "waits".to_owned(),
        Some(0) => "today".to_owned(),
        Some(days) if days < 0 => format!("{} late", plural(-days)),
        Some(days) => format!("in {}", plural(days)),
    }
}

fn plural(days: i32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// The published shape of an item on the command line.
fn as_json(item: &AttentionView) -> serde_json::Value {
    json!({
        "key": item.key,
        "kind": item.kind,
        "vendor": item.vendor_name,
        "vendor_id": item.vendor,
        "what": what(item),
        "why": item.reason,
        "date": item.date,
        "days": item.days,
        "overdue": item.group == AttentionGroup::Overdue,
        "action": item.remedy,
        "owner": item.owner,
        "informed": item.informed,
    })
}
