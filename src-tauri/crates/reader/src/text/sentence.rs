//! Sentences of a text.
//!
//! A full stop ends one where white space and a capital, a quote or a bracket follow, but not after a legal form before
//! a lower-case word, an abbreviation or an initial. A line feed always does: it divides paragraphs.

use crate::pattern::{Pattern, exact};
use std::ops::Range;
use std::sync::LazyLock;

static END: LazyLock<Pattern> = LazyLock::new(|| exact(r#"[.!?]["')\]]?\s+|\n"#));
static ABBREVIATION: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"(?:\b(?:[A-Z]|e\.g|i\.e|etc|cf|vs|viz|No|Nos|Inc|Corp|Co|Ltd|Pty|Pte|Pvt|St|Mr|Ms|Mrs|Dr|approx|incl|Sec|Fig)|\b[A-Z]\.[A-Z])\.$",
    )
});
/// What follows a company's legal form when the sentence goes on.
static NEW_SUBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:The|This|These|Those|Our|We|It|Its|In|Each|All|User|Users|Customers?|Clients?|Management|However|Accordingly|As|To|During|Controls?|Additionally|Such|Where|If|For)\b",
    )
});

/// Gives the ranges of the sentences of a text, without the white space between them.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in END.find_iter(text) {
        let (head, rest) = (&text[start..end.start()], &text[end.end()..]);
        let feed = end.as_str().contains('\n');
        if !feed {
            let opens = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"'([•●▪".contains(c));
            let short = ABBREVIATION.is_match(&text[start..=end.start()]);
            if !opens || (short && !NEW_SUBJECT.is_match(rest)) {
                continue;
            }
        }
        let stop = end.start() + if feed && end.as_str().starts_with('\n') { 0 } else { end.as_str().trim_end().len() };
        if !head.trim().is_empty() {
            found.push(trimmed(text, start..stop));
        }
        start = end.end();
    }
    if !text[start..].trim().is_empty() {
        found.push(trimmed(text, start..text.len()));
    }
    found
}

/// Gives the sentence that holds a place, or the sentences over which it reaches.
pub(crate) fn around(text: &str, place: &Range<usize>) -> Range<usize> {
    let from = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[place.end..].find('\n').map_or(text.len(), |at| place.end + at);
    let all = sentences(&text[from..to]);
    let start = all.iter().rev().find(|s| from + s.start <= place.start).map_or(from, |s| from + s.start);
    let end = all.iter().find(|s| from + s.end >= place.end).map_or(to, |s| from + s.end);
    start..end
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn a_full_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(split("One thing. Another (it is).\nA third"), ["One thing.", "Another (it is).", "A third"]);
        assert_eq!(split("It said \"no.\" Then it left."), ["It said \"no.\"", "Then it left."], "after a quote");
    }

    #[test]
    fn abbreviations_and_legal_forms_do_not() {
        assert_eq!(
            split("Heron, Inc. Cloud runs, e.g. Monday, at 3.5 units. Done."),
            ["Heron, Inc. Cloud runs, e.g. Monday, at 3.5 units.", "Done."]
        );
        assert_eq!(split("It uses Calder Bank, N.A. The bank pays."), ["It uses Calder Bank, N.A.", "The bank pays."]);
        assert_eq!(split("It uses Heron Ltd. It pays."), ["It uses Heron Ltd.", "It pays."], "a new subject");
    }

    #[test]
    fn nothing_is_lost_at_the_ends() {
        assert_eq!(split("  alone  "), ["alone"]);
        assert!(split("  \n ").is_empty(), "no words");
    }

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
