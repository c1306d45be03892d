//! Unpacks PNGs.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Limits, Transformations, Unit};

use crate::{MOST_PIXELS, PictureError, Raster, Unpacked, check_pixels};

/// Metres an inch.
const METRES: f32 = 0.0254;

/// Unpacks a picture; what is transparent lies on white.
pub(crate) fn unpack(bytes: &[u8]) -> Result<Unpacked, PictureError> {
    let limits = Limits { bytes: MOST_PIXELS as usize * 4 };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let info = decoder.read_header_info().map_err(|_| PictureError::Damaged)?;
    check_pixels(u64::from(info.width), u64::from(info.height))?;
    let mut reader = decoder.read_info().map_err(|_| PictureError::Damaged)?;
    let length = reader.output_buffer_size().ok_or(PictureError::Damaged)?;
    let mut data = vec![0; length];
    let frame = reader.next_frame(&mut data).map_err(|_| PictureError::Damaged)?;
    data.truncate(frame.buffer_size());
    let stated = reader.info().pixel_dims.filter(|dims| dims.unit == Unit::Meter && dims.xppu > 0 && dims.yppu > 0);
    let dots = stated.map(|dims| (dims.xppu as f32 * METRES, dims.yppu as f32 * METRES));
    if frame.bit_depth != BitDepth::Eight {
        return Err(PictureError::Damaged);
    }
    let (bytes_each, data) = match frame.color_type {
        ColorType::Grayscale => (1, data),
        ColorType::GrayscaleAlpha => (1, on_white::<1>(&data)),
        ColorType::Rgb => (3, data),
        ColorType::Rgba => (3, on_white::<3>(&data)),
        ColorType::Indexed => return Err(PictureError::Damaged),
    };
    let raster = Raster::new(frame.width as usize, frame.height as usize, bytes_each, data);
    Ok(Unpacked { raster: raster.ok_or(PictureError::Damaged)?, dots })
}

/// Lays pixels of `N` colours and how opaque they are on white.
fn on_white<const N: usize>(data: &[u8]) -> Vec<u8> {
    let pixel = |pixel: &[u8]| {
        let opaque = u16::from(pixel[N]);
        let mut out = [0; N];
        for (out, value) in out.iter_mut().zip(pixel) {
            *out = ((u16::from(*value) * opaque + 255 * (255 - opaque)) / 255) as u8;
        }
        out
    };
    data.chunks_exact(N + 1).flat_map(pixel).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_transparent_is_white() {
        assert_eq!(on_white::<1>(&[0, 255, 0, 0, 100, 255]), [0, 255, 100]);
        assert_eq!(on_white::<3>(&[10, 20, 30, 255, 0, 0, 0, 0]), [10, 20, 30, 255, 255, 255]);
    }
}
