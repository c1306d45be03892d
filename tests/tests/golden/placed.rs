//! Finds texts among the words that the reader takes from a page.

use countersign_reader::{extraction::Extraction, page::Word};
use std::cell::Cell;

/// The words of a file with where they stand: a text in a column is not one row of words.
pub(crate) struct Placed<'r> {
    pages: Vec<&'r [Word]>,
    /// All words without space between them.
    all: String,
    /// The page on which the last text was found: what is asked for in the order of the paper is found at once.
    last: Cell<usize>,
}

/// How many words further on the next word of a text is looked for: so many stand between two lines of a cell.
const NEAR: usize = 150;

impl<'r> Placed<'r> {
    pub(crate) fn of(read: &'r Extraction) -> Self {
        let pages: Vec<&[Word]> = read.pages.iter().map(|page| page.words.as_slice()).collect();
        let all = pages.iter().flat_map(|words| words.iter()).map(|word| word.text.as_str()).collect();
        Self { pages, all, last: Cell::new(0) }
    }

    /// All words without space between them.
    pub(crate) fn all(&self) -> &str {
        &self.all
    }

    /// Whether the words of a text follow each other in the order of the paper, or on a line and on lines below each other. A long
    /// word may be broken.
    pub(crate) fn hold(&self, text: &str) -> bool {
        let text: String = text.split_whitespace().collect();
        if self.all.contains(&text) {
            return true;
        }
        let last = self.last.get();
        let order = (last..self.pages.len()).chain(0..last);
        let found = order.into_iter().find(|page| {
            let words = self.pages[*page];
            let begins = |at: &usize| text.starts_with(words[*at].text.as_str());
            (0..words.len()).filter(begins).any(|first| goes_on(words, first, &text))
        });
        self.last.set(found.unwrap_or(last));
        found.is_some()
    }
}

fn goes_on(words: &[Word], first: usize, text: &str) -> bool {
    let (mut at, mut left) = (first, &text[words[first].text.len()..]);
    while !left.is_empty() {
        let before = &words[at].rect;
        // The last word may have a comma that is not of the text.
        let fits = |word: &Word| left.starts_with(word.text.as_str()) || word.text.starts_with(left);
        let beside = |next: &usize| {
            let word = &words[*next];
            let gap = word.rect.x0 - before.x1;
            (word.rect.y1 - before.y1).abs() < 4.0 && (-1.0..9.0).contains(&gap) && fits(word)
        };
        let below = |next: &usize| {
            let word = &words[*next];
            let down = word.rect.y1 - before.y1;
            (5.0..24.0).contains(&down) && word.rect.x0 <= words[first].rect.x0 + 2.0 && fits(word)
        };
        let near = || at + 1..words.len().min(at + NEAR);
        let next = near().find(beside).or_else(|| near().filter(below).max_by_key(|next| words[*next].text.len()));
        let Some(next) = next else { return false };
        (at, left) = (next, left.get(words[next].text.len()..).unwrap_or_default());
    }
    true
}
