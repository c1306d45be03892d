//! Answers on short texts that come again and again: the heads of a table on each page, "No exceptions noted." in each row.
//!
//! A report of 300 pages asks some thousand times what a handful of them say, and each time a dozen patterns would be searched
//! for. Only answers that depend on nothing but the text may be kept. Each thread keeps its own.

use std::collections::HashMap;

/// Longest text that is kept, in bytes: longer ones hardly ever come again.
const LONGEST: usize = 64;
/// Most texts that a thread keeps of one question.
const MOST: usize = 512;

/// The answers to one question.
#[derive(Debug)]
pub(crate) struct Remembered<A>(HashMap<String, A>);

impl<A: Copy> Remembered<A> {
    /// Keeps nothing yet.
    pub(crate) fn new() -> Self {
        Self(HashMap::new())
    }

    /// Gives the answer that is kept for a text.
    pub(crate) fn get(&self, text: &str) -> Option<A> {
        if text.len() <= LONGEST { self.0.get(text).copied() } else { None }
    }

    /// Keeps the answer for a text if it may come again.
    pub(crate) fn keep(&mut self, text: &str, answer: A) {
        if text.len() <= LONGEST && self.0.len() < MOST {
            self.0.insert(text.to_owned(), answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_kept_and_no_more_than_a_few() {
        let mut kept = Remembered::new();
        kept.keep("No exceptions noted.", 1);
        kept.keep(&"long ".repeat(20), 2);
        assert_eq!(
            (kept.get("No exceptions noted."), kept.get(&"long ".repeat(20)), kept.get("else")),
            (Some(1), None, None)
        );
        (0..2_000).for_each(|text| kept.keep(&text.to_string(), text));
        assert_eq!(kept.0.len(), MOST, "bounded");
    }
}
