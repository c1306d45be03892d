//! What a bridge letter says of material changes.
//!
//! **Reads** the sentence or list item.
//! **Where**: the whole letter; the title is none.
//! **Accepts** "not aware of any material changes", "no material changes", "no significant changes", "have been material
//! changes" (`practice.md` §10).
//! **Refuses** sentences that define what a material change would be.

use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, pattern};
use crate::text::Flow;
use crate::text::sentence;

static CHANGES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:material(?:ly)?|significant(?:ly)?|substantive|major)\b[^.\n]{0,40}\b(?:chang\w+|modif\w+|alter\w+)|\b(?:changes?|modifications?)\b[^.\n]{0,60}\bmaterial(?:ly)?\b|\bnot (?:materially |significantly )?changed\b|\bno changes?\b",
    )
});
static STATES: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\b(?:no|not|any|none|have been|has been|were|was|did|aware|remain\w*|following|except)\b")
});
static LEAD: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^[^\p{L}\d]+"));

/// Reads the sentence.
pub(super) fn read(flow: &Flow<'_>) -> Option<Fact<String>> {
    let text = flow.text();
    CHANGES.find_iter(text).find_map(|found| {
        let sentence = sentence::around(text, &found.range());
        if !STATES.is_match(&text[sentence.clone()]) {
            return None;
        }
        // A bullet is no part of what is said.
        let lead = LEAD.find(&text[sentence.clone()]).map_or(0, |m| m.end());
        let range = sentence.start + lead..sentence.end;
        flow.fact(flow.original(range.clone()), range)
    })
}
