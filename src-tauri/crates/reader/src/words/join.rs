//! Letters → words, by the gaps between them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Letter, Piece};

/// Letters are on one row if their baselines differ by no more than this share of the font size.
const ROW_DRIFT: f32 = 0.15;
/// A gap of this share of the font size ends a word: spaces are 0.2 and more, kerning stays below 0.1.
const WORD_GAP: f32 = 0.15;
/// The least gap at which a space in the file counts: some producers write spaces and then move back over them.
const SPACE_GAP: f32 = 0.03;
/// A gap larger than this is never letter-spacing.
const WIDEST_SPACING: f32 = 0.8;
/// Room for the letters of a stretch before it grows.
const USUAL_STRETCH: usize = 24;
/// Letters this far apart are letter-spaced if most of their neighbours are.
const LEAST_SPACING: f32 = 0.1;
/// Fewer letters than this do not show a spacing.
const FEWEST_SPACED: usize = 4;
/// A letter that goes back over this share of the font size starts a word of its own.
const OVERLAP: f32 = 0.5;
/// More texts than this over each other cannot be read anyway.
const MAX_LAYERS: usize = 32;
/// The same letter again within this share of the font size is painted twice to look bold.
const TWICE: f32 = 0.1;

/// Joins letters, given in the order of painting, into words in no particular order.
pub(super) fn join(letters: Vec<Letter>) -> Vec<Piece> {
    let mut painted: Vec<(usize, Letter)> = letters.into_iter().enumerate().collect();
    painted.sort_by(|(_, a), (_, b)| a.baseline.total_cmp(&b.baseline));
    let mut words = Vec::new();
    let mut row: Vec<(usize, Letter)> = Vec::new();
    for (order, letter) in painted {
        let first = row.first().map(|(_, first)| (first.baseline, first.size));
        if first.is_some_and(|(baseline, size)| letter.baseline - baseline > ROW_DRIFT * letter.size.min(size)) {
            let room = row.len();
            join_row(std::mem::replace(&mut row, Vec::with_capacity(room)), &mut words);
        }
        row.push((order, letter));
    }
    join_row(row, &mut words);
    words
}

/// Joins the letters of one row. Text that runs over into the next cell of a table is painted over other text: such
/// runs are read one after the other, not letter by letter.
fn join_row(mut row: Vec<(usize, Letter)>, words: &mut Vec<Piece>) {
    row.sort_by(|(_, a), (_, b)| a.u0.total_cmp(&b.u0));
    let mut row = without_twins(row);
    if !row.windows(2).any(|pair| pair[0].1.u1 - pair[1].1.u0 > OVERLAP * pair[0].1.size.min(pair[1].1.size) / 2.0) {
        return join_layer(row.into_iter().map(|(_, letter)| letter).collect(), words);
    }
    row.sort_by_key(|(order, _)| *order);
    let mut runs: Vec<Vec<Letter>> = Vec::new();
    for (_, letter) in row {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| continues(last, &letter)) => run.push(letter),
            _ => runs.push(vec![letter]),
        }
    }
    runs.sort_by(|a, b| a[0].u0.total_cmp(&b[0].u0));
    let mut layers: Vec<(f32, Vec<Letter>)> = Vec::new();
    for run in runs {
        let end = run.iter().map(|l| l.u1).fold(f32::NEG_INFINITY, f32::max);
        let start = run[0].u0 + OVERLAP * run[0].size;
        let full = layers.len() == MAX_LAYERS;
        match layers.iter_mut().find(|(taken, _)| *taken <= start || full) {
            Some((taken, letters)) => {
                *taken = end;
                letters.extend(run);
            }
            None => layers.push((end, run)),
        }
    }
    for (_, letters) in layers {
        join_layer(letters, words);
    }
}

/// Whether a letter was painted right behind the one before it.
fn continues(last: &Letter, letter: &Letter) -> bool {
    let size = last.size.max(letter.size);
    (-OVERLAP * size..=size).contains(&(letter.u0 - last.u1)) && letter.u0 >= last.u0
}

