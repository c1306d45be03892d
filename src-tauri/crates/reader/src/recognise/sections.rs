//! The parts of a report in its order.
//!
//! **Reads** where the auditor's report, the assertion, the description, the tests and the rest begin; every other
//! recogniser looks only in the part where its matter may stand (`practice.md` §10.1, rule 1).
//! **Where**: in the headings of the whole document.
//! **Accepts** either order of opinion and assertion, any numbering, a divider page with the heading alone, running
//! heads whose first page is the beginning; attachments with a title; behind the last numbered section a heading that
//! is set like one and says tests or other information.
//! **Refuses** titles of covers, tables of contents, repeated headings, a second heading of a part that is already open, and in a
//! document that numbers its sections every other heading without a number.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::{Section, SectionRole};

use super::headings::{self, Heading};
use super::{cover, repeated_roles};
use crate::pattern::{Pattern, pattern};
use crate::text::Text;
use crate::text::normal::{letters, squash};

static CONTENTS: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:table ?of ?)?contents$|^index$|^table of contents\b.{0,12}$"));
static LEADER: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:\.{3,}|(?:\. ?){4,}|…|_{4,})\s*\d{0,3}\s*$|(?:\.{5,}|…{2,})"));
static PAGE_NUMBER: LazyLock<Pattern> = LazyLock::new(|| pattern(r"[\s.]\d{1,3}$"));

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The heading as printed.
    pub(crate) title: String,
    /// What it is.
    pub(crate) role: SectionRole,
    /// Its lines, the heading included.
    pub(crate) lines: Range<usize>,
}

/// The parts of a document and what stands before them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    /// The parts in order.
    pub(crate) parts: Vec<Part>,
    /// Pages (index from 0) that are a table of contents.
    pub(crate) contents: HashSet<usize>,
}

impl Layout {
    /// Gives the first part with a role.
    pub(crate) fn part(&self, role: SectionRole) -> Option<&Part> {
        self.parts.iter().find(|p| p.role == role)
    }

    /// Gives the sections as the reading prints them.
    pub(crate) fn sections(&self, text: &Text<'_>) -> Vec<Section> {
        self.parts
            .iter()
            .map(|part| {
                let page = text.lines()[part.lines.start].page;
                Section { title: part.title.clone(), page: text.pages()[page].number, role: part.role }
            })
            .collect()
    }
}

/// Finds the parts.
pub(crate) fn find(text: &Text<'_>) -> Layout {
    let headings = headings::find(text);
    let contents = contents_pages(text, &headings);
    let candidates = without_contents(text, headings, &contents);
    let numbered = candidates.iter().filter(|h| h.number.is_some() && h.role != SectionRole::Other).count();
    let chosen = if numbered >= 2 {
        by_place(by_number(text, &candidates))
    } else {
        by_role(text, cover::without_titles(text, candidates))
    };
    let ends: Vec<usize> = chosen.iter().skip(1).map(|h| *h.lines.start()).chain([text.lines().len()]).collect();
    let parts = chosen
        .into_iter()
        .zip(ends)
        .map(|(h, end)| Part { title: h.title, role: h.role, lines: *h.lines.start()..end })
        .collect();
    Layout { parts, contents }
}

/// Pages headed as contents, or full of leaders.
fn contents_pages(text: &Text<'_>, headings: &[Heading]) -> HashSet<usize> {
    let mut found = HashSet::new();
    for page in 0..text.pages().len() {
        let lines = text.lines_on(page);
        let headed = lines.clone().take(8).any(|at| CONTENTS.is_match(text.lines()[at].text.trim()));
        let leaders = lines.clone().filter(|at| LEADER.is_match(&text.lines()[*at].text)).count();
        let on_page = headings.iter().filter(|h| lines.contains(h.lines.start())).count();
        let follows = page > 0 && found.contains(&(page - 1));
        let numbers = lines.clone().filter(|at| PAGE_NUMBER.is_match(&text.lines()[*at].text)).count();
        if (headed && (leaders >= 2 || numbers >= 3 || on_page >= 2))
            || leaders >= 5
            || (follows && leaders + numbers >= 5)
        {
            found.insert(page);
        }
    }
    found
}

