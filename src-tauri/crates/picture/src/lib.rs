//! Pictures of paper: JPEG and PNG unpacked, turned upright, made smaller, searched for QR codes.
//!
//! Everything here goes over millions of pixels, so the crate stands by itself: it is optimised in every profile. It knows
//! nothing of pages, documents or packets. What it is given comes from strangers: it runs in the reader's child.
#![deny(missing_docs)]

mod from_jpeg;
mod from_png;
mod orientation;
pub mod qr;
mod raster;

pub use self::raster::Raster;

/// With what a JPEG begins.
const JPEG: &[u8] = b"\xff\xd8\xff";
/// With what a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Most pixels that are unpacked: an A3 page at 600 dots per inch has 70 million.
const MOST_PIXELS: u64 = 100_000_000;

/// A picture as it was unpacked, upright.
#[derive(Debug, Clone, PartialEq)]
pub struct Unpacked {
    /// Its pixels.
    pub raster: Raster,
    /// Dots per inch across and down, as the file states them; above 0.
    pub dots: Option<(f32, f32)>,
}

/// Why a picture cannot be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is broken, or its end is missing.
    #[error("the picture is damaged or its end is missing")]
    Damaged,
    /// It would unpack to more pixels than are unpacked.
    #[error("a picture of {width} × {height} pixels")]
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
}

/// Whether the bytes carry the mark of a picture that can be unpacked. Looks at nothing else, so that it is safe on any bytes.
pub fn looks_like_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(JPEG) || bytes.starts_with(PNG)
}

/// Unpacks a picture and turns it upright. How many pixels it has is asked before it is unpacked.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, PictureError> {
    if bytes.starts_with(JPEG) {
        from_jpeg::unpack(bytes)
    } else if bytes.starts_with(PNG) {
        from_png::unpack(bytes)
    } else {
        Err(PictureError::Damaged)
    }
}

/// Refuses a picture of more pixels than are unpacked.
fn check_pixels(width: u64, height: u64) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged);
    }
    if width.saturating_mul(height) > MOST_PIXELS {
        return Err(PictureError::TooLarge { width, height });
    }
    Ok(())
}
