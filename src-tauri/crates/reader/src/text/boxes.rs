//! Papers set in boxes: certificates, letters with a letterhead, forms.
//!
//! Reading order by lines tears such papers apart: a label on the left and a sentence on the right share a height and
//! become one line. Here a line ends at a wide gap, and what stands one under another follows each other. The words
//! stay where they are, so citations lead to the same places.

use std::collections::HashSet;

use countersign_domain::Rect;

use super::Text;
use crate::page::{Page, Word};

/// Gap between two words at which a line ends, as a share of the font size: justified prose stays below it.
const GAP: f32 = 1.0;
/// White between two lines of one box, as a share of the larger size.
const LEADING: f32 = 0.9;
/// How far below its label a value may stand, as a share of the label's size.
const BELOW: f32 = 3.2;

/// Words that stand together on one height.
struct Cell {
    words: Vec<Word>,
    rect: Rect,
    size: f32,
}

/// Pages with their words box by box.
pub(crate) struct Boxed {
    pages: Vec<Page>,
    /// Page and first word of each box.
    starts: HashSet<(usize, usize)>,
    sheets: Vec<String>,
}

impl Boxed {
    /// Puts the words of pages into boxes.
    pub(crate) fn new(text: &Text<'_>) -> Self {
        let pages = text.pages();
        let mut starts = HashSet::new();
        let mut boxed = Vec::with_capacity(pages.len());
        for (at, source) in pages.iter().enumerate() {
            let (page, first_words) = page(source);
            starts.extend(first_words.into_iter().map(|word| (at, word)));
            boxed.push(page);
        }
        Self { pages: boxed, starts, sheets: text.sheets().to_vec() }
    }

    /// Gives the text: a paragraph begins with each box.
    pub(crate) fn text(&self) -> Text<'_> {
        let mut text = Text::new(&self.pages).with_sheet_names(&self.sheets);
        for line in &mut text.lines {
            line.opens_paragraph |= self.starts.contains(&(line.page, line.words.start));
        }
        text
    }
}

/// One page, and the first word of each of its boxes.
fn page(page: &Page) -> (Page, Vec<usize>) {
    let mut boxes: Vec<Vec<Cell>> = Vec::new();
    // In the order of the page: columns of prose stay one after the other.
    let cells = cells(&page.words);
    let rects: Vec<Rect> = cells.iter().map(|c| c.rect).collect();
    for (at, cell) in cells.into_iter().enumerate() {
        match above(&boxes, &cell, &rects, at) {
            Some(found) => boxes[found].push(cell),
            None => boxes.push(vec![cell]),
        }
    }
    let mut starts = Vec::with_capacity(boxes.len());
    let mut words = Vec::with_capacity(page.words.len());
    for lines in boxes {
        starts.push(words.len());
        for cell in lines {
            words.extend(cell.words.into_iter().enumerate().map(|(nth, word)| Word { line_start: nth == 0, ..word }));
        }
    }
    (Page { words, rules: page.rules.clone(), ..*page }, starts)
}

fn cells(words: &[Word]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for word in words {
        match cells.last_mut() {
            Some(cell)
                if !word.line_start
                    && word.rect.x0 - cell.rect.x1 <= GAP * word.size.max(cell.size)
                    && word.rect.x0 > cell.rect.x0 =>
            {
                cell.rect = cell.rect.union(word.rect);
                cell.words.push(word.clone());
            }
            _ => cells.push(Cell { words: vec![word.clone()], rect: word.rect, size: word.size }),
        }
    }
    cells
}

/// The box that a cell goes on with: the one whose last line stands right above it, if no other cell does or stands
/// beside it there.
fn above(boxes: &[Vec<Cell>], cell: &Cell, all: &[Rect], at: usize) -> Option<usize> {
    let mut found = None;
    for (nth, lines) in boxes.iter().enumerate() {
        let Some(last) = lines.last() else { continue };
        let near = cell.rect.y0 - last.rect.y1 < LEADING * cell.size.max(last.size) && cell.rect.y0 > last.rect.y0;
        if near && overlap(cell.rect, last.rect) > 0.0 && !same_row(cell.rect, last.rect) {
            if found.is_some() {
                return None;
            }
            found = Some((nth, last.rect));
        }
    }
    let (nth, last) = found?;
    let shared =
        all.iter().enumerate().any(|(other, r)| other != at && same_row(*r, cell.rect) && overlap(*r, last) > 0.0);
    (!shared).then_some(nth)
}

fn overlap(a: Rect, b: Rect) -> f32 {
    a.x1.min(b.x1) - a.x0.max(b.x0)
}

