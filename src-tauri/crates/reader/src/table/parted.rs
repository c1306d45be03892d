//! Heads that a page end parts from their rows: the last words of a page stand in columns, and what begins the next page
//! stands in the same ones.

use super::cut::{self, Divided};
use super::gutter::Cover;
use super::strip::Strip;
use super::{Piece, RawCell, RawRow};

/// Fewest columns: two stretches of words stand side by side for many reasons.
const FEWEST_COLUMNS: usize = 3;
/// Most lines of a head.
const MOST_LINES: usize = 3;
/// Lines of one head, and lines of one row, follow each other at less than this share of the font size.
const CLOSE: f32 = 0.6;
/// Rows follow each other at less than this share of the font size.
const APART: f32 = 1.6;

/// The last strips of a page, where they may be such a head; `None` where they do not stand in columns.
pub(super) fn head(loose: &[Strip]) -> Option<Vec<Strip>> {
    let mut from = loose.len().checked_sub(1)?;
    while from > 0
        && loose.len() - from < MOST_LINES
        && loose[from].top - loose[from - 1].bottom < CLOSE * loose[from].size
        && loose[from - 1].segments().len() >= 2
    {
        from -= 1;
    }
    let head = &loose[from..];
    head.iter().any(|strip| strip.segments().len() >= FEWEST_COLUMNS).then(|| head.to_vec())
}

/// The row of a head over the columns of a table; `None` where it stands in other ones.
pub(super) fn over(head: &[Strip], edges: &[f32]) -> Option<RawRow> {
    let columns = edges.len() - 1;
    let of = |x: f32| edges.partition_point(|e| *e <= x).clamp(1, columns) - 1;
    let mut cells = vec![RawCell { span: 1, ..RawCell::default() }; columns];
    for strip in head {
        let sides = strip.segments();
        if sides.iter().any(|(from, to)| of(*from + 1.0) != of(*to - 1.0)) {
            return None;
        }
        for bit in &strip.bits {
            cells[of(bit.middle())].bits.push(*bit);
        }
    }
    let named = cells.iter().filter(|cell| !cell.bits.is_empty()).count();
    (named >= FEWEST_COLUMNS && named + 1 >= columns).then_some(RawRow { cells, band: false })
}

/// Makes a table of the strips that begin a page below a head on the page before; says of how many.
pub(super) fn rows(head: &[Strip], loose: &[Strip]) -> Option<(Piece, usize)> {
    let size = head.first()?.size;
    let mut cover = Cover::default();
    for strip in head {
        cover.add(strip);
    }
    let mut taken = 0;
    for (at, strip) in loose.iter().enumerate() {
        let mut wider = cover.clone();
        wider.add(strip);
        let apart = at > 0 && strip.top - loose[at - 1].bottom > APART * size;
        let opens = at > 0 || strip.segments().len() >= FEWEST_COLUMNS;
        if apart || !opens || !wider.keeps(&cover, size) {
            break;
        }
        cover = wider;
        taken += 1;
    }
    let (first, last) = (loose.first()?, loose[..taken].last()?);
    let edges = cover.edges(size)?;
    let mut rows = vec![over(head, &edges)?];
    rows.extend(cut::rows(&loose[..taken], &edges, Divided::Otherwise));
    Some((Piece { edges, ruled: false, rows, top: first.top, bottom: last.bottom }, taken))
}
