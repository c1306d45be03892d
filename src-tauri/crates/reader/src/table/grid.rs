//! Ruled tables: upright and level rules make a grid, and where a rule is missing between two places of the grid they
//! are one cell.

use countersign_domain::Rect;

use super::strip::{Bit, Strip, WIDE_GAP, gather};
use super::{Piece, RawCell, RawRow, cut};

/// Upright rules nearer than this are the two sides of a double border, in points.
const SAME_UPRIGHT: f32 = 6.0;
/// Level rules nearer than this are one, in points.
const SAME_LEVEL: f32 = 3.5;
/// How far the ends of rules may miss each other, in points.
const REACH: f32 = 4.0;
/// An upright rule shorter than this is no side of a cell.
const SHORTEST: f32 = 9.0;
/// How far words may stand outside the outer rules, in points.
const OUTSIDE: f32 = 3.0;

/// Finds the tables that upright rules divide into columns, and gives back the strips that stand in none.
pub(super) fn find(strips: Vec<Strip>, rules: &[Rect]) -> (Vec<Piece>, Vec<Strip>) {
    let mut upright: Vec<Rect> = rules.iter().copied().filter(|r| r.height() >= r.width().max(SHORTEST)).collect();
    let level: Vec<Rect> = rules.iter().copied().filter(|r| r.width() > r.height()).collect();
    // Beside tables with level rules, an upright rule that none of them meets is no side of a cell: a margin, a running head
    // on a turned page.
    let met = |side: &Rect| {
        let meets = |r: &Rect| r.x0 - REACH <= side.x1 && r.x1 + REACH >= side.x0;
        level.iter().any(|r| meets(r) && r.y0 >= side.y0 - REACH && r.y1 <= side.y1 + REACH)
    };
    if upright.iter().any(met) {
        upright.retain(met);
    }
    let mut pieces = Vec::new();
    let mut rest = strips;
    for (top, bottom) in zones(&upright) {
        let Some(grid) = Grid::new(&upright, &level, top, bottom) else { continue };
        let (inside, outside): (Vec<Bit>, Vec<Bit>) =
            rest.iter().flat_map(|s| s.bits.iter().copied()).partition(|bit| grid.holds(bit));
        let before = rest;
        match grid.fill(inside) {
            Some(piece) => {
                pieces.push(piece);
                rest = gather(outside);
            }
            None => rest = before,
        }
    }
    (pieces, rest)
}

/// The heights over which upright rules stand without a break.
fn zones(upright: &[Rect]) -> Vec<(f32, f32)> {
    let mut sides: Vec<(f32, f32)> = upright.iter().map(|r| (r.y0, r.y1)).collect();
    sides.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut zones: Vec<(f32, f32)> = Vec::new();
    for (top, bottom) in sides {
        match zones.last_mut() {
            Some((_, end)) if top <= *end + REACH => *end = end.max(bottom),
            _ => zones.push((top, bottom)),
        }
    }
    zones
}

/// Rules along one line of the grid: where it is, and the stretches that are ruled.
#[derive(Debug)]
struct Side {
    at: f32,
    ruled: Vec<(f32, f32)>,
}

impl Side {
    fn covers(&self, place: f32) -> bool {
        self.ruled.iter().any(|(from, to)| *from - 1.0 <= place && place <= *to + 1.0)
    }
}

/// Gathers rules, each given as its place and its two ends, into the lines of a grid.
fn sides(mut rules: Vec<(f32, f32, f32)>, same: f32) -> Vec<Side> {
    rules.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sides: Vec<Side> = Vec::new();
    let mut first = f32::NEG_INFINITY;
    for (at, from, to) in rules {
        match sides.last_mut() {
            Some(side) if at - first < same => {
                side.at = f32::midpoint(first, at);
                side.ruled.push((from, to));
            }
            _ => {
                first = at;
                sides.push(Side { at, ruled: vec![(from, to)] });
            }
        }
    }
    sides
}

struct Grid {
    upright: Vec<Side>,
    level: Vec<Side>,
}

