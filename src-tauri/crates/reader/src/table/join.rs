//! Tables over pages: what goes on in the same columns at the head of the next page is one table, a head that is
//! repeated is left out, and a row that a page end divides becomes one row.

use super::strip::{Bit, Form, Strip};
use super::{Cell, Piece, RawCell, RawRow, Row, Table, gutter, parted};
use crate::text::{Flow, Part, Text};

/// Lines that may stand between a table and the end of its page: a note, a foot that does not repeat.
const MOST_BETWEEN: usize = 2;
/// Upright rules of one table stand no farther apart from page to page, in points.
const SAME_EDGE: f32 = 8.0;
/// How far from the left edge of a table a row over all columns may begin, in points.
const BAND_INDENT: f32 = 36.0;
/// Columns in which numbers of rows may stand.
const NUMBER_COLUMNS: usize = 3;
/// Most rows of a head.
const MOST_HEAD_ROWS: usize = 3;

/// What was found on a page, top to bottom.
pub(super) struct PageTables {
    pub(super) page: usize,
    pub(super) pieces: Vec<Piece>,
    pub(super) loose: Vec<Strip>,
}

/// A table that may go on.
struct Open {
    edges: Vec<f32>,
    ruled: bool,
    rows: Vec<(usize, RawRow)>,
    bottom: f32,
    last_page: usize,
    /// Words of repeated heads: they count as read.
    heads: Vec<Bit>,
}

/// Joins the pieces of all pages to tables.
pub(super) fn join<'t>(text: &'t Text<'t>, pages: Vec<PageTables>) -> Vec<Table<'t>> {
    let mut done: Vec<Open> = Vec::new();
    let mut below = usize::MAX;
    let mut under: Vec<Strip> = Vec::new();
    // What ends the page before and may be the head of what begins this one.
    let mut head: Option<(usize, Vec<Strip>)> = None;
    for PageTables { page, pieces, mut loose } in pages {
        loose.retain(|s| !s.is_running());
        let mut first = true;
        let (until, end) = (pieces.first().map_or(f32::INFINITY, |p| p.top), pieces.last().map_or(0.0, |p| p.bottom));
        let mut parted = head.take().filter(|(on, _)| on + 1 == page);
        if let Some(open) = done.last_mut().filter(|o| o.last_page + 1 == page && below <= MOST_BETWEEN) {
            let taken = open.take_rest(&loose, until, page);
            loose.drain(..taken);
            parted = parted.filter(|_| taken == 0);
        }
        let above = loose.iter().take_while(|s| s.bottom <= until + 1.0).count();
        if let Some((on, strips)) = &parted
            && let Some((piece, taken)) = parted::rows(strips, &loose[..above])
            && may_head(text, &piece.rows[0])
        {
            done.push(Open::under_head(piece, *on, page));
            loose.drain(..taken);
            (first, parted) = (false, None);
        }
        for piece in pieces {
            let above = loose.iter().take_while(|s| s.bottom <= piece.top + 1.0).count();
            let goes_on = first && below <= MOST_BETWEEN && above <= MOST_BETWEEN;
            first = false;
            match done.last_mut().filter(|o| goes_on && o.last_page + 1 == page) {
                Some(open) if open.goes_on_in(text, &piece) => {
                    open.append_bands(&under, page - 1);
                    open.append(text, piece, &loose[..above], page);
                }
                _ => {
                    let over = parted.as_ref().filter(|_| above == 0);
                    done.push(match over.and_then(|(on, strips)| Some((*on, parted::over(strips, &piece.edges)?))) {
                        Some((on, head)) if may_head(text, &head) && !has_head(text, &piece) => {
                            let rows = [head].into_iter().chain(piece.rows).collect();
                            Open::under_head(Piece { rows, ..piece }, on, page)
                        }
                        _ => Open::new(piece, page),
                    });
                }
            }
            parted = None;
        }
        let last = loose.last().is_some_and(|s| s.top >= end - 1.0);
        head = parted::head(&loose).filter(|_| last).map(|strips| (page, strips));
        let bottom = done.last().filter(|o| o.last_page == page).map(|o| o.bottom);
        loose.retain(|s| bottom.is_some_and(|b| s.top >= b - 1.0));
        below = bottom.map_or(usize::MAX, |_| loose.len());
        under = loose;
    }
    done.into_iter().filter_map(|open| open.finish(text)).collect()
}

