//! Three squares that may be the corners of one code.

use super::squares::Square;

/// A place on the page, or a way from one to another.
pub(super) type Place = (f32, f32);

/// Three corners of a code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Corners {
    /// The middle of the square between the two others.
    pub(super) corner: Place,
    /// The way from there to the square at the end of the first row.
    pub(super) across: Place,
    /// The way from there to the square at the beginning of the last row.
    pub(super) down: Place,
    /// How many modules the two ways are long.
    pub(super) modules: f32,
    /// How far they are from the corners of a square: 0 is one.
    off: f32,
}

/// A code is read that has this many modules in its rows at least and at most: the sizes 1 to 10 of the standard, in which more
/// fits than is asked for.
const MODULES: [f32; 2] = [21.0, 57.0];
/// How much longer one way is than the other, at most, one module wider than another, and how far from a right angle they are (its
/// cosine): a page that was photographed from the side.
const LONGER: f32 = 1.35;
const WIDER: f32 = 1.6;
const SLANT: f32 = 0.3;

/// Finds the likeliest corners, at most `most` of them.
pub(super) fn find(squares: &[Square], most: usize) -> Vec<Corners> {
    let mut found = Vec::new();
    for (at, a) in squares.iter().enumerate() {
        for (next, b) in squares.iter().enumerate().skip(at + 1) {
            for c in &squares[next + 1..] {
                found.extend([[a, b, c], [b, c, a], [c, a, b]].into_iter().filter_map(corners));
            }
        }
    }
    found.sort_by(|a, b| a.off.total_cmp(&b.off));
    found.truncate(most);
    found
}

/// Takes the second square for the corner.
fn corners([one, corner, other]: [&Square; 3]) -> Option<Corners> {
    let modules = [one.module, corner.module, other.module];
    let (least, most) = (modules.iter().copied().fold(f32::MAX, f32::min), modules.iter().copied().fold(0.0, f32::max));
    let way = |to: &Square| (to.x - corner.x, to.y - corner.y);
    let (mut across, mut down) = (way(one), way(other));
    // The rows run on and down on paper: where the three turn the other way, the ways change places.
    if across.0 * down.1 - across.1 * down.0 < 0.0 {
        (across, down) = (down, across);
    }
    let (wide, tall) = (across.0.hypot(across.1), down.0.hypot(down.1));
    let longer = wide.max(tall) / wide.min(tall);
    let slant = ((across.0 * down.0 + across.1 * down.1) / (wide * tall)).abs();
    // A square that lies askew is further across along a row than along its own sides.
    let askew = |way: Place, long: f32| way.0.abs().max(way.1.abs()) / long;
    let module = modules.iter().sum::<f32>() / 3.0 * (askew(across, wide) + askew(down, tall)) / 2.0;
    let count = f32::midpoint(wide, tall) / module;
    let fits = longer <= LONGER
        && slant <= SLANT
        && most <= WIDER * least
        && (MODULES[0] - 9.0..=MODULES[1] - 4.0).contains(&count);
    let off = (longer - 1.0) + slant + (most / least - 1.0);
    fits.then_some(Corners { corner: (corner.x, corner.y), across, down, modules: count, off })
}

impl Corners {
    /// How many modules the rows of the code may have, the likeliest first.
    pub(super) fn sizes(&self) -> impl Iterator<Item = usize> {
        // Sizes are four modules apart, from 17 on; the squares' middles are seven modules less apart than the code is wide.
        let exact = (self.modules + 7.0 - 17.0) / 4.0;
        let nearest = exact.round();
        let second = if exact > nearest { nearest + 1.0 } else { nearest - 1.0 };
        [nearest, second]
            .into_iter()
            .map(|step| step * 4.0 + 17.0)
            .filter(|size| (MODULES[0]..=MODULES[1]).contains(size))
            .map(|size| size as usize)
    }
}
