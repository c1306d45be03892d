//! Headings of a role that another heading has already: which of them open a part of their own.
//!
//! **Accepts** the assertion of a subservice organization beside that of the vendor: a report by the inclusive method holds
//! one of each (AT-C 320, `practice.md` §4). Whose it is its title says: by a name with a legal form, by the words
//! subservice organization, or by a name that the report calls one.
//! **Refuses** the vendor's assertion when its title comes again above its text, and paragraphs that only say in which section
//! the matter stands.

use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use super::headings::Heading;
use super::names;
use crate::pattern::{Pattern, exact, pattern};
use crate::text::Text;
use crate::text::normal::squash;

/// Fewest lines that an assertion has: below a title that comes again stands less.
const FEWEST_LINES: usize = 5;
/// Lines of an assertion in which its organization says what it is.
const FIRST_LINES: usize = 25;

/// Whose assertion it is, where the title says so.
static WHOSE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:assertion|statement|representation)s? (?:of|by|from|provided by) (?:the )?(?:(?:management|directors|board of directors) (?:of|at) )?(?P<of>.{3,80}?)(?:'s? management|,? management)?$|^(?:(?:(?:section|part) )?(?:[ivx\d]{1,4}(?:-?[a-h])?|[a-h])[.:) -]+)?(?P<whose>.{3,80}?)(?:'s?)? (?:management'?s? )?(?:written )?(?:assertion|statement|representation)s?$",
    )
});
static SUBSERVICE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bsub-?service organi[sz]ation"));
/// What stands behind the name of a subservice organization: ", an inclusive subservice organization".
static IS_ONE: LazyLock<Pattern> = LazyLock::new(|| {
    exact(r"^(?: \([^()]{1,60}\))?,? (?:as )?(?:an?|its|the|our) (?:[A-Za-z-]+ ){0,3}(?i:sub-?service organi[sz]ation)")
});
/// What stands before it: "its subservice organization, ".
static ONE_IS: LazyLock<Pattern> = LazyLock::new(|| {
    exact(r"(?i:sub-?service organi[sz]ations?)(?: \([^()]{1,60}\))?[,:]? (?:(?:namely|named|called|is|being) )?$")
});
/// What a subservice organization says of itself.
static WE_ARE_ONE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bas (?:an?|the|its) (?:[a-z-]+ ){0,3}sub-?service organi[sz]ation\b"));

/// Whether a heading opens the assertion of another organization than those that have theirs. `opened` is the last of
/// these, `before` are the headings before this one, whether they open a part or repeat a title.
pub(super) fn is_of_another(text: &Text<'_>, opened: Option<&Heading>, before: &[Heading], heading: &Heading) -> bool {
    let Some(opened) = opened.filter(|_| heading.role == SectionRole::Assertion && heading.set_apart) else {
        return false;
    };
    let titles: Vec<String> =
        before.iter().filter(|h| h.role == SectionRole::Assertion).map(|h| plain(&h.title)).collect();
    let title = plain(&heading.title);
    let named = || {
        let found = WHOSE.captures(&title)?;
        let name = found.name("of").or(found.name("whose"))?.as_str();
        let name = names::name(name.trim_end_matches([']', ')']).trim())?;
        let stem = names::stem(&name);
        let new = !stem.is_empty() && !titles.iter().any(|t| squash(t).contains(&stem));
        (new && (names::has_legal_form(&name) || is_subservice(text, &name, heading))).then_some(())
    };
    let another = SUBSERVICE.is_match(&title) && !titles.iter().any(|t| SUBSERVICE.is_match(t)) || named().is_some();
    let between = *opened.lines.end() + 1..*heading.lines.start();
    another && between.filter(|at| text.lines().get(*at).is_some_and(|line| !line.running)).count() >= FEWEST_LINES
}

