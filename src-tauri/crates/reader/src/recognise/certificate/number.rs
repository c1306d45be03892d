//! The number of a certificate.
//!
//! **Reads** the number as printed: digits with letters and marks, in one or several groups.
//! **Where**: behind, right of or under its label; on the first page that has one.
//! **Accepts** certificate, registration, approval and reference numbers, "Holds Certificate No:", and for Cyber
//! Essentials the identifier of the scheme where only the values are text.
//! **Refuses** numbers of other certificates named in sentences, of reports, audits and policies.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Fact, Kind};

use super::Paper;
use crate::pattern::{Pattern, pattern};
use crate::recognise::labels;

/// Longest number.
const LONGEST: usize = 44;

static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:and )?(?:holds )?(?:the )?(?:certificate|certification|registration|approval|cert\.?)(?: registration| identity| identification| reference| holder)?(?:\s*/\s*\w+)? ?(?:numbers?\b|no\b\.?|nr\b\.?|num\b\.?|n°|№|#|id\b|registr\. no\.?|reg\. no\.?)|registration no\b\.?|certificate registr\. no\b\.?|certificate\s*:|reference number)\s*[:#.]*",
    )
});
static INLINE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:certificate|certification|registration)(?: registration| identity| identification)? ?(?:number|no\b\.?|nr\b\.?|id|#)\s*[:#.]*\s*",
    )
});
/// A title that is but the number: "Certificate GB31/98765".
static TITLE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|\n)\W*certificate (?P<n>[a-z]{0,4}\d[\w/.-]{3,30})\s*(?:\n|$)"));
static OTHER: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:corresponding|related|with|under|in conjunction with|of the)\s*$"));
static GROUP: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^[a-z0-9][a-z0-9/._-]*$"));
static NOT_PART: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:issued?|date|valid|page|scope|from|rev|revision|version|first|initial|original|expiry|expires|iso|ver|v\d.*|seal|copy)$",
    )
});
static SCHEME_ID: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"));

/// Reads the number.
pub(super) fn read(paper: &Paper<'_>) -> Option<Fact<String>> {
    if paper.kind == Kind::PciAoc {
        return None;
    }
    let beside = labels::values(paper.text, &LABEL, paper.pages).into_iter();
    let labelled = beside
        .chain(labels::below(paper.text, &LABEL, paper.pages))
        .find_map(|value| value.fact(value.original(number(value.text())?)));
    labelled.or_else(|| in_line(paper)).or_else(|| in_the_title(paper)).or_else(|| {
        let id = (paper.kind == Kind::CyberEssentialsCertificate).then(|| paper.flow.find(&SCHEME_ID)).flatten()?;
        paper.flow.fact(paper.flow.original(id.clone()), id)
    })
}

fn in_the_title(paper: &Paper<'_>) -> Option<Fact<String>> {
    let range = TITLE.captures(paper.flow.text())?.name("n")?.range();
    paper.flow.fact(paper.flow.original(range.clone()), range)
}

/// A number in a line that begins with something else: the first that is not said to be of another certificate.
fn in_line(paper: &Paper<'_>) -> Option<Fact<String>> {
    let text = paper.flow.text();
    INLINE.find_iter(text).find_map(|label| {
        if OTHER.is_match(&text[..label.start()]) {
            return None;
        }
        let end = text[label.end()..].find('\n').map_or(text.len(), |p| label.end() + p);
        let range = number(&text[label.end()..end])?;
        let range = label.end() + range.start..label.end() + range.end;
        paper.flow.fact(paper.flow.original(range.clone()), label.start()..range.end)
    })
}

/// The groups at the start of a text that make a number: at least one holds a digit.
fn number(text: &str) -> Option<Range<usize>> {
    let mut end = 0;
    let mut digits = false;
    let mut at = 0;
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', ';', '.', ')']);
        let has_digit = bare.contains(|c: char| c.is_ascii_digit());
        let short_capitals = bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_uppercase() || c == '-');
        let day = crate::recognise::dates::parse(bare).is_some();
        if !GROUP.is_match(bare) || NOT_PART.is_match(bare) || day || !(has_digit || short_capitals) {
            break;
        }
        digits |= has_digit;
        end = at + bare.len();
        at += word.len() + 1;
        if bare.len() < word.len() {
            break;
        }
    }
    (digits && end <= LONGEST).then_some(0..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_make_one_number_and_words_do_not() {
        for (text, expected) in [
            ("IS 712345", Some("IS 712345")),
            ("12 310 55443 TMS", Some("12 310 55443 TMS")),
            ("GB31/98765.00", Some("GB31/98765.00")),
            ("HA-2031-7 Issue date: May 4, 2031", Some("HA-2031-7")),
            ("1554433-2", Some("1554433-2")),
            ("see the schedule", None),
            ("ISSUED 2031", None),
            ("2031-05-04", None),
            ("C554433, valid", Some("C554433")),
        ] {
            assert_eq!(number(text).map(|r| &text[r]), expected, "number of: {text}");
        }
    }
}