impl Open {
    fn new(piece: Piece, page: usize) -> Self {
        let rows = piece.rows.into_iter().map(|row| (page, row)).collect();
        Self { edges: piece.edges, ruled: piece.ruled, rows, bottom: piece.bottom, last_page: page, heads: Vec::new() }
    }

    /// A table whose first row, the head, stands on the page before.
    fn under_head(piece: Piece, head: usize, page: usize) -> Self {
        let mut open = Self::new(piece, page);
        open.rows[0].0 = head;
        open
    }

    fn columns(&self) -> usize {
        self.edges.len() - 1
    }

    /// Gives for each column of a piece the column here that it continues; `None` where they do not fit.
    fn columns_of(&self, edges: &[f32]) -> Option<Vec<usize>> {
        let mut mapped = Vec::new();
        for side in edges.windows(2) {
            let overlap = |c: usize| self.edges[c + 1].min(side[1]) - self.edges[c].max(side[0]);
            let best = (0..self.columns()).max_by(|a, b| overlap(*a).total_cmp(&overlap(*b)))?;
            let width = (side[1] - side[0]).min(self.edges[best + 1] - self.edges[best]);
            if overlap(best) < 0.6 * width || mapped.last().is_some_and(|last| *last >= best) {
                return None;
            }
            mapped.push(best);
        }
        Some(mapped)
    }

    /// Whether a piece at the head of a page continues this table: in the same columns, and without another head.
    fn goes_on_in(&self, text: &Text<'_>, piece: &Piece) -> bool {
        let near = |edge: &f32| self.edges.iter().any(|e| (e - edge).abs() <= SAME_EDGE);
        let inner = &piece.edges[1..piece.edges.len() - 1];
        let same_columns = !(self.ruled && piece.ruled) || inner.iter().all(near);
        let head = |row: &RawRow| row.cells.iter().filter(|c| !c.bits.is_empty()).count() >= 2 && is_bold(text, row);
        let other_head = match (self.rows.first(), piece.rows.first()) {
            (Some((_, old)), Some(new)) => head(old) && head(new) && !same_words(text, old, new),
            _ => false,
        };
        same_columns && !other_head && self.columns_of(&piece.edges).is_some()
    }

    /// Takes strips at the head of a page that are the rest of the last row: they stand in its columns, not in the first.
    /// A number there with something beside it begins one more row, where too few are left to be a table of their own.
    fn take_rest(&mut self, loose: &[Strip], until: f32, page: usize) -> usize {
        let mut taken = 0;
        for strip in loose.iter().take_while(|s| s.bottom <= until + 1.0) {
            let inside =
                |(from, to): &(f32, f32), c: usize| *from >= self.edges[c] - 3.0 && *to <= self.edges[c + 1] + 3.0;
            let segments = strip.segments();
            let numbered = segments.len() >= 2
                && inside(&segments[0], 0)
                && strip.bits.first().is_some_and(|b| b.form == Form::Number);
            let rest = &segments[usize::from(numbered)..];
            let in_columns = rest.iter().all(|segment| (1..self.columns()).any(|c| inside(segment, c)));
            if !in_columns || self.rows.last().is_none_or(|(_, last)| last.band) {
                break;
            }
            if numbered {
                let cells = vec![RawCell { span: 1, ..RawCell::default() }; self.columns()];
                self.rows.push((page, RawRow { cells, band: false }));
            }
            let Some((_, last)) = self.rows.last_mut() else { break };
            for bit in &strip.bits {
                let column = self.edges.partition_point(|e| *e <= bit.middle()).clamp(1, last.cells.len()) - 1;
                last.cells[column].bits.push(*bit);
            }
            taken += 1;
        }
        if taken > 0 {
            self.last_page = page;
        }
        taken
    }

