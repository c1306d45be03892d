//! Columns of prose and of lists. A table looks much like columns, and reading a table column by column tears its rows
//! apart, so columns are only believed where nothing speaks for a table.

mod lists;

use countersign_domain::Rect;

use super::Piece;
use super::lines::{Line, gather};

/// Fewest lines in each column.
const FEWEST_LINES: usize = 8;
/// Narrowest gutter, as a share of the font size.
const GUTTER: f32 = 0.8;
/// Lines of prose fill at least this share of their column.
const FILL: f32 = 0.7;
/// Lines of prose have at least this many words on average.
const WORDS_PER_LINE: usize = 4;
/// Lists set in columns: at least every so many lines begin with a bullet.
const LINES_PER_BULLET: usize = 2;
/// One column is at most this many times as wide as the other; a column of labels is narrower than its descriptions.
const WIDTH_RATIO: f32 = 1.6;
/// White bands across both columns, as a share of the font size: rows of a table share them, paragraphs rarely do.
const BAND: f32 = 0.6;
/// One shared band per this many lines is chance.
const LINES_PER_BAND: usize = 10;
/// Columns within columns are followed this deep: three columns are two and one.
const MAX_DEPTH: u32 = 3;

/// Gathers words into lines in reading order.
pub(super) fn order(pieces: Vec<Piece>, rules: &[Rect]) -> Vec<Line> {
    order_level(gather(pieces), rules, 0)
}

fn order_level(lines: Vec<Line>, rules: &[Rect], depth: u32) -> Vec<Line> {
    if depth == MAX_DEPTH {
        return lines;
    }
    let Some((from, to, gutter)) = find(&lines, rules).or_else(|| lists::find(&lines, rules)) else { return lines };
    let mut before = lines;
    let after = before.split_off(to);
    let (left, right): (Vec<Piece>, Vec<Piece>) =
        before.split_off(from).into_iter().flat_map(|l| l.pieces).partition(|p| p.u0 < gutter);
    let mut ordered = order_level(before, rules, depth + 1);
    ordered.extend(order_level(gather(left), rules, depth + 1));
    ordered.extend(order_level(gather(right), rules, depth + 1));
    ordered.extend(order_level(after, rules, depth + 1));
    ordered
}

/// Finds the longest block of lines that is two columns: its lines, and where the right column starts.
fn find(lines: &[Line], rules: &[Rect]) -> Option<(usize, usize, f32)> {
    let mut best: Option<(usize, usize, f32)> = None;
    if lines.len() < FEWEST_LINES {
        return best;
    }
    for start in starts(lines) {
        let mut from = 0;
        while from < lines.len() {
            let mut to = from;
            while to < lines.len() && !crosses(&lines[to], start) {
                to += 1;
            }
            if best.is_none_or(|(a, b, _)| to - from > b - a) && is_prose(&lines[from..to], start, rules) {
                best = Some((from, to, start));
            }
            from = to + 1;
        }
    }
    best
}

/// Where a right column might start: places where many lines have a word after a wide gap, or begin.
fn starts(lines: &[Line]) -> Vec<f32> {
    let mut edges: Vec<f32> = Vec::new();
    for line in lines {
        let mut end = f32::NEG_INFINITY;
        for piece in &line.pieces {
            if piece.u0 - end >= GUTTER * line.size {
                edges.push(piece.u0);
            }
            end = end.max(piece.u1);
        }
    }
    edges.sort_by(f32::total_cmp);
    let mut starts = Vec::new();
    let mut from = 0;
    while from < edges.len() {
        let to = edges.partition_point(|e| *e <= edges[from] + 2.0);
        if to - from >= FEWEST_LINES {
            starts.push(edges[from] - 0.5);
        }
        from = to;
    }
    starts
}

/// Whether words of the line lie across the place where the right column would start, or too close before it.
fn crosses(line: &Line, start: f32) -> bool {
    line.pieces.iter().any(|p| p.u0 < start && p.u1 > start + 0.5 - GUTTER * p.size.min(line.size))
}

fn is_prose<'a>(block: &'a [Line], start: f32, rules: &[Rect]) -> bool {
    let side = |left: bool| -> Vec<Vec<&'a Piece>> {
        let of = |line: &'a Line| line.pieces.iter().filter(|p| (p.u0 < start) == left).collect();
        block.iter().map(of).filter(|pieces: &Vec<&Piece>| !pieces.is_empty()).collect()
    };
    let (Some(left_width), Some(right_width)) = (prose_width(&side(true)), prose_width(&side(false))) else {
        return false;
    };
    let wide = left_width.max(right_width) <= WIDTH_RATIO * left_width.min(right_width);
    wide && !is_ruled(block, start, rules) && shared_bands(block) <= block.len() / LINES_PER_BAND
}

/// Whether rules divide the block into rows or columns.
fn is_ruled(block: &[Line], start: f32, rules: &[Rect]) -> bool {
    let (Some(first), Some(last)) = (block.first(), block.last()) else { return false };
    let (top, bottom) = (first.top(), last.bottom());
    rules.iter().any(|r| {
        let inside = r.y1 > top + first.size && r.y0 < bottom - last.size;
        let level = r.width() > r.height();
        inside && if level { r.x0 < start && r.x1 > start } else { (r.x0 - start).abs() < 30.0 && r.height() > 30.0 }
    })
}

/// The width of a column if its lines look like prose, or like the items of a list.
fn prose_width(lines: &[Vec<&Piece>]) -> Option<f32> {
    if lines.len() < FEWEST_LINES {
        return None;
    }
    let left = lines.iter().filter_map(|l| l.first()).map(|p| p.u0).fold(f32::INFINITY, f32::min);
    let ends: Vec<f32> = lines.iter().filter_map(|l| l.last()).map(|p| p.u1).collect();
    let width = ends.iter().copied().fold(0.0, f32::max) - left;
    let fill = ends.iter().map(|end| (end - left) / width).sum::<f32>() / ends.len() as f32;
    let words: usize = lines.iter().map(Vec::len).sum();
    let bullets = lines.iter().filter_map(|l| l.first()).filter(|p| is_bullet(p)).count();
    let prose = fill >= FILL && words >= WORDS_PER_LINE * lines.len();
    let list = bullets * LINES_PER_BULLET >= lines.len();
    (width > 0.0 && (prose || list)).then_some(width)
}

fn is_bullet(piece: &Piece) -> bool {
    let [letter] = piece.letters.as_slice() else { return false };
    matches!(letter.text.as_str(), "•" | "●" | "▪" | "■" | "◦" | "‣" | "➢" | "✓")
}

/// Counts the white bands that run across the whole block.
fn shared_bands(block: &[Line]) -> usize {
    let mut bottom = f32::INFINITY;
    let mut bands = 0;
    for line in block {
        if line.top() - bottom > BAND * line.size {
            bands += 1;
        }
        bottom = if bottom.is_finite() { bottom.max(line.bottom()) } else { line.bottom() };
    }
    bands
}
