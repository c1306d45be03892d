//! Frames: a coordinate system for each direction of writing, in which text runs to the right.

use std::collections::BTreeMap;

use countersign_domain::Rect;

use super::{Letter, characters};
use crate::pdf::RawGlyph;

/// Angles are kept in steps of this many degrees, so that text slanted by rounding stays together.
const STEP: f32 = 3.0;

/// A direction of writing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    cos: f32,
    sin: f32,
}

impl Frame {
    /// Sorts the glyphs by direction of writing, upright first, and cleans their text.
    pub(super) fn sort(glyphs: &[RawGlyph]) -> Vec<(Self, Vec<Letter>)> {
        let mut frames: BTreeMap<u16, Vec<Letter>> = BTreeMap::new();
        for glyph in glyphs {
            let Some(text) = characters::clean(&glyph.text) else { continue };
            let turn = turn(glyph.dir_x, glyph.dir_y);
            let (u, v) = Self::of(turn).enter(glyph.x, glyph.y);
            let letter = Letter {
                text,
                u0: u,
                u1: u + glyph.advance.max(0.0),
                baseline: v,
                size: glyph.size,
                bold: glyph.bold,
                hidden: glyph.hidden,
                confidence: None,
            };
            // Nearly always all of them go one way.
            frames.entry(turn).or_insert_with(|| Vec::with_capacity(glyphs.len())).push(letter);
        }
        frames.into_iter().map(|(turn, letters)| (Self::of(turn), letters)).collect()
    }

    fn of(turn: u16) -> Self {
        // The four usual directions are exact, so that upright text keeps its coordinates.
        let (sin, cos) = match turn * (STEP as u16) {
            0 => (0.0, 1.0),
            90 => (1.0, 0.0),
            180 => (0.0, -1.0),
            270 => (-1.0, 0.0),
            degrees => f32::from(degrees).to_radians().sin_cos(),
        };
        Self { cos, sin }
    }

    /// The direction of text on an upright page.
    pub(super) fn upright() -> Self {
        Self::of(0)
    }

    pub(super) fn is_upright(self) -> bool {
        self.sin == 0.0 && self.cos == 1.0
    }

    fn enter(self, x: f32, y: f32) -> (f32, f32) {
        (x * self.cos + y * self.sin, y * self.cos - x * self.sin)
    }

    fn leave(self, u: f32, v: f32) -> (f32, f32) {
        (u * self.cos - v * self.sin, u * self.sin + v * self.cos)
    }

    pub(super) fn enter_rect(self, r: Rect) -> Rect {
        around(self.enter(r.x0, r.y0), self.enter(r.x1, r.y1), self.enter(r.x0, r.y1), self.enter(r.x1, r.y0))
    }

    pub(super) fn leave_rect(self, r: Rect) -> Rect {
        around(self.leave(r.x0, r.y0), self.leave(r.x1, r.y1), self.leave(r.x0, r.y1), self.leave(r.x1, r.y0))
    }
}

/// The direction in steps, 0 for text to the right.
fn turn(dir_x: f32, dir_y: f32) -> u16 {
    if dir_y == 0.0 && dir_x > 0.0 {
        return 0;
    }
    let steps = (dir_y.atan2(dir_x).to_degrees() / STEP).round() as i32;
    steps.rem_euclid((360.0 / STEP) as i32) as u16
}

fn around(a: (f32, f32), b: (f32, f32), c: (f32, f32), d: (f32, f32)) -> Rect {
    [b, c, d]
        .iter()
        .fold(Rect { x0: a.0, y0: a.1, x1: a.0, y1: a.1 }, |r, p| r.union(Rect { x0: p.0, y0: p.1, x1: p.0, y1: p.1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_left_the_way_it_was_entered() {
        for turn in [0, 13, 30, 60, 90, 119] {
            let frame = Frame::of(turn);
            let (u, v) = frame.enter(100.0, 250.0);
            let (x, y) = frame.leave(u, v);
            assert!((x - 100.0).abs() < 0.01 && (y - 250.0).abs() < 0.01, "{turn}: came back at {x}, {y}");
        }
    }
}
