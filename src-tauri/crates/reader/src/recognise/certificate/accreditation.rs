//! Who accredited the certification body.
//!
//! **Reads** the name of the accreditation body.
//! **Where**: the first pages, in a sentence or a label that speaks of accreditation.
//! **Accepts** "accredited by …", "accreditation body: …", and the short names of the bodies that have signed the
//! multilateral arrangement of the International Accreditation Forum beside the word.
//! **Refuses** a logo's name without that word: it may be of anybody.

use std::sync::LazyLock;

use countersign_domain::Fact;

use super::Paper;
use crate::pattern::{Pattern, exact, pattern};
use crate::recognise::names;

static BY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:accredited (?:\w+ ){0,3}?by|accreditation (?:body|by)(?: is)?\s*:?|under (?:the )?accreditation (?:of|by)) (?:the )?(?P<name>[^\n.;:,]{2,70}?)(?:[.,;:\n]|$| (?-i:under|for|with|to|as|and|in|accreditation|certificate|no)\b)",
    )
});
static SHORT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"\b(?P<name>UKAS|ANAB|RvA|DAkkS|COFRAC|Cofrac|ACCREDIA|Accredia|ENAC|SWEDAC|Swedac|JAS-ANZ|JASANZ|NABCB|SCC|IAS|A2LA|FINAS|BELAC|INAB|DANAK|CNAS|KAB|JAB|ISMS-AC|EIAC|GAC|TURKAK|PCA|IPAC|SAC|SAS)\b",
    )
});
static SPEAKS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\baccredit"));

/// Reads the name.
pub(super) fn read(paper: &Paper<'_>) -> Option<Fact<String>> {
    let flow = &paper.flow;
    let text = flow.text();
    for found in BY.captures_iter(text) {
        let (Some(name), Some(whole)) = (found.name("name"), found.get(0)) else { continue };
        let words = flow.original(name.range());
        if let Some(name) = names::name(&words)
            && name.starts_with(char::is_uppercase)
        {
            return flow.fact(name, whole.start()..found.name("name").map_or(whole.end(), |n| n.end()));
        }
    }
    let mut at = 0;
    for paragraph in text.split('\n') {
        let from = at;
        at += paragraph.len() + 1;
        if !SPEAKS.is_match(paragraph) {
            continue;
        }
        // The words as they stand: short names are told by their capitals.
        if let Some(found) = SHORT.find(paragraph) {
            let range = from + found.start()..from + found.end();
            return flow.fact(flow.original(range.clone()), range);
        }
    }
    None
}
