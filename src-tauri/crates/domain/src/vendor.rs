//! A vendor in our register.

use crate::{LongText, Name, PersonId, Stage, VendorId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The policy class of a vendor, derived from inherent risk and dependence (`practice.md` §4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own words")]
pub enum Tier {
    Low,
    Medium,
    High,
    Critical,
}

impl Tier {
    /// All tiers, worst first.
    pub const ALL: [Self; 4] = [Self::Critical, Self::High, Self::Medium, Self::Low];

    /// The name used in the database and on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }

    /// Finds the tier of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.as_str() == name)
    }
}

/// A vendor in our register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vendor {
    /// Its id.
    pub id: VendorId,
    /// Its legal name.
    pub name: Name,
    /// Other names under which its documents may come.
    pub aliases: Vec<Name>,
    /// What we buy.
    pub service: Option<Name>,
    /// The policy class, once assigned.
    pub tier: Option<Tier>,
    /// Why that tier.
    pub tier_reason: Option<LongText>,
    /// Who answers for it here.
    pub owner: Option<PersonId>,
    /// Where it stands.
    pub stage: Stage,
    /// Free notes.
    pub notes: Option<LongText>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}
