//! What printing, signing and scanning do to a page.

use crate::{dice::Dice, jpeg};

/// A picture in grey, rows from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grey {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// `width * height` bytes, 255 is white.
    pub data: Vec<u8>,
}

/// How worn a page is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wear {
    /// Quarter turns to the right.
    pub quarters: u8,
    /// Degrees by which the paper lies askew.
    pub turned: f32,
    /// By how much of a line's height the lines slant.
    pub skewed: f32,
    /// How many times each pixel becomes the mean of its neighbours.
    pub blur: u8,
    /// How far noise goes to either side, in steps of 255.
    pub noise: u8,
    /// The darkest and the lightest that the scanner gives.
    pub range: (u8, u8),
    /// How much darker one edge is than the other, in steps of 255.
    pub shadow: u8,
    /// Specks of dirt.
    pub specks: u16,
    /// The quality at which it is stored as JPEG, 1 to 100; 0: not at all.
    pub quality: u8,
    /// How much is cut off each edge, in hundredths of the width: less than the margin.
    pub cut: u8,
}

impl Wear {
    /// Nothing but another drawing.
    pub const NONE: Self = Self {
        quarters: 0,
        turned: 0.0,
        skewed: 0.0,
        blur: 0,
        noise: 0,
        range: (0, 255),
        shadow: 0,
        specks: 0,
        quality: 0,
        cut: 0,
    };

    /// Draws a wear as an office makes it: turned by quarters at will, askew by five degrees at most.
    pub fn drawn(dice: &mut Dice) -> Self {
        let part = |dice: &mut Dice, most: f32| (dice.below(2_001) as f32 / 1_000.0 - 1.0) * most;
        Self {
            quarters: dice.below(4) as u8,
            turned: part(dice, 5.0),
            skewed: part(dice, 0.04),
            blur: dice.below(3) as u8,
            noise: dice.below(40) as u8,
            range: (dice.below(60) as u8, 200 + dice.below(56) as u8),
            shadow: dice.below(60) as u8,
            specks: dice.below(300) as u16,
            quality: 35 + dice.below(60) as u8,
            cut: dice.below(4) as u8,
        }
    }
}

impl Grey {
    /// Reads a PNG as the reader's child draws pages: eight bits in three colours.
    pub fn of_png(png: &[u8]) -> Self {
        let unpacked = countersign_picture::unpack(png).expect("the child draws good pictures").raster.grey();
        Self { width: unpacked.width(), height: unpacked.height(), data: unpacked.data().to_vec() }
    }

    /// The picture as a raster.
    pub fn raster(&self) -> countersign_picture::Raster {
        countersign_picture::Raster::new(self.width, self.height, 1, self.data.clone())
            .expect("as many as there must be")
    }

    /// The picture as a PNG that states its resolution.
    pub fn png(&self, dpi: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_compression(png::Compression::Fast);
        // Dots a metre.
        let dots = (f64::from(dpi) / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: dots, yppu: dots, unit: png::Unit::Meter }));
        let mut writer = encoder.write_header().expect("memory can be written");
        writer.write_image_data(&self.data).expect("as many pixels as there must be");
        writer.finish().expect("memory can be written");
        bytes
    }

    /// The page after a wear.
    #[must_use]
    pub fn worn(&self, wear: &Wear, dice: &mut Dice) -> Self {
        let mut page = self.quartered(wear.quarters).askew(wear);
        for _ in 0..wear.blur {
            page = page.blurred();
        }
        let (dark, light) = (f32::from(wear.range.0), f32::from(wear.range.1));
        let per_row = f32::from(wear.shadow) / page.height as f32;
        for (y, row) in page.data.chunks_exact_mut(page.width).enumerate() {
            let shade = per_row * y as f32;
            for value in row {
                let noise = if wear.noise == 0 {
                    0.0
                } else {
                    dice.below(2 * usize::from(wear.noise) + 1) as f32 - f32::from(wear.noise)
                };
                *value = (dark + f32::from(*value) / 255.0 * (light - dark) - shade + noise).clamp(0.0, 255.0) as u8;
            }
        }
        for _ in 0..wear.specks {
            let (x, y, size) = (dice.below(page.width - 3), dice.below(page.height - 3), 1 + dice.below(3));
            let tone = if dice.chance(70) { 20 } else { 240 };
            (y..y + size).for_each(|y| page.data[y * page.width + x..][..size].fill(tone));
        }
        if wear.quality == 0 { page } else { page.through_jpeg(wear.quality) }
    }

    fn quartered(&self, quarters: u8) -> Self {
        let (wide, high) = (self.width, self.height);
        let at = |x: usize, y: usize| self.data[y * wide + x];
        match quarters % 4 {
            1 => Self::filled(high, wide, |x, y| at(y, high - 1 - x)),
            2 => Self::filled(wide, high, |x, y| at(wide - 1 - x, high - 1 - y)),
            3 => Self::filled(high, wide, |x, y| at(wide - 1 - y, x)),
            _ => self.clone(),
        }
    }

    fn filled(width: usize, height: usize, of: impl Fn(usize, usize) -> u8) -> Self {
        let data = (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| of(x, y)).collect();
        Self { width, height, data }
    }

    /// Turns and slants the page around its middle and cuts its edges off; what is beyond the paper is the scanner's lid.
    fn askew(&self, wear: &Wear) -> Self {
        let cut = self.width * usize::from(wear.cut) / 100;
        let (wide, high) = (self.width - 2 * cut, self.height - 2 * cut);
        let (sin, cos) = wear.turned.to_radians().sin_cos();
        let (middle_x, middle_y) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        let lid = 225.0;
        Self::filled(wide, high, |x, y| {
            let (dx, dy) = ((x + cut) as f32 - middle_x, (y + cut) as f32 - middle_y);
            let from_x = middle_x + cos * dx + sin * dy + wear.skewed * dy;
            let from_y = middle_y - sin * dx + cos * dy;
            self.between(from_x, from_y).unwrap_or(lid) as u8
        })
    }

    /// The lightness between four pixels; none beyond the edges.
    fn between(&self, x: f32, y: f32) -> Option<f32> {
        let (left, top) = (x.floor(), y.floor());
        if left < 0.0 || top < 0.0 || left as usize + 1 >= self.width || top as usize + 1 >= self.height {
            return None;
        }
        let (right_share, low_share) = (x - left, y - top);
        let at = top as usize * self.width + left as usize;
        let row =
            |at: usize| f32::from(self.data[at]) * (1.0 - right_share) + f32::from(self.data[at + 1]) * right_share;
        Some(row(at) * (1.0 - low_share) + row(at + self.width) * low_share)
    }

    /// Each pixel the mean of the nine around it.
    fn blurred(&self) -> Self {
        let across = self.meant(1);
        across.meant(self.width)
    }

    fn meant(&self, step: usize) -> Self {
        let last = self.data.len() - 1;
        let mean = |at: usize| {
            let (before, after) = (at.saturating_sub(step), (at + step).min(last));
            ((u16::from(self.data[before]) + u16::from(self.data[at]) + u16::from(self.data[after])) / 3) as u8
        };
        Self { data: (0..=last).map(mean).collect(), ..*self }
    }

    fn through_jpeg(&self, quality: u8) -> Self {
        let unpacked = countersign_picture::unpack(&jpeg::of(self, quality, 0)).expect("our own is good").raster;
        Self { width: unpacked.width(), height: unpacked.height(), data: unpacked.data().to_vec() }
    }
}
