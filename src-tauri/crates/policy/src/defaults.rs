//! The default age limits by tier (`practice.md` §4.3). They are defaults of ours where the table marks them `[J]`.

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
    /// Gives the defaults of a tier.
    pub const fn of(tier: Tier) -> Self {
        match tier {
            Tier::Critical => Self { max_age: 12, max_uncovered_gap: 6, review_every: 12 },
            Tier::High => Self { max_age: 12, max_uncovered_gap: 12, review_every: 12 },
            Tier::Medium => Self { max_age: 15, max_uncovered_gap: 15, review_every: 24 },
            Tier::Low => Self { max_age: 24, max_uncovered_gap: 24, review_every: 36 },
        }
    }
}
