//! Unpacks JPEGs.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::{PictureError, Raster, Unpacked, check_pixels, orientation};

/// The mark at the end of a picture.
const END: [u8; 2] = [0xff, 0xd9];
/// The mark after which the picture itself begins.
const SCAN: u8 = 0xda;
/// Most passes of a picture that is sent from coarse to fine; a hostile one has thousands.
const MOST_PASSES: usize = 100;
/// Centimetres an inch.
const CENTIMETRES: f32 = 2.54;

/// Unpacks a picture. One that ends early is damaged: the library would fill the rest with grey, and a signature may stand there.
pub(crate) fn unpack(bytes: &[u8]) -> Result<Unpacked, PictureError> {
    let damaged = |_| PictureError::Damaged;
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options(ColorSpace::RGB));
    decoder.decode_headers().map_err(|_| too_large_or_damaged(bytes))?;
    let (width, height) = decoder.dimensions().ok_or(PictureError::Damaged)?;
    check_pixels(width as u64, height as u64)?;
    if !is_whole(bytes) {
        return Err(PictureError::Damaged);
    }
    let is_grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let bytes_each = if is_grey { 1 } else { 3 };
    if is_grey {
        decoder.set_options(options(ColorSpace::Luma));
    }
    let data = decoder.decode().map_err(damaged)?;
    let turn = decoder.exif().map_or(1, |exif| orientation::read(exif));
    let raster = Raster::new(width, height, bytes_each, data).ok_or(PictureError::Damaged)?;
    let dots = density(bytes).map(|(across, down)| if turn >= 5 { (down, across) } else { (across, down) });
    Ok(Unpacked { raster: orientation::turned(raster, turn), dots })
}

fn options(colours: ColorSpace) -> DecoderOptions {
    let side = usize::from(u16::MAX);
    DecoderOptions::default()
        .set_max_width(side)
        .set_max_height(side)
        .jpeg_set_max_scans(MOST_PASSES)
        .jpeg_set_out_colorspace(colours)
}

/// Dots per inch as the JFIF segment states them (ITU-T T.871, §10.1); above 0.
fn density(bytes: &[u8]) -> Option<(f32, f32)> {
    let (_, content) = segments(bytes).find(|(mark, content)| *mark == 0xe0 && content.starts_with(b"JFIF\0"))?;
    let [unit, a, b, c, d] = *content.get(7..12)? else { return None };
    let (across, down) = (f32::from(u16::from_be_bytes([a, b])), f32::from(u16::from_be_bytes([c, d])));
    let an_inch = match unit {
        1 => 1.0,
        2 => CENTIMETRES,
        _ => return None,
    };
    (across > 0.0 && down > 0.0).then_some((across * an_inch, down * an_inch))
}

/// A frame header that states more than the library takes is a picture too large, not a damaged one.
fn too_large_or_damaged(bytes: &[u8]) -> PictureError {
    match segments(bytes).find(|(mark, _)| matches!(mark, 0xc0..=0xcf) && !matches!(mark, 0xc4 | 0xc8 | 0xcc)) {
        Some((_, [_, a, b, c, d, ..])) => {
            let (height, width) = (u16::from_be_bytes([*a, *b]), u16::from_be_bytes([*c, *d]));
            check_pixels(u64::from(width), u64::from(height)).err().unwrap_or(PictureError::Damaged)
        }
        _ => PictureError::Damaged,
    }
}

/// Whether the end of the picture is there. What stands before the picture may hold a small picture with an end of its own.
fn is_whole(bytes: &[u8]) -> bool {
    let before: usize = 2 + segments(bytes).map(|(_, content)| content.len() + 4).sum::<usize>();
    bytes.get(before..).is_some_and(|picture| picture.windows(2).any(|two| two == END))
}

/// The segments before the picture itself: mark and content.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut at = 2;
    std::iter::from_fn(move || {
        let [0xff, mark, high, low] = *bytes.get(at..at + 4)? else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let content = bytes.get(at + 4..at + 2 + length).filter(|_| mark != SCAN && length >= 2)?;
        at += 2 + length;
        Some((mark, content))
    })
}
