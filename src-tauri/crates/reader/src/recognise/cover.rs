//! Titles on a cover that are worded like the headings of parts.
//!
//! **Accepts** a cover titled as the auditor's report on something, or as the description of a system, where a heading of
//! that part comes later.
//! **Refuses** a first page on which the auditor speaks, and a title that is the only heading of its part.

use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use super::headings::Heading;
use crate::pattern::{Pattern, pattern};
use crate::text::Text;

static LETTER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:examined|engaged to|in our opinion)\b"));

/// Leaves out the headings that are titles of the cover.
pub(super) fn without_titles(text: &Text<'_>, candidates: Vec<Heading>) -> Vec<Heading> {
    let lines = text.lines_on(0);
    let on_cover = |heading: &Heading| {
        matches!(heading.role, SectionRole::AuditorReport | SectionRole::Description)
            && lines.contains(heading.lines.start())
            && !LETTER.is_match(text.flow(heading.lines.end() + 1..lines.end.max(heading.lines.end() + 1)).text())
    };
    let later = |role| candidates.iter().any(|h| h.role == role && h.set_apart && !on_cover(h));
    let titles = [SectionRole::AuditorReport, SectionRole::Description].map(|role| (role, later(role)));
    let is_title = |h: &Heading| titles.contains(&(h.role, true)) && on_cover(h);
    let keep: Vec<bool> = candidates.iter().map(|h| !is_title(h)).collect();
    candidates.into_iter().zip(keep).filter_map(|(heading, keep)| keep.then_some(heading)).collect()
}
