//! Documents that are pictures only, and whose words nobody has recognised yet (`decisions/0011`).

use super::Source;
use countersign_domain::{
    Filing,
    attention::{AttentionItem, AttentionKind, Remedy},
};

pub(super) const SOURCE: Source = |watch| {
    let items = watch.gathered.unread.iter().map(|row| {
        let id = row.document.id;
        let reason = "All of its pages are pictures; until their words are recognised nothing in it is read";
        let item = AttentionItem::new(AttentionKind::PicturesUnread, id, reason, Remedy::OpenDocument(id));
        let vendor = match row.document.filing {
            Filing::Filed { vendor } => Some(vendor),
            _ => None,
        };
        let owner = vendor.and_then(|id| watch.vendor(id)).and_then(|vendor| vendor.row.vendor.owner);
        AttentionItem { vendor, owner, ..item.named(row.document.file_name.as_str()) }
    });
    items.collect()
};
