//! What a pattern finds, as text: places in it are always between whole characters.

use std::borrow::Cow;
use std::ops::{Index, Range};

use regex_automata::util::captures;

use super::Pattern;

/// A place that was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

/// A place that was found, with its parts.
#[derive(Debug)]
pub(crate) struct Captures<'t> {
    text: &'t str,
    found: captures::Captures,
}

impl Pattern {
    /// Tells whether the text has it.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex(text).is_some_and(|regex| regex.is_match(text.as_bytes()))
    }

    /// Finds the first place.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex(text)?.find(text.as_bytes()).map(|found| Match::new(text, found.range()))
    }

    /// Finds all places, none of which overlap.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let found = self.regex(text).into_iter().flat_map(|regex| regex.find_iter(text.as_bytes()));
        found.map(move |found| Match::new(text, found.range()))
    }

    /// Finds the first place with its parts.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let regex = self.regex(text)?;
        let mut found = regex.create_captures();
        regex.captures(text.as_bytes(), &mut found);
        found.is_match().then_some(Captures { text, found })
    }

    /// Finds all places with their parts.
    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let found = self.regex(text).into_iter().flat_map(|regex| regex.captures_iter(text.as_bytes()));
        found.map(move |found| Captures { text, found })
    }

    /// Puts other words where it is found.
    pub(crate) fn replace_all<'t>(&self, text: &'t str, with: &str) -> Cow<'t, str> {
        let mut places = self.find_iter(text).peekable();
        if places.peek().is_none() {
            return Cow::Borrowed(text);
        }
        let (mut replaced, mut at) = (String::with_capacity(text.len()), 0);
        for place in places {
            replaced.push_str(&text[at..place.start]);
            replaced.push_str(with);
            at = place.end;
        }
        replaced.push_str(&text[at..]);
        Cow::Owned(replaced)
    }
}

impl<'t> Match<'t> {
    /// Takes a place of bytes; one that begins or ends within a character leaves this out.
    fn new(text: &'t str, bytes: Range<usize>) -> Self {
        let start = text.ceil_char_boundary(bytes.start);
        Self { text, start, end: text.floor_char_boundary(bytes.end).max(start) }
    }

    /// Where it begins, in bytes of the text.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// Where it ends, in bytes of the text.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Where it stands, in bytes of the text.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// How many bytes it has.
    pub(crate) fn len(&self) -> usize {
        self.end - self.start
    }

    /// Its words.
    pub(crate) fn as_str(&self) -> &'t str {
        &self.text[self.range()]
    }
}

impl<'t> Captures<'t> {
    /// The part with this number; the whole has number 0.
    pub(crate) fn get(&self, number: usize) -> Option<Match<'t>> {
        self.found.get_group(number).map(|found| Match::new(self.text, found.range()))
    }

    /// The part with this name, if it was found.
    pub(crate) fn name(&self, name: &str) -> Option<Match<'t>> {
        self.found.get_group_by_name(name).map(|found| Match::new(self.text, found.range()))
    }
}

impl Index<usize> for Captures<'_> {
    type Output = str;

    fn index(&self, number: usize) -> &str {
        self.get(number).expect("the pattern has this part").as_str()
    }
}

impl Index<&str> for Captures<'_> {
    type Output = str;

    fn index(&self, name: &str) -> &str {
        self.name(name).expect("the pattern has this part").as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{exact, pattern};

    #[test]
    fn what_is_found_ends_between_characters() {
        let text = "a\u{201C}b\u{E9}\u{E9}\u{E9}";
        let bounded = exact(r"b(?P<rest>[^.]{0,3})");
        let found = bounded.captures(text).expect("it is there");
        assert_eq!(&found["rest"], "\u{E9}", "half a character is left out");
        assert_eq!(found.get(0).expect("the whole").as_str(), "b\u{E9}");
        let behind = exact(r"[^a](?P<name>[^.]*)").captures(text).expect("it is there");
        assert_eq!(&behind["name"], "b\u{E9}\u{E9}\u{E9}", "a part that begins within a character begins behind it");
        assert!(exact(r"\u{2019}x").find(text).is_none());
    }

    #[test]
    fn words_are_replaced_wherever_they_stand() {
        let no = pattern(r"\bno exceptions?\b");
        assert_eq!(no.replace_all("No exceptions. One, no exception", "-"), "-. One, -");
        assert_eq!(no.replace_all("all", "-"), "all");
    }
}
