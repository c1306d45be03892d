//! How much a file may take before it is refused.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How much a file may take before it is refused. The defaults are far above any report seen, far below harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Largest file in bytes.
    pub bytes: u64,
    /// Most pages.
    pub pages: u32,
    /// Most glyphs on a page; the rest of the page is left out.
    pub glyphs_per_page: usize,
    /// Most ruling lines on a page; the rest is left out.
    pub rules_per_page: usize,
    /// Most bytes that the child may answer.
    pub output_bytes: u64,
    /// Memory for reading, in bytes, on top of the file itself.
    pub memory: u64,
    /// Longest time until the file is open.
    pub open: Duration,
    /// Longest time for one page.
    pub page: Duration,
    /// Longest time for the whole file.
    pub file: Duration,
    /// How often reading starts again after a page that killed the child.
    pub restarts: u32,
    /// Longest side of a drawn page in pixels.
    pub picture_side: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 512 << 20,
            pages: 3_000,
            glyphs_per_page: 500_000,
            rules_per_page: 20_000,
            output_bytes: 512 << 20,
            memory: 1 << 30,
            open: Duration::from_secs(30),
            page: Duration::from_secs(10),
            file: Duration::from_mins(2),
            restarts: 8,
            picture_side: 4_000,
        }
    }
}
