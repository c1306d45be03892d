//! Pixels in memory, and how they are made smaller or larger.

/// Rows from the top, of one byte (grey) or three (red, green, blue) a pixel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Bytes a pixel: 1 or 3.
    pub(crate) bytes: usize,
    pub(crate) data: Vec<u8>,
}

impl Raster {
    /// Takes pixels; `None` where there are not as many as there must be.
    pub fn new(width: usize, height: usize, bytes: usize, data: Vec<u8>) -> Option<Self> {
        let fits = matches!(bytes, 1 | 3) && width.checked_mul(height)?.checked_mul(bytes)? == data.len();
        (fits && width > 0 && height > 0).then_some(Self { width, height, bytes, data })
    }

    /// Leads every pixel to another place: `from` gives, for a place of the new picture, that of the old one.
    pub(crate) fn moved(&self, width: usize, height: usize, from: impl Fn(usize, usize) -> (usize, usize)) -> Self {
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..height {
            for x in 0..width {
                let (old_x, old_y) = from(x, y);
                let at = (old_y * self.width + old_x) * self.bytes;
                data.extend_from_slice(&self.data[at..at + self.bytes]);
            }
        }
        Self { width, height, bytes: self.bytes, data }
    }

    /// Makes the picture smaller, each pixel the mean of those that it covers, or larger, each pixel repeated: the mean takes
    /// noise away, and repeating keeps edges sharp.
    #[must_use]
    pub fn scaled(&self, width: u32, height: u32) -> Self {
        let (wide, high) = (width.max(1) as usize, height.max(1) as usize);
        if (wide, high) == (self.width, self.height) {
            return self.clone();
        }
        let columns: Vec<(usize, usize)> = (0..wide).map(|at| covered(at, wide, self.width)).collect();
        let mut data = Vec::with_capacity(wide * high * self.bytes);
        let mut sums = vec![0u32; self.width * self.bytes];
        for y in 0..high {
            let (top, bottom) = covered(y, high, self.height);
            let rows = self.data.chunks_exact(self.width * self.bytes).skip(top).take(bottom - top);
            sums.fill(0);
            for row in rows {
                for (sum, value) in sums.iter_mut().zip(row) {
                    *sum += u32::from(*value);
                }
            }
            for (left, right) in &columns {
                let count = ((right - left) * (bottom - top)) as u64;
                for byte in 0..self.bytes {
                    let covered = (*left..*right).map(|x| u64::from(sums[x * self.bytes + byte]));
                    data.push((covered.sum::<u64>() / count) as u8);
                }
            }
        }
        Self { width: wide, height: high, bytes: self.bytes, data }
    }

    /// Pixels across.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Pixels down.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The bytes, row by row.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The bytes in three colours, row by row.
    pub fn into_rgb(self) -> Vec<u8> {
        match self.bytes {
            1 => self.data.iter().flat_map(|grey| [*grey; 3]).collect(),
            _ => self.data,
        }
    }

    /// The lightness of each pixel.
    #[must_use]
    pub fn grey(&self) -> Self {
        if self.bytes == 1 {
            return self.clone();
        }
        // Weights of ITU-R BT.601, of 256.
        let lightness = |pixel: &[u8]| {
            ((u32::from(pixel[0]) * 77 + u32::from(pixel[1]) * 150 + u32::from(pixel[2]) * 29) >> 8) as u8
        };
        Self { bytes: 1, data: self.data.chunks_exact(3).map(lightness).collect(), ..*self }
    }
}

/// Which pixels of a side of `old` one of `new` covers: at least one.
fn covered(at: usize, new: usize, old: usize) -> (usize, usize) {
    let start = (at * old / new).min(old - 1);
    (start, ((at + 1) * old / new).clamp(start + 1, old))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smaller_is_the_mean_and_larger_repeats() {
        let raster = Raster::new(4, 2, 1, vec![0, 100, 10, 10, 100, 200, 10, 10]).expect("eight pixels");
        assert_eq!(raster.scaled(2, 1).data, [100, 10]);
        assert_eq!(raster.scaled(8, 2).data[..4], [0, 0, 100, 100]);
        assert_eq!(raster.scaled(3, 5).data.len(), 15, "any size");
        assert_eq!(Raster::new(4, 2, 3, vec![0; 8]), None, "too few bytes");
    }

    #[test]
    fn colours_stay_apart() {
        let raster = Raster::new(2, 1, 3, vec![0, 10, 20, 100, 30, 40]).expect("two pixels");
        assert_eq!(raster.scaled(1, 1).into_rgb(), [50, 20, 30]);
        let turned = raster.moved(1, 2, |_, y| (1 - y, 0));
        assert_eq!(turned.data, [100, 30, 40, 0, 10, 20]);
    }
}
