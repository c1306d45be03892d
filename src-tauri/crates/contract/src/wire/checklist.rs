use super::{ChecklistName, TickStateName, TierName, wire};
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! {
    /// A list as the organisation works with it.
    pub struct ChecklistTemplate {
        /// Which.
        pub checklist: ChecklistName,
        /// Its items in order.
        pub items: Vec<ChecklistItem>,
        /// Whether it differs from what the program brought.
        pub changed: bool,
    }

    /// An item of a list.
    pub struct ChecklistItem {
        /// Its name; `None` for a new one.
        pub id: Option<String>,
        /// What is to be done.
        pub text: String,
        /// The lowest class that it is for.
        pub from_tier: Option<TierName>,
        /// Whether the list is not complete without it.
        pub mandatory: bool,
        /// Whether a document must prove it.
        pub proof: bool,
        /// Where it comes from.
        pub source: Option<String>,
        /// Whether it cannot be taken off the list.
        pub fixed: bool,
    }

    /// Changes a list; `None` brings back what the program brought.
    pub struct SaveChecklist {
        /// Which.
        pub checklist: ChecklistName,
        /// Its items in order.
        pub items: Option<Vec<ChecklistItem>>,
    }

    /// A list as it stands for a vendor.
    pub struct ChecklistView {
        /// Which.
        pub checklist: ChecklistName,
        /// Whether it belongs to where the vendor stands.
        pub current: bool,
        /// How many items are settled.
        pub settled: u32,
        /// Items that apply, in order.
        pub items: Vec<ChecklistEntry>,
    }

    /// An item as it stands for a vendor.
    pub struct ChecklistEntry {
        /// The item.
        pub item: ChecklistItem,
        /// Whether what was ticked settles it.
        pub settled: bool,
        /// What was ticked.
        pub tick: Option<TickView>,
    }

    /// What was ticked.
    pub struct TickView {
        /// How.
        pub state: TickStateName,
        /// Why, or where.
        pub note: Option<String>,
        /// The document that proves it.
        pub proof: Option<Uuid>,
        /// Who.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// Ticks an item, or takes the tick back.
    pub struct TickItem {
        /// The vendor.
        pub vendor: Uuid,
        /// The list.
        pub checklist: ChecklistName,
        /// The item; `None` takes back all ticks of the list, to begin it anew.
        pub item: Option<String>,
        /// How; `None` takes the tick back.
        pub state: Option<TickStateName>,
        /// Why, or where.
        pub note: Option<String>,
        /// The document that proves it.
        pub proof: Option<Uuid>,
    }
}
