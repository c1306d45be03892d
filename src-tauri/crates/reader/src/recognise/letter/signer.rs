//! The person who signed a bridge letter.
//!
//! **Reads** a person's name; the office alone is no name.
//! **Where**: the lines after the closing ("Sincerely"), `Name:` and `Signed by:` anywhere, else the part of `From:`
//! that stands before an office.
//! **Accepts** what [`person`] does.
//! **Refuses** the organization itself, teams, offices.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;

use crate::pattern::{Pattern, pattern};
use crate::recognise::{labels, names, person};
use crate::text::{Flow, Text};

/// Lines of a signature block.
const LINES: usize = 9;

static CLOSING: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:yours )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?|(?:kind|best|warm|with (?:best|kind))? ?regards|respectfully submitted|thank you|best|signed|for and on behalf of\b.*|on behalf of\b.*|authori[sz]ed signature|signature)\s*[,:.]?\s*$",
    )
});
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:print(?:ed)? )?name|signed(?: by)?|signatory|authori[sz]ed signatory|by|digitally signed by|electronically signed by)\s*:\s*",
    )
});
static FROM: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\W*from\s*:\s*"));

/// Reads the name.
pub(super) fn read(text: &Text<'_>, organization: Option<&str>) -> Option<Fact<String>> {
    let fits = |name: &String| organization.is_none_or(|o| names::stem(o) != names::stem(name));
    let labelled = labels::values(text, &LABEL, usize::MAX).into_iter().find_map(|value| {
        let end = value.text().find([',', '|']).unwrap_or(value.text().len());
        value.fact(person::name(&value.original(0..end)).filter(fits)?)
    });
    if labelled.is_some() {
        return labelled;
    }
    let signed = lines(text).into_iter().find_map(|at| {
        let flow = Flow::new(text, [at]);
        let end = flow.text().find([',', '|']).unwrap_or(flow.text().len());
        let name = person::name(&flow.original(0..end)).or_else(|| person::name(&flow.original(0..flow.text().len())));
        flow.fact(name.filter(fits)?, 0..flow.text().len())
    });
    signed.or_else(|| {
        labels::values(text, &FROM, 1).into_iter().find_map(|value| {
            let end = value.text().find([',', '|'])?;
            value.fact(person::name(&value.original(0..end)).filter(fits)?)
        })
    })
}

/// The lines after the closing.
fn lines(text: &Text<'_>) -> Vec<usize> {
    let closing = (0..text.lines().len()).rev().find(|at| CLOSING.is_match(&text.lines()[*at].text));
    // Of a closing in two lines ("Sincerely," and "For and on behalf of …") the block begins with the first.
    closing.map_or_else(Vec::new, |at| (at + 1..(at + 1 + LINES).min(text.lines().len())).collect())
}

/// The places of the lines after the closing in the flow of the whole letter, the closing itself included.
pub(super) fn block(text: &Text<'_>, flow: &Flow<'_>) -> Vec<Range<usize>> {
    let lines = lines(text);
    let Some(first) = lines.first().copied() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    for paragraph in flow.text().split('\n') {
        let range = at..at + paragraph.len();
        at = range.end + 1;
        if flow.line_at(range.start).is_some_and(|line| line + 1 >= first && lines.contains(&line)) {
            found.push(range);
        }
    }
    found
}
