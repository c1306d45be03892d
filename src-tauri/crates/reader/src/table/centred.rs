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
const FEWEST: usize = 3;
const SHARE: f32 = 0.8;

/// The strips with which rows begin; `None` where cells do not stand in the middle of rows.
pub(super) fn starts(laid: &[Laid]) -> Option<Vec<usize>> {
    let mut bounds = vec![0];
    let mut bottom = laid.first()?.bottom;
    for (at, strip) in laid.iter().enumerate().skip(1) {
        if strip.top - bottom > APART * strip.size {
            bounds.push(at);
        }
        bottom = bottom.max(strip.bottom);
    }
    let ends = bounds.iter().skip(1).copied().chain([laid.len()]);
    let (mut middle, mut shown) = (0, 0);
    for (from, to) in bounds.iter().copied().zip(ends) {
        let (in_the_middle, all) = cells(&laid[from..to]);
        middle += in_the_middle;
        shown += all;
    }
    let sure = middle >= FEWEST && middle as f32 >= SHARE * shown as f32;
    (sure && bounds.len() >= 2).then(|| bounds.split_off(1))
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
