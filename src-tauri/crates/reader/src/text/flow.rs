//! Text that runs over lines and pages, every place of which leads back to the words on their page.
//!
//! Recognisers search a flow with patterns and ask it for the citation of what they found. No other code makes
//! citations, so a quote is always words as they stand.

use crate::pattern::Pattern;
use std::ops::Range;

use countersign_domain::{Citation, Fact, Rect};

use super::Text;
use super::hyphen::Join;
use super::normal::{plain, squeeze};

/// Longest quote, in characters: enough for a sentence of an opinion, short enough to be read beside a fact.
const LONGEST_QUOTE: usize = 300;

/// Where a word stands in a flow.
#[derive(Debug, Clone)]
struct Piece {
    range: Range<usize>,
    line: usize,
    word: usize,
}

/// A run of words of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The line, an index into [`Text::lines`].
    pub(crate) line: usize,
    /// The words, indices into the words of the line's page.
    pub(crate) words: Range<usize>,
    /// Whether a paragraph begins with it.
    pub(crate) opens_paragraph: bool,
}

/// A run of lines as one text: plain characters, words divided by a space, paragraphs by a line feed.
#[derive(Debug, Clone)]
pub(crate) struct Flow<'t> {
    source: &'t Text<'t>,
    text: String,
    pieces: Vec<Piece>,
}

impl<'t> Flow<'t> {
    /// Joins lines in the order given.
    pub(crate) fn new(source: &'t Text<'t>, lines: impl IntoIterator<Item = usize>) -> Self {
        let mut flow = Self { source, text: String::new(), pieces: Vec::new() };
        let mut last: Option<usize> = None;
        for at in lines {
            let line = &source.lines()[at];
            if let Some(last) = last {
                flow.join(source.join(last), line.opens_paragraph);
            }
            flow.push(at, line.words.clone());
            last = Some(at);
        }
        flow
    }

    /// Joins parts of lines in the order given: what stands in one cell of a table.
    pub(crate) fn of_parts(source: &'t Text<'t>, parts: &[Part]) -> Self {
        let mut flow = Self { source, text: String::new(), pieces: Vec::new() };
        for (nth, part) in parts.iter().enumerate() {
            if let Some(last) = nth.checked_sub(1).map(|at| &parts[at]) {
                flow.join(source.join_words(last, part), part.opens_paragraph);
            }
            flow.push(part.line, part.words.clone());
        }
        flow
    }

    fn join(&mut self, join: Join, opens_paragraph: bool) {
        match join {
            Join::Drop => {
                self.text.pop();
                if let Some(piece) = self.pieces.last_mut() {
                    piece.range.end = self.text.len();
                }
            }
            Join::Keep => {}
            Join::Space => self.text.push(if opens_paragraph { '\n' } else { ' ' }),
        }
    }

    fn push(&mut self, at: usize, words: Range<usize>) {
        let page = self.source.lines()[at].page;
        for (nth, word) in words.enumerate() {
            if nth > 0 {
                self.text.push(' ');
            }
            let start = self.text.len();
            self.text.extend(self.source.pages()[page].words[word].text.chars().map(plain));
            self.pieces.push(Piece { range: start..self.text.len(), line: at, word });
        }
    }

    /// Gives the text to search in.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Finds the first place of a pattern.
    pub(crate) fn find(&self, pattern: &Pattern) -> Option<Range<usize>> {
        pattern.find(&self.text).map(|m| m.range())
    }

    /// Gives the line in which a place stands.
    pub(crate) fn line_at(&self, place: usize) -> Option<usize> {
        let at = self.pieces.partition_point(|p| p.range.end <= place);
        self.pieces.get(at).map(|p| p.line)
    }

    /// Gives the characters of a range as they stand in the document, white space squeezed.
    pub(crate) fn original(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        let mut at = range.start;
        for piece in self.pieces_in(&range) {
            if piece.range.start > at {
                out.push(' ');
            }
            let from = range.start.max(piece.range.start);
            let to = range.end.min(piece.range.end);
            let skip = self.text.get(piece.range.start..from).map_or(0, |s| s.chars().count());
            let take = self.text.get(from..to).map_or(0, |s| s.chars().count());
            out.extend(self.word(piece).chars().skip(skip).take(take));
            at = to;
        }
        squeeze(&out)
    }