fn same_row(a: Rect, b: Rect) -> bool {
    a.y1.min(b.y1) - a.y0.max(b.y0) > 0.5 * a.height().min(b.height())
}

impl Text<'_> {
    /// Gives the line that stands right of a line, the nearest first.
    pub(crate) fn right_of(&self, at: usize) -> Option<usize> {
        let here = &self.lines()[at];
        self.lines_on(here.page)
            .filter(|other| *other != at && same_row(self.lines()[*other].rect, here.rect))
            .filter(|other| self.lines()[*other].rect.x0 >= here.rect.x1 - 1.0)
            .min_by(|a, b| self.lines()[*a].rect.x0.total_cmp(&self.lines()[*b].rect.x0))
    }

    /// Gives the line that stands left of a line, the nearest first.
    pub(crate) fn left_of(&self, at: usize) -> Option<usize> {
        let here = &self.lines()[at];
        self.lines_on(here.page)
            .filter(|other| *other != at && same_row(self.lines()[*other].rect, here.rect))
            .filter(|other| self.lines()[*other].rect.x1 <= here.rect.x0 + 1.0)
            .max_by(|a, b| self.lines()[*a].rect.x1.total_cmp(&self.lines()[*b].rect.x1))
    }

    /// Gives the line that stands under a line.
    pub(crate) fn under(&self, at: usize) -> Option<usize> {
        let here = &self.lines()[at];
        self.lines_on(here.page)
            .filter(|other| {
                let r = self.lines()[*other].rect;
                r.y0 > here.rect.y0 && !same_row(r, here.rect) && overlap(r, here.rect) > 0.0
            })
            .filter(|other| self.lines()[*other].rect.y0 - here.rect.y1 < BELOW * here.size)
            .min_by(|a, b| self.lines()[*a].rect.y0.total_cmp(&self.lines()[*b].rect.y0))
    }

    /// Gives the line that stands over a line.
    pub(crate) fn over(&self, at: usize) -> Option<usize> {
        let here = &self.lines()[at];
        self.lines_on(here.page)
            .filter(|other| {
                let r = self.lines()[*other].rect;
                r.y0 < here.rect.y0 && !same_row(r, here.rect) && overlap(r, here.rect) > 0.0
            })
            .filter(|other| here.rect.y0 - self.lines()[*other].rect.y1 < BELOW * here.size)
            .max_by(|a, b| self.lines()[*a].rect.y0.total_cmp(&self.lines()[*b].rect.y0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sheet::Sheet;

    fn texts(boxed: &Boxed) -> Vec<String> {
        boxed.text().lines().iter().map(|l| l.text.clone()).collect()
    }

    #[test]
    fn columns_on_one_height_become_boxes() {
        let page = Sheet::new(1)
            .cells(&[(60.0, "Awarded to:"), (300.0, "Plover Assurance examined the system")])
            .cells(&[(60.0, "Heron Analytics, Inc."), (300.0, "and found that it conforms.")])
            .build();
        let boxed = Boxed::new(&Text::new(&[page]));
        assert_eq!(
            texts(&boxed),
            [
                "Awarded to:",
                "Heron Analytics, Inc.",
                "Plover Assurance examined the system",
                "and found that it conforms."
            ],
            "each column in itself"
        );
    }

    #[test]
    fn a_value_is_found_right_of_its_label_and_under_it() {
        let page = Sheet::new(1)
            .cells(&[(60.0, "Certificate number"), (300.0, "HA-1")])
            .gap(30.0)
            .cells(&[(60.0, "Issued on"), (220.0, "Expires on")])
            .cells(&[(60.0, "May 4, 2031"), (220.0, "May 3, 2034")])
            .build();
        let boxed = Boxed::new(&Text::new(&[page]));
        let text = boxed.text();
        let at = |words: &str| text.lines().iter().position(|l| l.text == words).expect("stands there");
        assert_eq!(text.right_of(at("Certificate number")), Some(at("HA-1")), "right");
        assert_eq!(text.under(at("Expires on")), Some(at("May 3, 2034")), "under its own label");
        assert_eq!(text.over(at("May 4, 2031")), Some(at("Issued on")), "and back");
        assert_eq!(text.left_of(at("HA-1")), Some(at("Certificate number")), "and back");
    }

    #[test]
    fn a_line_under_two_columns_is_a_box_of_its_own() {
        let page = Sheet::new(1)
            .cells(&[(60.0, "left"), (300.0, "right")])
            .line("one line that runs under both of them and ends far to the right of the page")
            .build();
        assert_eq!(texts(&Boxed::new(&Text::new(&[page]))).len(), 3, "three boxes");
    }
}
