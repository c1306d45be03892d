//! Sets the cells of a sheet into a ruled grid.

use compact_str::CompactString;
use countersign_domain::Rect;

use crate::limits::Limits;
use crate::pdf::{RawGlyph, RawPage};

/// Width of a column and of the text in it, in points.
const COLUMN: f32 = 220.0;
const TEXT: f32 = 200.0;
/// Distance between the lines of a cell, and white over its first and under its last one.
const LINE: f32 = 12.0;
const PADDING: f32 = 4.0;
/// Font size and width of a character.
const SIZE: f32 = 10.0;
const CHARACTER: f32 = 5.0;
/// White left of the text of a cell.
const INDENT: f32 = 6.0;
/// Most columns; what stands farther right is no questionnaire.
const MOST_COLUMNS: u32 = 256;
/// Thickness of a rule.
const RULE: f32 = 0.5;
/// Size of a sheet of one empty cell.
pub(super) const SMALLEST: (f32, f32) = (COLUMN, LINE + 2.0 * PADDING);

/// A sheet in the making.
pub(super) struct Layout<'l> {
    limits: &'l Limits,
    /// Row, column, and the lines of what stands there.
    cells: Vec<(u32, u32, Vec<String>)>,
    characters: usize,
    too_much: bool,
}

impl<'l> Layout<'l> {
    /// Starts an empty sheet.
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self { limits, cells: Vec::new(), characters: 0, too_much: false }
    }

    /// Puts words into a cell, counted from 0. Says whether more may come.
    pub(super) fn put(&mut self, row: u32, column: u32, words: &str) -> bool {
        if words.trim().is_empty() {
            return true;
        }
        // Two rules are kept for the last edges.
        let rows = self.limits.rules_per_page.saturating_sub(MOST_COLUMNS as usize + 2);
        self.characters += words.chars().count();
        if column >= MOST_COLUMNS || row as usize >= rows {
            self.too_much = true;
            return (row as usize) < rows;
        }
        if self.characters > self.limits.glyphs_per_page {
            self.too_much = true;
            return false;
        }
        self.cells.push((row, column, lines(words)));
        true
    }

    /// Gives the sheet as a page.
    pub(super) fn page(self) -> RawPage {
        let rows = self.cells.iter().map(|(row, ..)| row + 1).max().unwrap_or(1);
        let columns = self.cells.iter().map(|(_, column, _)| column + 1).max().unwrap_or(1);
        let mut tall = vec![1_usize; rows as usize];
        for (row, _, lines) in &self.cells {
            tall[*row as usize] = tall[*row as usize].max(lines.len());
        }
        let mut tops = vec![0.0_f32];
        for lines in &tall {
            tops.push(tops[tops.len() - 1] + *lines as f32 * LINE + 2.0 * PADDING);
        }
        let (width, height) = (columns as f32 * COLUMN, tops[rows as usize]);
        let mut glyphs = Vec::new();
        for (row, column, lines) in &self.cells {
            for (nth, line) in lines.iter().enumerate() {
                let baseline = tops[*row as usize] + PADDING + (nth as f32 + 0.8) * LINE;
                set(&mut glyphs, *column as f32 * COLUMN + INDENT, baseline, line);
            }
        }
        let mut rules: Vec<Rect> = (0..=columns)
            .map(|at| at as f32 * COLUMN)
            .map(|x| Rect { x0: x, y0: 0.0, x1: x + RULE, y1: height })
            .collect();
        rules.extend(tops.iter().map(|y| Rect { x0: 0.0, y0: *y, x1: width, y1: y + RULE }));
        RawPage { width, height, glyphs, rules, too_much: self.too_much, ..RawPage::default() }
    }
}

/// Tells from the places of a sheet's words, in any order, which row and column each stands in, counted from 0: the way
/// back from the grid.
pub fn cells(words: &[Rect]) -> Vec<(u32, u32)> {
    const EMPTY: f32 = LINE + 2.0 * PADDING;
    let middle = |word: &Rect| f32::midpoint(word.y0, word.y1);
    let mut lines: Vec<f32> = words.iter().map(middle).collect();
    lines.sort_by(f32::total_cmp);
    // The last line of each row so far, with the row's number and its lower edge.
    let mut rows: Vec<(f32, u32, f32)> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some((last, ..)) if line - *last < LINE / 2.0 => {}
            // Rows have white between them, lines of one cell do not.
            Some((last, _, bottom)) if line - *last < LINE + PADDING => (*last, *bottom) = (line, *bottom + LINE),
            before => {
                let (number, top) = before.map_or((0, 0.0), |(_, number, bottom)| (*number + 1, *bottom));
                let empty = ((line - top) / EMPTY).max(0.0).floor();
                rows.push((line, number + empty as u32, top + (empty + 1.0) * EMPTY));
            }
        }
    }
    let row = |word: &Rect| {
        let at = rows.partition_point(|(last, ..)| *last < middle(word) - LINE / 2.0);
        rows.get(at).map_or(0, |(_, number, _)| *number)
    };
    words.iter().map(|word| (row(word), (word.x0 / COLUMN).max(0.0) as u32)).collect()
}

