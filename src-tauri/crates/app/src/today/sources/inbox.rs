//! Documents that wait in the inbox to be looked at and filed.

use super::Source;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let waiting = &watch.gathered.waiting;
    let since = waiting.iter().map(|row| watch.gathered.day().of(row.document.received_at)).min();
    let item = since.map(|since| {
        let number = words::count(i64::try_from(waiting.len()).unwrap_or(i64::MAX), "document");
        let reason = format!("{number} to look at and file, the oldest received on {}", words::date(since));
        AttentionItem::new(AttentionKind::InboxWaiting, "all", reason, Remedy::OpenInbox)
    });
    item.into_iter().collect()
};
