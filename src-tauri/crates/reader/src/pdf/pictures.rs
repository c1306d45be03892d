//! How much of a page is pictures, and where.

use hayro_interpret::kurbo::{Point, Rect};

/// Cells along each side of the page: fine enough to tell a scan from a letterhead.
const CELLS: usize = 64;

/// A coarse map of the page: which parts are covered by pictures.
pub(super) struct Pictures {
    shown: Rect,
    covered: Vec<bool>,
}

impl Pictures {
    pub(super) fn new(shown: Rect) -> Self {
        Self { shown, covered: vec![false; CELLS * CELLS] }
    }

    /// Marks the cells whose middle lies in the picture.
    pub(super) fn add(&mut self, picture: Rect) {
        if picture.is_zero_area() || !picture.is_finite() {
            return;
        }
        for row in 0..CELLS {
            for column in 0..CELLS {
                if picture.contains(self.middle(row, column)) {
                    self.covered[row * CELLS + column] = true;
                }
            }
        }
    }

    fn middle(&self, row: usize, column: usize) -> Point {
        let part = |index: usize| (index as f64 + 0.5) / CELLS as f64;
        Point::new(self.shown.width() * part(column), self.shown.height() * part(row))
    }

    /// Whether a picture lies at the point.
    pub(super) fn covers(&self, point: Point) -> bool {
        let cell = |at: f64, side: f64| ((at / side * CELLS as f64) as usize).min(CELLS - 1);
        let (row, column) = (cell(point.y, self.shown.height()), cell(point.x, self.shown.width()));
        self.covered[row * CELLS + column]
    }

    /// Share of the page that is covered, 0 to 1.
    pub(super) fn share(&self) -> f32 {
        self.covered.iter().filter(|c| **c).count() as f32 / self.covered.len() as f32
    }
}
