//! Who accredited the certification body.
//!
//! **Reads** the name of the accreditation body.
//! **Where**: the first pages, in a sentence or a label that speaks of accreditation.
//! **Accepts** "accredited by …", "accreditation body: …", and the short names of the bodies that have signed the
//! multilateral arrangement of the International Accreditation Forum beside the word, or before the number under which they
//! registered the certification body.
//! **Refuses** a logo's name with neither: it may be of anybody.

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
const BODIES: &str = r"UKAS|ANAB|RvA|DAkkS|COFRAC|Cofrac|ACCREDIA|Accredia|ENAC|SWEDAC|Swedac|JAS-ANZ|JASANZ|NABCB|SCC|IAS|A2LA|FINAS|BELAC|INAB|DANAK|CNAS|KAB|JAB|ISMS-AC|EIAC|GAC|TURKAK|PCA|IPAC|SAC|SAS";
static SHORT: LazyLock<Pattern> = LazyLock::new(|| exact(&format!(r"\b(?P<name>{BODIES})\b")));
/// The name of a body and a number that it gave: "DAkkS D-ZM-12345-01-00", "UKAS 0123". Standards have two digits there.
static REGISTERED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"\b(?P<name>{BODIES}) ?(?:(?i:registration|reg\.|certificate|cert\.)? ?(?i:no\.|nr\.|number|n°|#)?)? ?:? ?(?:[A-Z]{{1,4}}[- ]){{0,2}}[0-9]{{3,6}}(?:-[0-9A-Z]{{1,4}}){{0,3}}\b"
    ))
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
    let found = REGISTERED.captures(text)?;
    let (name, whole) = (found.name("name")?, found.get(0)?);
    flow.fact(flow.original(name.range()), whole.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_a_body_names_the_body() {
        for (line, expected) in [
            ("Head of the certification body | DAkkS D-ZM-99123-01-00", Some("DAkkS")),
            ("UKAS 0123", Some("UKAS")),
            ("ANAB MS-1234", Some("ANAB")),
            ("RvA C 001", Some("RvA")),
            ("Registered as JAS-ANZ No. M4560212", None),
            ("A report under SAS 70", None),
            ("IAS 39 does not apply", None),
            ("UKAS", None),
        ] {
            let found = REGISTERED.captures(line).and_then(|c| c.name("name").map(|n| n.as_str().to_owned()));
            assert_eq!(found.as_deref(), expected, "of: {line}");
        }
    }
}
