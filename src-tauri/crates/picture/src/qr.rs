//! Finds QR codes.
//!
//! A scan is noisy, skewed, blurred or faint, and no one way to see it is best for all: a page is looked at in several ways
//! until one shows a code.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::Raster;

/// How a page is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// As it was drawn.
    Plain,
    /// At half its size, each pixel the mean of four: against noise.
    Halved,
    /// Each pixel the mean of its neighbours: against noise, at full size.
    Softened,
    /// Darker or lighter than the mean of a wide neighbourhood: against shadows and faint print.
    Local,
    /// At twice its size: against blur, where modules are small.
    Doubled,
}

/// The ways in which a page is looked at, the likeliest first.
const LOOKS: [Look; 5] = [Look::Plain, Look::Halved, Look::Local, Look::Softened, Look::Doubled];

/// Finds the texts of those codes that are `wanted`, each once. With `thorough` a page on which none is found is looked at
/// in all ways, else in the two likeliest.
pub fn find(page: &Raster, thorough: bool, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let grey = page.grey();
    let looks = if thorough { &LOOKS[..] } else { &LOOKS[..2] };
    looks.iter().map(|look| texts(&seen(&grey, *look), &wanted)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn texts(grey: &Raster, wanted: &impl Fn(&str) -> bool) -> Vec<String> {
    // The library asserts what it expects of a picture: what it does not expect is no code.
    let search = || {
        let (wide, high) = (grey.width, grey.height);
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, high, |x, y| grey.data[y * wide + x]);
        let grids = image.detect_grids();
        let decoded = grids.iter().filter_map(|grid| grid.decode().ok());
        decoded.map(|(_, text)| text).filter(|text| wanted(text)).collect()
    };
    let mut found: Vec<String> = catch_unwind(AssertUnwindSafe(search)).unwrap_or_default();
    found.sort();
    found.dedup();
    found
}

/// How far the neighbourhood of a pixel reaches: wider than the finder of a code at 200 dots per inch, narrower than a shadow.
const REACH: usize = 33;

fn seen(grey: &Raster, look: Look) -> Raster {
    let halved = || grey.scaled((grey.width as u32 / 2).max(1), (grey.height as u32 / 2).max(1));
    match look {
        Look::Plain => grey.clone(),
        Look::Halved => halved(),
        Look::Softened => local(grey, 1, |_, mean| mean),
        Look::Local => {
            let softened = local(grey, 1, |_, mean| mean);
            local(&softened, REACH, |value, mean| if u16::from(value) * 100 < u16::from(mean) * 90 { 0 } else { 255 })
        }
        Look::Doubled => doubled(&halved_if_large(grey)),
    }
}

/// Keeps what is made twice as large within bounds.
fn halved_if_large(grey: &Raster) -> Raster {
    const LARGE: usize = 8_000_000;
    if grey.width * grey.height > LARGE {
        grey.scaled(grey.width as u32 / 2, grey.height as u32 / 2)
    } else {
        grey.clone()
    }
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

/// Gives each pixel what `of` makes of it and of the mean of the square around it that reaches `reach` pixels far.
fn local(grey: &Raster, reach: usize, of: impl Fn(u8, u8) -> u8) -> Raster {
    let (wide, high) = (grey.width, grey.height);
    // Sums of the columns of the rows in reach, moved down row by row.
    let mut columns = vec![0u32; wide];
    let row = |y: usize| &grey.data[y * wide..(y + 1) * wide];
    let add = |columns: &mut [u32], y: usize| columns.iter_mut().zip(row(y)).for_each(|(sum, v)| *sum += u32::from(*v));
    (0..reach.min(high)).for_each(|y| add(&mut columns, y));
    let mut data = Vec::with_capacity(wide * high);
    for y in 0..high {
        if y + reach < high {
            add(&mut columns, y + reach);
        }
        if y > reach {
            columns.iter_mut().zip(row(y - reach - 1)).for_each(|(sum, v)| *sum -= u32::from(*v));
        }
        let rows = (y + reach).min(high - 1) - y.saturating_sub(reach) + 1;
        let mut sum: u32 = columns[..reach.min(wide)].iter().sum();
        for x in 0..wide {
            if x + reach < wide {
                sum += columns[x + reach];
            }
            if x > reach {
                sum -= columns[x - reach - 1];
            }
            let across = (x + reach).min(wide - 1) - x.saturating_sub(reach) + 1;
            data.push(of(grey.data[y * wide + x], (sum / (rows * across) as u32) as u8));
        }
    }
    Raster { data, ..*grey }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raster(width: usize, data: Vec<u8>) -> Raster {
        Raster::new(width, data.len() / width, 1, data).expect("pixels")
    }

    #[test]
    fn a_mean_is_that_of_what_is_there() {
        let grey = raster(3, vec![0, 30, 60, 90, 120, 150, 180, 210, 240]);
        assert_eq!(local(&grey, 1, |_, mean| mean).data, [60, 75, 90, 105, 120, 135, 150, 165, 180]);
        assert_eq!(local(&grey, 9, |_, mean| mean).data, [120; 9], "a reach beyond all edges");
        assert_eq!(local(&raster(1, vec![7]), 1, |_, mean| mean).data, [7], "one pixel");
    }

    #[test]
    fn twice_as_large_is_smooth() {
        assert_eq!(doubled(&raster(2, vec![0, 100])).data, [0, 50, 100, 100, 0, 50, 100, 100]);
    }

    #[test]
    fn a_picture_without_a_code_has_none_whatever_its_size() {
        for (width, height) in [(1, 1), (1, 500), (500, 1), (33, 7), (640, 480)] {
            let noise = (0..width * height).map(|at: usize| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
            let page = Raster::new(width, height, 1, noise).expect("pixels");
            assert_eq!(find(&page, true, |_| true), Vec::<String>::new(), "{width} × {height}");
        }
    }
}
