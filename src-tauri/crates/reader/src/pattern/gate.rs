//! What a text must hold before it is worth searching: words that a pattern cannot do without.
//!
//! Compiling a pattern takes longer than searching a report for it, and most patterns are of wordings that one report does
//! not use. So the words are read off the pattern as it is written, and a text that has none of them is passed over; a
//! pattern whose words stand nowhere is never compiled.

use memchr::{memchr, memchr2};

/// Words of fewer letters stand everywhere.
const SHORTEST: usize = 3;
/// More words than this are looked for in vain.
const MOST: usize = 24;
/// Letters from the commonest in English text to the rarest; what is no letter is rarer.
const COMMON: &[u8] = b"etaoinsrhldcumfpgwybvkxjqz";

/// One of these words stands in whatever a pattern finds, in any case of its letters; none where nothing is known.
#[derive(Debug)]
pub(super) struct Gate(Vec<Word>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// Small letters and digits.
    letters: String,
    /// Where its rarest letter is.
    rarest: usize,
}

impl Gate {
    /// Reads the words off a pattern as recognisers write it.
    pub(super) fn of(source: &str) -> Self {
        let mut rest = source;
        let words = branches(&mut rest).unwrap_or_default();
        Self(words.into_iter().map(Word::new).collect())
    }

    /// Tells whether a text may have what the pattern finds.
    pub(super) fn opens_for(&self, text: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|word| word.stands_in(text.as_bytes()))
    }
}

impl Word {
    fn new(letters: String) -> Self {
        let rank = |letter: &u8| COMMON.iter().position(|common| common == letter).unwrap_or(COMMON.len());
        let rarest = letters.bytes().enumerate().max_by_key(|(_, letter)| rank(letter)).map_or(0, |(at, _)| at);
        Self { letters, rarest }
    }

    fn stands_in(&self, text: &[u8]) -> bool {
        let letters = self.letters.as_bytes();
        let (small, capital) = (letters[self.rarest], letters[self.rarest].to_ascii_uppercase());
        let mut from = self.rarest;
        while let Some(rest) = text.get(from..) {
            let found = if small == capital { memchr(small, rest) } else { memchr2(small, capital, rest) };
            let Some(at) = found.map(|at| from + at) else { return false };
            let start = at - self.rarest;
            let Some(there) = text.get(start..start + letters.len()) else { return false };
            if there.eq_ignore_ascii_case(letters) {
                return true;
            }
            from = at + 1;
        }
        false
    }
}

/// The words of branches up to the end of their group: each branch needs some.
fn branches(rest: &mut &str) -> Option<Vec<String>> {
    let mut words = Some(Vec::new());
    loop {
        let branch = branch(rest);
        words = words.zip(branch).map(|(mut words, more)| {
            words.extend(more);
            words
        });
        match rest.strip_prefix('|') {
            Some(next) => *rest = next,
            None => return words.filter(|words| words.len() <= MOST),
        }
    }
}

/// The words of which one stands in whatever a branch finds: those of its most telling part.
fn branch(rest: &mut &str) -> Option<Vec<String>> {
    let mut best: Option<Vec<String>> = None;
    let mut run = String::new();
    while let Some(c) = rest.chars().next() {
        if matches!(c, '|' | ')') {
            break;
        }
        let letter = c.is_ascii_alphanumeric();
        let mut group = None;
        match c {
            '(' => {
                *rest = rest[1..].strip_prefix('?').map_or(&rest[1..], after_flags);
                group = branches(rest);
                *rest = rest.strip_prefix(')').unwrap_or(rest);
            }
            '[' => *rest = after_class(rest),
            '\\' => *rest = after_escape(rest),
            _ => *rest = &rest[c.len_utf8()..],
        }
        let (least, some) = repeat(rest);
        if letter && least > 0 {
            run.push(c.to_ascii_lowercase());
        }
        if !letter || some {
            best = better(best, std::mem::take(&mut run));
        }
        if let Some(group) = group.filter(|_| least > 0) {
            best = match best {
                Some(best) if worth(&best) >= worth(&group) => Some(best),
                _ => Some(group),
            };
        }
    }
    better(best, run)
}

/// How much words tell: the fewer and the longer, the more.
fn worth(words: &[String]) -> usize {
    let shortest = words.iter().map(String::len).min().unwrap_or_default();
    shortest * 4 - words.len().min(shortest * 4)
}