    /// Cites a range: one citation for each page it touches, each of whole words.
    pub(crate) fn cite(&self, range: Range<usize>) -> Vec<Citation> {
        let mut citations: Vec<(usize, Citation, usize)> = Vec::new();
        let mut cut_on = None;
        let mut end = 0;
        for piece in self.pieces_in(&range) {
            let last_end = std::mem::replace(&mut end, piece.range.end);
            let enough = citations.len() >= 2;
            let page = self.source.lines()[piece.line].page;
            let word = &self.source.pages()[page].words[piece.word];
            match citations.last_mut() {
                Some((last_page, citation, last_line)) if *last_page == page => {
                    let too_long = citation.quote.chars().count() + word.text.chars().count() >= LONGEST_QUOTE;
                    if too_long || cut_on == Some(page) {
                        cut_on = Some(page);
                        continue;
                    }
                    // Words that the flow joins without a space are one word that a line end divides.
                    if piece.range.start > last_end {
                        citation.quote.push(' ');
                    } else if citation.quote.chars().next_back().map(plain) == Some('-')
                        && !self.text[..last_end].ends_with('-')
                    {
                        citation.quote.pop();
                    }
                    citation.quote.push_str(&word.text);
                    if *last_line == piece.line {
                        if let Some(rect) = citation.rects.last_mut() {
                            *rect = rect.union(word.rect);
                        }
                    } else {
                        citation.rects.push(word.rect);
                    }
                    *last_line = piece.line;
                }
                // A range that goes on over more pages than a sentence can is cited where it begins.
                Some(_) if enough => break,
                _ => citations.push((page, self.first_word(page, &word.text, word.rect), piece.line)),
            }
        }
        citations.into_iter().map(|(_, citation, _)| citation).collect()
    }

    /// Makes a fact of a value and the range in which it was read.
    pub(crate) fn fact<T>(&self, value: T, range: Range<usize>) -> Option<Fact<T>> {
        let citations = self.cite(range);
        let first = citations.first()?;
        let basis = self.source.basis(first);
        Some(Fact { value, basis, citations })
    }

    fn first_word(&self, page: usize, text: &str, rect: Rect) -> Citation {
        let number = self.source.pages()[page].number;
        let label = self.source.place_label(page, rect);
        Citation { page: number, label, quote: text.to_owned(), rects: vec![rect] }
    }

    fn word(&self, piece: &Piece) -> &str {
        &self.source.pages()[self.source.lines()[piece.line].page].words[piece.word].text
    }

    fn pieces_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let start = self.pieces.partition_point(|p| p.range.end <= range.start);
        let end = range.end;
        self.pieces[start..].iter().take_while(move |p| p.range.start < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pattern::exact, text::sheet::Sheet};

    #[test]
    fn a_phrase_over_two_lines_is_cited_with_a_rectangle_for_each() {
        let pages =
            [Sheet::new(4).line("throughout the period “May").line("1, 2031” to the end").foot("Page 3 of 9").build()];
        let text = Text::new(&pages);
        let flow = text.all();
        let range = flow.find(&exact(r#""May\s1, 2031""#)).expect("stands there");
        let cited = flow.cite(range.clone());
        assert_eq!(cited.len(), 1, "one page");
        assert_eq!(cited[0].quote, "“May 1, 2031”", "as it stands, not in plain characters");
        assert_eq!((cited[0].page, cited[0].label.as_deref()), (4, Some("3")), "number in the file and on paper");
        assert_eq!(cited[0].rects.len(), 2, "one rectangle per line");
        assert_eq!(flow.original(range.start + 1..range.end - 1), "May 1, 2031", "the range alone, without marks");
    }

    #[test]
    fn a_phrase_over_a_page_end_is_cited_on_both_pages() {
        let first = Sheet::new(1).line("the controls were suitably").build();
        let pages = [first, Sheet::new(2).line("designed and so on").build()];
        let text = Text::new(&pages);
        let flow = text.all();
        let cited = flow.cite(flow.find(&exact(r"suitably\sdesigned")).expect("runs on"));
        let quotes: Vec<_> = cited.iter().map(|c| (c.page, c.quote.as_str())).collect();
        assert_eq!(quotes, [(1, "suitably"), (2, "designed")], "each half on its page");
    }

    #[test]
    fn a_long_quote_is_cut_at_a_word() {
        let pages = [(0..20)
            .fold(Sheet::new(1), |s, _| s.line("words of differing lengths and a few more words until it is too long"))
            .build()];
        let text = Text::new(&pages);
        let flow = text.all();
        let cited = flow.cite(0..flow.text().len());
        assert!(cited[0].quote.chars().count() <= LONGEST_QUOTE, "bounded");
        assert!(flow.text().replace('\n', " ").starts_with(&cited[0].quote), "contiguous from the start");
    }
}
