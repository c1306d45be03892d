//! Headings of a role that another heading has already: which of them open a part of their own.
//!
//! **Accepts** the assertion of a subservice organization behind that of the vendor: a report by the inclusive method holds
//! one of each (AT-C 320, `practice.md` §4).
//! **Refuses** the vendor's assertion when its title comes again above its text, and paragraphs that only say in which section
//! the matter stands.

use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use super::headings::Heading;
use super::names;
use crate::pattern::{Pattern, pattern};
use crate::text::Text;

/// Fewest lines that an assertion has: below a title that comes again stands less.
const FEWEST_LINES: usize = 5;

/// Whose assertion it is, where the title says so.
static WHOSE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:assertion|statement|representation)s? (?:of|by|from) (?:the )?(?:(?:management|directors|board of directors) (?:of|at) )?(?P<of>.{3,80}?)(?:'s? management|,? management)?$|^(?:(?:section|part) )?(?:[ivx\d]{1,4}(?:-?[a-h])?|[a-h])?[.:) -]*(?P<whose>.{3,80}?)'s? (?:management'?s? )?(?:assertion|statement|representation)s?$",
    )
});
static SUBSERVICE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bsub-?service organi[sz]ation"));

/// Whether a second heading opens the assertion of another organization than the first one does.
pub(super) fn is_of_another(text: &Text<'_>, first: &Heading, second: &Heading) -> bool {
    if first.role != SectionRole::Assertion || second.role != SectionRole::Assertion || !second.set_apart {
        return false;
    }
    let between = *first.lines.end() + 1..*second.lines.start();
    let (first, second) = (plain(&first.title), plain(&second.title));
    let named = |title: &str| {
        let found = WHOSE.captures(title)?;
        let name = found.name("of").or(found.name("whose"))?.as_str();
        let name = names::clean(name.trim_end_matches([']', ')']).trim());
        names::has_legal_form(&name).then(|| names::stem(&name))
    };
    let another = SUBSERVICE.is_match(&second) && !SUBSERVICE.is_match(&first)
        || named(&second).is_some_and(|name| !name.is_empty() && !crate::text::normal::squash(&first).contains(&name));
    another && between.filter(|at| text.lines().get(*at).is_some_and(|line| !line.running)).count() >= FEWEST_LINES
}

fn plain(title: &str) -> String {
    title.chars().map(crate::text::normal::plain).collect()
}

/// Whether the paragraph below a heading only says in which section the matter stands.
pub(super) fn refers(text: &Text<'_>, heading: &Heading) -> bool {
    static ELSEWHERE: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"\b(?:included|presented|described|set out|set forth|contained|provided|listed|found|stated|shown|detailed) (?:separately |below )?(?:in|within) (?:the )?(?:section|part|attachment|appendix)\b|\b(?:see|refer to) (?:the )?(?:section|part|attachment|appendix) (?:[ivx]+|\d|[a-h])\b",
        )
    });
    let below = heading.lines.end() + 1;
    let first = text.lines().get(below).map(|l| l.page);
    let ends = (below..text.lines().len().min(below + 5))
        .take_while(|at| Some(text.lines()[*at].page) == first && (*at == below || !text.lines()[*at].opens_paragraph));
    let end = ends.last().map_or(below, |at| at + 1);
    ELSEWHERE.is_match(text.flow(below..end).text())
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::reading;

    const BODY: &str = "We have prepared the description.\nIt presents the system.\nIts controls were suitably designed.\nThey operated effectively.\nThe criteria were those below.\nWe know of no fraud.";

    fn titles(first: &str, second: &str, body: &str) -> Vec<String> {
        let source = format!(
            "# SOC 2 Type 2 Report\nJuniper Ledger, Inc.\n===\n# {first}\n{body}\n===\n# {second}\n{BODY}\n===\n# Independent Service Auditor’s Report\nTo Juniper Ledger, Inc.\nWe have examined the description throughout the period May 1, 2031 to April 30, 2032.\n===\n# Description of the System\nIt has rooms.\n===\n# Tests of Controls\nThey are below."
        );
        let found = reading(&source).sections;
        found
            .into_iter()
            .filter(|s| s.role == countersign_domain::reading::SectionRole::Assertion)
            .map(|s| s.title)
            .collect()
    }

    #[test]
    fn those_whose_services_are_included_assert_as_well() {
        for (first, second) in [
            ("Management’s Assertion", "Assertion by Heron Rooms Ltd"),
            ("Assertion of Juniper Ledger, Inc.", "Heron Rooms Ltd’s Assertion"),
            ("Management’s Assertion", "Assertion of the Subservice Organization’s Management"),
        ] {
            assert_eq!(titles(first, second, BODY), [first, second], "each has its own");
        }
    }

    #[test]
    fn a_title_that_comes_again_opens_nothing_new() {
        for (first, second, body) in [
            ("Management’s Assertion", "Assertion of Juniper Ledger, Inc. Management", "It follows."),
            ("Assertion of Juniper Ledger, Inc.", "Assertion of the Management of Juniper Ledger, Inc.", BODY),
            ("Management’s Assertion", "Assertion of Management", BODY),
        ] {
            assert_eq!(titles(first, second, body).len(), 1, "once: {first} / {second}");
        }
    }
}
