//! Questionnaires in fully ruled tables whose rows run over pages.
//!
//! **Reads** one answer for each row between two level rules that cross the column of questions. Standard forms merge the
//! columns behind the answers over several questions and set numbers at half height, so neither says where a row ends.
//! **Where**: pages with upright rules; the head is on the first of them.
//! **Accepts** a row that a page end divides: a question goes on until its question mark while one half has no number.
//! **Refuses** pages without upright rules.

use countersign_domain::reading::QuestionAnswer;
use countersign_domain::{Citation, Rect};

use super::columns::{self, Columns};
use crate::text::flow::Part;
use crate::text::{Flow, Text};

/// Upright rules nearer than this are one, in points.
const SAME_UPRIGHT: f32 = 6.0;
/// Level rules nearer than this are one, in points.
const SAME_LEVEL: f32 = 3.5;
/// Fewest upright rules of a table with a question and an answer.
const FEWEST_UPRIGHT: usize = 3;
/// Share of the table's width that a rule between two rows has at least.
const WIDE: f32 = 0.4;

/// What stands in one row on one page, column by column.
type Band<'t> = Vec<Flow<'t>>;

/// An answer while its row may go on.
struct Open {
    id: String,
    question: String,
    answer: String,
    comment: String,
    citations: Vec<Citation>,
}

/// Reads the answers; none if the questionnaire is not set so.
pub(super) fn read(text: &Text<'_>) -> Vec<QuestionAnswer> {
    let mut columns: Option<(Columns, usize)> = None;
    let mut rows: Vec<Open> = Vec::new();
    for page in 0..text.pages().len() {
        let Some((edges, bands)) = bands(text, page) else { continue };
        // A sheet of a spreadsheet does not go on with the one before it.
        let anew = !text.sheets().is_empty();
        if anew {
            columns = None;
        }
        for (nth, band) in bands.into_iter().enumerate() {
            let head = columns::find(band.iter().map(Flow::text));
            let known = columns.is_some_and(|(known, width)| width == edges && head.is_some_and(|head| head != known));
            if let Some(head) = head.filter(|_| !known) {
                columns = Some((head, edges));
            } else if let Some((columns, _)) = columns.filter(|(_, width)| *width == edges)
                && let Some(row) = row(&band, columns)
            {
                match rows.last_mut() {
                    // Only a page end divides a row.
                    Some(last) if nth == 0 && !anew && goes_on(last, &row) => last.take(row),
                    _ => rows.push(row),
                }
            }
        }
    }
    rows.into_iter().filter_map(Open::close).collect()
}

impl Open {
    fn take(&mut self, more: Self) {
        for (words, next) in
            [(&mut self.question, more.question), (&mut self.answer, more.answer), (&mut self.comment, more.comment)]
        {
            if !words.is_empty() && !next.is_empty() {
                words.push(' ');
            }
            words.push_str(&next);
        }
        self.id.push_str(&more.id);
        self.citations.extend(more.citations);
    }

    fn close(self) -> Option<QuestionAnswer> {
        let said = |words: String| Some(words).filter(|w| w.contains(char::is_alphanumeric));
        Some(QuestionAnswer {
            id: said(self.id),
            question: said(self.question)?,
            answer: said(self.answer),
            comment: said(self.comment),
            citations: self.citations,
        })
    }
}

/// Whether a row is the rest of the one before it.
fn goes_on(last: &Open, next: &Open) -> bool {
    let asked = last.question.trim_end().ends_with('?');
    next.question.is_empty() || (!asked && (last.id.is_empty() || next.id.is_empty()))
}

fn row(band: &[Flow<'_>], columns: Columns) -> Option<Open> {
    let words = |column: usize| band.get(column).map(|f| f.original(0..f.text().len())).unwrap_or_default();
    let wanted = [Some(columns.question), Some(columns.answer), columns.comment];
    let citations: Vec<Citation> = wanted
        .into_iter()
        .flatten()
        .filter_map(|column| band.get(column))
        .flat_map(|flow| flow.cite(0..flow.text().len()))
        .collect();
    (!citations.is_empty()).then(|| Open {
        id: columns.id.map(words).unwrap_or_default().split_whitespace().collect(),
        question: words(columns.question),
        answer: words(columns.answer),
        comment: columns.comment.map(words).unwrap_or_default(),
        citations,
    })
}

/// The rows of a page and the number of its columns.
fn bands<'t>(text: &'t Text<'t>, page: usize) -> Option<(usize, Vec<Band<'t>>)> {
    let rules = &text.pages()[page].rules;
    let upright: Vec<Rect> = rules.iter().copied().filter(|r| r.height() > r.width() && r.height() > 9.0).collect();
    let edges = distinct(upright.iter().map(|r| r.x0), SAME_UPRIGHT);
    let (first, last) = (edges.first().copied()?, edges.last().copied()?);
    if edges.len() < FEWEST_UPRIGHT {
        return None;
    }
    let top = upright.iter().map(|r| r.y0).fold(f32::MAX, f32::min);
    let bottom = upright.iter().map(|r| r.y1).fold(0.0, f32::max);
    let level: Vec<Rect> = rules.iter().copied().filter(|r| r.width() > r.height()).collect();
    let mut heights: Vec<f32> = level.iter().map(|r| r.y0).filter(|y| *y > top && *y < bottom).collect();
    // Some programs draw the border of each cell: together they are one rule.
    heights.retain(|y| {
        let ruled: f32 = level.iter().filter(|r| (r.y0 - y).abs() < SAME_LEVEL).map(|r| r.width()).sum();
        ruled >= WIDE * (last - first)
    });
    heights.extend([top, bottom]);
    let heights = distinct(heights.into_iter(), SAME_LEVEL);
    let mut cells: Vec<Vec<Vec<Part>>> = vec![vec![Vec::new(); edges.len() - 1]; heights.len().saturating_sub(1)];
    let place = |sides: &[f32], at: f32| sides.windows(2).position(|side| at >= side[0] && at < side[1]);
    for line in text.lines_on(page) {
        for word in text.lines()[line].words.clone() {
            let rect = text.pages()[page].words[word].rect;
            let row = place(&heights, f32::midpoint(rect.y0, rect.y1));
            let column = place(&edges, f32::midpoint(rect.x0, rect.x1));
            let (Some(row), Some(column)) = (row, column) else { continue };
            let parts = &mut cells[row][column];
            match parts.last_mut() {
                Some(part) if part.line == line && part.words.end == word => part.words.end = word + 1,
                _ => parts.push(Part { line, words: word..word + 1, opens_paragraph: false }),
            }
        }
    }
    let bands =
        cells.into_iter().map(|row| row.into_iter().map(|parts| Flow::of_parts(text, &parts)).collect()).collect();
    Some((edges.len() - 1, bands))
}

/// The values in order, those that are nearly the same once.
fn distinct(values: impl Iterator<Item = f32>, same: f32) -> Vec<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.dedup_by(|a, b| *a - *b < same);
    values
}