fn better(best: Option<Vec<String>>, run: String) -> Option<Vec<String>> {
    if run.len() < SHORTEST {
        return best;
    }
    match best {
        Some(best) if worth(&best) >= worth(std::slice::from_ref(&run)) => Some(best),
        _ => Some(vec![run]),
    }
}

/// Behind what stands between the question mark of a group and its first branch.
fn after_flags(rest: &str) -> &str {
    if let Some(name) = rest.strip_prefix("P<").or_else(|| rest.strip_prefix('<')) {
        return name.find('>').map_or("", |at| &name[at + 1..]);
    }
    match rest.find([':', ')']) {
        Some(at) if rest[at..].starts_with(':') => &rest[at + 1..],
        Some(at) => &rest[at..],
        None => "",
    }
}

/// Behind a class, in which others may stand.
fn after_class(rest: &str) -> &str {
    let mut depth = 0_usize;
    let mut characters = rest.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => {
                characters.next();
            }
            '[' => depth += 1,
            ']' => {
                depth -= 1;
                if depth == 0 {
                    return &rest[at + 1..];
                }
            }
            _ => {}
        }
    }
    ""
}

/// Behind an escape: one character, and the number or the kind of a character.
fn after_escape(rest: &str) -> &str {
    let mut characters = rest.chars();
    characters.next();
    let which = characters.next();
    let after = characters.as_str();
    match which {
        Some('p' | 'P' | 'u' | 'U' | 'x') if after.starts_with('{') => {
            after.find('}').map_or("", |at| &after[at + 1..])
        }
        Some('x') => after.get(2..).unwrap_or_default(),
        _ => after,
    }
}

/// How often at least what stands before comes, and whether anything says how often; what says so is left behind.
fn repeat(rest: &mut &str) -> (u32, bool) {
    let (least, after) = match rest.as_bytes().first() {
        Some(b'?' | b'*') => (0, &rest[1..]),
        Some(b'+') => (1, &rest[1..]),
        Some(b'{') => {
            let end = rest.find('}').map_or(rest.len(), |at| at + 1);
            let digits = rest[1..end].trim_end_matches(|c: char| !c.is_ascii_digit());
            (digits.split(',').next().and_then(|least| least.parse().ok()).unwrap_or(0), &rest[end..])
        }
        _ => return (1, false),
    };
    *rest = after.strip_prefix('?').unwrap_or(after);
    (least, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<String> {
        Gate::of(source).0.into_iter().map(|word| word.letters).collect()
    }

    #[test]
    fn words_that_must_stand_there_are_read_off() {
        for (source, expected) in [
            (r"\b(?:we have examined|in our opinion)\b", vec!["examined", "opinion"]),
            (r"sub-?service organi[sz]ations?", vec!["service"]),
            (r"^(?:table ?of ?)?contents$|^index$", vec!["contents", "index"]),
            (r"(?P<n>[ivx]{1,5}|\d{1,2}) (?:rest(?:ing)?)?", vec![]),
            (r"(?i:Inc|Ltd)\.? the[^.]{0,9}qualified", vec!["qualified"]),
            (r"\p{Lu}colou?rs?|\u{2019}days*", vec!["colo", "day"]),
            (r"(?:abcd){0,2}xyz", vec!["xyz"]),
            (r"(?:abcd){1,2}x", vec!["abcd"]),
            (r"abcde{2}f", vec!["abcde"]),
            (r"\x20and,\x20other", vec!["other"]),
            (r"(a|bcde)", vec![]),
            (r"[\]a-z]efg\[hij", vec!["efg"]),
            (r"[[a-z]&&[^x]]efgh", vec!["efgh"]),
        ] {
            assert_eq!(words(source), expected, "{source}");
        }
    }

    #[test]
    fn a_text_without_them_is_passed_over() {
        let gate = Gate::of(r"\b(?:carved?[- ]out|exempted)\b");
        for (text, open) in [("It was CARVED out", true), ("exempte", false), ("carve, Exempted", true), ("", false)] {
            assert_eq!(gate.opens_for(text), open, "{text}");
        }
        assert!(Gate::of(r"\d+").opens_for(""), "nothing is known");
    }
}
