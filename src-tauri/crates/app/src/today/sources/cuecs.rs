//! Our side of complementary user entity controls (`practice.md` §3.5 F3, §6.5): to be in place, to be checked again.

use super::Source;
use crate::{
    cuecs::dates::{CuecDate, Why},
    today::watch::Watched,
};
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};

/// How many letters of a control name it; the rest stands in the workbook.
const NAMED_BY: usize = 80;

pub(super) const SOURCE: Source = |watch| {
    let items = watch.gathered.cuecs.iter().filter_map(|date| {
        let vendor = watch.vendor(date.vendor).filter(|vendor| vendor.is_in_use())?;
        let (kind, reason) = match date.why {
            Why::InPlace => (AttentionKind::CuecDue, "Planned to be in place by then"),
            Why::Recheck => (AttentionKind::CuecRecheck, "Verified a year before, to be looked at again"),
        };
        // The new report came in before anybody confirmed what was said of the one before: the day holds until somebody does.
        let reason = if date.carried { format!("{reason}; carried over, not confirmed") } else { reason.to_owned() };
        let about = format!("{}:{}", date.document, date.entry);
        let opens = Remedy::OpenCuec(date.document, date.entry);
        let item = vendor.item(kind, about, reason, opens).named(name(date)).on(date.on);
        Some(match date.owner {
            Some(owner) => item.owned_by(owner),
            None => item,
        })
    });
    items.chain(watch.in_use().filter_map(undecided)).collect::<Vec<AttentionItem>>()
};

/// Controls of the report that counts of which nobody has said whether they apply: those never looked at, and those whose answer
/// of the year before nobody has confirmed.
fn undecided(vendor: &Watched<'_>) -> Option<AttentionItem> {
    let controls = &vendor.facts.cuecs.as_ref()?.controls;
    let open = controls.iter().filter(|control| control.applies.is_none()).count();
    let reason = match (open, controls.len()) {
        (0, _) => return None,
        (1, 1) => "The only one of its report is not decided or confirmed".to_owned(),
        (1, all) => format!("1 of the {all} of its report is not decided or confirmed"),
        (open, all) if open == all => format!("None of the {all} of its report is decided or confirmed"),
        (open, all) => format!("{open} of the {all} of its report are not decided or confirmed"),
    };
    Some(vendor.about(AttentionKind::CuecsUndecided, reason, Remedy::OpenCuecs))
}

fn name(date: &CuecDate) -> String {
    if date.text.chars().count() <= NAMED_BY {
        return date.text.trim_end_matches('.').to_owned();
    }
    let start: String = date.text.chars().take(NAMED_BY).collect();
    format!("{} …", start.trim_end())
}
