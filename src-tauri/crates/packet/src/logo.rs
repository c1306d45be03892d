//! The company's logo on page 1: a PNG becomes pixels once, when it is chosen, and those are frozen with each decision.

use crate::input::FrozenLogo;
use crate::typeset::Picture;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use png::{ColorType, Decoder, Limits, Transformations};
use std::io::Cursor;
use std::sync::Arc;

/// The room for it, in millimetres.
const WIDTH_MM: f64 = 40.0;
const HEIGHT_MM: f64 = 10.0;

/// Largest file in bytes.
pub const MOST_BYTES: u64 = 4 << 20;

/// Most pixels of a side: what a camera gives, not what a logo needs.
pub const MOST_PIXELS: u32 = 6_000;

/// Most pixels that are kept, so that a printer of 600 dots to the inch has one for each. More are averaged.
const KEPT: (u32, u32) = (945, 236);

/// Why a picture cannot be the logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotALogo {
    /// It is no PNG.
    #[error("not a PNG")]
    NotPng,
    /// It is one, and damaged.
    #[error("a damaged PNG")]
    Damaged,
    /// It has more bytes or pixels than are taken.
    #[error("too large")]
    TooLarge,
    /// Nothing of it would be seen on white paper.
    #[error("nothing to be seen on white paper")]
    Blank,
}

/// Reads a PNG; what is transparent becomes white, as the paper is.
pub fn read(bytes: &[u8]) -> Result<FrozenLogo, NotALogo> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(NotALogo::TooLarge);
    }
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(NotALogo::NotPng);
    }
    let most = MOST_PIXELS as usize * MOST_PIXELS as usize * 4;
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: most });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(|_| NotALogo::Damaged)?;
    let (width, height) = (reader.info().width, reader.info().height);
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(NotALogo::TooLarge);
    }
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(NotALogo::TooLarge)?];
    let frame = reader.next_frame(&mut pixels).map_err(|_| NotALogo::Damaged)?;
    let rgb = on_white(&pixels[..frame.buffer_size()], frame.color_type).ok_or(NotALogo::Damaged)?;
    if rgb.len() != width as usize * height as usize * 3 {
        return Err(NotALogo::Damaged);
    }
    if rgb.iter().all(|part| *part > 250) {
        return Err(NotALogo::Blank);
    }
    let (rgb, width, height) = averaged(&rgb, width, height);
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&rgb, 9);
    Ok(FrozenLogo { width, height, rgb: STANDARD.encode(packed) })
}

/// Puts pixels on white.
fn on_white(pixels: &[u8], color: ColorType) -> Option<Vec<u8>> {
    let over = |part: u8, alpha: u8| {
        let (part, alpha) = (u32::from(part), u32::from(alpha));
        u8::try_from((part * alpha + 255 * (255 - alpha) + 127) / 255).expect("between the two")
    };
    Some(match color {
        ColorType::Rgb => pixels.to_vec(),
        ColorType::Rgba => pixels.chunks_exact(4).flat_map(|p| [0, 1, 2].map(|at| over(p[at], p[3]))).collect(),
        ColorType::Grayscale => pixels.iter().flat_map(|part| [*part; 3]).collect(),
        ColorType::GrayscaleAlpha => pixels.chunks_exact(2).flat_map(|p| [over(p[0], p[1]); 3]).collect(),
        ColorType::Indexed => return None,
    })
}

/// Makes a picture of no more pixels than are kept, each the mean of those that it stands for. In whole numbers, so that every
/// machine gets the same.
fn averaged(rgb: &[u8], width: u32, height: u32) -> (Vec<u8>, u32, u32) {
    let step = width.div_ceil(KEPT.0).max(height.div_ceil(KEPT.1)).max(1);
    if step == 1 {
        return (rgb.to_vec(), width, height);
    }
    let (wide, high) = (width.div_ceil(step), height.div_ceil(step));
    let mut out = Vec::with_capacity(wide as usize * high as usize * 3);
    for row in 0..high {
        for column in 0..wide {
            let rows = row * step..((row + 1) * step).min(height);
            let columns = column * step..((column + 1) * step).min(width);
            let count = u64::from(rows.end - rows.start) * u64::from(columns.end - columns.start);
            let mut sums = [0_u64; 3];
            for y in rows {
                for x in columns.clone() {
                    let at = (y as usize * width as usize + x as usize) * 3;
                    sums.iter_mut().zip(&rgb[at..at + 3]).for_each(|(sum, part)| *sum += u64::from(*part));
                }
            }
            out.extend(sums.map(|sum| u8::try_from((sum + count / 2) / count).expect("a mean of bytes")));
        }
    }
    (out, wide, high)
}

