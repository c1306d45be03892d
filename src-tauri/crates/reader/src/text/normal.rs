//! One spelling for characters that typesetters vary, so that a pattern need not know them.

/// Gives the plain form of a character: straight quotes, one dash, one space. Always one character for one, so that
/// a place in plain text is a place in the words as they stand.
pub(crate) const fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{02BC}' | '\u{00B4}' | '\u{2032}' | '`' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{00AB}' | '\u{00BB}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '\u{00AE}' | '\u{2122}' | '\u{2120}' | '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}' => ' ',
        other => other,
    }
}

/// Gives the letters and digits alone, in lower case: what is left of a heading when capitals are spaced out.
pub(crate) fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Gives the letters and digits of a heading as [`squash`] does, with a tilde for each beyond ASCII: patterns for it know
/// that every character is one byte, which makes them compile in a fraction of the time.
pub(crate) fn letters(heading: &str) -> String {
    let lower = heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    lower.map(|c| if c.is_ascii() { c } else { '~' }).collect()
}

/// Squeezes every run of white space to one space.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_in_spaced_capitals_is_the_same_as_in_words() {
        assert_eq!(
            squash("I NDEPENDENT  S ERVICE A UDITOR’S"),
            squash("Independent Service Auditor's"),
            "letters only"
        );
    }

    #[test]
    fn what_is_beyond_ascii_has_its_place_among_letters() {
        assert_eq!(letters("Bäcker’s\u{a0}System 2"), "b~ckerssystem2");
    }

    #[test]
    fn typesetters_marks_become_plain_ones() {
        let text: String = "“A’s” – b\u{a0}c".chars().map(plain).collect();
        assert_eq!(text, "\"A's\" - b c", "quotes, dash and space have one form");
    }
}
