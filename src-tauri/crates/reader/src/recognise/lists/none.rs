//! The sentence that says that there is nothing of what is sought.
//!
//! That nothing was found proves nothing; that a report says that there is none is a fact with a place.

use countersign_domain::Fact;

use crate::pattern::Pattern;
use crate::text::Flow;
use crate::text::sentence::sentences;

/// Finds the first sentence that says so and not what only sounds like it (`unless`).
pub(crate) fn says_none(flow: &Flow<'_>, says: &Pattern, unless: &Pattern) -> Option<Fact<String>> {
    let words = flow.text();
    let places: Vec<usize> = says.find_iter(words).map(|m| m.start()).collect();
    if places.is_empty() {
        return None;
    }
    let range = sentences(words)
        .into_iter()
        .find(|r| places.iter().any(|p| r.contains(p)) && !unless.is_match(&words[r.clone()]))?;
    flow.fact(flow.original(range.clone()), range)
}

/// Finds "None." where it is all that stands below a heading.
pub(crate) fn opens_with_none(flow: &Flow<'_>, empty: &Pattern) -> Option<Fact<String>> {
    let words = flow.text();
    let range = sentences(words).into_iter().next().filter(|r| empty.is_match(&words[r.clone()]))?;
    flow.fact(flow.original(range.clone()), range)
}
