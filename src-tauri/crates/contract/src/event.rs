//! What the application tells the user interface without being asked.

use crate::{tags::Tag, wire::JobView};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Not everything in the folders that were dropped or chosen is taken.
    LeftOut {
        /// How many files are taken.
        taken: u32,
        /// How many PDF files are not, as the folders hold more than is taken at once.
        files: u32,
        /// How many folders were not entered: they cannot be read, or lie too deep.
        folders: u32,
        /// How many entries of folders were not looked at: links, and what cannot be read.
        links: u32,
    },
    /// Files are being dragged over the window, or no longer.
    Drag {
        /// How many files; 0 where they left or were dropped.
        files: u32,
    },
}
