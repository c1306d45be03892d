//! The squares in three corners of a code: dark, light, dark for three modules, light, dark along every line through the middle.

use std::collections::HashMap;

use super::dots::Dots;

/// A square that may be one of a code's corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Square {
    /// Its middle.
    pub(super) x: f32,
    pub(super) y: f32,
    /// A seventh of it along a row: the width of a module, and up to the half more where the code lies askew.
    pub(super) module: f32,
    /// In how many rows it was seen.
    rows: u16,
}

impl Square {
    /// How much of what there must be of it was seen: the rows of its inner square, of which at least two thirds are seen even
    /// where it is slanted.
    fn whole(&self) -> f32 {
        (f32::from(self.rows) / (2.0 * self.module)).min(1.0)
    }
}

/// The widest module in pixels: what is larger is seen on the page when it is made smaller.
const WIDEST: f32 = 32.0;
/// Squares that are near one another are one; they are looked for by parts of the page that are so wide.
const PART: f32 = 32.0;

/// Finds those squares that look most like a corner, at most `most` of them.
pub(super) fn find(dots: &Dots, most: usize) -> Vec<Square> {
    let mut squares = Gathered::default();
    let mut runs = Vec::new();
    for (y, row) in (0i32..).zip(dots.rows()) {
        runs_of(row, &mut runs);
        // The first run is light, perhaps of no length: those with odd numbers are dark.
        for at in (1..runs.len().saturating_sub(4)).step_by(2) {
            let lengths = [0, 1, 2, 3, 4].map(|next| runs[at + next].1);
            if is_corner(&lengths) {
                let middle = runs[at + 2].0 as f32 + lengths[2] as f32 / 2.0;
                if let Some(square) = checked(dots, middle, y, lengths.iter().sum()) {
                    squares.take(square);
                }
            }
        }
    }
    let mut squares = squares.all;
    // The width decides between those that are whole: dirt and grain are small.
    squares.sort_by(|a, b| (b.whole(), b.module).partial_cmp(&(a.whole(), a.module)).expect("none is no number"));
    squares.truncate(most);
    squares
}

/// Beginning and length of the runs of a row, light and dark in turn, the first of them light.
fn runs_of(row: &[bool], runs: &mut Vec<(usize, u32)>) {
    runs.clear();
    let mut start = 0;
    let mut dark = false;
    for (x, is_dark) in row.iter().enumerate() {
        if *is_dark != dark {
            runs.push((start, (x - start) as u32));
            (start, dark) = (x, *is_dark);
        }
    }
    runs.push((start, (row.len() - start) as u32));
}

/// Whether runs are one, one, three, one and one long, about.
fn is_corner(lengths: &[u32; 5]) -> bool {
    let total = lengths.iter().sum::<u32>() as f32;
    let module = total / 7.0;
    let near = |length: u32, modules: f32, off: f32| (length as f32 - modules * module).abs() <= off * module.max(1.4);
    total >= 7.0
        && module <= WIDEST
        && near(lengths[2], 3.0, 1.2)
        && [0, 1, 3, 4].into_iter().all(|at| near(lengths[at], 1.0, 0.7))
}

/// Looks at a place along the other lines through it.
fn checked(dots: &Dots, x: f32, y: i32, total: u32) -> Option<Square> {
    let (down, tall) = through(dots, (x as i32, y), (0, 1), total)?;
    let middle = y as f32 + down;
    let (right, wide) = through(dots, (x as i32, middle as i32), (1, 0), total)?;
    let place = (x.floor() + right, middle);
    for aslant in [(1, 1), (1, -1)] {
        // Along a diagonal the square is up to twice as far across as along another.
        through(dots, (place.0 as i32, place.1 as i32), aslant, total)?;
    }
    let module = (tall + wide) as f32 / 14.0;
    Some(Square { x: place.0, y: place.1, module, rows: 1 })
}

/// Follows a line both ways from a dark place. Gives how far from there the middle is, and how long the line is within the
/// square: at least the half of `total` and at most twice as long.
fn through(dots: &Dots, (x, y): (i32, i32), (by_x, by_y): (i32, i32), total: u32) -> Option<(f32, u32)> {
    if !dots.is_dark(x, y) {
        return None;
    }
    // The middle run from the place on, then the light one, then the dark one.
    let half = |sign: i32| {
        let mut at = 0;
        let mut lengths = [0u32; 3];
        for (run, length) in lengths.iter_mut().enumerate() {
            while dots.is_dark(x + sign * by_x * at, y + sign * by_y * at) == (run % 2 == 0) {
                *length += 1;
                at += 1;
                if *length > total {
                    return None;
                }
            }
        }
        Some(lengths)
    };
    let (on, back) = (half(1)?, half(-1)?);
    let lengths = [back[2], back[1], back[0] + on[0] - 1, on[1], on[2]];
    let long: u32 = lengths.iter().sum();
    let alike = long * 2 >= total && long <= total * 2 && is_corner(&lengths);
    alike.then(|| ((on[0] as f32 - back[0] as f32) / 2.0 + 0.5, long))
}

/// Squares by where they are.
#[derive(Debug, Default)]
struct Gathered {
    all: Vec<Square>,
    parts: HashMap<(i32, i32), Vec<usize>>,
}

impl Gathered {
    /// Takes a square, as one with one that is there already.
    fn take(&mut self, square: Square) {
        let part = ((square.x / PART) as i32, (square.y / PART) as i32);
        let around = (-1..=1).flat_map(|y| (-1..=1).map(move |x| (part.0 + x, part.1 + y)));
        let near = around.filter_map(|part| self.parts.get(&part)).flatten().copied().find(|at| {
            let other = &self.all[*at];
            let far = (other.x - square.x).abs().max((other.y - square.y).abs());
            far <= square.module.max(other.module) && (0.6..1.6).contains(&(other.module / square.module))
        });
        let Some(at) = near else {
            self.parts.entry(part).or_default().push(self.all.len());
            self.all.push(square);
            return;
        };
        let other = &mut self.all[at];
        let rows = f32::from(other.rows);
        let mean = |before: f32, now: f32| (before * rows + now) / (rows + 1.0);
        *other = Square {
            x: mean(other.x, square.x),
            y: mean(other.y, square.y),
            module: mean(other.module, square.module),
            rows: other.rows.saturating_add(1),
        };
    }
}
