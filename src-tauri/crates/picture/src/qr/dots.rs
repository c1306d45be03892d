//! A page in two tones.

use crate::Raster;

use super::local::local;

/// Which pixels of a page are dark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dots {
    pub(super) width: usize,
    pub(super) height: usize,
    dark: Vec<bool>,
}

/// A pixel is dark that is below so many hundredths of the mean around it.
const BELOW: u16 = 92;

impl Dots {
    /// Takes for dark what is darker than the square around it that reaches `reach` pixels far: a shadow has no edge in it.
    pub(super) fn of(grey: &Raster, reach: usize) -> Self {
        let dark = local(grey, reach, |value, mean| u16::from(value) * 100 < u16::from(mean) * BELOW);
        Self { width: grey.width, height: grey.height, dark }
    }

    /// Whether a pixel is dark; beyond the edges nothing is.
    pub(super) fn is_dark(&self, x: i32, y: i32) -> bool {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return false };
        x < self.width && y < self.height && self.dark[y * self.width + x]
    }

    /// Rows from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.dark.chunks_exact(self.width)
    }
}