impl Grid {
    /// Makes the grid of a zone; `None` where it is a frame and no table.
    fn new(upright: &[Rect], level: &[Rect], top: f32, bottom: f32) -> Option<Self> {
        let within = |r: &&Rect| r.y0 >= top - REACH && r.y1 <= bottom + REACH;
        let uprights: Vec<(f32, f32, f32)> =
            upright.iter().filter(within).map(|r| (f32::midpoint(r.x0, r.x1), r.y0, r.y1)).collect();
        let mut upright = sides(uprights, SAME_UPRIGHT);
        let levels: Vec<&Rect> = level.iter().filter(within).collect();
        // A table may be open at its sides: its level rules then reach farther than its upright ones.
        let (left, right) = (upright.first()?.at, upright.last()?.at);
        let reaching = |r: &&&Rect| r.x0 <= right + REACH && r.x1 >= left - REACH;
        let outer_left = levels.iter().filter(reaching).map(|r| r.x0).fold(left, f32::min);
        let outer_right = levels.iter().filter(reaching).map(|r| r.x1).fold(right, f32::max);
        if outer_left < left - SAME_UPRIGHT * 2.0 {
            upright.insert(0, Side { at: outer_left, ruled: vec![(top, bottom)] });
        }
        if outer_right > right + SAME_UPRIGHT * 2.0 {
            upright.push(Side { at: outer_right, ruled: vec![(top, bottom)] });
        }
        if upright.len() < 3 {
            return None;
        }
        // What neither begins nor ends at an upright rule underlines words.
        let near = |x: f32| upright.iter().any(|side| (side.at - x).abs() <= SAME_UPRIGHT + 1.0);
        let levels = levels.into_iter().filter(|r| near(r.x0) && near(r.x1));
        let mut level = sides(levels.map(|r| (f32::midpoint(r.y0, r.y1), r.x0, r.x1)).collect(), SAME_LEVEL);
        if level.first().is_none_or(|side| side.at > top + REACH) {
            level.insert(0, Side { at: top, ruled: Vec::new() });
        }
        if level.last().is_none_or(|side| side.at < bottom - REACH) {
            level.push(Side { at: bottom, ruled: Vec::new() });
        }
        Some(Self { upright, level })
    }

    fn columns(&self) -> usize {
        self.upright.len() - 1
    }

    fn rows(&self) -> usize {
        self.level.len().saturating_sub(1)
    }

    fn holds(&self, bit: &Bit) -> bool {
        let (Some(left), Some(right)) = (self.upright.first(), self.upright.last()) else { return false };
        let (Some(top), Some(bottom)) = (self.level.first(), self.level.last()) else { return false };
        let (x, y) = (bit.middle(), bit.height());
        x > left.at - OUTSIDE && x < right.at + OUTSIDE && y > top.at && y < bottom.at
    }

    /// Puts words into the cells; `None` where fewer than two columns hold any.
    fn fill(&self, bits: Vec<Bit>) -> Option<Piece> {
        let (columns, rows) = (self.columns(), self.rows());
        let mut slots: Vec<Vec<Vec<Bit>>> = vec![vec![Vec::new(); columns]; rows];
        for bit in gather(bits).into_iter().flat_map(|s| s.bits) {
            let column = self.upright.partition_point(|s| s.at <= bit.middle()).clamp(1, columns) - 1;
            let row = self.level.partition_point(|s| s.at <= bit.height()).clamp(1, rows.max(1)) - 1;
            slots.get_mut(row)?[column].push(bit);
        }
        let mut cells: Vec<RawRow> = Vec::new();
        for (at, slots) in slots.into_iter().enumerate() {
            cells.push(self.row(at, slots));
        }
        self.merge_down(&mut cells);
        cells.retain(|row| !row.is_empty() || row.cells.iter().any(|c| c.carried));
        let mut edges: Vec<f32> = self.upright.iter().map(|s| s.at).collect();
        drop_empty_columns(&mut edges, &mut cells);
        (edges.len() >= 3).then(|| {
            let rows = cut::divide_tall(cells, &edges);
            let (top, bottom) = (self.level.first().map_or(0.0, |s| s.at), self.level.last().map_or(0.0, |s| s.at));
            Piece { edges, ruled: true, rows, top, bottom }
        })
    }

