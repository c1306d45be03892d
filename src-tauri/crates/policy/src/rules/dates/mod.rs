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

/// The last month of grace: the end of grace or the hard stop, whichever comes first.
pub(crate) fn last_grace_month(limits: &TierPolicy) -> u32 {
    let grace = u32::from(limits.max_age_months) + u32::from(limits.age_grace_months);
    limits.hard_stop_age_months.map_or(grace, |stop| grace.min(stop.into()))
}
