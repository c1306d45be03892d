//! The class of a vendor as it was assigned: with the answers that it rested on, so that later changes are seen.

use super::{Affiliate, Engagement};
use crate::{LongText, PersonId, Tier};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The answers that a class rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TierAnswers {
    /// The services bought.
    pub engagements: Vec<Engagement>,
    /// The companies that belonged to the vendor: a new owner is a merger.
    pub affiliates: Vec<Affiliate>,
}

/// A class as somebody assigned it (`practice.md` §4.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierAssignment {
    /// The class.
    pub tier: Tier,
    /// The class that the answers gave; `None` where no service was entered.
    pub computed: Option<Tier>,
    /// Why: the arithmetic in words, or the reason of who overrode it.
    pub reason: LongText,
    /// Whether somebody chose it by hand.
    pub overridden: bool,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What it rested on.
    pub answers: TierAnswers,
}
