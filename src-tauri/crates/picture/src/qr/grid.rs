//! The modules of a code.

use super::{
    corners::{Corners, Place},
    dots::Dots,
};

/// Where on the page the modules of a code are.
#[derive(Debug, Clone, Copy)]
struct Grid<'a> {
    dots: &'a Dots,
    corners: Corners,
    /// Modules in a row.
    size: usize,
    /// By how much the page pulls the fourth corner away from where three of them would have it.
    pulled: Place,
}

/// Reads the code that has these corners.
pub(super) fn read(dots: &Dots, corners: Corners) -> Option<String> {
    corners.sizes().find_map(|size| {
        let flat = Grid { dots, corners, size, pulled: (0.0, 0.0) };
        // A code of the first size has nothing to be measured in its fourth corner.
        let measured = if size > 21 { flat.measured() } else { None };
        measured.into_iter().chain([flat]).find_map(|grid| grid.decoded())
    })
}

/// How far from where it should be the mark in the fourth corner is looked for, in quarters of a module.
const FAR: i16 = 12;
/// So many of its 25 modules are as they must be, at least.
const ENOUGH: usize = 20;

impl Grid<'_> {
    /// Where a place is that is so many modules away from the first.
    fn at(&self, across: f32, down: f32) -> Place {
        let span = self.size as f32 - 7.0;
        let (right, low) = ((across - 3.5) / span, (down - 3.5) / span);
        let on = |start: f32, across: f32, down: f32, pulled: f32| {
            start + right * across + low * down + right * low * pulled
        };
        let Corners { corner, across, down, .. } = &self.corners;
        (on(corner.0, across.0, down.0, self.pulled.0), on(corner.1, across.1, down.1, self.pulled.1))
    }

    fn is_dark(&self, across: f32, down: f32) -> bool {
        let (x, y) = self.at(across, down);
        self.dots.is_dark(x.floor() as i32, y.floor() as i32)
    }

    /// Whether most of a module is dark.
    fn module(&self, across: usize, down: usize) -> bool {
        let parts = [0.3, 0.5, 0.7];
        let dark = parts.iter().flat_map(|right| parts.iter().map(move |low| (right, low)));
        dark.filter(|(right, low)| self.is_dark(across as f32 + **right, down as f32 + **low)).count() > 4
    }

    /// The same grid, with its fourth corner where the mark there is: a dark module in a light ring in a dark one.
    fn measured(&self) -> Option<Self> {
        let middle = self.size as f32 - 6.5;
        let alike = |right: f32, low: f32| {
            let module = |(x, y): (i16, i16)| {
                let ring = x.abs().max(y.abs());
                self.is_dark(middle + right + f32::from(x), middle + low + f32::from(y)) == (ring != 1)
            };
            (-2..=2).flat_map(|y| (-2..=2).map(move |x| (x, y))).filter(|place| module(*place)).count()
        };
        let steps = || (-FAR..=FAR).map(|step| f32::from(step) / 4.0);
        let places: Vec<(usize, f32, f32)> =
            steps().flat_map(|low| steps().map(move |right| (alike(right, low), right, low))).collect();
        let best = places.iter().map(|(alike, ..)| *alike).max().filter(|best| *best >= ENOUGH)?;
        let equal: Vec<Place> =
            places.iter().filter(|(alike, ..)| *alike == best).map(|(_, right, low)| (*right, *low)).collect();
        let far = |place: &Place| place.0.hypot(place.1);
        let nearest = *equal.iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
        // The mark is in the middle of the places from which it looks the same.
        let around: Vec<&Place> =
            equal.iter().filter(|place| (place.0 - nearest.0).hypot(place.1 - nearest.1) <= 1.0).collect();
        let mean = |of: fn(&Place) -> f32| around.iter().map(|place| of(place)).sum::<f32>() / around.len() as f32;
        let (right, low) = (mean(|place| place.0), mean(|place| place.1));
        let (there, meant) = (self.at(middle + right, middle + low), self.at(middle, middle));
        let share = ((middle - 3.5) / (self.size as f32 - 7.0)).powi(2);
        Some(Self { pulled: ((there.0 - meant.0) / share, (there.1 - meant.1) / share), ..*self })
    }

    fn decoded(&self) -> Option<String> {
        let grid = rqrr::SimpleGrid::from_func(self.size, |across, down| self.module(across, down));
        rqrr::Grid::new(grid).decode().ok().map(|(_, text)| text)
    }
}
