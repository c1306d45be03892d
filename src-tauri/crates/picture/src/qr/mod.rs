//! Finds QR codes.
//!
//! A scan is noisy, skewed, blurred or faint, and no one way to see it is best for all: a page is looked at in several ways
//! until one shows a code. What a look costs is bounded whatever is on the page, noise above all (`decisions/0052`): the
//! squares in the corners of codes are looked for in one pass, those that are best are put together, and the best of these are
//! read.

mod corners;
mod dots;
mod grid;
mod local;
mod squares;

use std::panic::{AssertUnwindSafe, catch_unwind};

use self::{dots::Dots, local::softened};
use crate::Raster;

/// How a page is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Each pixel the mean of its neighbours: against noise.
    Softened,
    /// At half its size, each pixel the mean of four: against more noise, and for codes that are large.
    Halved,
    /// As it was drawn.
    Plain,
    /// At twice its size: against blur, where modules are small.
    Doubled,
}

/// The ways in which a page is looked at, the likeliest first.
const LOOKS: [Look; 4] = [Look::Softened, Look::Halved, Look::Plain, Look::Doubled];

/// Most squares of a page that are put together, and most corners that are read.
const SQUARES: usize = 40;
const CORNERS: usize = 60;

/// Finds the texts of those codes that are `wanted`, each once. With `thorough` a page on which none is found is looked at
/// in all ways, else in the two likeliest.
pub fn find(page: &Raster, thorough: bool, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let grey = page.grey();
    let looks = if thorough { &LOOKS[..] } else { &LOOKS[..2] };
    looks.iter().map(|look| texts(&seen(&grey, *look), &wanted)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn texts(dots: &Dots, wanted: &impl Fn(&str) -> bool) -> Vec<String> {
    let corners = corners::find(&squares::find(dots, SQUARES), CORNERS);
    // The library asserts what it expects of modules: what it does not expect is no code.
    let read = |corners| catch_unwind(AssertUnwindSafe(|| grid::read(dots, corners))).unwrap_or_default();
    let mut found: Vec<String> = corners.into_iter().filter_map(read).filter(|text| wanted(text)).collect();
    found.sort();
    found.dedup();
    found
}

/// How far the neighbourhood of a pixel reaches: wider than the square in the corner of a code at 200 dots per inch, narrower
/// than a shadow.
const REACH: usize = 33;

fn seen(grey: &Raster, look: Look) -> Dots {
    match look {
        Look::Softened => Dots::of(&softened(grey, 1), REACH),
        Look::Halved => Dots::of(&halved(grey), REACH),
        Look::Plain => Dots::of(grey, REACH),
        Look::Doubled => Dots::of(&doubled(&halved_if_large(grey)), 2 * REACH),
    }
}

fn halved(grey: &Raster) -> Raster {
    grey.scaled((grey.width as u32 / 2).max(1), (grey.height as u32 / 2).max(1))
}

/// Keeps what is made twice as large within bounds.
fn halved_if_large(grey: &Raster) -> Raster {
    const LARGE: usize = 8_000_000;
    if grey.width * grey.height > LARGE { halved(grey) } else { grey.clone() }
}

/// Makes a picture twice as large, with what lies between two pixels between their values.
fn doubled(grey: &Raster) -> Raster {
    let (wide, high) = (grey.width, grey.height);
    let at = |x: usize, y: usize| u16::from(grey.data[y.min(high - 1) * wide + x.min(wide - 1)]);
    let mut data = Vec::with_capacity(wide * high * 4);
    for y in 0..high {
        for half in 0..2 {
            for x in 0..wide {
                let (this, next) = (at(x, y) + at(x, y + half), at(x + 1, y) + at(x + 1, y + half));
                data.push((this / 2) as u8);
                data.push(((this + next) / 4) as u8);
            }
        }
    }
    Raster { width: wide * 2, height: high * 2, bytes: 1, data }
}

#[cfg(test)]
mod tests {
    use super::*;
    use qrcodegen::{QrCode, QrCodeEcc};

    fn raster(width: usize, data: Vec<u8>) -> Raster {
        Raster::new(width, data.len() / width, 1, data).expect("pixels")
    }

    /// A page with the code of a text on it, each module so many pixels wide, turned around the middle.
    fn page(text: &str, module: f32, degrees: f32) -> Raster {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a text that fits into a code");
        let (wide, high) = (700, 600);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let half = code.size() as f32 / 2.0;
        let dark = |at: usize| {
            let (x, y) = ((at % wide) as f32 - 330.5, (at / wide) as f32 - 280.5);
            let (across, down) = ((cos * x + sin * y) / module + half, (cos * y - sin * x) / module + half);
            code.get_module(across.floor() as i32, down.floor() as i32)
        };
        raster(wide, (0..wide * high).map(|at| if dark(at) { 30 } else { 225 }).collect())
    }

    /// Noise without a pattern.
    fn noise(width: usize, height: usize) -> Raster {
        let mut state = 7u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        raster(width, (0..width * height).map(|_| next()).collect())
    }

    #[test]
    fn a_code_is_read_at_any_angle_and_of_any_size() {
        let short = "CS1:P-0047:1:WM34-K0T5-H6MA";
        for degrees in [0.0, 7.0, 45.0, 90.0, 130.0, 180.0, 261.0, 315.0] {
            assert_eq!(find(&page(short, 7.0, degrees), true, |_| true), [short], "{degrees} degrees");
        }
        for module in [3.0, 4.5, 10.0, 16.0] {
            assert_eq!(find(&page(short, module, 3.0), true, |_| true), [short], "{module} pixels a module");
        }
        for text in ["1", "HTTPS://EXAMPLE.COM/A", &"a longer text ".repeat(9)] {
            assert_eq!(find(&page(text, 5.0, 20.0), true, |_| true), [text]);
        }
        assert_eq!(find(&page(short, 7.0, 0.0), false, |text| text.starts_with("CS2")), Vec::<String>::new());
    }

    #[test]
    fn on_a_page_of_noise_or_of_nothing_but_corners_few_are_read() {
        let corner = |at: i32| (at % 9 - 4).abs();
        let dark = |x: i32, y: i32| matches!(corner(x / 4).max(corner(y / 4)), 0 | 1 | 3);
        let corners = (0..1_200 * 900).map(|at| if dark(at % 1_200, at / 1_200) { 0 } else { 255 }).collect();
        for (name, page) in [("noise", noise(1_654, 2_339)), ("corners", raster(1_200, corners))] {
            for look in LOOKS {
                let squares = squares::find(&seen(&page, look), SQUARES);
                assert!(squares.len() <= SQUARES, "{name}, {look:?}");
                assert!(name == "noise" || look == Look::Halved || squares.len() == SQUARES, "they look like corners");
                assert!(corners::find(&squares, CORNERS).len() <= CORNERS, "{name}, {look:?}");
            }
            assert_eq!(find(&page, true, |_| true), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn twice_as_large_is_smooth() {
        assert_eq!(doubled(&raster(2, vec![0, 100])).data, [0, 50, 100, 100, 0, 50, 100, 100]);
    }

    #[test]
    fn a_picture_without_a_code_has_none_whatever_its_size() {
        for (width, height) in [(1, 1), (1, 500), (500, 1), (33, 7), (640, 480)] {
            assert_eq!(find(&noise(width, height), true, |_| true), Vec::<String>::new(), "{width} × {height}");
        }
    }
}
