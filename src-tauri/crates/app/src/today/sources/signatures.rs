//! People who are named in a decision and have not signed it (`practice.md` §7.2).

use super::Source;
use countersign_domain::attention::{AttentionKind, Remedy};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let items = watch.gathered.unsigned.iter().filter_map(|row| {
        let vendor = watch.vendor(row.vendor)?;
        let name = crate::people::name_in(&watch.gathered.people, row.person);
        let reason = format!("{name} is named in the decision of {} and has not signed", words::date(row.decided_on));
        let about = format!("{}:{}", row.decision, row.person);
        let item = vendor.item(AttentionKind::SignatureMissing, about, reason, Remedy::OpenDecision(row.decision));
        Some(item.named(format!("Decision {}", row.number)).owned_by(row.person))
    });
    items.collect()
};