    /// Takes strips between two parts of the table as rows over all columns: a criterion that stands alone at the end of a
    /// page, or above the head that is repeated.
    fn append_bands(&mut self, strips: &[Strip], page: usize) {
        let left = self.edges[0];
        let mut last: Option<&Strip> = None;
        for strip in strips {
            let from = strip.bits.first().map_or(f32::INFINITY, |b| b.rect.x0);
            if (from - left).abs() > BAND_INDENT || strip.segments().len() > 1 {
                continue;
            }
            if is_number(strip, self.edges[1]) {
                // The number of a row whose other cells begin on the next page.
                let mut row = gutter::band(std::slice::from_ref(strip), self.columns());
                row.band = false;
                row.cells.iter_mut().for_each(|cell| cell.span = 1);
                self.rows.push((page, row));
                last = None;
                continue;
            }
            let runs_on = last.is_some_and(|l| strip.top - l.bottom < 0.8 * l.size);
            match self.rows.last_mut().filter(|_| runs_on) {
                Some((_, band)) => band.cells[0].bits.extend(&strip.bits),
                None => self.rows.push((page, gutter::band(std::slice::from_ref(strip), self.columns()))),
            }
            last = Some(strip);
        }
    }

    fn append(&mut self, text: &Text<'_>, piece: Piece, above: &[Strip], page: usize) {
        let Some(mapped) = self.columns_of(&piece.edges) else { return };
        let mut rows: Vec<RawRow> = piece.rows.into_iter().map(|row| remap(row, &mapped, self.columns())).collect();
        self.append_bands(above, page);
        self.last_page = page;
        self.bottom = piece.bottom;
        let repeated = (0..rows.len().min(MOST_HEAD_ROWS))
            .take_while(|at| {
                let same = |head: &RawRow| may_head(text, head) && same_words(text, head, &rows[*at]);
                self.rows.get(*at).is_some_and(|(_, head)| same(head))
            })
            .count();
        // A head of several rows may be repeated in part.
        for row in rows.drain(..repeated) {
            self.heads.extend(row.cells.into_iter().flat_map(|c| c.bits));
        }
        if let Some((_, head)) = self.rows.get(repeated).filter(|_| repeated < MOST_HEAD_ROWS)
            && let Some(row) = rows.first_mut()
        {
            self.heads.extend(take_head(text, head, row));
        }
        if rows.is_empty() {
            return;
        }
        let numbers = self.number_column();
        if let Some((_, last)) = self.rows.last_mut()
            && continues(text, last, &rows[0], numbers)
        {
            let rest = rows.remove(0);
            for (cell, more) in last.cells.iter_mut().zip(rest.cells) {
                cell.bits.extend(more.bits);
                cell.open |= more.open;
            }
        } else if let Some((_, last)) = self.rows.last() {
            // A merged cell whose words stand on the page before.
            for (above, cell) in last.cells.iter().zip(&mut rows[0].cells) {
                let merged = above.carried || above.open;
                cell.carried |= merged && cell.bits.is_empty() && cell.span > 0;
            }
        }
        self.rows.extend(rows.into_iter().map(|row| (page, row)));
    }

    /// The column in which rows have their numbers.
    fn number_column(&self) -> Option<usize> {
        let numbered = |c: usize| {
            let firsts = self.rows.iter().filter_map(|(_, row)| row.cells.get(c).filter(|_| !row.band)?.bits.first());
            firsts.filter(|b| matches!(b.form, Form::Number | Form::Divided)).count()
        };
        let best = (0..self.columns().min(NUMBER_COLUMNS)).rev().max_by_key(|c| numbered(*c))?;
        (numbered(best) > 0).then_some(best)
    }