/// Whether the report up to the assertion below a heading, or that assertion, calls a name that of a subservice organization.
fn is_subservice(text: &Text<'_>, name: &str, heading: &Heading) -> bool {
    let below = heading.lines.end() + 1;
    let own = text.flow(below..text.lines().len().min(below + FIRST_LINES));
    if WE_ARE_ONE.is_match(own.text()) {
        return true;
    }
    let before = text.flow(0..*heading.lines.start());
    [before.text(), own.text()].into_iter().any(|said| {
        let mut places = said.match_indices(name).map(|(at, _)| at);
        places.any(|at| IS_ONE.is_match(&said[at + name.len()..]) || ONE_IS.is_match(&said[..at]))
    })
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
    use countersign_domain::reading::SectionRole;

    use crate::recognise::testing::reading;

    const BODY: &str = "We have prepared the description.\nIt presents the system.\nIts controls were suitably designed.\nThey operated effectively.\nThe criteria were those below.\nWe know of no fraud.";

    fn titles(first: &str, second: &str, body: &str) -> Vec<String> {
        let source = format!(
            "# SOC 2 Type 2 Report\nJuniper Ledger, Inc.\n===\n# {first}\n{body}\n===\n# {second}\n{BODY}\n===\n# Independent Service Auditor’s Report\nTo Juniper Ledger, Inc.\nWe have examined the description throughout the period May 1, 2031 to April 30, 2032.\n===\n# Description of the System\nIt has rooms.\n===\n# Tests of Controls\nThey are below."
        );
        let found = reading(&source).sections;
        found.into_iter().filter(|s| s.role == SectionRole::Assertion).map(|s| s.title).collect()
    }

    #[test]
    fn those_whose_services_are_included_assert_as_well() {
        for (first, second) in [
            ("Management’s Assertion", "Assertion by Heron Rooms Ltd"),
            ("Assertion of Juniper Ledger, Inc.", "Heron Rooms Ltd’s Assertion"),
            ("Management’s Assertion", "Assertion of the Subservice Organization’s Management"),
            ("Section II: Management’s Assertion", "Section II-B: Assertion of Heron Rooms Ltd"),
            ("Section II: Management’s Assertion", "Heron Rooms Ltd’s Written Assertion"),
        ] {
            assert_eq!(titles(first, second, BODY), [first, second], "each has its own");
        }
    }

    #[test]
    fn a_name_without_a_form_asserts_where_the_report_calls_it_a_subservice_organization() {
        let says = |of: &str| format!("{BODY}\n{of}");
        for body in [
            "Our system includes the rooms of Heron Rooms, an inclusive subservice organization.",
            "The rooms are those of our subservice organization, Heron Rooms.",
        ] {
            for second in ["Assertion of Heron Rooms Management", "Heron Rooms’ Assertion", "Heron Rooms Assertion"] {
                let first = "Management’s Assertion";
                assert_eq!(titles(first, second, &says(body)), [first, second], "told by: {body}");
            }
        }
        for body in ["Our rooms are large.", "Heron Rooms uses a subservice organization for its rooms."] {
            let found = titles("Management’s Assertion", "Assertion of Heron Rooms Management", &says(body));
            assert_eq!(found.len(), 1, "nothing calls it one: {body}");
        }
    }

    #[test]
    fn the_assertion_of_another_may_stand_anywhere() {
        let letter = "To Juniper Ledger, Inc.\nWe have examined the description throughout the period May 1, 2031 to April 30, 2032.";
        let roles = |numbers: [&str; 4]| -> Vec<SectionRole> {
            let [one, two, three, four] = numbers;
            let source = format!(
                "# SOC 2 Type 2 Report\nJuniper Ledger, Inc.\n===\n# {one}Assertion of Juniper Ledger, Inc.\n{BODY}\n===\n# {two}Independent Service Auditor’s Report\n{letter}\n===\n# Assertion of Heron Rooms Ltd\n{BODY}\n===\n# {three}System Description\nIt has rooms.\n===\n# {four}Tests of Controls\nThey are below."
            );
            reading(&source).sections.into_iter().map(|s| s.role).collect()
        };
        let five = [
            SectionRole::Assertion,
            SectionRole::AuditorReport,
            SectionRole::Assertion,
            SectionRole::Description,
            SectionRole::Tests,
        ];
        assert_eq!(roles(["", "", "", ""]), five, "without numbers");
        assert_eq!(roles(["Section I: ", "Section II: ", "Section III: ", "Section IV: "]), five, "between numbers");
    }

    #[test]
    fn a_second_assertion_takes_no_place_among_the_four_sections() {
        let source = format!(
            "# SOC 2 Type 2 Report\nJuniper Ledger, Inc.\n===\n# Section I: Independent Service Auditor’s Report\nTo Juniper Ledger, Inc.\nWe have examined the description throughout the period May 1, 2031 to April 30, 2032.\n===\n# Section II: Management’s Assertion\n{BODY}\n===\n# Assertion of Heron Rooms Ltd\n{BODY}\n===\n# Section III: Juniper in Brief\nIt has rooms.\n===\n# Section IV: Tests of Controls\nThey are below."
        );
        let sections = reading(&source).sections;
        assert_eq!(sections.len(), 5, "{sections:?}");
        assert_eq!(sections[3].role, SectionRole::Description, "by its place: {sections:?}");
    }

    #[test]
    fn a_title_that_comes_again_opens_nothing_new() {
        for (first, second, body) in [
            ("Management’s Assertion", "Assertion of Juniper Ledger, Inc. Management", "It follows."),
            ("Assertion of Juniper Ledger, Inc.", "Assertion of the Management of Juniper Ledger, Inc.", BODY),
            ("Management’s Assertion", "Assertion of Management", BODY),
            ("Section II: Assertion of Juniper Ledger, Inc.", "Assertion of Juniper Ledger, Inc. Management", BODY),
        ] {
            assert_eq!(titles(first, second, body).len(), 1, "once: {first} / {second}");
        }
    }
}
