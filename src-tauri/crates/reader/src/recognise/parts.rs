//! The document cut into the parts in which recognisers look.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use super::sections::{self, Layout};
use crate::pattern::{Pattern, pattern};
use crate::text::{Flow, Text};

/// Most pages that count as cover.
const COVER_PAGES: usize = 3;
/// Lines at the start of a document whose first part begins at once.
const OPENING_LINES: usize = 14;
/// Pages of a letter that has no heading.
const LETTER_PAGES: usize = 5;
/// Most pages of an auditor's report: what runs longer lost the heading of the next part.
const LONGEST_LETTER: usize = 14;
/// Pages at the start of the tests that say by whom and how.
const INTRODUCTION_PAGES: usize = 3;

static LETTER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:we have (?:examined|been engaged to (?:report|examine))|in our opinion|we were engaged to (?:report|examine)|we do not express an opinion on)\b",
    )
});
static CONTENTS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?:table of )?contents\b"));

/// The parts of a document.
pub(crate) struct Parts<'t> {
    /// The whole.
    pub(crate) text: &'t Text<'t>,
    /// Where the parts are.
    pub(crate) layout: Layout,
    /// What stands before the first part, without the table of contents.
    pub(crate) cover: Flow<'t>,
    /// The auditor's report.
    pub(crate) letter: Option<Flow<'t>>,
    /// The lines of the auditor's report, running ones included.
    pub(crate) letter_lines: Range<usize>,
    /// Management's assertion.
    pub(crate) assertion: Option<Flow<'t>>,
    /// The first pages of the tests.
    pub(crate) tests: Option<Flow<'t>>,
}

impl<'t> Parts<'t> {
    /// Cuts a document.
    pub(crate) fn new(text: &'t Text<'t>) -> Self {
        let layout = sections::find(text);
        let cover = cover(text, &layout);
        let letter_lines = letter_lines(text, &layout);
        let part = |role, pages| layout.part(role).map(|p| text.flow(limited(text, p.lines.clone(), pages)));
        let letter = (!letter_lines.is_empty()).then(|| text.flow(letter_lines.clone()));
        let assertion = part(SectionRole::Assertion, LONGEST_LETTER);
        let tests = part(SectionRole::Tests, INTRODUCTION_PAGES);
        Self { text, layout, cover, letter, letter_lines, assertion, tests }
    }

    /// Gives the flows in which a statement about the whole report may stand, the auditor's report first.
    pub(crate) fn statements(&self) -> impl Iterator<Item = &Flow<'t>> {
        self.letter.iter().chain([&self.cover]).chain(self.assertion.iter())
    }
}

fn limited(text: &Text<'_>, lines: Range<usize>, pages: usize) -> Range<usize> {
    let first = text.lines().get(lines.start).map_or(0, |l| l.page);
    let end = text.lines().partition_point(|l| l.page < first + pages);
    lines.start..lines.end.min(end.max(lines.start))
}

fn cover<'t>(text: &'t Text<'t>, layout: &Layout) -> Flow<'t> {
    let first_part = layout.parts.first().map_or(text.lines().len(), |p| p.lines.start);
    let mut in_contents = false;
    let mut lines: Vec<usize> = Vec::new();
    for (at, line) in text.lines().iter().enumerate().take(first_part) {
        if line.page >= COVER_PAGES {
            break;
        }
        in_contents |= layout.contents.contains(&line.page) && (line.page > 0 || CONTENTS.is_match(&line.text));
        if !in_contents && (!line.running || line.page == 0) {
            lines.push(at);
        }
    }
    if lines.len() < 2 {
        lines = (0..text.lines().len()).filter(|at| text.lines()[*at].page == 0).take(OPENING_LINES).collect();
    }
    Flow::new(text, lines)
}

fn letter_lines(text: &Text<'_>, layout: &Layout) -> Range<usize> {
    if let Some(part) = layout.part(SectionRole::AuditorReport) {
        let lines = limited(text, part.lines.clone(), LONGEST_LETTER);
        if LETTER.is_match(text.flow(lines.clone()).text()) {
            return lines;
        }
    }
    let starts: Vec<usize> = layout.parts.iter().map(|p| p.lines.start).collect();
    // A sentence of the letter may break over lines: two lines at a time.
    let found = (0..text.lines().len()).find(|at| {
        let pair = text.flow(*at..(at + 2).min(text.lines().len()));
        LETTER.is_match(pair.text())
    });
    let Some(found) = found else {
        let headed = layout.part(SectionRole::AuditorReport);
        return headed.map_or(0..0, |part| limited(text, part.lines.clone(), LETTER_PAGES));
    };
    let page = text.lines()[found].page;
    let start = starts.iter().rev().find(|s| **s <= found).copied().unwrap_or(0).max(text.lines_on(page).start);
    let end = starts.iter().find(|s| **s > found).copied().unwrap_or(text.lines().len());
    limited(text, start..end, LETTER_PAGES)
}