/// Joins letters that do not lie over each other.
fn join_layer(mut row: Vec<Letter>, words: &mut Vec<Piece>) {
    row.sort_by(|a, b| a.u0.total_cmp(&b.u0));
    let mut stretch: Vec<Letter> = Vec::with_capacity(USUAL_STRETCH);
    let mut space = false;
    for letter in row {
        if letter.is_space() {
            space = true;
            continue;
        }
        if let Some(last) = stretch.last() {
            let size = last.size.max(letter.size);
            let gap = letter.u0 - last.u1;
            let apart = gap > WIDEST_SPACING * size || gap < -OVERLAP * size || (space && gap > SPACE_GAP * size);
            if apart {
                split(&mut stretch, words);
            }
        }
        space = false;
        stretch.push(letter);
    }
    split(&mut stretch, words);
}

/// Removes letters that are painted a second time at nearly the same place, a common way to make text bold. A single
/// letter that falls on its like is chance where two texts overlap: a neighbour must be painted twice as well, or the
/// two must be painted one right after the other.
fn without_twins(row: Vec<(usize, Letter)>) -> Vec<(usize, Letter)> {
    let mut twins: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, (order, letter)) in row.iter().enumerate() {
        let twin = row[..at]
            .iter()
            .rev()
            .take_while(|(_, other)| letter.u0 - other.u0 <= TWICE * letter.size)
            .find(|(_, other)| is_twin(other, letter));
        if let Some((other, _)) = twin {
            twins.insert((*order).max(*other), (*order).min(*other));
        }
    }
    let confirmed: BTreeMap<usize, usize> = twins
        .iter()
        .filter(|(later, earlier)| {
            **later == **earlier + 1 || twins.contains_key(&(**later + 1)) || twins.contains_key(&later.wrapping_sub(1))
        })
        .map(|(later, earlier)| (*later, *earlier))
        .collect();
    if confirmed.is_empty() {
        return row;
    }
    let hidden: BTreeSet<usize> = row.iter().filter(|(_, l)| l.hidden).map(|(order, _)| *order).collect();
    let seen_twice: BTreeSet<usize> = confirmed
        .iter()
        .filter(|(later, earlier)| !hidden.contains(*later) && !hidden.contains(*earlier))
        .map(|(_, earlier)| *earlier)
        .collect();
    row.into_iter()
        .filter(|(order, _)| !confirmed.contains_key(order))
        .map(|(order, letter)| {
            let bold = letter.bold || seen_twice.contains(&order);
            (order, Letter { bold, ..letter })
        })
        .collect()
}

fn is_twin(a: &Letter, b: &Letter) -> bool {
    !a.is_space() && a.text == b.text && (a.size - b.size).abs() <= TWICE * a.size
}

/// Splits a stretch of letters without spaces into words, and leaves none of them in it.
fn split(stretch: &mut Vec<Letter>, words: &mut Vec<Piece>) {
    if stretch.is_empty() {
        return;
    }
    let limit = word_gap(stretch);
    let lengths: Vec<usize> = stretch.chunk_by(|a, b| !ends_word(a, b, limit)).map(<[Letter]>::len).collect();
    let mut letters = stretch.drain(..);
    for length in lengths {
        words.push(Piece::new(letters.by_ref().take(length).collect()));
    }
}

/// Whether a word ends between two letters.
fn ends_word(last: &Letter, letter: &Letter, limit: f32) -> bool {
    letter.u0 - last.u1 > limit * last.size.max(letter.size)
}

/// The gap, as a share of the font size, that ends a word in this stretch. Where the letters of a heading are set
/// apart, as small capitals often are, the usual gap between them is not the end of a word; only a clearly larger one is.
fn word_gap(stretch: &[Letter]) -> f32 {
    if stretch.len() < FEWEST_SPACED {
        return WORD_GAP;
    }
    let letters = stretch.iter().filter(|l| l.text.chars().all(char::is_alphabetic)).count();
    if letters * 4 < stretch.len() * 3 {
        return WORD_GAP;
    }
    let mut gaps: Vec<f32> = stretch.windows(2).map(|p| (p[1].u0 - p[0].u1) / p[0].size.max(p[1].size)).collect();
    let middle = gaps.len() / 2;
    let usual = *gaps.select_nth_unstable_by(middle, f32::total_cmp).1;
    if usual > LEAST_SPACING { usual * 1.6 + 0.02 } else { WORD_GAP }
}
