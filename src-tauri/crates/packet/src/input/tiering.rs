//! How the class of a vendor came about, as it was frozen (`practice.md` §4.1).

use chrono::NaiveDate;
use countersign_domain::Tier;
use serde::{Deserialize, Serialize};

/// How the class came about: the factors of each service, what lifts it, and what is asked of such a vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenTiering {
    /// The services that we buy, each with its factors.
    pub services: Vec<FrozenService>,
    /// From how many points each class begins.
    pub scale: FrozenScale,
    /// How the class was assigned last; `None` where that was before such things were kept.
    pub assigned: Option<FrozenAssignment>,
    /// What changed since it was assigned, in words.
    pub changes: Vec<String>,
    /// What the policy asks of a vendor of this class: what, and how much of it, in words.
    pub asks: Vec<FrozenAsk>,
}

/// The class of one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenService {
    /// What it is called.
    pub name: String,
    /// Every factor, answered or not.
    pub factors: Vec<FrozenFactor>,
    /// The points together.
    pub score: u8,
    /// The class that the points give.
    pub class: Tier,
    /// The class with what lifts it.
    pub tier: Tier,
    /// The highest class that the missing answers could give.
    pub at_most: Tier,
    /// Everything that can lift a class.
    pub overrides: Vec<FrozenOverride>,
}

/// A factor of inherent risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFactor {
    /// What it is called.
    pub factor: String,
    /// The answer in words; `None` where nobody has given one.
    pub answer: Option<String>,
    /// The fewest points that it can give.
    pub least: u8,
    /// The most points that it can give.
    pub most: u8,
    /// Its points.
    pub points: Option<u8>,
    /// The name of who answered last; `None` where the log does not tell.
    pub by: Option<String>,
    /// On which day.
    pub on: Option<NaiveDate>,
}

/// Something that can lift a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenOverride {
    /// What it is, in words.
    pub rule: String,
    /// Whether it applies; `None` while what decides it is not answered.
    pub applies: Option<bool>,
    /// The class that is reached at least where it applies.
    pub at_least: Tier,
}

/// From how many points each class begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenScale {
    /// Medium.
    pub medium_from: u8,
    /// High.
    pub high_from: u8,
    /// Critical.
    pub critical_from: u8,
    /// The most points that there can be.
    pub most: u8,
}

/// How the class was assigned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAssignment {
    /// The name of who did.
    pub by: String,
    /// When.
    pub on: NaiveDate,
    /// Whether it was chosen by hand.
    pub by_hand: bool,
    /// The class that the answers gave then.
    pub computed: Option<Tier>,
}

/// Something that the policy asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenAsk {
    /// What it is about.
    pub what: String,
    /// What is asked.
    pub asked: String,
}
