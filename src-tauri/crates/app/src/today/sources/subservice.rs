//! Parties that a vendor's report carves out and of which nothing assures us (`practice.md` §3.6 G2): one item for each vendor.

use super::{Source, of_those_in_use};
use crate::fourth_parties::open_parties;
use countersign_domain::attention::{AttentionKind, Remedy};
use countersign_policy::words;

/// How many parties are named; the rest stands with the vendor.
const NAMED: usize = 3;

pub(super) const SOURCE: Source = |watch| {
    of_those_in_use(watch, |vendor| {
        let open = open_parties(&watch.gathered.assembled, &vendor.row.vendor);
        let mut names: Vec<String> = open.iter().map(|name| (*name).to_owned()).collect();
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        if more > 0 {
            names.push(format!("{more} more"));
        }
        let reason =
            "Carved out of its report; neither a reviewed report of their own nor tested monitoring is on record";
        let item = || vendor.about(AttentionKind::SubserviceOpen, reason, Remedy::OpenSubservice);
        (!names.is_empty()).then(|| item().named(words::list(&names)))
    })
};
