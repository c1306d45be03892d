//! Confidentiality: when the agreement ends, and reports that are held without one (`practice.md` §3.0 A3).

use super::Source;
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::{
    Kind,
    attention::{AttentionItem, AttentionKind, Remedy},
    guard,
};

pub(super) const SOURCE: Source = |watch| watch.vendors.iter().filter_map(|vendor| of(vendor, watch.today)).collect();

fn of(vendor: &Watched<'_>, today: NaiveDate) -> Option<AttentionItem> {
    let profile = &vendor.facts.profile;
    if let Some(until) = profile.nda.and_then(countersign_domain::register::Nda::until) {
        let reason = if until < today { "The agreement is over" } else { "The last day of the agreement" };
        return Some(vendor.about(AttentionKind::NdaEnds, reason, Remedy::OpenContracts).on(until));
    }
    let held: Vec<Kind> = vendor.facts.evidence.iter().map(|paper| paper.kind).collect();
    guard::held_without_nda(profile, &held, today).then(|| {
        let reason = "Reports of restricted use are held and no agreement is in force";
        vendor.about(AttentionKind::NdaMissing, reason, Remedy::OpenContracts)
    })
}
