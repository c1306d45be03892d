//! Patterns as recognisers write them: a space stands for any white space, a line feed between paragraphs included,
//! and ` ?` for white space that may be missing.
//!
//! `\w`, `\d`, `\s` and `\b` mean Latin letters, the digits 0 to 9, the white space that text has here, and the end of
//! an ASCII word. Case that does not matter is that of ASCII letters. A dot and the complement of a class stand for one
//! byte: beside characters beyond ASCII they may count up to four times, and what is found is cut to whole characters.
//! In full Unicode all this takes longer to compile than a report takes to be searched ([`lean`]).

mod found;
mod lean;

use regex::bytes::{Regex, RegexBuilder};

pub(crate) use found::{Captures, Match};
use lean::lean;

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern(Regex);

/// Compiles a pattern in which case does not matter.
pub(crate) fn pattern(source: &str) -> Pattern {
    spaced(source, true)
}

/// Compiles a pattern in which case matters.
pub(crate) fn exact(source: &str) -> Pattern {
    spaced(source, false)
}

/// Compiles a pattern for [`crate::text::normal::letters`]: small letters and digits, nothing between them.
pub(crate) fn of_letters(source: &str) -> Pattern {
    debug_assert!(source.is_ascii() && !source.contains(' '), "there is nothing else to find");
    compile(&source.replace(r"\d", "[0-9]").replace(r"\w", "[0-9a-z~]").replace('.', "[0-9a-z~]"), false)
}

fn spaced(source: &str, any_case: bool) -> Pattern {
    compile(&lean(&source.replace(" ?", r"\s*").replace(' ', r"\s+")), any_case)
}

fn compile(source: &str, any_case: bool) -> Pattern {
    let built = RegexBuilder::new(source).unicode(false).case_insensitive(any_case).build();
    Pattern(built.expect("patterns are constants and tested"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn among_letters_a_dot_is_one_of_them() {
        let heading = of_letters(r"^.{2,8}sdescriptionof\w*$");
        assert!(heading.is_match("b~ckersdescriptionofit") && !heading.is_match("asdescriptionofit"));
    }

    #[test]
    fn words_and_spaces_are_found_as_before() {
        let words = exact(r"^\w+(?: [\w&-]+)*$");
        for text in ["Soci\u{E9}t\u{E9} G\u{E9}n\u{E9}rale", "Heron\nLtd", "H\u{E0} N\u{1ED9}i 2"] {
            assert!(words.is_match(text), "{text}");
        }
        assert!(!words.is_match("Heron, Ltd"), "a comma is no word");
        assert!(!words.is_match("Heron \u{2013} Ltd"), "nor is a dash");
        assert!(pattern(r"\bsoc ?2\b").is_match("(SOC2)"), "case does not matter, nor does a missing space");
        assert!(!pattern(r"\bsoc\b").is_match("social"), "a word is whole");
    }
}
