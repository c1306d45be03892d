use super::{FactorName, OverrideName, RetierEventName, TierName, wire};
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! {
    /// How the class of a vendor comes about (`practice.md` §4.1).
    pub struct TieringView {
        /// Each service's arithmetic.
        pub services: Vec<ServiceTiering>,
        /// The class that the answers give: the highest of the services; `None` without a service.
        pub proposed: Option<TierName>,
        /// Whether that holds whatever is still answered.
        pub settled: bool,
        /// From how many points a class begins.
        pub limits: TierLimits,
        /// The class as it was assigned.
        pub assigned: Option<AssignedTier>,
        /// What happened since that proposes to work it out again.
        pub events: Vec<RetierEvent>,
    }

    /// From how many points a class begins.
    pub struct TierLimits {
        /// Critical.
        pub critical: u8,
        /// High.
        pub high: u8,
        /// Medium.
        pub medium: u8,
        /// The most points that there are.
        pub most: u8,
    }

    /// The arithmetic of one service.
    pub struct ServiceTiering {
        /// The service.
        pub service: Uuid,
        /// Its name.
        pub name: String,
        /// Every factor in the order of the table.
        pub factors: Vec<FactorView>,
        /// The points together.
        pub score: u8,
        /// The class of the score alone.
        pub class: TierName,
        /// What lifts it.
        pub overrides: Vec<OverrideView>,
        /// What could lift it and is not answered.
        pub open_overrides: Vec<OverrideView>,
        /// The class.
        pub tier: TierName,
        /// The highest that open answers could give.
        pub at_most: TierName,
    }

    /// A factor with its points.
    pub struct FactorView {
        /// The factor.
        pub factor: FactorName,
        /// Its points; `None` while it is not answered.
        pub points: Option<u8>,
        /// The most it can give.
        pub most: u8,
        /// The answer that gives them.
        pub reason: Option<String>,
    }

    /// What lifts a class.
    pub struct OverrideView {
        /// Which.
        pub lift: OverrideName,
        /// The class that is reached at least.
        pub at_least: TierName,
    }

    /// The class as it was assigned.
    pub struct AssignedTier {
        /// The class.
        pub tier: TierName,
        /// What the answers gave then.
        pub computed: Option<TierName>,
        /// Why.
        pub reason: String,
        /// Whether it was chosen by hand.
        pub overridden: bool,
        /// Who.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// Something that proposes to work out the class again.
    pub struct RetierEvent {
        /// What.
        pub event: RetierEventName,
        /// The service.
        pub service: Option<String>,
    }
}
