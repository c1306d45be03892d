//! Which characters a word is made of.

use compact_str::{CompactString, ToCompactString as _};
use unicode_normalization::UnicodeNormalization;

/// Cleans the text of one glyph. `None` if nothing of it is text; a single space if it is white space.
pub(super) fn clean(text: &str) -> Option<CompactString> {
    if let [letter] = text.as_bytes()
        && letter.is_ascii_graphic()
    {
        return Some(text.to_compact_string());
    }
    let kept: CompactString = text.chars().filter(|c| !is_dropped(*c)).flat_map(replacement).collect();
    if kept.is_empty() {
        return None;
    }
    let trimmed = kept.trim();
    Some(if trimmed.is_empty() { " ".to_compact_string() } else { trimmed.to_compact_string() })
}

/// Ends a word: composes accents, and drops soft hyphens. A soft hyphen at the end is the one that is printed at the
/// end of a line.
pub(super) fn finish(word: CompactString) -> CompactString {
    if word.is_ascii() {
        return word;
    }
    let mut text: CompactString =
        word.trim_end_matches(SOFT_HYPHEN).chars().filter(|c| *c != SOFT_HYPHEN).nfc().collect();
    if word.ends_with(SOFT_HYPHEN) {
        text.push('-');
    }
    text
}

const SOFT_HYPHEN: char = '\u{AD}';

/// Marks that are not text: bidi controls, joiners, invisible operators, tags and control characters.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{61C}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
        || (c.is_control() && !c.is_whitespace())
}

/// The characters that stand for one character. Only forms that exist for the sake of typesetting are taken apart:
/// ligatures, full-width and presentation forms. Superscripts and signs such as ™ carry meaning and stay.
fn replacement(c: char) -> impl Iterator<Item = char> {
    let single = |c| (Some(c), None);
    let (own, compatible) = match c {
        c if c.is_whitespace() => single(' '),
        // Hyphens that only differ in where a line may break.
        '\u{2010}' | '\u{2011}' => single('-'),
        // The usual bullets of symbol fonts that word processors set in the private use area.
        '\u{F0B7}' | '\u{F09F}' => single('•'),
        '\u{F0A7}' | '\u{F06E}' => single('▪'),
        '\u{F0D8}' => single('➢'),
        '\u{F0FC}' => single('✓'),
        '\u{F0FE}' => single('☑'),
        '\u{F0A8}' => single('□'),
        '\u{F0E0}' => single('→'),
        '\u{FB00}'..='\u{FDFF}'
        | '\u{FE30}'..='\u{FEFE}'
        | '\u{FF00}'..='\u{FFEF}'
        | '\u{1D400}'..='\u{1D7FF}'
        | '\u{2F00}'..='\u{2FDF}'
        | '\u{132}'..='\u{133}'
        | '\u{1C4}'..='\u{1CC}' => (None, Some(c)),
        c => single(c),
    };
    own.into_iter().chain(compatible.into_iter().flat_map(|c| std::iter::once(c).nfkc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typesetting_is_undone_and_meaning_kept() {
        for (from, to) in
            [("ﬁ", "fi"), ("ﬄ", "ffl"), ("Ａ", "A"), ("™", "™"), ("²", "²"), ("®", "®"), ("\u{F0B7}", "•")]
        {
            assert_eq!(clean(from).as_deref(), Some(to), "{from:?}");
        }
        assert_eq!(clean("\u{202D}"), None, "a bidi control is no text");
        assert_eq!(clean("\u{A0}").as_deref(), Some(" "), "every kind of space is a space");
    }

    #[test]
    fn soft_hyphens_go_unless_they_are_printed() {
        assert_eq!(finish("in\u{AD}for\u{AD}mation".into()), "information", "inside a word nothing is printed");
        assert_eq!(finish("infor\u{AD}".into()), "infor-", "at the end a hyphen is printed");
        assert_eq!(finish("e\u{301}".into()), "é", "accents painted over a letter belong to it");
    }
}