/// Sets one line; a word that is wider than the cell is set more narrowly.
fn set(glyphs: &mut Vec<RawGlyph>, left: f32, baseline: f32, line: &str) {
    let count = line.chars().count().max(1) as f32;
    let advance = CHARACTER.min(TEXT / count);
    for (nth, character) in line.chars().enumerate() {
        let mut text = CompactString::default();
        text.push(character);
        glyphs.push(RawGlyph {
            text,
            x: left + nth as f32 * advance,
            y: baseline,
            dir_x: 1.0,
            dir_y: 0.0,
            advance,
            size: SIZE,
            bold: false,
            hidden: false,
        });
    }
}

/// Breaks words into lines of a cell.
fn lines(words: &str) -> Vec<String> {
    let longest = (TEXT / CHARACTER) as usize;
    let mut lines = Vec::new();
    for paragraph in words.split(['\n', '\r']) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > longest {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word.chars().filter(|c| !c.is_control()));
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;
    use crate::workbook::cell;

    #[test]
    fn words_come_back_cell_by_cell() {
        let limits = Limits::default();
        let mut layout = Layout::new(&limits);
        let long = "Access to the system that holds the data of customers is reviewed every quarter by its owner.";
        for (row, column, words) in [(0, 0, "Question"), (0, 2, "Answer"), (4, 0, long), (4, 2, "Yes"), (4, 27, "Note")]
        {
            assert!(layout.put(row, column, words), "there is room");
        }
        let page = words::page(1, layout.page());
        let mut found: Vec<(String, String)> = Vec::new();
        for word in &page.words {
            let name = cell::name(&page, word.rect).expect("in a cell");
            match found.iter_mut().find(|(other, _)| *other == name) {
                Some((_, text)) => *text = format!("{text} {}", word.text),
                None => found.push((name, word.text.to_string())),
            }
        }
        let expected = [("A1", "Question"), ("C1", "Answer"), ("A5", long), ("C5", "Yes"), ("AB5", "Note")];
        assert_eq!(found.len(), expected.len(), "as many cells: {found:?}");
        for (name, words) in expected {
            assert!(found.iter().any(|(n, w)| n == name && w == words), "{name} holds {words}: {found:?}");
        }
    }

    #[test]
    fn words_say_in_which_row_and_column_they_stand() {
        let limits = Limits::default();
        let mut layout = Layout::new(&limits);
        let long = "Access to the system that holds the data of customers is reviewed every quarter by its owner.";
        let put = [
            (2, 0, "Question"),
            (2, 2, "Answer"),
            (3, 0, long),
            (3, 2, "Yes"),
            (3, 27, long),
            (4, 0, "Next"),
            (9, 1, "Far"),
        ];
        for (row, column, words) in put {
            assert!(layout.put(row, column, words), "there is room");
        }
        let page = words::page(1, layout.page());
        let places: Vec<Rect> = page.words.iter().map(|word| word.rect).collect();
        let mut found: Vec<(u32, u32, String)> = Vec::new();
        for (word, (row, column)) in page.words.iter().zip(cells(&places)) {
            match found.iter_mut().find(|(r, c, _)| (*r, *c) == (row, column)) {
                Some((.., text)) => *text = format!("{text} {}", word.text),
                None => found.push((row, column, word.text.to_string())),
            }
        }
        found.sort();
        let put: Vec<(u32, u32, String)> = put.map(|(row, column, words)| (row, column, words.to_owned())).to_vec();
        assert_eq!(found, put, "empty rows and cells of several lines do not lead astray");
        assert_eq!(cells(&[]), [], "an empty sheet has none");
    }

    #[test]
    fn a_sheet_with_too_much_is_cut_and_says_so() {
        let limits = Limits { glyphs_per_page: 10, ..Limits::default() };
        let mut layout = Layout::new(&limits);
        assert!(layout.put(0, 0, "12345678"), "room");
        assert!(!layout.put(0, 1, "12345678"), "none left");
        let page = words::page(1, layout.page());
        assert_eq!(page.words.len(), 1, "the first stays");
        assert_eq!(page.trouble, Some(crate::page::PageTrouble::TooMuch), "said");
    }

    #[test]
    fn a_cell_far_away_takes_no_room() {
        let limits = Limits::default();
        let mut layout = Layout::new(&limits);
        assert!(layout.put(0, 16_000, "far right"), "other rows may come");
        assert!(!layout.put(1_048_575, 0, "far below"), "nothing comes after it");
        let page = layout.page();
        assert!(page.rules.len() < 10 && page.too_much, "a small page that says that it is cut");
    }
}
