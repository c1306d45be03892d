//! The class of a vendor: points per factor, the class that the score gives, and what lifts it (`practice.md` §4.1).
//!
//! An answer that is missing counts nothing, so that the class is "at least" what is said; what is missing is listed,
//! and so is the class that it could become at most.

mod event;
mod factor;

pub use event::{RetierEvent, changes, of_entry};
pub use factor::{Factor, FactorPoints};

use crate::standard::{ClassLimits, Lifts, Policy};
use countersign_domain::{
    EngagementId, Tier,
    register::{Access, Dependence, Engagement, Profile},
};
use serde::Serialize;

/// Why a class is lifted above what its score gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Override {
    /// Work stops within a business day without it: critical.
    CriticalDependence,
    /// Regulated data together with production access: at least high.
    RegulatedDataInProduction,
    /// The only one that handles our customers' data for our product: critical.
    SoleProcessor,
    /// A subservice organization of our own SOC 2 report: at least high (CC9.2).
    InOurSoc2,
}

impl Override {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::CriticalDependence, Self::RegulatedDataInProduction, Self::SoleProcessor, Self::InOurSoc2];

    /// The class that is reached at least.
    pub const fn at_least(self) -> Tier {
        match self {
            Self::CriticalDependence | Self::SoleProcessor => Tier::Critical,
            Self::RegulatedDataInProduction | Self::InOurSoc2 => Tier::High,
        }
    }

    /// Why, in words.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::CriticalDependence => "Work stops within a business day without the service",
            Self::RegulatedDataInProduction => "The vendor has regulated data and access to production",
            Self::SoleProcessor => "The vendor alone handles our customers' data for our product",
            Self::InOurSoc2 => "The vendor is a subservice organization of our own SOC 2 report",
        }
    }

    /// Whether the policy lifts a class for it; that work stops always does.
    const fn is_in_force(self, lifts: Lifts) -> bool {
        match self {
            Self::CriticalDependence => true,
            Self::RegulatedDataInProduction => lifts.regulated_data_in_production,
            Self::SoleProcessor => lifts.sole_processor,
            Self::InOurSoc2 => lifts.in_our_soc2,
        }
    }

    /// Whether it applies; `None` while what decides it is not answered.
    fn applies(self, engagement: &Engagement) -> Option<bool> {
        match self {
            Self::CriticalDependence => critical_dependence(engagement),
            Self::SoleProcessor => engagement.sole_processor_of_customer_data,
            Self::InOurSoc2 => engagement.in_our_soc2,
            Self::RegulatedDataInProduction => {
                let production = engagement.access.map(|access| access == Access::ProductionOrSystem);
                let classes = engagement.data.as_ref().map(|data| data.iter().any(|class| class.is_regulated()));
                let personal = engagement.data.as_ref().map(|data| data.iter().any(|class| class.points() >= 3));
                // Data under rules of its own, or sensitive data in a service that has rules.
                let regulated = either(classes, both(engagement.regulated, personal));
                both(production, regulated)
            }
        }
    }
}

fn both(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn either(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    both(a.map(|a| !a), b.map(|b| !b)).map(|neither| !neither)
}

/// Whether we depend critically on the service: the second of the two facts that are kept apart (`practice.md` §4.1).
pub fn critical_dependence(engagement: &Engagement) -> Option<bool> {
    engagement.dependence.map(|dependence| dependence == Dependence::StopsWork)
}

/// The class of one service and how it comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tiering {
    /// The service.
    pub engagement: EngagementId,
    /// What each answered factor counts, and why.
    pub factors: Vec<FactorPoints>,
    /// The factors whose answers are missing.
    pub missing: Vec<Factor>,
    /// The points together: inherent risk, 0 to 17.
    pub score: u8,
    /// The class that the score gives.
    pub class: Tier,
    /// Whether work stops without it; kept apart from the score.
    pub critical_dependence: Option<bool>,
    /// What lifts the class.
    pub overrides: Vec<Override>,
    /// What could lift it and is not answered.
    pub open_overrides: Vec<Override>,
    /// The class; "at least" while something is missing.
    pub tier: Tier,
    /// The highest class that the missing answers could give.
    pub at_most: Tier,
}

impl Tiering {
    /// Works out the class of a service.
    pub fn of(engagement: &Engagement, policy: &Policy) -> Self {
        let limits = policy.settings().tiering;
        let (mut factors, mut missing) = (Vec::new(), Vec::new());
        for factor in Factor::ALL.iter().copied() {
            match factor.points(engagement) {
                Some(points) => factors.push(points),
                None => missing.push(factor),
            }
        }
        let score = factors.iter().map(|factor| factor.points).sum();
        let most = score + missing.iter().map(|factor| factor.most()).sum::<u8>();
        let (mut overrides, mut open_overrides) = (Vec::new(), Vec::new());
        for lift in Override::ALL.into_iter().filter(|lift| lift.is_in_force(limits.lifts)) {
            match lift.applies(engagement) {
                Some(true) => overrides.push(lift),
                Some(false) => {}
                None => open_overrides.push(lift),
            }
        }
        let class = class(score, limits);
        let tier = lifted(class, &overrides);
        let at_most = lifted(class_at_most(most, limits, tier), &open_overrides);
        Self {
            engagement: engagement.id,
            factors,
            missing,
            score,
            class,
            critical_dependence: critical_dependence(engagement),
            overrides,
            open_overrides,
            tier,
            at_most,
        }
    }

    /// Whether the class holds whatever is still answered.
    pub fn is_settled(&self) -> bool {
        self.tier == self.at_most
    }
}

fn class_at_most(most: u8, limits: ClassLimits, tier: Tier) -> Tier {
    class(most, limits).max(tier)
}

fn class(score: u8, limits: ClassLimits) -> Tier {
    if score >= limits.critical_from {
        Tier::Critical
    } else if score >= limits.high_from {
        Tier::High
    } else if score >= limits.medium_from {
        Tier::Medium
    } else {
        Tier::Low
    }
}

fn lifted(class: Tier, overrides: &[Override]) -> Tier {
    overrides.iter().map(|lift| lift.at_least()).fold(class, Tier::max)
}

/// Works out the class of every service that we buy from a vendor.
pub fn of_profile(profile: &Profile, policy: &Policy) -> Vec<Tiering> {
    profile.engagements.iter().map(|engagement| Tiering::of(engagement, policy)).collect()
}

/// The class that the vendor's services propose: the highest of them; `None` without a service.
pub fn proposed(tierings: &[Tiering]) -> Option<Tier> {
    tierings.iter().map(|tiering| tiering.tier).max()
}

#[cfg(test)]
mod tests;