/// Takes out the entries of tables of contents: on such a page everything that comes again later, elsewhere whatever
/// ends in leaders, and runs of headings with no text between them that come again.
fn without_contents(text: &Text<'_>, headings: Vec<Heading>, contents: &HashSet<usize>) -> Vec<Heading> {
    let keys: Vec<String> = headings.iter().map(key).collect();
    let mut kept = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let line = &text.lines()[*heading.lines.start()];
        let on_contents = contents.contains(&line.page);
        let again = keys[at + 1..].iter().any(|k| same(k, &keys[at]));
        let ends_in_number = PAGE_NUMBER.is_match(&heading.title) && !NUMBER_IS_NAME.is_match(&heading.title);
        let crowded = headings.get(at + 1).is_some_and(|next| {
            *next.lines.start() == heading.lines.end() + 1
                && (next.role != heading.role || next.number != heading.number && next.number.is_some())
        });
        let entry = (on_contents && (again || ends_in_number || nothing_below(text, &headings, at)))
            || LEADER.is_match(&heading.title)
            || (crowded && again && !line.running);
        if !entry {
            kept.push(heading.clone());
        }
    }
    kept
}

static NUMBER_IS_NAME: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?:section|part|type|soc|20\d\d)\s*\S*$"));

/// Whether another heading or the end of the page follows at once.
fn nothing_below(text: &Text<'_>, headings: &[Heading], at: usize) -> bool {
    let next = headings[at].lines.end() + 1;
    headings.get(at + 1).is_some_and(|h| *h.lines.start() == next)
        || text.lines().get(next).is_none_or(|l| l.running || l.page != text.lines()[next - 1].page)
}

fn key(heading: &Heading) -> String {
    squash(&heading.title).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}

fn same(a: &str, b: &str) -> bool {
    a == b || (a.len() > 12 && b.ends_with(a)) || (b.len() > 12 && a.ends_with(b))
}

/// In a document that numbers its sections, each number once, in growing order; behind the last of them also what is
/// set like a section and has no number, as results and responses often are.
fn by_number(text: &Text<'_>, candidates: &[Heading]) -> Vec<Heading> {
    let mut chosen: Vec<Heading> = Vec::new();
    let mut behind: Vec<Heading> = Vec::new();
    for (at, heading) in candidates.iter().enumerate() {
        let opened = chosen.iter().rev().find(|h| h.role == SectionRole::Assertion);
        let another = repeated_roles::is_of_another(text, opened, &candidates[..at], heading);
        let last = chosen.iter().rev().find_map(|h| h.number);
        if another || heading.number.is_some_and(|number| last.is_none_or(|last| number > last)) {
            chosen.push(heading.clone());
            behind.clear();
        } else if heading.number.is_none() {
            behind.push(heading.clone());
        }
    }
    for heading in behind {
        let line = |h: &Heading| &text.lines()[*h.lines.start()];
        let new = !chosen.iter().any(|c| c.role == heading.role)
            || chosen.last().is_some_and(|c| c.role == SectionRole::OtherInformation && heading.role != c.role);
        let appended = matches!(heading.role, SectionRole::Tests | SectionRole::OtherInformation) && new;
        let set_alike = chosen.last().is_some_and(|c| {
            let (a, b) = (line(c), line(&heading));
            a.bold == b.bold && (a.size - b.size).abs() <= 0.02 * a.size && a.size > text.body_size() * 1.08
        });
        if appended && set_alike && !line(&heading).running {
            chosen.push(heading);
        }
    }
    chosen
}

