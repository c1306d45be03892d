//! Pictures (JPEG and PNG) as documents of one page: a photograph or a scan of paper that came without a PDF around it.
//!
//! The page has the size that the picture states, where that is one of paper; else its longer side is that of A4. There are no
//! words on it until somebody recognises them. Runs in the child with the limits of any file.

use countersign_picture::{PictureError, Raster, Unpacked};

use crate::error::ReadError;
use crate::extraction::Properties;
use crate::limits::Limits;
use crate::pdf::{Engine, OpenPdf, PageReader, Pixels, RawPage};

pub use countersign_picture::looks_like_picture;

/// The longer side of A4 in points.
const A4_LONG: f32 = 841.89;
/// What the longer side of a page of paper is, in points: from a card to A3 and a little more.
const PAPER: std::ops::RangeInclusive<f32> = 200.0..=1_300.0;
/// Points an inch.
const POINTS: f32 = 72.0;

/// Opens pictures.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pictures;

impl Engine for Pictures {
    fn open(&self, bytes: Vec<u8>, _password: Option<&str>) -> Result<Box<dyn OpenPdf>, ReadError> {
        let unpacked = countersign_picture::unpack(&bytes).map_err(|error| match error {
            PictureError::Damaged => ReadError::Damaged,
            PictureError::TooLarge { .. } => ReadError::TooLarge(error.to_string()),
        })?;
        let size = page_size(&unpacked);
        Ok(Box::new(PicturePage { raster: unpacked.raster, size }))
    }
}

fn page_size(unpacked: &Unpacked) -> (f32, f32) {
    let (wide, high) = (unpacked.raster.width() as f32, unpacked.raster.height() as f32);
    let stated = unpacked.dots.map(|(across, down)| (wide / across * POINTS, high / down * POINTS));
    // Cameras state 72 dots per inch, which would make a photograph of a page as large as a door.
    stated.filter(|(width, height)| PAPER.contains(&width.max(*height)) && width.min(*height) >= 1.0).unwrap_or_else(
        || {
            let scale = A4_LONG / wide.max(high);
            ((wide * scale).max(1.0), (high * scale).max(1.0))
        },
    )
}

struct PicturePage {
    raster: Raster,
    size: (f32, f32),
}

impl OpenPdf for PicturePage {
    fn page_count(&self) -> u32 {
        1
    }

    fn properties(&self) -> Properties {
        Properties::default()
    }

    fn page_size(&self, _index: u32) -> (f32, f32) {
        self.size
    }

    fn reader<'a>(&'a self, _limits: &'a Limits) -> Box<dyn PageReader + 'a> {
        Box::new(PictureReader { size: self.size })
    }

    fn draw(&self, _index: u32, scale: f32, longest: u32) -> Pixels {
        let (width, height) = self.size;
        let most = longest as f32 / width.max(height);
        let scale = if scale.is_finite() { scale.max(0.0) } else { 1.0 }.min(most);
        let bounded = |side: f32| ((side * scale).round() as u32).clamp(1, longest);
        let (width, height) = (bounded(width), bounded(height));
        Pixels { width, height, rgb: self.raster.scaled(width, height).into_rgb() }
    }
}

struct PictureReader {
    size: (f32, f32),
}

impl PageReader for PictureReader {
    fn read(&mut self, _index: u32) -> RawPage {
        RawPage { width: self.size.0, height: self.size.1, picture_share: 1.0, ..RawPage::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(bytes: &[u8]) -> Result<(f32, f32), ReadError> {
        crate::extraction::open(bytes.to_vec(), None).map(|page| page.page_size(0))
    }

    /// A PNG whose pixels are white but for a black corner at the top left; `dots` per metre, where it states them.
    fn picture(width: u32, height: u32, dots: Option<u32>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_pixel_dims(dots.map(|dots| png::PixelDimensions {
            xppu: dots,
            yppu: dots,
            unit: png::Unit::Meter,
        }));
        let mut writer = encoder.write_header().expect("a header");
        let pixel = |at: u32| if at % width < width / 4 && at / width < height / 4 { 0 } else { 255 };
        writer.write_image_data(&(0..width * height).map(pixel).collect::<Vec<u8>>()).expect("pixels");
        writer.finish().expect("an end");
        bytes
    }

    #[test]
    fn the_page_has_the_size_that_the_picture_states_where_it_is_one_of_paper() {
        let (width, height) = opened(&picture(1240, 1754, Some(5906))).expect("150 dots per inch");
        assert!((width - 595.0).abs() < 1.0 && (height - 842.0).abs() < 1.0, "A4: {width} × {height}");
        for dots in [None, Some(2835), Some(1)] {
            let (width, height) = opened(&picture(3000, 4000, dots)).expect("a photograph");
            assert!((height - A4_LONG).abs() < 0.1 && (width - 631.4).abs() < 0.5, "no paper: {width} × {height}");
        }
    }

    #[test]
    fn it_is_a_page_that_is_only_a_picture_and_is_drawn() {
        let page = crate::extraction::open(picture(400, 800, None), None).expect("a picture");
        let raw = page.reader(&Limits::default()).read(0);
        assert_eq!((raw.glyphs.len(), raw.picture_share), (0, 1.0), "nothing on it is text");
        let drawn = page.draw(0, 0.5, 4_000);
        assert_eq!((drawn.width, drawn.height), (210, 421), "half a point a pixel");
        assert_eq!((drawn.rgb[0], drawn.rgb[drawn.rgb.len() - 1]), (0, 255), "dark at the top left alone");
        let large = page.draw(0, f32::INFINITY, 500);
        assert!(large.width.max(large.height) <= 500, "no side is longer than it may be");
    }

    #[test]
    fn what_is_cut_off_or_too_large_is_refused_before_it_is_unpacked() {
        let whole = picture(400, 800, None);
        for length in [8, 20, whole.len() / 2, whole.len() - 20] {
            assert_eq!(opened(&whole[..length]), Err(ReadError::Damaged), "cut at {length}");
        }
        let mut large = picture(4, 4, None);
        large[16..20].copy_from_slice(&30_000_u32.to_be_bytes());
        large[20..24].copy_from_slice(&30_000_u32.to_be_bytes());
        // The header's checksum does not fit any more: what is said of it must be true all the same.
        assert!(matches!(opened(&large), Err(ReadError::TooLarge(_) | ReadError::Damaged)), "{:?}", opened(&large));
    }
}
