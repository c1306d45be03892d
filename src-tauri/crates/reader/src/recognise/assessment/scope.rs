//! What was tested.
//!
//! **Reads** the paragraph under the heading of the scope, and the list that it introduces.
//! **Where**: the first pages; the table of contents is none.
//! **Accepts** "Scope", "Project scope", "Scope of work", "In scope", "Assessment scope", and `Scope:`.
//! **Refuses** headings without a paragraph, and what is out of scope.

use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

/// Longest scope, in bytes, and most items of its list.
const LONGEST: usize = 1_200;
const MOST_ITEMS: usize = 8;

static HEADING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?:\d[\d.]*\s*)?(?:(?:project|test|testing|assessment|engagement|audit) scope|scope(?: of (?:the )?(?:work|test|testing|assessment|engagement|audit|review))?|in[- ]scope(?: \w+)?)\s*(?::\s|\n)\s*(?P<scope>[^\n]{15,})",
    )
});
static CONTENTS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\.{4,}|\b\d{1,3}$|^(?:out of|not in) scope"));
static ITEM: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\s*(?:[•▪●○◦■*-]|\d{1,2}[.)])"));

/// Reads the scope.
pub(super) fn read(flow: &Flow<'_>) -> Option<Fact<String>> {
    let text = flow.text();
    let found = HEADING
        .captures_iter(text)
        .filter_map(|c| c.name("scope").map(|m| m.range()))
        .find(|r| !CONTENTS.is_match(&text[r.clone()]))?;
    let mut end = found.end;
    let list = text[found.clone()].trim_end().ends_with(':') || ITEM.is_match(&text[found.clone()]);
    for paragraph in text[end..].split('\n').skip(1).take(MOST_ITEMS) {
        if !list || !ITEM.is_match(paragraph) || end + paragraph.len() - found.start > LONGEST {
            break;
        }
        end += 1 + paragraph.len();
    }
    let range = found.start..end;
    (range.len() <= LONGEST).then(|| flow.fact(flow.original(range.clone()), range)).flatten()
}
