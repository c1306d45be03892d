//! Lines that are headings of a report's parts.
//!
//! **Reads** `Section III: Description of the System`, `SECTION 2` with its title below, and headings without a number
//! that say in the standards' words what follows: the service auditor's report, management's assertion, the
//! description of the system, tests of controls, other information (AT-C 205 and 320, ISAE 3402, `practice.md` §10).
//! **Where**: at the start of a paragraph, running heads included; tables of contents are for [`super::sections`].
//! **Accepts** Roman and Arabic numbers, capitals spaced out (the letters alone are compared), titles over several
//! lines.
//! **Refuses** sentences, the paragraphs' own headings inside an auditor's report ("Description of Tests of Controls"),
//! and headings in body type that nothing sets apart.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use super::heading_roles::{MOST_WORDS, of_description, of_section, role};
use super::legal_form;
use crate::pattern::{Pattern, exact, pattern};
use crate::text::Text;
use crate::text::normal::squeeze;

/// How much larger than the text a title is below a number that repeats.
const LARGE: f32 = 1.15;
/// Most lines over which one heading runs.
const MOST_LINES: usize = 4;
static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:section|part|chapter)\s*(?P<n>[ivx]{1,5}|\d{1,2}|one|two|three|four|five|six|seven)\b\s*(?P<sep>[-:.,|]*)\s*(?P<rest>.*)$",
    )
});
static PREFIX: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:(?:(?i:section|part|chapter|attachment|appendix|exhibit|annex)\s*)?(?:[IVX]{1,5}|[0-9]{1,2}|[A-H])\s*[-.:)]+\s*|(?i:attachment|appendix|exhibit|annex)\s+(?:[IVX]{1,5}|[0-9]{1,2}|[A-H])\s*)",
    )
});
/// A number that nothing divides from the title.
static BARE_NUMBER: LazyLock<Pattern> =
    LazyLock::new(|| exact(r"^(?:[IVX]{1,4}|[0-9]{1,2}) (?P<title>[A-Z][A-Za-z'-]*(?: .*)?)$"));
/// A letter or a whole number before the title of a section.
static LETTERED: LazyLock<Pattern> =
    LazyLock::new(|| exact(r"^(?:[A-H]|[IVX]{1,4}|[0-9]{1,2})(?: ?[.):-]) ?(?P<title>[A-Z][A-Za-z].*)$"));
/// An attachment with a title of its own.
static ATTACHED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(r"^(?i:attachment|appendix|exhibit|annex) (?:[IVX]{1,5}|[0-9]{1,2}|[A-H]) ?[-:.)] ?[A-Z][A-Za-z]")
});
/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Its lines.
    pub(crate) lines: RangeInclusive<usize>,
    /// Its number, where it is called a section or a part.
    pub(crate) number: Option<u32>,
    /// The words as they stand.
    pub(crate) title: String,
    /// What follows it.
    pub(crate) role: SectionRole,
    /// Whether type or place sets it apart from the body.
    pub(crate) set_apart: bool,
    /// Whether it is called an attachment.
    pub(crate) attached: bool,
}

/// Finds everything that could be a heading, tables of contents and running heads included.
pub(crate) fn find(text: &Text<'_>) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.lines().len() {
        match heading(text, at) {
            Some(heading) => {
                at = heading.lines.end() + 1;
                found.push(heading);
            }
            None => at += 1,
        }
    }
    found
}

fn heading(text: &Text<'_>, at: usize) -> Option<Heading> {
    let line = &text.lines()[at];
    if !(line.opens_paragraph || line.running) || line.text.len() > 200 {
        return None;
    }
    if let Some(captures) = NUMBERED.captures(&line.text)
        && let Some(number) = number(&captures["n"])
    {
        let rest = captures["rest"].trim();
        let divided = !captures["sep"].is_empty();
        // "Section 4 of this report", "Section III titled", "Section 3.1"
        if rest.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            || (rest.is_empty() && divided && line.text.ends_with('.'))
        {
            return None;
        }
        let end = end_of(text, at, rest.is_empty());
        let title = joined(text, at..=end);
        if title.split(' ').count() > MOST_WORDS || (is_sentence(&title) && !divided) {
            return None;
        }
        let bare = NUMBERED.captures(&title).map_or_else(String::new, |c| c["rest"].to_owned());
        // "Section II-B: …" is numbered twice.
        let role = of_section(&PREFIX.replace_all(&bare, ""));
        return Some(Heading {
            lines: at..=end,
            number: Some(number),
            title: as_printed(text, at..=end),
            role,
            set_apart: true,
            attached: false,
        });
    }
    if is_sentence(&line.text) {
        return None;
    }
    let whole = end_of(text, at, false);
    for end in [whole, at] {
        let title = joined(text, at..=end);
        if title.split(' ').count() > MOST_WORDS || is_sentence(&title) {
            continue;
        }
        let bare = PREFIX.replace_all(&title, "");
        let bare = BARE_NUMBER.captures(&bare).map_or(bare.to_string(), |c| c["title"].to_owned());
        let attached = ATTACHED.is_match(&title);
        // "D. Description of the Heron Cloud", whatever it is called.
        let large = line.size > text.body_size() * 1.08;
        let lettered = || LETTERED.captures(&title).filter(|_| large).map(|c| of_description(&c["title"]));
        let alone = large && bare.trim().eq_ignore_ascii_case("description");
        let described = || match lettered() {
            Some(SectionRole::Description) => Some(SectionRole::Description),
            _ => alone.then_some(SectionRole::Description),
        };
        if let Some(role) = role(&bare).or_else(described).or(attached.then_some(SectionRole::Other)) {
            let set_apart = is_set_apart(text, at);
            let title = as_printed(text, at..=end);
            return Some(Heading { lines: at..=end, number: None, title, role, set_apart, attached });
        }
    }
    None
}

