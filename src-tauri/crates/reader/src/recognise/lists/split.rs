//! Where one paragraph or one sentence holds several things to do.

use std::ops::Range;
use std::sync::LazyLock;

use crate::pattern::{Pattern, exact, pattern};
use crate::text::sentence::sentences;

static MARKS: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"(?:^|\s)[•·∙⁃⮚\u{25A0}-\u{25FF}\u{2700}-\u{27BF}\u{E000}-\u{F8FF}]\s*|(?:^|\n)(?:-|o|\(?(?:\d{1,2}|[a-h])[.)])\s+",
    )
});
static FRAGMENT: LazyLock<Pattern> = LazyLock::new(|| pattern(r";(?: and| or)? "));
static ENUMERATED: LazyLock<Pattern> = LazyLock::new(|| exact(r"(?:^| )\((?:[ivx]{1,4}|[a-h]|[1-9])\) "));
/// Fewest words of an item that nothing but a semicolon divides from the next.
const FEWEST_WORDS: usize = 3;
/// How the items of a sentence are numbered, in order.
const ORDER: [[&str; 3]; 8] = [
    ["i", "a", "1"],
    ["ii", "b", "2"],
    ["iii", "c", "3"],
    ["iv", "d", "4"],
    ["v", "e", "5"],
    ["vi", "f", "6"],
    ["vii", "g", "7"],
    ["viii", "h", "8"],
];
static GLUED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"[a-z](?P<next>(?:The |Each )?(?:[Uu]ser [Ee]ntit(?:y|ies)|User [Oo]rgani[sz]ations?) (?:is|are|should|must)\b)",
    )
});

/// Items with bullets or numbers before them; `None` where there is no such mark.
pub(super) fn split_marked(words: &str) -> Option<Vec<Range<usize>>> {
    let marks: Vec<Range<usize>> = MARKS.find_iter(words).map(|m| m.range()).collect();
    let first = marks.first()?;
    let head = words[..first.start].trim();
    let mut parts = Vec::new();
    if !head.is_empty() && !head.ends_with(':') && head.split(' ').count() > 6 {
        parts.push(0..first.start);
    }
    let ends = marks.iter().skip(1).map(|m| m.start).chain([words.len()]);
    parts.extend(marks.iter().zip(ends).map(|(mark, end)| mark.end..end));
    Some(parts)
}

/// Items that end in semicolons, or in full stops.
pub(super) fn split_fragments(words: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for range in sentences(words) {
        let mut start = range.start;
        for end in FRAGMENT.find_iter(&words[range.clone()]) {
            parts.push(start..range.start + end.end());
            start = range.start + end.end();
        }
        parts.push(start..range.end);
    }
    parts.retain(|r| !words[r.clone()].trim().is_empty());
    parts
}

/// "Customers should (i) protect their keys; (ii) validate files; and (iii) tell of leavers" are three.
pub(super) fn split_enumerated(sentence: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let marks: Vec<Range<usize>> = ENUMERATED.find_iter(sentence).map(|m| m.range()).collect();
    let in_order = marks.iter().zip(ORDER).all(|(mark, names)| {
        let name = sentence[mark.clone()].trim_matches(|c: char| !c.is_ascii_alphanumeric());
        names.contains(&name)
    });
    if !(2..=ORDER.len()).contains(&marks.len()) || !in_order {
        return split_listed(sentence, range);
    }
    let ends = marks.iter().skip(1).map(|m| m.start).chain([sentence.len()]);
    marks.iter().zip(ends).map(|(mark, end)| range.start + mark.end..range.start + end).collect()
}

/// The head and the items of a sentence that lists behind its colon: "Heron is expected to operate the following controls:
/// halls are locked; and power has a second supply" are two. Where it ends in a semicolon, the list goes on behind it. `None` where it does not list.
pub(super) fn listed(sentence: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let colon = sentence.find(": ")?;
    let (head, start) = (0..colon + 1, colon + 2);
    let numbered = split_enumerated(&sentence[colon + 1..], colon + 1..sentence.len());
    if numbered.len() > 1 {
        return Some((head, numbered));
    }
    let ends = FRAGMENT.find_iter(&sentence[start..]).map(|m| start + m.end());
    let bounds: Vec<usize> = [start].into_iter().chain(ends).chain([sentence.len()]).collect();
    let items: Vec<Range<usize>> = bounds.windows(2).map(|pair| pair[0]..pair[1]).collect();
    let sayings = items.iter().all(|item| sentence[item.clone()].split_whitespace().count() >= FEWEST_WORDS);
    let several = items.len() > 1 || sentence.trim_end().ends_with(';');
    (several && sayings).then_some((head, items))
}

/// "Clients should ensure that: files are complete; leavers are reported; access is limited" are three: the marks of the
/// list were drawn and not written.
fn split_listed(sentence: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let Some(colon) = sentence.find(": ") else { return vec![range] };
    let start = colon + 2;
    let ends: Vec<usize> = FRAGMENT.find_iter(&sentence[start..]).map(|m| start + m.end()).collect();
    if ends.len() < 2 {
        return vec![range];
    }
    let starts = [start].into_iter().chain(ends.iter().copied());
    let ends = ends.iter().copied().chain([sentence.len()]);
    starts.zip(ends).map(|(from, to)| range.start + from..range.start + to).collect()
}

/// Where a typesetter lost the end of a line, two duties stand in one sentence.
pub(super) fn split_glued(words: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    for range in sentences {
        let mut start = range.start;
        for glued in GLUED.captures_iter(&words[range.clone()]) {
            if let Some(next) = glued.name("next") {
                parts.push(start..range.start + next.start());
                start = range.start + next.start();
            }
        }
        parts.push(start..range.end);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(sentence: &str) -> Vec<&str> {
        listed(sentence)
            .map_or_else(Vec::new, |(_, items)| items.into_iter().map(|item| sentence[item].trim()).collect())
    }

    #[test]
    fn a_sentence_lists_behind_its_colon() {
        assert_eq!(
            items("Heron keeps to this: halls are locked; and power is doubled."),
            ["halls are locked; and", "power is doubled."]
        );
        assert_eq!(
            items("Heron is to: (i) lock its halls; (ii) double its power."),
            ["lock its halls;", "double its power."]
        );
        assert_eq!(items("Heron is to: lock its halls;"), ["lock its halls;"], "the list goes on behind it");
        assert!(items("Heron has one duty: it locks its halls.").is_empty(), "nothing divides items");
        assert!(items("Heron has many: halls; power; people.").is_empty(), "words are no items");
    }
}
