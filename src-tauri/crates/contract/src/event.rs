//! What the application tells the user interface without being asked.

use crate::{tags::Tag, wire::JobView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The name under which events travel.
pub const CHANNEL: &str = "countersign";

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A file on its way in went on.
    Job {
        /// The file.
        job: JobView,
    },
    /// Answers made of these are stale.
    Stale {
        /// Which.
        tags: Vec<Tag>,
    },
    /// Files are being dragged over the window, or no longer.
    Drag {
        /// How many files; 0 where they left or were dropped.
        files: u32,
    },
}
