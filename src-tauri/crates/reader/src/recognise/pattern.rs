//! Patterns as recognisers write them: a space stands for any white space, a line feed between paragraphs included,
//! and ` ?` for white space that may be missing.
//!
//! `\w`, `\d`, `\s` and `\b` mean Latin letters, the digits 0 to 9, the white space that text has here, and the end of
//! an ASCII word. In full Unicode each of them is hundreds of ranges, which takes longer to compile than a report takes
//! to be searched, and a word boundary on text that is not ASCII makes the search itself many times slower.

use regex::Regex;

/// Letters, digits and the low line, as they stand between brackets.
const WORD: &str = r"0-9A-Za-z_\u{C0}-\u{24F}\u{1E00}-\u{1EFF}";
/// White space: pages are joined with spaces and line feeds.
const SPACE: &str = r"\t-\r ";

/// Compiles a pattern in which case does not matter.
pub(crate) fn pattern(source: &str) -> Regex {
    exact(&format!("(?i){source}"))
}

/// Compiles a pattern in which case matters.
pub(crate) fn exact(source: &str) -> Regex {
    let spaced = source.replace(" ?", r"\s*").replace(' ', r"\s+");
    Regex::new(&lean(&spaced)).expect("patterns are constants and tested")
}

/// Compiles a pattern for [`crate::text::normal::letters`]: small letters and digits, nothing between them.
pub(crate) fn of_letters(source: &str) -> Regex {
    debug_assert!(source.is_ascii() && !source.contains(' '), "there is nothing else to find");
    Regex::new(&source.replace(r"\d", "[0-9]").replace(r"\w", "[0-9a-z~]").replace('.', "[0-9a-z~]"))
        .expect("patterns are constants and tested")
}

/// Writes the classes of a pattern out.
fn lean(source: &str) -> String {
    let mut lean = String::with_capacity(source.len() * 2);
    let mut characters = source.chars();
    let mut within = false;
    while let Some(c) = characters.next() {
        match c {
            '[' if !within => within = true,
            ']' if within => within = false,
            _ => {}
        }
        if c != '\\' {
            lean.push(c);
            continue;
        }
        let class = characters.next();
        let (members, not) = match class {
            Some('w') => (WORD, false),
            Some('W') => (WORD, true),
            Some('d') => ("0-9", false),
            Some('s') => (SPACE, false),
            Some('S') => (SPACE, true),
            Some('b') if !within => {
                lean.push_str(r"(?-u:\b)");
                continue;
            }
            other => {
                lean.push('\\');
                lean.extend(other);
                continue;
            }
        };
        match (within, not) {
            (true, false) => lean.push_str(members),
            (_, true) => lean.extend(["[^", members, "]"]),
            (false, false) => lean.extend(["[", members, "]"]),
        }
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_written_out_where_they_stand() {
        assert_eq!(lean(r"\d[\d.]\\d"), r"[0-9][0-9.]\\d", "a backslash of its own is none");
        assert_eq!(lean(r"[^\s\]]\b"), r"[^\t-\r \]](?-u:\b)", "an escaped bracket does not end the class");
        assert_eq!(lean(r"\S[\W_]"), format!(r"[^\t-\r ][[^{WORD}]_]"));
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
        assert!(pattern(r"\bsoc ?2\b").is_match("(SOC2)"), "case does not matter, nor does a missing space");
        assert!(!pattern(r"\bsoc\b").is_match("social"), "a word is whole");
    }
}
