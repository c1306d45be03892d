//! Our side of complementary user entity controls (`practice.md` §3.5 F3, §6.5): to be in place, to be checked again.

use super::Source;
use crate::cuecs::dates::{CuecDate, Why};
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
        let about = format!("{}:{}", date.document, date.entry);
        let item = vendor.item(kind, about, reason, Remedy::OpenCuecs).named(name(date)).on(date.on);
        Some(match date.owner {
            Some(owner) => item.owned_by(owner),
            None => item,
        })
    });
    items.collect::<Vec<AttentionItem>>()
};

fn name(date: &CuecDate) -> String {
    if date.text.chars().count() <= NAMED_BY {
        return date.text.trim_end_matches('.').to_owned();
    }
    let start: String = date.text.chars().take(NAMED_BY).collect();
    format!("{} …", start.trim_end())
}