    fn finish<'t>(self, text: &'t Text<'t>) -> Option<Table<'t>> {
        let lines = self.rows.iter().flat_map(|(_, row)| &row.cells).flat_map(|c| &c.bits).chain(&self.heads);
        let lines = lines.map(|b| b.line);
        let (from, to) = (lines.clone().min()?, lines.max()? + 1);
        let mut rows: Vec<Row<'t>> = Vec::new();
        for (_, row) in self.rows {
            let mut cells = Vec::new();
            for (column, cell) in row.cells.into_iter().enumerate() {
                let flow = match rows.last().filter(|_| cell.carried && cell.bits.is_empty()) {
                    Some(above) => above.cells[column].flow.clone(),
                    None => Flow::of_parts(text, &parts(text, &cell.bits)),
                };
                cells.push(Cell { flow, span: cell.span, carried: cell.carried });
            }
            rows.push(Row { cells, band: row.band });
        }
        Some(Table { edges: self.edges, rows, lines: from..to })
    }
}

fn remap(row: RawRow, mapped: &[usize], columns: usize) -> RawRow {
    let mut cells = vec![RawCell { span: 1, ..RawCell::default() }; columns];
    for (at, cell) in row.cells.into_iter().enumerate() {
        let start = mapped[at];
        let end = if cell.span > 1 { mapped.get(at + cell.span).copied().unwrap_or(columns) } else { start + 1 };
        if cell.span == 0 {
            continue;
        }
        let span = if row.band && at == 0 { columns } else { end - start };
        for covered in &mut cells[start..(start + span).min(columns)] {
            covered.span = 0;
        }
        cells[start] = RawCell { span, ..cell };
    }
    RawRow { cells, band: row.band }
}

fn same_words(text: &Text<'_>, a: &RawRow, b: &RawRow) -> bool {
    let squashed = |row: &RawRow| {
        let mut words = String::new();
        for bit in row.cells.iter().flat_map(|c| &c.bits) {
            words.extend(word(text, bit).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
        }
        words
    };
    let a = squashed(a);
    a.len() >= 4 && a == squashed(b)
}

/// Takes the words of a repeated head from the row whose rest stands right below it; none where a row begins otherwise.
fn take_head(text: &Text<'_>, head: &RawRow, row: &mut RawRow) -> Vec<Bit> {
    let begins = |cell: &RawCell, head: &RawCell| {
        cell.bits.len() >= head.bits.len()
            && cell.bits.iter().zip(&head.bits).all(|(a, b)| word(text, a) == word(text, b))
    };
    let cells = || row.cells.iter().zip(&head.cells);
    let named = head.cells.iter().filter(|c| !c.bits.is_empty()).count();
    let unnamed_filled = cells().any(|(cell, head)| head.bits.is_empty() && !cell.bits.is_empty());
    if head.band
        || !may_head(text, head)
        || named < 2
        || unnamed_filled
        || !cells().all(|(cell, head)| begins(cell, head))
    {
        return Vec::new();
    }
    row.cells.iter_mut().zip(&head.cells).flat_map(|(cell, head)| cell.bits.drain(..head.bits.len())).collect()
}

/// Whether a strip is a number and stands left of an edge.
fn is_number(strip: &Strip, edge: f32) -> bool {
    let one = matches!(&strip.bits[..], [bit] if bit.form == Form::Number);
    one && strip.bits.iter().all(|b| b.rect.x1 <= edge)
}

/// Whether the first row of a piece is its head: in bold, and what follows is not.
fn has_head(text: &Text<'_>, piece: &Piece) -> bool {
    piece.rows.first().is_some_and(|row| is_bold(text, row)) && !piece.rows.iter().all(|row| is_bold(text, row))
}

/// Whether a row may be a head: in bold, or without sentences.
fn may_head(text: &Text<'_>, row: &RawRow) -> bool {
    let sentence = |c: &RawCell| c.bits.len() > 3 && c.bits.last().is_some_and(|b| word(text, b).ends_with('.'));
    is_bold(text, row) || !row.cells.iter().any(sentence)
}

fn is_bold(text: &Text<'_>, row: &RawRow) -> bool {
    row.cells.iter().flat_map(|c| &c.bits).all(|b| text.pages()[text.lines()[b.line].page].words[b.word].bold)
}

fn word<'t>(text: &Text<'t>, bit: &Bit) -> &'t str {
    text.pages()[text.lines()[bit.line].page].words[bit.word].text.as_str()
}

