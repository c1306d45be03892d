//! Rows without rules whose cells stand in the middle of their height, as many typesetters set tables.
//!
//! There the first lines of a row's cells are on many heights, so nothing begins at once. But every cell has the middle
//! of its row, and white space over all columns divides the rows.

use super::cut::Laid;

/// White space of this share of the font size over all columns divides rows.
const APART: f32 = 0.5;
/// By how much of the font size a cell may miss the middle or the top of its row.
const OFF: f32 = 0.3;
/// A cell that is lower than its row by this share of the font size shows where it stands.
const LOWER: f32 = 0.7;
/// Fewest cells that show it, and the share of them that stands in the middle.
const FEWEST: usize = 2;
const SHARE: f32 = 0.8;

/// Whether cells stand in the middle of rows that white space divides.
pub(super) fn is(laid: &[Laid]) -> bool {
    let from = [0].into_iter().chain(starts(laid));
    let to = starts(laid).into_iter().chain([laid.len()]);
    let rows = from.zip(to).filter(|(from, to)| from < to).map(|(from, to)| cells(&laid[from..to]));
    let (middle, shown) = rows.fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    middle >= FEWEST && middle as f32 >= SHARE * shown as f32
}

/// The strips with which rows begin, but for the first: those above which white space reaches over all columns.
pub(super) fn starts(laid: &[Laid]) -> Vec<usize> {
    let mut bottom = laid.first().map_or(0.0, |strip| strip.bottom);
    let mut starts = Vec::new();
    for (at, strip) in laid.iter().enumerate().skip(1) {
        if strip.top - bottom > APART * strip.size {
            starts.push(at);
        }
        bottom = bottom.max(strip.bottom);
    }
    starts
}

/// Of the cells of a row that are lower than it: how many stand in its middle and not at its top, and how many they are.
fn cells(row: &[Laid]) -> (usize, usize) {
    let (top, bottom) = extent(row.iter().map(|strip| (strip.top, strip.bottom)));
    let size = row.iter().map(|strip| strip.size).fold(0.0, f32::max);
    let (mut middle, mut all) = (0, 0);
    for column in 0..row[0].columns.len() {
        let bits = || row.iter().flat_map(|strip| &strip.columns[column]);
        if bits().next().is_none() {
            continue;
        }
        let (first, last) = extent(bits().map(|bit| (bit.rect.y0, bit.rect.y1)));
        if (bottom - top) - (last - first) < LOWER * size {
            continue;
        }
        all += 1;
        let off = f32::midpoint(first, last) - f32::midpoint(top, bottom);
        if off.abs() < OFF * size && first - top > OFF * size {
            middle += 1;
        }
    }
    (middle, all)
}

fn extent(of: impl Iterator<Item = (f32, f32)>) -> (f32, f32) {
    of.fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), (a, b)| (top.min(a), bottom.max(b)))
}
