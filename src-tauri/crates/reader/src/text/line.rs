//! Lines of a page: what stands on one height within one column.

use std::ops::Range;

use countersign_domain::Rect;

use super::normal::plain;
use crate::page::{Page, Word};

/// One line.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Index of its page, from 0.
    pub(crate) page: usize,
    /// Its words on that page.
    pub(crate) words: Range<usize>,
    /// Its words in plain characters, joined with single spaces.
    pub(crate) text: String,
    /// Around all of its words.
    pub(crate) rect: Rect,
    /// Size of most of its text, in points.
    pub(crate) size: f32,
    /// Whether all of it is bold.
    pub(crate) bold: bool,
    /// Whether it repeats over pages as a running head or foot.
    pub(crate) running: bool,
    /// Whether a paragraph begins with it.
    pub(crate) opens_paragraph: bool,
}

/// Cuts the words of a page into lines.
pub(crate) fn lines_of(index: usize, page: &Page) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=page.words.len() {
        if at == page.words.len() || page.words[at].line_start {
            lines.extend(line(index, page, start..at));
            start = at;
        }
    }
    lines
}

fn line(index: usize, page: &Page, range: Range<usize>) -> Option<Line> {
    let words = page.words.get(range.clone())?;
    let rect = words.iter().map(|w| w.rect).reduce(Rect::union)?;
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.extend(word.text.chars().map(plain));
    }
    let text = text.trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let bold = words.iter().all(|w| w.bold);
    Some(Line { page: index, words: range, text, rect, size: size(words), bold, running: false, opens_paragraph: true })
}

/// Size of the word in the middle when words are ordered by size: a footnote mark or a drop cap does not count.
fn size(words: &[Word]) -> f32 {
    let mut sizes: Vec<f32> = words.iter().map(|w| w.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sheet::Sheet;

    #[test]
    fn words_join_to_the_lines_that_were_set() {
        let page = Sheet::new(1).line("First line").line("and the second’s").build();
        let lines = lines_of(0, &page);
        let texts: Vec<_> = lines.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["First line", "and the second's"], "two lines in plain characters");
        assert!(lines[0].rect.y1 <= lines[1].rect.y0, "the second stands below the first");
    }

    #[test]
    fn a_page_without_words_has_no_lines() {
        assert!(lines_of(0, &Sheet::new(1).build()).is_empty(), "nothing to cut");
    }
}
