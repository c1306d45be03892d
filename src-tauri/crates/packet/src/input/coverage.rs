//! What the report and the bridge letters after it cover, as the rules counted it (`practice.md` §4.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is covered without a break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCoverage {
    /// The last day that is covered: of the report, or of the letters that join it, each as far as it counts.
    pub until: NaiveDate,
    /// The time since then, in the words of the rules; `None` while it is covered.
    pub uncovered: Option<String>,
    /// The most that the policy leaves uncovered, in its words; `None` for a vendor without a class.
    pub limit: Option<String>,
    /// The letters that count, in the order of the packet; where papers tell services apart, those for all of them.
    pub letters: Vec<FrozenLetter>,
}

/// A bridge letter that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenLetter {
    /// How the packet names it.
    pub label: String,
    /// Until when it carries what is covered; `None` where it joins nothing or adds nothing.
    pub carries_to: Option<NaiveDate>,
    /// The pages that state its days.
    pub pages: Vec<u32>,
    /// Whether it counts for another report, that of other services: what this one covers does not rest on it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
}

impl FrozenCoverage {
    /// The letters that carry what is covered.
    pub fn carrying(&self) -> impl Iterator<Item = &FrozenLetter> {
        self.letters.iter().filter(|letter| letter.carries_to.is_some() && !letter.elsewhere)
    }
}