/// Where one of the four sections of a report has a title of its own, the others say what it is.
fn by_place(mut chosen: Vec<Heading>) -> Vec<Heading> {
    const ORDER: [SectionRole; 4] =
        [SectionRole::AuditorReport, SectionRole::Assertion, SectionRole::Description, SectionRole::Tests];
    // A further assertion is that of a subservice organization and has no place among the four.
    let mut asserted = false;
    let mut first = |h: &Heading| h.role != SectionRole::Assertion || !std::mem::replace(&mut asserted, true);
    let four: Vec<usize> = (0..chosen.len()).filter(|at| first(&chosen[*at])).take(4).collect();
    let other: Vec<usize> = (0..four.len()).filter(|nth| chosen[four[*nth]].role == SectionRole::Other).collect();
    let ([at], 4) = (other.as_slice(), four.len()) else { return chosen };
    let in_order = (0..4).all(|nth| nth == *at || chosen[four[nth]].role == ORDER[nth]);
    // What comes last may be anything; tests say what was tested.
    let title = letters(&chosen[four[*at]].title);
    let tells = *at < 3 || ["test", "controls", "criteria", "matri"].iter().any(|word| title.contains(word));
    if in_order && tells {
        chosen[four[*at]].role = ORDER[*at];
    }
    chosen
}

