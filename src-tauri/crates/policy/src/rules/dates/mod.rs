//! Whether what is held reaches far enough (`practice.md` §3.2, §4.2).

pub(super) mod age;
pub(super) mod continuity;
pub(super) mod gap;
pub(super) mod issue_lag;
pub(super) mod letters;
pub(super) mod observation;
pub(super) mod order;
pub(super) mod renewal;

use crate::standard::TierPolicy;

/// After how many months without coverage a bridge letter is wanted: as the class says, and in any case in the last month
/// before the limit (§4.5).
pub(crate) fn wanted_after_months(limits: &TierPolicy) -> u32 {
    let last = u32::from(limits.max_uncovered_gap_months).saturating_sub(1);
    limits.bridge_wanted_after_months.map_or(last, u32::from).min(last)
}

/// The last month of grace: the end of grace or the hard stop, whichever comes first.
pub(crate) fn last_grace_month(limits: &TierPolicy) -> u32 {
    let grace = u32::from(limits.max_age_months) + u32::from(limits.age_grace_months);
    limits.hard_stop_age_months.map_or(grace, |stop| grace.min(stop.into()))
}
