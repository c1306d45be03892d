//! What parent and child say to each other.
//!
//! The parent writes a [`Job`] as one line of JSON and then the bytes of the file. The child answers with one
//! [`Answer`] per line; a picture's bytes follow its line.

use serde::{Deserialize, Serialize};

use crate::extraction::Properties;
use crate::limits::Limits;
use crate::page::Page;

/// The argument that makes the executable a child.
pub(super) const CHILD_ARGUMENT: &str = "--reader-child";

/// The longest line that starts a job: a password and the limits.
pub(super) const MAX_JOB_LINE: u64 = 64 << 10;

/// What the child is to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Job {
    pub(super) task: Task,
    pub(super) password: Option<String>,
    /// Number of bytes that follow.
    pub(super) bytes: u64,
    pub(super) limits: Limits,
}

/// The kinds of work.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Task {
    /// Read every page from this one on, counted from 0.
    Extract { first: u32 },
    /// Draw a page, counted from 0, at this many pixels per point.
    Draw { page: u32, scale: f32 },
}

/// What the child says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    /// The file is open.
    Opened { pages: u32, properties: Properties },
    /// Work on a page begins; counted from 0.
    Begin { page: u32, width: f32, height: f32 },
    /// A page is read.
    Page(Page),
    /// Reading the page that was begun ended in a panic; the next one follows.
    Failed { page: u32 },
    /// The file cannot be read.
    Refused(Refusal),
    /// A page is drawn; this many bytes of PNG follow the line.
    Picture { width: u32, height: u32, bytes: u64 },
    /// All is said.
    Done,
}

/// Why the child cannot read the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Refusal {
    /// Needs a password.
    Encrypted,
    /// Broken beyond repair.
    Damaged,
    /// Has more pages than allowed.
    TooManyPages(u32),
    /// There is no such page to draw.
    NoSuchPage,
}