/// Unpacks its pixels: red, green and blue, row by row from the top; `None` where they are not as many as it says.
pub fn pixels(logo: &FrozenLogo) -> Option<Vec<u8>> {
    if logo.width > MOST_PIXELS || logo.height > MOST_PIXELS {
        return None;
    }
    let expected = usize::try_from(u64::from(logo.width) * u64::from(logo.height) * 3).ok()?;
    let packed = STANDARD.decode(&logo.rgb).ok()?;
    let rgb = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&packed, expected).ok()?;
    (rgb.len() == expected && expected > 0).then_some(rgb)
}

/// Makes the picture that is printed; `None` where the logo is damaged.
pub(crate) fn picture(logo: &FrozenLogo) -> Option<Picture> {
    let rgb = pixels(logo)?;
    let (width, height) = (f64::from(logo.width), f64::from(logo.height));
    let scale = (WIDTH_MM / width).min(HEIGHT_MM / height);
    Some(Picture {
        pixels: Arc::new(rgb),
        columns: logo.width,
        rows: logo.height,
        width: width * scale,
        height: height * scale,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, color: ColorType, pixels: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(color);
        encoder.write_header().expect("a head").write_image_data(pixels).expect("pixels");
        bytes
    }

    fn unpacked(logo: &FrozenLogo) -> Vec<u8> {
        pixels(logo).expect("as many as it says")
    }

    #[test]
    fn what_is_transparent_is_white() {
        let logo = read(&png(2, 1, ColorType::Rgba, &[200, 0, 0, 255, 200, 0, 0, 0])).expect("a logo");
        assert_eq!(unpacked(&logo), [200, 0, 0, 255, 255, 255]);
        let logo = read(&png(2, 1, ColorType::GrayscaleAlpha, &[0, 128, 0, 255])).expect("a logo");
        assert_eq!(unpacked(&logo), [127, 127, 127, 0, 0, 0]);
    }

    #[test]
    fn a_large_picture_is_averaged_to_what_a_printer_shows() {
        let logo = read(&png(4_000, 300, ColorType::Grayscale, &vec![90; 1_200_000])).expect("a logo");
        assert_eq!((logo.width, logo.height), (800, 60));
        assert!(unpacked(&logo).iter().all(|part| *part == 90), "the mean of one grey is that grey");
    }

    #[test]
    fn it_keeps_its_shape_within_its_room() {
        let wide =
            picture(&read(&png(400, 20, ColorType::Grayscale, &vec![0; 8_000])).expect("a logo")).expect("pixels");
        assert_eq!((wide.width, wide.height), (40.0, 2.0));
        let high = picture(&read(&png(20, 40, ColorType::Grayscale, &vec![0; 800])).expect("a logo")).expect("pixels");
        assert_eq!((high.width, high.height), (5.0, 10.0));
    }

    #[test]
    fn bad_pictures_are_told_apart() {
        assert_eq!(read(b"\xff\xd8\xff\xe0 a JPEG"), Err(NotALogo::NotPng));
        assert_eq!(read(b""), Err(NotALogo::NotPng));
        let good = png(8, 8, ColorType::Grayscale, &[40; 64]);
        assert_eq!(read(&good[..good.len() / 2]), Err(NotALogo::Damaged));
        assert_eq!(read(&png(8, 8, ColorType::Rgba, &[0; 256])), Err(NotALogo::Blank), "all of it is transparent");
        assert_eq!(read(&png(7_000, 1, ColorType::Grayscale, &[0; 7_000])), Err(NotALogo::TooLarge));
        let mut huge = good;
        huge.resize(5 << 20, 0);
        assert_eq!(read(&huge), Err(NotALogo::TooLarge));
    }

    #[test]
    fn a_frozen_logo_that_was_tampered_with_is_not_drawn() {
        let logo = read(&png(2, 2, ColorType::Grayscale, &[9; 4])).expect("a logo");
        assert!(picture(&FrozenLogo { width: 3, ..logo.clone() }).is_none());
        assert!(picture(&FrozenLogo { width: u32::MAX, height: u32::MAX, ..logo.clone() }).is_none());
        assert!(picture(&FrozenLogo { rgb: "?".to_owned(), ..logo }).is_none());
    }
}
