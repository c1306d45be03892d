//! The lists that people work through with a vendor (`practice.md` §6.1 to §6.7), and what was ticked on them.

use crate::{DocumentId, LongText, Name, PersonId, Tier, choices};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

choices! {
    /// One of the seven lists.
    Checklist {
        /// §6.1.
        Intake = "intake", "Intake";
        /// §6.2.
        DueDiligence = "due_diligence", "Due diligence";
        /// §6.3.
        Decision = "decision", "Decision";
        /// §6.4.
        Onboarding = "onboarding", "Contract and onboarding";
        /// §6.5.
        Monitoring = "monitoring", "Monitoring";
        /// §6.6.
        Renewal = "renewal", "Renewal";
        /// §6.7.
        Offboarding = "offboarding", "Offboarding";
    }
    /// How an item was settled.
    TickState {
        /// It is done.
        Done = "done", "Done";
        /// It does not apply here.
        NotNeeded = "not_needed", "Not needed";
    }
}

/// Says that a text names no item of a list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an item is named by 1 to 60 small letters, digits and dashes, not: {0}")]
pub struct InvalidItem(String);

/// The name of an item in its list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId(String);

impl ItemId {
    /// The item without which nobody closes an exit: that access is dead, looked up 30 days after the end.
    pub const POST_EXIT_CHECK: &'static str = "post-exit-check";
    /// The item that says that a vendor without a report goes another way (`practice.md` §8).
    pub const ALTERNATIVE_PATH: &'static str = "alternative-path";

    /// Checks a name.
    pub fn parse(text: &str) -> Result<Self, InvalidItem> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if (1..=60).contains(&text.len()) && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidItem(text.to_owned()))
        }
    }

    /// Gives the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ItemId {
    type Error = InvalidItem;
    fn try_from(text: String) -> Result<Self, InvalidItem> {
        Self::parse(&text)
    }
}

impl From<ItemId> for String {
    fn from(item: ItemId) -> String {
        item.0
    }
}

/// An item of a list as the organisation works with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name; ticks refer to it.
    pub id: ItemId,
    /// What is to be done.
    pub text: Name,
    /// The lowest class of vendors that it is for; `None` = all.
    #[serde(default)]
    pub from_tier: Option<Tier>,
    /// Whether the list is not complete without it.
    #[serde(default)]
    pub mandatory: bool,
    /// Whether a document must prove it.
    #[serde(default)]
    pub proof: bool,
    /// Where the item comes from, for those that the program brought.
    #[serde(default)]
    pub source: Option<Name>,
}

impl Item {
    /// Whether the item is for a vendor of that class; while it has none, every item is.
    pub fn is_for(&self, tier: Option<Tier>) -> bool {
        self.from_tier.zip(tier).is_none_or(|(from, tier)| tier >= from)
    }

    /// Whether the tick settles the item: what a document must prove is not done without one, and what is mandatory is
    /// left out only with a word why.
    pub fn is_settled_by(&self, tick: &Tick) -> bool {
        match tick.state {
            TickState::Done => !self.proof || tick.proof.is_some(),
            TickState::NotNeeded => !self.mandatory || tick.note.is_some(),
        }
    }
}

/// A list as the organisation works with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Which list.
    pub checklist: Checklist,
    /// Its items in order.
    pub items: Vec<Item>,
}

/// What was said of an item for a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The list.
    pub checklist: Checklist,
    /// The item.
    pub item: ItemId,
    /// Done, or not needed.
    pub state: TickState,
    /// Why, or where.
    pub note: Option<LongText>,
    /// The document that proves it.
    pub proof: Option<DocumentId>,
    /// Who said so.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Tick {
    /// Whether it says that access was looked up after the exit and is dead.
    pub fn is_exit_check(&self) -> bool {
        self.checklist == Checklist::Offboarding
            && self.item.as_str() == ItemId::POST_EXIT_CHECK
            && self.state == TickState::Done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_proved_is_not_done_without_a_document() {
        let item = Item {
            id: ItemId::parse("certificate").expect("a name"),
            text: Name::parse("Certificate of destruction").expect("a text"),
            from_tier: Some(Tier::Medium),
            mandatory: true,
            proof: true,
            source: None,
        };
        let mut tick = Tick {
            checklist: Checklist::Offboarding,
            item: item.id.clone(),
            state: TickState::Done,
            note: None,
            proof: None,
            by: PersonId::from_uuid(uuid::Uuid::nil()),
            at: DateTime::UNIX_EPOCH,
        };
        assert!(!item.is_settled_by(&tick), "said, not proved");
        tick.state = TickState::NotNeeded;
        assert!(!item.is_settled_by(&tick), "left out without a word");
        tick.note = Some(LongText::parse("They held no data.").expect("a note"));
        assert!(item.is_settled_by(&tick), "left out with a reason");
        assert!(!item.is_for(Some(Tier::Low)) && item.is_for(Some(Tier::Critical)) && item.is_for(None));
        assert!(ItemId::parse("Certificate!").is_err());
    }
}
