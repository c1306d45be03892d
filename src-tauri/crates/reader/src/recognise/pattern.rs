//! Patterns as recognisers write them: a space stands for any white space, a line feed between paragraphs included,
//! and ` ?` for white space that may be missing.

use regex::Regex;

/// Compiles a pattern in which case does not matter.
pub(crate) fn pattern(source: &str) -> Regex {
    exact(&format!("(?i){source}"))
}

/// Compiles a pattern in which case matters.
pub(crate) fn exact(source: &str) -> Regex {
    Regex::new(&source.replace(" ?", r"\s*").replace(' ', r"\s+")).expect("patterns are constants and tested")
}
