//! Words → lines in reading order.

use countersign_domain::Rect;

use super::{Piece, columns};

/// Rows are one line if their baselines differ by no more than this share of the smaller font size.
const LINE_DRIFT: f32 = 0.35;
/// A raised or lowered word is smaller than this share of its neighbour.
const SCRIPT_SIZE: f32 = 0.85;
/// A raised or lowered word is this close to a word of its line, as a share of the font size.
const SCRIPT_REACH: f32 = 0.4;
/// A raised word belongs to the word before it if the gap is no larger than this share of the font size.
const SCRIPT_GAP: f32 = 0.15;

/// A line from left to right, and the row that determines where it stands.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) baseline: f32,
    pub(super) size: f32,
}

impl Line {
    pub(super) fn top(&self) -> f32 {
        self.baseline - self.size * super::ABOVE
    }

    pub(super) fn bottom(&self) -> f32 {
        self.baseline + self.size * super::BELOW
    }
}

/// Orders words: lines top to bottom, each from left to right, columns of prose one after the other.
pub(super) fn reading_order(pieces: Vec<Piece>, rules: &[Rect]) -> Vec<Vec<Piece>> {
    columns::order(pieces, rules).into_iter().map(|line| tidy(line.pieces)).collect()
}

/// Gathers words into lines, top to bottom.
pub(super) fn gather(mut pieces: Vec<Piece>) -> Vec<Line> {
    pieces.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if (piece.baseline - line.baseline).abs() <= LINE_DRIFT * piece.size.min(line.size) => {
                if piece.size > line.size {
                    line.size = piece.size;
                    line.baseline = piece.baseline;
                }
                line.pieces.push(piece);
            }
            _ => lines.push(Line { baseline: piece.baseline, size: piece.size, pieces: vec![piece] }),
        }
    }
    // Superscripts stand before their line by now, subscripts after it.
    for at in 1..lines.len() {
        let (before, after) = lines.split_at_mut(at);
        let (above, below) = (&mut before[at - 1], &mut after[0]);
        if above.size < below.size { take_scripts(below, above) } else { take_scripts(above, below) }
    }
    lines.retain(|line| !line.pieces.is_empty());
    for line in &mut lines {
        line.pieces.sort_by(|a, b| a.u0.total_cmp(&b.u0));
    }
    lines
}

/// Moves the words of `small` that are raised or lowered endings of words of `line` to it. Small text beside large
/// text in several lines of its own stays where it is: it is not attached to a word.
fn take_scripts(line: &mut Line, small: &mut Line) {
    let slack = line.size * 0.15;
    let within = small.top() >= line.top() - slack && small.bottom() <= line.bottom() + slack;
    if small.size > SCRIPT_SIZE * line.size || !within {
        return;
    }
    let near = SCRIPT_REACH * line.size;
    let attached = |piece: &Piece| {
        let clear = |other: &Piece| piece.u1 <= other.u0 + slack || piece.u0 >= other.u1 - slack;
        line.pieces.iter().all(clear)
            && line
                .pieces
                .iter()
                .any(|other| (piece.u0 - other.u1).abs() <= near || (other.u0 - piece.u1).abs() <= near)
    };
    let (taken, left) = std::mem::take(&mut small.pieces).into_iter().partition(attached);
    small.pieces = left;
    line.pieces.extend::<Vec<Piece>>(taken);
}

/// Joins ordinals and marks to their word, and drops words painted twice.
fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let Some(last) = kept.last_mut() else {
            kept.push(piece);
            continue;
        };
        if is_shadow(last, &piece) {
            continue;
        }
        if is_raised_ending(last, &piece) {
            last.u1 = last.u1.max(piece.u1);
            last.letters.extend(piece.letters);
        } else {
            kept.push(piece);
        }
    }
    kept
}

/// Whether a word is the one before it painted again a little aside.
fn is_shadow(last: &Piece, piece: &Piece) -> bool {
    let near = 0.2 * last.size;
    (last.u0 - piece.u0).abs() <= near && (last.u1 - piece.u1).abs() <= near && last.text() == piece.text()
}

/// Whether a small raised word ends the word before it: the letters of "31st", or a trade mark sign.
fn is_raised_ending(last: &Piece, piece: &Piece) -> bool {
    if piece.letters.len() > 2 {
        return false;
    }
    let text = piece.text();
    let ending = match text.as_str() {
        "st" | "nd" | "rd" | "th" => {
            last.letters.last().is_some_and(|l| l.text.ends_with(|c: char| c.is_ascii_digit()))
        }
        "™" | "®" | "℠" | "TM" | "SM" => true,
        _ => false,
    };
    let gap = piece.u0 - last.u1;
    ending && piece.baseline < last.baseline && gap.abs() <= SCRIPT_GAP * last.size && piece.size <= last.size
}