    /// Joins the places of one row between which no rule stands.
    fn row(&self, at: usize, slots: Vec<Vec<Bit>>) -> RawRow {
        let columns = slots.len();
        let height = f32::midpoint(self.level[at].at, self.level[at + 1].at);
        let mut cells: Vec<RawCell> =
            slots.into_iter().map(|bits| RawCell { bits, span: 1, ..RawCell::default() }).collect();
        let mut from = 0;
        while from < columns {
            let mut to = from + 1;
            while to < columns && !self.upright[to].covers(height) {
                to += 1;
            }
            if to - from > 1 && !self.is_divided(from..to, &cells[from..to]) {
                merge(&mut cells, from..to);
            }
            from = to;
        }
        let filled: Vec<usize> = (0..columns).filter(|c| !cells[*c].bits.is_empty()).collect();
        let band = matches!(filled[..], [only] if cells[only].span > 1 && cells[only].span + 1 >= columns.min(3));
        RawRow { cells, band }
    }

    /// Whether a row without upright rules still stands in columns, as the shaded head of a table does: words leave the
    /// places of the rules free, with wide gaps.
    fn is_divided(&self, columns: std::ops::Range<usize>, cells: &[RawCell]) -> bool {
        if cells.iter().filter(|c| !c.bits.is_empty()).count() < 2 {
            return false;
        }
        let strips = gather(cells.iter().flat_map(|c| c.bits.iter().copied()).collect());
        let inner = &self.upright[columns.start + 1..columns.end];
        let crossed = |strip: &Strip| {
            let segments = strip.segments();
            inner.iter().any(|side| segments.iter().any(|(a, b)| *a < side.at - 1.0 && *b > side.at + 1.0))
        };
        let gaps = strips.iter().map(|s| s.segments().len() - 1).max().unwrap_or_default();
        gaps > 0 && !strips.iter().any(crossed) && strips.iter().all(|s| s.size * WIDE_GAP > 0.0)
    }

    /// Marks cells that no rule divides from the one above, and gives the text to the first of them.
    fn merge_down(&self, rows: &mut [RawRow]) {
        for at in 1..rows.len() {
            let (before, after) = rows.split_at_mut(at);
            let (above, row) = (&mut before[at - 1], &mut after[0]);
            for column in 0..row.cells.len() {
                let middle = f32::midpoint(self.upright[column].at, self.upright[column + 1].at);
                let span = row.cells[column].span;
                let ruled = self.level[at].ruled.is_empty() || self.level[at].covers(middle);
                if !ruled && span == above.cells[column].span && span > 0 {
                    row.cells[column].carried = true;
                    above.cells[column].open = true;
                }
            }
        }
        // The text of a merged cell may stand in its middle: it belongs to where the cell begins.
        for at in (1..rows.len()).rev() {
            let (before, after) = rows.split_at_mut(at);
            for (above, cell) in before[at - 1].cells.iter_mut().zip(&mut after[0].cells) {
                if cell.carried {
                    above.bits.append(&mut cell.bits);
                }
            }
        }
    }
}

fn merge(cells: &mut [RawCell], columns: std::ops::Range<usize>) {
    let bits = cells[columns.clone()].iter_mut().flat_map(|c| std::mem::take(&mut c.bits)).collect();
    let bits = gather(bits).into_iter().flat_map(|s| s.bits).collect();
    for cell in &mut cells[columns.clone()] {
        cell.span = 0;
    }
    cells[columns.start].bits = bits;
    cells[columns.start].span = columns.len();
}

/// Drops columns in which no cell with words begins.
fn drop_empty_columns(edges: &mut Vec<f32>, rows: &mut [RawRow]) {
    for column in (0..edges.len().saturating_sub(1)).rev() {
        if rows.iter().any(|row| !row.cells[column].bits.is_empty()) {
            continue;
        }
        for row in rows.iter_mut() {
            if row.cells[column].span == 0
                && let Some(owner) = row.cells[..column].iter_mut().rev().find(|c| c.span > 0)
            {
                owner.span -= 1;
            } else if row.cells[column].span > 1 {
                let span = row.cells[column].span - 1;
                row.cells[column + 1].span = span;
            }
            row.cells.remove(column);
        }
        // Of the two edges the one between columns goes; the outer ones stay.
        let edge = if column == 0 {
            0
        } else if column + 2 == edges.len() {
            column + 1
        } else {
            column
        };
        edges.remove(edge);
    }
}
