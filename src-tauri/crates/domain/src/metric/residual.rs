//! The risk that open findings leave, as a number whose way over the months says something; of itself it says nothing
//! (`practice.md` §9 `[J]`).

use crate::{Severity, Tier};

/// How much a class weighs.
pub const fn tier_weight(tier: Tier) -> u32 {
    match tier {
        Tier::Critical => 8,
        Tier::High => 4,
        Tier::Medium => 2,
        Tier::Low => 1,
    }
}

/// How much an open finding weighs.
pub const fn severity_weight(severity: Severity) -> u32 {
    match severity {
        Severity::Critical => 8,
        Severity::High => 4,
        Severity::Medium => 2,
        Severity::Low => 1,
    }
}

/// What a vendor's open findings add.
pub fn vendor_points(tier: Tier, open: impl IntoIterator<Item = Severity>) -> u32 {
    tier_weight(tier) * open.into_iter().map(severity_weight).sum::<u32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_and_a_low_finding_of_a_critical_vendor() {
        assert_eq!(vendor_points(Tier::Critical, [Severity::High, Severity::Low]), 40, "8 × (4 + 1)");
        assert_eq!(vendor_points(Tier::Low, [Severity::Critical]), 8);
        assert_eq!(vendor_points(Tier::High, []), 0);
    }
}
