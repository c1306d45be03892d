//! The age limits of a class, in short (`practice.md` §4.3).

use crate::standard::{Policy, TierPolicy};
use countersign_domain::Tier;

/// How old a report may be, in months from the end of what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeLimits {
    /// Accepted up to this age.
    pub max_age: u32,
    /// Accepted no longer than this without coverage by the report or a valid bridge letter.
    pub max_uncovered_gap: u32,
    /// The longest period between two full reviews.
    pub review_every: u32,
}

impl AgeLimits {
    /// Gives those of the standard policy.
    pub fn of(tier: Tier) -> Self {
        Self::from(Policy::standard().tier(tier))
    }
}

impl From<&TierPolicy> for AgeLimits {
    fn from(policy: &TierPolicy) -> Self {
        Self {
            max_age: policy.max_age_months.into(),
            max_uncovered_gap: policy.max_uncovered_gap_months.into(),
            review_every: policy.review_months.into(),
        }
    }
}
