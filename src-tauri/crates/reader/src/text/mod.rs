//! The text of a document as lines, paragraphs and flows; knows nothing of what it means.
//!
//! [`Text`] is made once per document. A recogniser takes a [`Flow`] over the lines it cares for, searches it, and
//! cites through it.

pub(crate) mod boxes;
pub(crate) mod flow;
pub(crate) mod hyphen;
pub(crate) mod label;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod normal;
pub(crate) mod paragraph;
pub(crate) mod running;
pub(crate) mod sentence;
#[cfg(test)]
pub(crate) mod sheet;

use std::ops::Range;

use countersign_domain::Rect;

use countersign_domain::{Basis, Citation};

pub(crate) use self::flow::{Flow, Part};
use self::hyphen::{Hyphens, Join};
pub(crate) use self::line::Line;
use crate::beside::beside;
use crate::page::Page;
use crate::workbook::cell;

/// All lines of a document.
#[derive(Debug)]
pub(crate) struct Text<'p> {
    pages: &'p [Page],
    lines: Vec<Line>,
    labels: Vec<Option<String>>,
    hyphens: Hyphens,
    body_size: f32,
    /// The names of the sheets if the pages are those of a spreadsheet.
    sheets: Vec<String>,
}

impl<'p> Text<'p> {
    /// Cuts pages into lines and finds running lines, paragraphs, hyphens and printed numbers.
    pub(crate) fn new(pages: &'p [Page]) -> Self {
        let (first, second) = pages.split_at(pages.len() / 2);
        let (more, mut lines) = beside(|| lines_of(first.len(), second), || lines_of(0, first));
        lines.extend(more);
        running::mark(pages, &mut lines);
        paragraph::mark(&mut lines);
        let (labels, hyphens) = beside(|| label::labels(pages, &lines), || Hyphens::new(pages, &lines));
        let body_size = body_size(&lines);
        Self { pages, lines, labels, hyphens, body_size, sheets: Vec::new() }
    }

    /// Takes the pages as the sheets of a spreadsheet, which have names: no line of them is a running one.
    #[must_use]
    pub(crate) fn with_sheet_names(mut self, names: &[String]) -> Self {
        self.sheets = names.to_vec();
        for line in self.lines.iter_mut().filter(|_| !names.is_empty()) {
            line.running = false;
        }
        self
    }

    /// Gives the names of the sheets; none for pages of paper.
    pub(crate) fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// Gives what a place is called where it is cited: the number printed on the page, or sheet and cell (`Answers!C12`).
    pub(crate) fn place_label(&self, page: usize, place: Rect) -> Option<String> {
        match self.sheets.get(page) {
            Some(sheet) => cell::name(&self.pages[page], place).map(|cell| format!("{sheet}!{cell}")),
            None => self.label(page).map(str::to_owned),
        }
    }

    /// Gives the pages.
    pub(crate) fn pages(&self) -> &'p [Page] {
        self.pages
    }

    /// Gives the lines in reading order.
    pub(crate) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Gives the number printed on a page (index from 0).
    pub(crate) fn label(&self, page: usize) -> Option<&str> {
        self.labels.get(page).and_then(Option::as_deref)
    }

    /// Gives the size of most of the text, in points.
    pub(crate) fn body_size(&self) -> f32 {
        self.body_size
    }

    /// Gives the lines of a page (index from 0), running ones included.
    pub(crate) fn lines_on(&self, page: usize) -> Range<usize> {
        self.lines.partition_point(|l| l.page < page)..self.lines.partition_point(|l| l.page <= page)
    }

    /// Makes a flow of a range of lines without the running ones.
    pub(crate) fn flow(&self, lines: Range<usize>) -> Flow<'_> {
        Flow::new(self, lines.filter(|at| !self.lines[*at].running))
    }

    /// Makes a flow of the whole document without the running lines.
    pub(crate) fn all(&self) -> Flow<'_> {
        self.flow(0..self.lines.len())
    }

    /// Tells whether what is cited was read from a picture of text.
    pub(crate) fn basis(&self, citation: &Citation) -> Basis {
        // Nearly always pages stand where their numbers say.
        let there = (citation.page as usize).checked_sub(1).and_then(|at| self.pages.get(at));
        let there = there.filter(|p| p.number == citation.page);
        let page = there.or_else(|| self.pages.iter().find(|p| p.number == citation.page));
        if page.is_some_and(|p| p.ocr) { Basis::Ocr } else { Basis::Stated }
    }

    /// How two parts of lines join that follow each other in a cell.
    fn join_words(&self, last: &Part, next: &Part) -> Join {
        let word = |line: usize, word: usize| self.pages[self.lines[line].page].words[word].text.as_str();
        self.hyphens.between(self.pages, word(last.line, last.words.end - 1), word(next.line, next.words.start))
    }

    fn join(&self, line: usize) -> Join {
        self.hyphens.at(line)
    }
}

/// The lines of pages of which the first has this index.
fn lines_of(first: usize, pages: &[Page]) -> Vec<Line> {
    pages.iter().zip(first..).flat_map(|(page, index)| line::lines_of(index, page)).collect()
}

/// The size in which most characters are set.
fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = lines.iter().map(|l| (l.size, l.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, n)| n).sum::<usize>() / 2;
    let mut sum = 0;
    sizes
        .iter()
        .find(|(_, n)| {
            sum += n;
            sum >= half
        })
        .map_or(10.0, |(size, _)| *size)
}
