//! Patterns as recognisers write them: a space stands for any white space, a line feed between paragraphs included,
//! and ` ?` for white space that may be missing.
//!
//! `\w`, `\d`, `\s` and `\b` mean Latin letters, the digits 0 to 9, the white space that text has here, and the end of
//! an ASCII word. Case that does not matter is that of ASCII letters. A dot and the complement of a class stand for one
//! byte: beside characters beyond ASCII they may count up to four times, and what is found is cut to whole characters.
//! In full Unicode all this takes longer to compile than a report takes to be searched ([`lean`]). Even so a pattern is
//! compiled only when a text comes that has the words which it cannot do without ([`gate`]).

mod found;
mod gate;
mod lean;

use std::sync::OnceLock;

use regex_automata::meta::{self, Regex};
use regex_automata::util::syntax;

use gate::Gate;
use lean::lean;

pub(crate) use found::{Captures, Match};

/// A pattern, compiled when it is first searched for in a text that may have it.
#[derive(Debug)]
pub(crate) struct Pattern {
    source: String,
    any_case: bool,
    spaced: bool,
    gate: Gate,
    /// Whether it only stands at the start of a text: then searching takes no longer than looking for its words.
    at_start: bool,
    compiled: OnceLock<Regex>,
}

/// Makes a pattern in which case does not matter.
pub(crate) fn pattern(source: &str) -> Pattern {
    Pattern::new(source, true, true)
}

/// Makes a pattern in which case matters.
pub(crate) fn exact(source: &str) -> Pattern {
    Pattern::new(source, false, true)
}

/// Makes a pattern for [`crate::text::normal::letters`]: small letters and digits, nothing between them.
pub(crate) fn of_letters(source: &str) -> Pattern {
    debug_assert!(source.is_ascii() && !source.contains(' '), "there is nothing else to find");
    Pattern::new(source, false, false)
}

impl Pattern {
    fn new(source: &str, any_case: bool, spaced: bool) -> Self {
        let (gate, at_start) = (Gate::of(source), source.starts_with('^'));
        let made = Self { source: source.to_owned(), any_case, spaced, gate, at_start, compiled: OnceLock::new() };
        // A mistake shows in every test that names the pattern, whatever text it gets.
        #[cfg(test)]
        drop(made.compile());
        made
    }

    /// The compiled pattern; `None` where the text cannot have it.
    fn regex(&self, text: &str) -> Option<&Regex> {
        let compiled = self.compiled.get();
        if (compiled.is_some() && self.at_start) || self.gate.opens_for(text) {
            return Some(self.compiled.get_or_init(|| self.compile()));
        }
        None
    }

    fn compile(&self) -> Regex {
        let source = if self.spaced {
            lean(&self.source.replace(" ?", r"\s*").replace(' ', r"\s+"))
        } else {
            self.source.replace(r"\d", "[0-9]").replace(r"\w", "[0-9a-z~]").replace('.', "[0-9a-z~]")
        };
        // The gate has looked for words already: reading off the engine's own takes a third of the time of compiling.
        let how = meta::Config::new()
            .auto_prefilter(false)
            .utf8_empty(false)
            .nfa_size_limit(Some(10 << 20))
            .hybrid_cache_capacity(2 << 20);
        let syntax = syntax::Config::new().unicode(false).utf8(false).case_insensitive(self.any_case);
        let built = meta::Builder::new().configure(how).syntax(syntax).build(&source);
        built.expect("patterns are constants and tested")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_not_compiled_for_texts_that_cannot_have_it() {
        let carved = pattern(r"\bcarved? out\b");
        assert!(!carved.is_match("It was included") && carved.compiled.get().is_none(), "nothing to search for");
        assert!(carved.is_match("It was Carved out") && carved.compiled.get().is_some(), "now there is");
        assert!(!carved.is_match("Carvedout"), "and the words alone do not suffice");
    }

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
