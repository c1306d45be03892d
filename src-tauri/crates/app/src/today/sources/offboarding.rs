//! Vendors that are left: the last day of use, and the check 30 days after it that access is dead (`practice.md` §6.7).

use super::Source;
use crate::today::watch::{Watch, Watched};
use countersign_domain::{
    Offboarding, Stage,
    attention::{AttentionItem, AttentionKind, Remedy},
};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let leaving = watch.vendors.iter().filter(|vendor| vendor.row.vendor.stage == Stage::Offboarding);
    leaving
        .filter_map(|vendor| watch.gathered.offboardings.get(&vendor.row.vendor.id).map(|plan| of(watch, vendor, plan)))
        .flatten()
        .collect()
};

fn of(watch: &Watch<'_>, vendor: &Watched<'_>, plan: &Offboarding) -> Option<AttentionItem> {
    let (ends, from) = (plan.ends_on.get(), plan.post_exit_check_from());
    let item = if watch.today <= ends {
        let reason = "The last day of use: accounts, keys and data are gone by then";
        vendor.about(AttentionKind::OffboardingEnds, reason, Remedy::OpenExit).on(ends)
    } else {
        let ticks = watch.gathered.ticks.get(&vendor.row.vendor.id).map_or(&[][..], Vec::as_slice);
        if ticks.iter().any(|tick| tick.is_exit_check() && vendor.day.of(tick.at) >= from) {
            return None;
        }
        let reason = format!("Use ended on {}; 30 days later it is looked up that access is dead", words::date(ends));
        vendor.about(AttentionKind::ExitCheck, reason, Remedy::OpenExit).on(from)
    };
    Some(item.owned_by(plan.owner))
}
