//! People who are named in a decision and have not signed it (`practice.md` §7.2).

use super::Source;
use countersign_domain::attention::{AttentionKind, Remedy};
use countersign_policy::words;
use countersign_store::UnsignedRow;

pub(super) const SOURCE: Source = |watch| {
    // Who may have signed the copy that came back is asked for once somebody has looked at it.
    let may_have = |row: &&UnsignedRow| {
        let copies = watch.gathered.unconfirmed.iter().filter(|copy| copy.decision == row.decision);
        copies.flat_map(|copy| &copy.people).any(|person| *person == row.person)
    };
    let items = watch.gathered.unsigned.iter().filter(|row| !may_have(row)).filter_map(|row| {
        let vendor = watch.vendor(row.vendor)?;
        let name = crate::people::name_in(&watch.gathered.people, row.person);
        let reason = format!("{name} is named in the decision of {} and has not signed", words::date(row.decided_on));
        let about = format!("{}:{}", row.decision, row.person);
        let item = vendor.item(AttentionKind::SignatureMissing, about, reason, Remedy::OpenDecision(row.decision));
        Some(item.named(format!("Decision {}", row.number)).owned_by(row.person))
    });
    items.collect()
};
