//! Makes text printable: composed letters, no control characters, nothing that no font draws.

use super::fonts::FontId;
use crate::typeset::Face;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization as _;

/// Gives the text as it is printed. Characters that neither our fonts nor those of the system that are used draw become `[U+XXXX]` and are added to `uncovered`.
/// New lines stay; every other white space becomes a space, a no-break space stays one.
pub(crate) fn printable(text: &str, face: Face, of_system: &[FontId], uncovered: &mut BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.nfc().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{a0}' | '\u{2007}' | '\u{202f}' => out.push('\u{a0}'),
            // The family has no minus sign; an en dash has its place and width.
            '\u{2212}' => out.push('–'),
            // Joiners shape letters, zero-width spaces allow a break; none of them prints anything.
            '\u{200b}'..='\u{200d}' | '\u{2060}' => out.push(character),
            _ if is_invisible(character) => {}
            _ if character.is_whitespace() => out.push(' '),
            '\u{2011}' => out.push(character),
            _ if FontId::that_draws(face, character, of_system).is_some() => out.push(character),
            _ => {
                uncovered.insert(character);
                write!(out, "[U+{:04X}]", u32::from(character)).expect("writing to a string does not fail");
            }
        }
    }
    out
}

/// Says whether a character only steers others. Those that turn the direction of writing could make a name on paper
/// read as another one.
fn is_invisible(character: char) -> bool {
    (character.is_control() && character != '\t')
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2061}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> (String, Vec<char>) {
        let mut uncovered = BTreeSet::new();
        let text = printable(text, Face::Regular, &[], &mut uncovered);
        (text, uncovered.into_iter().collect())
    }

    #[test]
    fn composes_and_keeps_lines() {
        assert_eq!(clean("Zu\u{308}rich\r\nBern\ta"), ("Zürich\nBern a".to_owned(), vec![]));
    }

    #[test]
    fn names_what_it_cannot_print() {
        let (text, uncovered) = clean("漢 → ok");
        assert_eq!(text, "[U+6F22] [U+2192] ok");
        assert_eq!(uncovered, ['→', '漢'], "each once, in order of code");
    }

    #[test]
    fn drops_what_would_turn_the_direction() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{0}").0, "abc");
    }
}