/// Elsewhere each role once, and only headings that type or place sets apart.
fn by_role(text: &Text<'_>, candidates: Vec<Heading>) -> Vec<Heading> {
    let is_part = |h: &Heading| h.set_apart && (h.role != SectionRole::Other || h.attached);
    let mut candidates: Vec<Heading> = candidates.into_iter().filter(is_part).collect();
    candidates.retain(|h| h.role != SectionRole::Tests || !repeated_roles::refers(text, h));
    // A paragraph of the description may be called like the tests; theirs is the larger heading.
    let size = |h: &Heading| text.lines()[*h.lines.start()].size;
    let largest = candidates.iter().filter(|h| h.role == SectionRole::Tests).map(size).fold(0.0, f32::max);
    candidates.retain(|h| h.role != SectionRole::Tests || size(h) >= largest - 0.5);
    let mut seen = HashSet::new();
    let mut asserted: Option<&Heading> = None;
    let mut kept = Vec::new();
    for (at, heading) in candidates.iter().enumerate() {
        let another = || repeated_roles::is_of_another(text, asserted, &candidates[..at], heading);
        if heading.role == SectionRole::Other || seen.insert(heading.role) || another() {
            asserted = if heading.role == SectionRole::Assertion { Some(heading) } else { asserted };
            kept.push(heading.clone());
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_domain::Rect;

    use crate::text::sheet::{Sheet, document};

    fn sections(source: &str) -> Vec<(String, u32, SectionRole)> {
        let pages = document(source);
        let text = Text::new(&pages);
        find(&text).sections(&text).into_iter().map(|s| (s.title, s.page, s.role)).collect()
    }

    const BODY: &str = "We have examined the thing that the company prepared and we say so in a sentence.";

    #[test]
    fn a_table_of_contents_is_not_the_sections() {
        let found = sections(&format!(
            "# Juniper\n===\n# Table of Contents\nSection I: Independent Service Auditor’s Report ..... 3\nSection II: Management’s Assertion ..... 4\nSection III: Description of the System ..... 5\n===\n# Section I: Independent Service Auditor’s Report\n{BODY}\n===\n# Section II: Management’s Assertion\n{BODY}\n===\n# Section III: Description of the System\n{BODY}"
        ));
        assert_eq!(found.iter().map(|s| s.1).collect::<Vec<_>>(), [3, 4, 5], "on their own pages: {found:?}");
        assert_eq!(found[1].2, SectionRole::Assertion, "the second is the assertion");
    }

    #[test]
    fn an_assertion_may_stand_first_and_without_numbers() {
        let found = sections(&format!(
            "# Assertion of Juniper Management\n{BODY}\n===\n# Independent Service Auditor’s Report\n{BODY}\n## Description of Tests of Controls\n{BODY}"
        ));
        assert_eq!(
            found.iter().map(|s| s.2).collect::<Vec<_>>(),
            [SectionRole::Assertion, SectionRole::AuditorReport],
            "{found:?}"
        );
    }

    #[test]
    fn titles_of_a_cover_are_no_parts_and_long_headings_are_one() {
        let found = sections(&format!(
            "# Heron Analytics\n# Description of the Heron Cloud System Relevant to Security\n===\n# Independent Service Auditor’s Report on\n# Heron Analytics’ Description of Its System and on\n# the Suitability of the Design of Controls\n{BODY}\n===\n# Heron’s Assertion\n{BODY}\n===\n# Description\n{BODY}"
        ));
        let expected = [(2, SectionRole::AuditorReport), (3, SectionRole::Assertion), (4, SectionRole::Description)];
        assert_eq!(found.iter().map(|s| (s.1, s.2)).collect::<Vec<_>>(), expected, "{found:?}");
    }

    #[test]
    fn contents_without_page_numbers_on_the_page_of_the_first_section_are_left_out() {
        let found = sections(&format!(
            "# Contents\nSection 1 - Assertion of Juniper Management\nSection 2 - Independent Accountant’s Report\n# Section 1 - Assertion of Juniper Management\n{BODY}\n===\n# Section 2 - Independent Accountant’s Report\n{BODY}"
        ));
        assert_eq!(found.iter().map(|s| s.1).collect::<Vec<_>>(), [1, 2], "each once: {found:?}");
    }

    #[test]
    fn a_divider_page_holds_the_heading() {
        let found = sections(&format!(
            "# SECTION 1\n# INDEPENDENT SERVICE AUDITOR’S REPORT\n===\n# Independent Service Auditor’s Report\n{BODY}\n===\n# SECTION 2\n# MANAGEMENT’S ASSERTION\n===\n{BODY}"
        ));
        assert_eq!(found.len(), 2, "the second heading of the first part is not a part: {found:?}");
        assert_eq!(found[0].0, "SECTION 1 INDEPENDENT SERVICE AUDITOR’S REPORT", "number and title");
    }

    #[test]
    fn attachments_are_parts_in_a_document_without_numbers() {
        let found = sections(&format!(
            "# Independent Service Auditor’s Report\n{BODY}\nSee attachment B.\n===\n# Attachment A - Juniper Ledger System Overview\n{BODY}\n===\n# Attachment B - Principal Service Commitments\n{BODY}"
        ));
        assert_eq!(
            found.iter().map(|s| s.2).collect::<Vec<_>>(),
            [SectionRole::AuditorReport, SectionRole::Description, SectionRole::Other],
            "{found:?}"
        );
    }

    #[test]
    fn what_is_set_like_a_section_behind_the_last_is_one_too() {
        let report = format!(
            "# Section I: Independent Service Auditor’s Report\n{BODY}\n===\n# Section II: Management’s Assertion\n{BODY}\n===\n# Section III: Description of the System\n{BODY}\n===\n# Section IV: Tests of Controls\n{BODY}\n"
        );
        let found = sections(&format!("{report}===\n# Management’s Responses to Exceptions\n{BODY}"));
        assert_eq!(found.len(), 5, "the responses: {found:?}");
        assert_eq!(found[4].2, SectionRole::OtherInformation);
        let found = sections(&format!("{report}## Management’s Response\n{BODY}"));
        assert_eq!(found.len(), 4, "a heading of lower level divides a section: {found:?}");
    }

    #[test]
    fn numbers_that_repeat_at_the_head_have_their_titles_below() {
        let heads =
            ["Independent Service Auditor’s Report", "Management’s Assertion", "System Description", "Controls"];
        let mut pages = vec![Sheet::new(1).title("Juniper").text(BODY).build()];
        for (nth, title) in heads.into_iter().enumerate() {
            let body =
                "The controls below were in place as of May 4, 2031. No tests of operating effectiveness were made.";
            let sheet = Sheet::new(pages.len() as u32 + 1).head(&format!("Section {}", nth + 1));
            let mut page = sheet.title(title).text(if nth == 3 { body } else { BODY }).build();
            for word in &mut page.words[..2] {
                word.rect = Rect { y0: 80.0, y1: 88.0, ..word.rect };
            }
            pages.push(page);
        }
        let text = Text::new(&pages);
        let found = find(&text).sections(&text);
        let titles: Vec<&str> = found.iter().map(|s| s.title.as_str()).collect();
        assert_eq!(found.iter().map(|s| s.role).collect::<Vec<_>>(), FOUR, "{titles:?}");
        assert!(titles.iter().zip(heads).all(|(title, head)| title.ends_with(head)), "{titles:?}");
    }

    #[test]
    fn a_lettered_description_may_be_of_anything() {
        let found = sections(&format!(
            "# A. Independent Service Auditor’s Report\n{BODY}\n===\n# B. Management’s Assertion\n{BODY}\n===\n# C. Description of the Heron Cloud\n{BODY}\n===\n# D. Tests of Controls\n{BODY}"
        ));
        assert_eq!(found.iter().map(|s| s.2).collect::<Vec<_>>(), FOUR, "{found:?}");
        let found = sections(&format!(
            "# Independent Service Auditor’s Report\n{BODY}\nC. Description of the Heron Cloud\n{BODY}"
        ));
        assert_eq!(found.len(), 1, "in body type it is an item: {found:?}");
    }

    fn roles(source: &str) -> Vec<SectionRole> {
        sections(source).into_iter().map(|s| s.2).collect()
    }

    const FOUR: [SectionRole; 4] =
        [SectionRole::AuditorReport, SectionRole::Assertion, SectionRole::Description, SectionRole::Tests];

    #[test]
    fn numbers_may_stand_without_a_stop() {
        for numbers in
            [["1", "2", "3", "4"], ["I", "II", "III", "IV"], ["Chapter 1:", "Chapter 2:", "Chapter 3:", "Chapter 4:"]]
        {
            let [a, b, c, d] = numbers;
            let found = roles(&format!(
                "# {a} Independent service auditor’s assurance report\n{BODY}\n===\n# {b} Management’s statement\n{BODY}\n===\n# {c} Description of the system\n{BODY}\n===\n# {d} Control objectives, controls and tests\n{BODY}"
            ));
            assert_eq!(found, FOUR, "numbered {numbers:?}");
        }
    }

    #[test]
    fn a_paragraph_of_the_description_does_not_open_the_tests() {
        let before = format!(
            "# Independent Service Auditor’s Report\n{BODY}\n===\n# Assertion of Juniper Management\n{BODY}\n===\n# Description of the Ledger System\n{BODY}\n"
        );
        let after = format!("\n===\n# Trust Services Criteria, Related Controls, and Tests of Controls\n{BODY}");
        for said in [BODY, "The criteria and the controls that meet them are included in Section 4 of this report."] {
            let found =
                sections(&format!("{before}## Applicable Trust Services Criteria and Related Controls\n{said}{after}"));
            assert_eq!(found.iter().map(|s| s.2).collect::<Vec<_>>(), FOUR, "{found:?}");
            assert_eq!(found[3].1, 4, "on their own page: {found:?}");
        }
    }

    #[test]
    fn a_numbered_section_may_be_called_like_a_paragraph_of_the_auditors() {
        let found = roles(&format!(
            "# Section I – Independent Service Auditor’s Report\n{BODY}\n===\n# Section II – Management’s Assertion\n{BODY}\n===\n# Section III – Juniper in Brief\n{BODY}\n===\n# Section IV – Description of Tests of Controls and Results Thereof\n{BODY}"
        ));
        assert_eq!(found, FOUR, "the third by its place, the fourth by its number");
    }

    #[test]
    fn the_title_of_a_cover_is_no_section() {
        for title in [
            "Report on Juniper’s Description of Its Ledger System and on the",
            "SOC 2 Type 2 Report on Juniper’s Description of Its Ledger System",
            "Report on Controls Placed in Operation and Tests of Operating Effectiveness",
            "Report on Juniper’s Assertion on Controls Relevant to Security",
        ] {
            let found = sections(&format!(
                "# {title}\n===\n# I. Independent Service Auditor’s Report\n{BODY}\n===\n# II. Management’s Assertion\n{BODY}\n===\n# III. Description of the System\n{BODY}\n===\n# IV. Tests of Controls\n{BODY}"
            ));
            assert_eq!(found.iter().map(|s| s.1).collect::<Vec<_>>(), [2, 3, 4, 5], "below {title}: {found:?}");
        }
    }

    #[test]
    fn a_reference_to_a_section_is_no_heading() {
        assert!(
            sections("Section III of this report describes the system.\nSection 4 titled tests").is_empty(),
            "prose"
        );
    }
}