/// The last line of the heading that begins at `at`: its paragraph, and the next one where the first is but a number.
fn end_of(text: &Text<'_>, at: usize, only_number: bool) -> usize {
    let lines = text.lines();
    let same = |next: usize| {
        let (a, b) = (&lines[at], &lines[next]);
        b.page == a.page && b.running == a.running && (b.size - a.size).abs() <= 0.08 * a.size && b.bold == a.bold
    };
    let runs_on = |from: usize| {
        let mut end = from;
        while end + 1 < lines.len()
            && end - at < MOST_LINES
            && same(end + 1)
            && !lines[end + 1].running
            && !lines[end + 1].opens_paragraph
        {
            end += 1;
        }
        end
    };
    let end = runs_on(at);
    if only_number && end == at {
        let next = at + 1;
        // What repeats at the head of every section with another number is its number: its title is larger than the text.
        let title_size = if lines[at].running { LARGE * text.body_size() } else { 0.0 };
        let title = lines.get(next).filter(|l| l.page == lines[at].page && !l.running && !is_sentence(&l.text));
        let title = title.filter(|l| l.size > title_size);
        if let Some(title) = title
            && title.rect.y0 - lines[at].rect.y1 < 4.0 * lines[at].size.max(title.size)
            && !NUMBERED.is_match(&title.text)
        {
            let mut end = next;
            while end + 1 < lines.len()
                && end - next < MOST_LINES
                && !lines[end + 1].opens_paragraph
                && lines[end + 1].page == title.page
            {
                end += 1;
            }
            return end;
        }
    }
    end
}

fn joined(text: &Text<'_>, lines: RangeInclusive<usize>) -> String {
    squeeze(&lines.map(|at| text.lines()[at].text.as_str()).collect::<Vec<_>>().join(" "))
}

fn as_printed(text: &Text<'_>, lines: RangeInclusive<usize>) -> String {
    let words = lines.flat_map(|at| {
        let line = &text.lines()[at];
        line.words.clone().map(|word| text.pages()[line.page].words[word].text.as_str())
    });
    squeeze(&words.collect::<Vec<_>>().join(" "))
}

/// Larger, bold, in capitals, centred, or first on its page.
fn is_set_apart(text: &Text<'_>, at: usize) -> bool {
    let line = &text.lines()[at];
    let page = &text.pages()[line.page];
    let capitals = line.text.chars().any(char::is_alphabetic) && !line.text.contains(char::is_lowercase);
    let middle = f32::midpoint(line.rect.x0, line.rect.x1);
    let centred = (middle - page.width / 2.0).abs() < 8.0 && line.rect.width() < page.width * 0.7;
    let first = text.lines_on(line.page).filter(|l| !text.lines()[*l].running).take(3).any(|l| l == at);
    line.size > text.body_size() * 1.08 || line.bold || capitals || centred || first
}

fn is_sentence(text: &str) -> bool {
    static COMPANY: LazyLock<Pattern> =
        LazyLock::new(|| exact(&format!(r"(?:{}|{})\.$", legal_form::CUT_SHORT.join("|"), legal_form::POINTED)));
    text.ends_with([';', ','])
        || (text.ends_with('.') && !COMPANY.is_match(text))
        || text.starts_with(char::is_lowercase)
}

fn number(text: &str) -> Option<u32> {
    const WORDS: [&str; 7] = ["one", "two", "three", "four", "five", "six", "seven"];
    let text = text.to_lowercase();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    if let Some(at) = WORDS.iter().position(|w| *w == text) {
        return Some(at as u32 + 1);
    }
    let values: Vec<i32> = text
        .chars()
        .map(|c| match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => 0,
        })
        .collect();
    let sum: i32 =
        values.iter().enumerate().map(|(at, v)| if values.get(at + 1).is_some_and(|n| n > v) { -v } else { *v }).sum();
    u32::try_from(sum).ok().filter(|n| (1..=30).contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_three_ways() {
        assert_eq!(["IV", "4", "four", "xii"].map(number), [Some(4), Some(4), Some(4), Some(12)], "numbers");
    }
}
