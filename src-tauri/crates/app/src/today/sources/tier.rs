//! Vendors in use without a class: nothing is asked of them (`practice.md` §4.1).

use super::{Source, of_those_in_use};
use countersign_domain::attention::{AttentionKind, Remedy};

pub(super) const SOURCE: Source = |watch| {
    of_those_in_use(watch, |vendor| {
        let reason = "The vendor is in use and has no class, so the policy asks nothing of it";
        vendor.case.class.is_none().then(|| vendor.about(AttentionKind::TierMissing, reason, Remedy::AssignTier))
    })
};
