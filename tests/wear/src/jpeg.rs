//! Writes a picture in grey as a baseline JPEG (ITU-T T.81), with the tables of its annex K.

use crate::Grey;
use std::f32::consts::PI;

/// How coarse each frequency is stored at quality 50 (T.81, table K.1), row by row.
const COARSE: [u16; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
];
/// The order in which frequencies are stored (T.81, figure A.6).
const ORDER: [usize; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];
/// Code lengths and symbols for the mean of a block (T.81, table K.3).
const MEANS: ([u8; 16], &[u8]) =
    ([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

struct Bits {
    out: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn put(&mut self, bits: u32, count: u32) {
        for at in (0..count).rev() {
            self.held = self.held << 1 | (bits >> at & 1);
            self.count += 1;
            if self.count == 8 {
                self.out.push(self.held as u8);
                if self.held as u8 == 0xff {
                    self.out.push(0);
                }
                (self.held, self.count) = (0, 0);
            }
        }
    }
}

/// The codes of symbols by their lengths (T.81, annex C): code and length by symbol.
fn codes(lengths: &[u8; 16], symbols: &[u8]) -> Vec<(u32, u32)> {
    let mut table = vec![(0, 0); 256];
    let (mut code, mut next) = (0, 0);
    for (length, count) in (1..).zip(lengths) {
        for _ in 0..*count {
            table[usize::from(symbols[next])] = (code, length);
            code += 1;
            next += 1;
        }
        code <<= 1;
    }
    table
}

/// The symbols of the other frequencies, a run of zeros and a size, and their code lengths: all of eight bits, which is valid
/// and simple.
fn rest() -> ([u8; 16], Vec<u8>) {
    let mut symbols: Vec<u8> = vec![0x00, 0xf0];
    symbols.extend((0..16).flat_map(|run: u8| (1..=10).map(move |size: u8| run << 4 | size)));
    let mut lengths = [0; 16];
    lengths[7] = symbols.len() as u8;
    (lengths, symbols)
}

/// A number's size in bits, and its bits as they are stored.
fn sized(value: i32) -> (u32, u32) {
    let size = 32 - value.unsigned_abs().leading_zeros();
    let bits = if value < 0 { value - 1 } else { value };
    (size, bits as u32 & ((1u32 << size) - 1))
}

/// Writes the picture. `quality` is 1 to 100; `dpi` is stated where it is not 0.
pub fn of(page: &Grey, quality: u8, dpi: u32) -> Vec<u8> {
    let quality = i32::from(quality.clamp(1, 100));
    let scale = if quality < 50 { 5_000 / quality } else { 200 - 2 * quality };
    let coarse: Vec<i32> = COARSE.iter().map(|step| ((i32::from(*step) * scale + 50) / 100).clamp(1, 255)).collect();
    let (rest_lengths, rest_symbols) = rest();
    let mut out = vec![0xff, 0xd8];
    let mut segment = |mark: u8, content: &[u8]| {
        out.extend_from_slice(&[0xff, mark]);
        out.extend_from_slice(&(content.len() as u16 + 2).to_be_bytes());
        out.extend_from_slice(content);
    };
    if dpi > 0 {
        let [high, low] = (dpi as u16).to_be_bytes();
        segment(0xe0, &[b'J', b'F', b'I', b'F', 0, 1, 2, 1, high, low, high, low, 0, 0]);
    }
    segment(0xdb, &std::iter::once(0).chain(ORDER.iter().map(|at| coarse[*at] as u8)).collect::<Vec<u8>>());
    let [width, height] = [page.width, page.height].map(|side| (side as u16).to_be_bytes());
    segment(0xc0, &[8, height[0], height[1], width[0], width[1], 1, 1, 0x11, 0]);
    segment(0xc4, &[&[0][..], &MEANS.0, MEANS.1].concat());
    segment(0xc4, &[&[0x10][..], &rest_lengths, &rest_symbols].concat());
    segment(0xda, &[1, 1, 0x00, 0, 63, 0]);
    let mut bits = Bits { out, held: 0, count: 0 };
    scan(page, &coarse, &codes(&MEANS.0, MEANS.1), &codes(&rest_lengths, &rest_symbols), &mut bits);
    bits.put(0x7f, 7);
    let mut out = bits.out;
    out.extend_from_slice(&[0xff, 0xd9]);
    out
}

fn scan(page: &Grey, coarse: &[i32], means: &[(u32, u32)], rest: &[(u32, u32)], bits: &mut Bits) {
    let mut wave = [[0.0f32; 8]; 8];
    for (u, row) in wave.iter_mut().enumerate() {
        let norm = if u == 0 { (1.0f32 / 8.0).sqrt() } else { 0.5 };
        for (x, value) in row.iter_mut().enumerate() {
            *value = norm * ((2 * x + 1) as f32 * u as f32 * PI / 16.0).cos();
        }
    }
    let mut before = 0;
    for top in (0..page.height).step_by(8) {
        for left in (0..page.width).step_by(8) {
            let block = frequencies(page, left, top, &wave);
            let stored = ORDER.map(|at| (block[at] / coarse[at] as f32).round() as i32);
            let (size, value) = sized(stored[0] - before);
            before = stored[0];
            let (code, length) = means[size as usize];
            bits.put(code, length);
            bits.put(value, size);
            let mut zeros = 0;
            let last = stored.iter().rposition(|value| *value != 0).unwrap_or(0);
            for value in &stored[1..=last] {
                if *value == 0 {
                    zeros += 1;
                    continue;
                }
                while zeros > 15 {
                    bits.put(rest[0xf0].0, rest[0xf0].1);
                    zeros -= 16;
                }
                let (size, value) = sized(*value);
                let (code, length) = rest[zeros << 4 | size as usize];
                bits.put(code, length);
                bits.put(value, size);
                zeros = 0;
            }
            if last < 63 {
                bits.put(rest[0].0, rest[0].1);
            }
        }
    }
}

/// The frequencies of the block of eight by eight pixels there; beyond the edges the last pixel goes on.
fn frequencies(page: &Grey, left: usize, top: usize, wave: &[[f32; 8]; 8]) -> [f32; 64] {
    let mut rows = [[0.0f32; 8]; 8];
    for (y, row) in rows.iter_mut().enumerate() {
        let line = &page.data[(top + y).min(page.height - 1) * page.width..][..page.width];
        let mut pixels = [0.0f32; 8];
        for (x, pixel) in pixels.iter_mut().enumerate() {
            *pixel = f32::from(line[(left + x).min(page.width - 1)]) - 128.0;
        }
        for (value, wave) in row.iter_mut().zip(wave) {
            *value = pixels.iter().zip(wave).map(|(pixel, wave)| pixel * wave).sum();
        }
    }
    let mut block = [0.0; 64];
    for (v, wave) in wave.iter().enumerate() {
        for u in 0..8 {
            block[v * 8 + u] = rows.iter().zip(wave).map(|(row, wave)| row[u] * wave).sum();
        }
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let data = (0..61 * 43).map(|at| if (at / 61 / 9 + at % 61 / 7) % 2 == 0 { 30 } else { 220 }).collect();
        let page = Grey { width: 61, height: 43, data };
        for quality in [95, 40] {
            let read = countersign_picture::unpack(&of(&page, quality, 200)).expect("a picture");
            assert_eq!((read.raster.width(), read.raster.height(), read.dots), (61, 43, Some((200.0, 200.0))));
            let apart = page.data.iter().zip(read.raster.data()).map(|(a, b)| u32::from(a.abs_diff(*b)));
            let mean = apart.sum::<u32>() as usize / page.data.len();
            assert!(mean < 12, "quality {quality} is off by {mean} of 255");
        }
    }
}
