//! Patterns as the engine gets them: over bytes, in which every class is a few ranges of single bytes.
//!
//! The engine turns a class of Unicode characters into a small automaton over the bytes of UTF-8, and a repeat such as
//! `[^.]{0,90}` holds ninety copies of it, forwards and backwards. Over bytes each copy is one state. What of a pattern
//! cannot be said so stays in Unicode: a class with characters beyond ASCII, and the complement of a letter.

/// Letters, digits and the low line of ASCII, as they stand between brackets.
const ASCII: &str = "0-9A-Za-z_";
/// The Latin letters beyond ASCII, as characters: between brackets of a class that stays in Unicode.
const LATIN: &str = r"\u{C0}-\u{24F}\u{1E00}-\u{1EFF}";
/// The same as bytes, as further branches beside a class.
const LATIN_BYTES: &str = r"[\xC3-\xC8][\x80-\xBF]|\xC9[\x80-\x8F]|\xE1[\xB8-\xBB][\x80-\xBF]";
/// White space: pages are joined with spaces and line feeds.
const SPACE: &str = r"\t-\r ";

/// Writes the classes of a pattern out.
pub(super) fn lean(source: &str) -> String {
    let mut lean = String::with_capacity(source.len() * 2);
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => escape(rest, &mut lean),
            '[' => class(rest, &mut lean),
            _ => {
                lean.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    lean
}

/// Writes an escape outside of brackets; gives its length.
fn escape(rest: &str, lean: &mut String) -> usize {
    let mut characters = rest.char_indices().skip(1);
    let (Some((_, which)), end) = (characters.next(), characters.next().map_or(rest.len(), |(at, _)| at)) else {
        lean.push('\\');
        return 1;
    };
    match which {
        'w' => lean.extend(["(?:[", ASCII, "]|", LATIN_BYTES, ")"]),
        'W' => lean.extend(["(?u:[^", ASCII, LATIN, "])"]),
        'd' => lean.push_str("[0-9]"),
        's' => lean.extend(["[", SPACE, "]"]),
        'S' => lean.extend(["[^", SPACE, "]"]),
        'p' | 'P' => {
            let end = rest.find('}').map_or(end, |at| at + 1);
            lean.extend(["(?u:", &rest[..end], ")"]);
            return end;
        }
        _ => lean.push_str(&rest[..end]),
    }
    end
}

/// Writes what stands between brackets, and these; gives its length.
fn class(rest: &str, lean: &mut String) -> usize {
    let negated = rest[1..].starts_with('^');
    let start = if negated { 2 } else { 1 };
    let (mut members, mut letters, mut unicode) = (String::new(), false, true);
    let mut end = rest.len();
    let mut characters = rest[start..].char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            ']' => {
                end = start + at + 1;
                unicode = names_characters(&rest[..end]);
                break;
            }
            '\\' => match characters.next().map(|(_, which)| which) {
                Some('w') => letters = true,
                Some('d') => members.push_str("0-9"),
                Some('s') => members.push_str(SPACE),
                Some('S') => members.extend(["[^", SPACE, "]"]),
                Some('W') => {
                    members.extend(["[^", ASCII, LATIN, "]"]);
                    letters = false;
                    unicode = true;
                }
                which => {
                    members.push('\\');
                    members.extend(which);
                }
            },
            _ => members.push(c),
        }
    }
    unicode |= members.contains(LATIN);
    match (negated, letters, unicode) {
        (false, true, false) => lean.extend(["(?:[", ASCII, &members, "]|", LATIN_BYTES, ")"]),
        (false, false, false) => lean.extend(["[", &members, "]"]),
        (true, false, false) => lean.extend(["[^", &members, "]"]),
        (_, letters, _) => {
            let (not, [ascii, latin]) =
                (if negated { "^" } else { "" }, if letters { [ASCII, LATIN] } else { [""; 2] });
            lean.extend(["(?u:[", not, ascii, latin, &members, "])"]);
        }
    }
    end
}

/// Whether a class names characters beyond ASCII, as they are or by number or kind.
fn names_characters(class: &str) -> bool {
    !class.is_ascii() || [r"\u", r"\U", r"\x{", r"\p", r"\P"].iter().any(|escape| class.contains(escape))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_written_out_where_they_stand() {
        assert_eq!(lean(r"\d[\d.]\\d"), r"[0-9][0-9.]\\d", "a backslash of its own is none");
        assert_eq!(lean(r"[^\s\]]\b"), r"[^\t-\r \]]\b", "an escaped bracket does not end the class");
        assert_eq!(lean(r"[\w&-]+x"), format!("(?:[{ASCII}&-]|{LATIN_BYTES})+x"), "letters become branches");
        assert_eq!(lean(r"\(\w"), format!(r"\((?:[{ASCII}]|{LATIN_BYTES})"), "an escaped bracket opens nothing");
    }

    #[test]
    fn what_is_not_ascii_stays_in_unicode() {
        assert_eq!(lean(r"[•.]\p{Lu}+"), r"(?u:[•.])(?u:\p{Lu})+");
        assert_eq!(lean(r"[^\w]\W"), format!("(?u:[^{ASCII}{LATIN}])(?u:[^{ASCII}{LATIN}])"));
        assert_eq!(lean(r"[\u{2013}-]x[.–]['\x{2019}]"), r"(?u:[\u{2013}-])x(?u:[.–])(?u:['\x{2019}])");
        assert_eq!(lean(r"\S[\W_]"), format!(r"[^\t-\r ](?u:[[^{ASCII}{LATIN}]_])"));
    }
}