/// Whether a row at the head of a page is the rest of the last row of the page before.
fn continues(text: &Text<'_>, last: &RawRow, row: &RawRow, numbers: Option<usize>) -> bool {
    if last.band || row.band || row.is_empty() {
        return false;
    }
    let ends_open = |bits: &[Bit]| bits.last().is_some_and(|b| !word(text, b).ends_with(['.', ':', ';', '?', '!']));
    let begins_small = |bits: &[Bit]| bits.first().is_some_and(|b| b.form == Form::Small);
    let runs_on = last.cells.iter().zip(&row.cells).any(|(a, b)| ends_open(&a.bits) && begins_small(&b.bits));
    if let Some(column) = numbers {
        let (above, here) = (&last.cells[column].bits, &row.cells[column].bits);
        if here.is_empty() {
            // A criterion in the first column may hold for several rows with numbers of their own.
            let numbered = |row: &RawRow, c: usize| row.cells[c].bits.first().is_some_and(|b| b.form == Form::Number);
            if (column + 1..row.cells.len().min(NUMBER_COLUMNS)).any(|c| numbered(last, c) && numbered(row, c)) {
                return false;
            }
            // What stands alone in an earlier column is the next criterion, not the rest of a row.
            return row.cells[column + 1..].iter().any(|c| !c.bits.is_empty());
        }
        let divided =
            above.last().is_some_and(|b| b.form == Form::Divided) || word(text, &here[0]).starts_with(['-', '.']);
        return divided || (above.is_empty() && runs_on);
    }
    let empty_first = row.cells[0].bits.is_empty() && !last.cells[0].bits.is_empty();
    empty_first || runs_on
}

/// The parts of lines of which a cell is made. A paragraph begins after a gap, and with a bullet.
fn parts(text: &Text<'_>, bits: &[Bit]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut last: Option<&Bit> = None;
    let pitch = pitch(bits);
    for bit in bits {
        match (last, parts.last_mut()) {
            (Some(before), Some(part)) if before.line == bit.line && part.words.end == bit.word => {
                part.words.end = bit.word + 1;
            }
            _ => {
                let opens = last.is_some_and(|before| {
                    let step = bit.rect.y0 - before.rect.y0;
                    let ends = word(text, before).ends_with(['.', ':', ';', '?', '!']);
                    let new_page = step < -1.0 || text.lines()[before.line].page != text.lines()[bit.line].page;
                    bit.form == Form::Bullet
                        || if new_page { ends && bit.form != Form::Small } else { step > 1.35 * pitch }
                });
                parts.push(Part { line: bit.line, words: bit.word..bit.word + 1, opens_paragraph: opens });
            }
        }
        last = Some(bit);
    }
    parts
}

/// The usual step from line to line in a cell.
fn pitch(bits: &[Bit]) -> f32 {
    let size = bits.first().map_or(10.0, |b| b.size);
    let mut steps: Vec<f32> =
        bits.windows(2).map(|w| w[1].rect.y0 - w[0].rect.y0).filter(|s| *s > 0.5 * size && *s < 3.0 * size).collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 4).copied().unwrap_or(size * 1.2).clamp(size * 0.9, 1.8 * size)
}
