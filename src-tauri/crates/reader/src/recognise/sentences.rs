//! The sentence around a place.
//!
//! **Reads** where a sentence begins and ends in a flow.
//! **Accepts** a full stop, a question or exclamation mark before a space and a capital or digit; the end of a paragraph.
//! **Refuses** the full stops of legal forms, titles and initials.

use std::ops::Range;

/// Short words whose full stop ends no sentence.
const SHORT: [&str; 17] = [
    "inc", "ltd", "corp", "co", "no", "mr", "ms", "mrs", "dr", "st", "pvt", "pte", "vs", "e.g", "i.e", "sec", "approx",
];

/// Gives the sentence that holds a place.
pub(crate) fn around(text: &str, place: &Range<usize>) -> Range<usize> {
    let from = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[place.end..].find('\n').map_or(text.len(), |at| place.end + at);
    let ends: Vec<usize> = ends(text, from..to);
    let start = ends.iter().rev().find(|at| **at <= place.start).copied().unwrap_or(from);
    let end = ends.iter().find(|at| **at >= place.end).copied().unwrap_or(to);
    let start = start + text[start..end].len() - text[start..end].trim_start().len();
    start..start + text[start..end].trim_end().len()
}

/// The places behind the sentences of a paragraph.
fn ends(text: &str, within: Range<usize>) -> Vec<usize> {
    let inside = &text[within.clone()];
    inside
        .char_indices()
        .filter(|(at, c)| {
            let rest = &inside[at + c.len_utf8()..];
            let next = rest.trim_start().chars().next();
            matches!(c, '.' | '?' | '!')
                && rest.starts_with(' ')
                && next.is_some_and(|n| n.is_uppercase() || n.is_ascii_digit() || !n.is_alphanumeric())
                && (*c != '.' || !is_short(&inside[..*at]))
        })
        .map(|(at, c)| within.start + at + c.len_utf8())
        .collect()
}

fn is_short(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '"']).next().unwrap_or_default().to_lowercase();
    word.chars().count() == 1 || SHORT.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_end() {
        let text =
            "First of all. Heron Inc. holds a report by J. Wren of St. Louis. It ends here!\nAnother one. And more";
        for (word, sentence) in [
            ("First", "First of all."),
            ("Wren", "Heron Inc. holds a report by J. Wren of St. Louis."),
            ("ends", "It ends here!"),
            ("Another", "Another one."),
            ("more", "And more"),
        ] {
            let at = text.find(word).expect("stands there");
            assert_eq!(&text[around(text, &(at..at + word.len()))], sentence, "around {word}");
        }
    }
}
