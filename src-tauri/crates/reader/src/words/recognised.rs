//! Words recognised on a picture → words of a page, in reading order.
//!
//! An engine gives boxes around ink, and ink tells neither baseline nor size: "sea" is half as high as "Type". Both are
//! worked out from the letters that a word has, and evened out over its line. A scan that lies askew is set straight
//! for the ordering, or the cells of a row would stand on different lines; the places that are cited stay those on the
//! picture. What an engine makes of specks, rulings and signatures is left out.

use std::collections::BTreeMap;

use compact_str::CompactString;

use super::frame::Frame;
use super::{Letter, Piece, characters, lines, within};
use crate::ocr::FoundWord;
use crate::page::Page;

/// Height of capitals and digits, as a share of the font size.
const CAPITAL: f32 = 0.70;
/// Height of letters such as "x".
const X_HEIGHT: f32 = 0.49;
/// Depth of letters such as "p".
const DEPTH: f32 = 0.20;
/// Depth of a comma.
const COMMA: f32 = 0.10;
/// Sizes this close to the usual size of the page are that size: boxes are whole pixels and printing is not even.
const SAME_SIZE: f32 = 0.12;
/// Scans lie askew by less than this (about three degrees); a larger slope is a mistake of the measure.
const STEEPEST: f32 = 0.05;
/// Lines with fewer words, or narrower than this many points, tell nothing about the slope.
const SLOPE_WORDS: usize = 5;
const SLOPE_WIDTH: f32 = 150.0;
/// A line of which the engine is less sure is made of a signature or a logo.
const LEAST_LINE: f32 = 40.0;
/// A word without letter or digit of which the engine is less sure is a speck or a ruling.
const LEAST_MARK: f32 = 60.0;
/// The gap behind a bullet, as a share of the font size; the gap between words is a third of it.
const BULLET_GAP: f32 = 0.6;

/// Fills a page with recognised words.
pub(crate) fn fill(page: &mut Page, found: &[FoundWord]) {
    let lines = engine_lines(found);
    let slope = slope(&lines);
    let sizes: Vec<Option<f32>> = lines.iter().map(|line| middle(line.iter().filter_map(|w| size(w, slope)))).collect();
    let usual = usual_size(&lines, &sizes);
    let centre = page.width / 2.0;
    let mut letters = Vec::new();
    for (line, size) in lines.iter().zip(sizes) {
        let size = size.filter(|s| (s - usual).abs() > SAME_SIZE * usual).unwrap_or(usual);
        // Where the line crosses the middle of the page, which its words agree on.
        let level = |word: &FoundWord| baseline(word, size, slope) - slope * (middle_of(word) - centre);
        let certain = middle(line.iter().filter(|w| shape(&w.text).is_some()).map(|w| level(w)));
        for word in line {
            let Some(text) = characters::clean(&word.text) else { continue };
            let baseline = certain.unwrap_or_else(|| level(word));
            for (text, u0, u1) in single_words(&text, word) {
                letters.push(Letter {
                    text: text.into(),
                    u0,
                    u1,
                    baseline,
                    size,
                    bold: false,
                    hidden: false,
                    confidence: Some(word.confidence),
                });
            }
        }
    }
    let pieces = letters.into_iter().map(|letter| Piece::new(vec![letter])).collect();
    let mut words = Vec::new();
    for line in lines::reading_order(pieces, &page.rules) {
        let bullet = starts_with_bullet(&line);
        for (at, piece) in line.into_iter().enumerate() {
            let down = slope * (f32::midpoint(piece.u0, piece.u1) - centre);
            let mut word = piece.into_word(Frame::upright(), at == 0);
            if at == 0 && bullet {
                word.text = CompactString::const_new("•");
            }
            word.rect.y0 += down;
            word.rect.y1 += down;
            word.rect = within(word.rect, page.width, page.height);
            words.push(word);
        }
    }
    page.words = words;
    page.ocr = true;
}

/// What an engine gives as one word may hold white space, or a character that stands for some: each part is a word then, with
/// its share of the box.
fn single_words<'t>(text: &'t str, word: &FoundWord) -> impl Iterator<Item = (&'t str, f32, f32)> {
    let (left, right, all) = (word.rect.x0, word.rect.x1, text.chars().count());
    let place = move |letter: usize| {
        if letter == all { right } else { left + (right - left) * letter as f32 / all as f32 }
    };
    let parts = text.split(' ').scan(0, |next, part| {
        let from = *next;
        let to = from + part.chars().count();
        *next = to + 1;
        Some((part, from, to))
    });
    parts.filter(|(part, ..)| !part.is_empty()).map(move |(part, from, to)| (part, place(from), place(to)))
}

/// The words by the lines of the engine, from left to right, without what is no text.
fn engine_lines(found: &[FoundWord]) -> Vec<Vec<&FoundWord>> {
    let mut lines: BTreeMap<u32, Vec<&FoundWord>> = BTreeMap::new();
    for word in found {
        lines.entry(word.line).or_default().push(word);
    }
    let mut lines: Vec<Vec<&FoundWord>> = lines.into_values().filter(|line| sureness(line) >= LEAST_LINE).collect();
    for line in &mut lines {
        line.retain(|w| w.confidence >= LEAST_MARK || w.text.chars().any(char::is_alphanumeric));
        line.sort_by(|a, b| a.rect.x0.total_cmp(&b.rect.x0));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Mean confidence by characters.
fn sureness(line: &[&FoundWord]) -> f32 {
    let (sum, count) = line.iter().fold((0.0, 0.0), |(sum, count), word| {
        let length = word.text.chars().count() as f32;
        (sum + word.confidence * length, count + length)
    });
    if count > 0.0 { sum / count } else { 0.0 }
}

/// How far the ink of a word reaches above and below its baseline, as shares of the font size; `None` where it holds
/// no letter that tells.
fn shape(text: &str) -> Option<(f32, f32)> {
    let mut above: f32 = 0.0;
    let mut below: f32 = 0.0;
    for c in text.chars() {
        let (up, down) = match c {
            'g' | 'p' | 'q' | 'y' => (X_HEIGHT, DEPTH),
            'j' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' | '@' | '$' | '§' => (CAPITAL, DEPTH),
            ',' | ';' => (0.0, COMMA),
            'a' | 'c' | 'e' | 'm' | 'n' | 'o' | 'r' | 's' | 'u' | 'v' | 'w' | 'x' | 'z' => (X_HEIGHT, 0.0),
            c if c.is_alphanumeric() => (CAPITAL, 0.0),
            '&' | '%' | '#' | '!' | '?' | '\'' | '"' | '’' | '‘' | '“' | '”' => (CAPITAL, 0.0),
            _ => (0.0, 0.0),
        };
        above = above.max(up);
        below = below.max(down);
    }
    (above > 0.0).then_some((above, below))
}

/// What a slope adds to the height of a box.
fn lean(word: &FoundWord, slope: f32) -> f32 {
    slope.abs() * word.rect.width()
}

fn middle_of(word: &FoundWord) -> f32 {
    f32::midpoint(word.rect.x0, word.rect.x1)
}

/// The font size that the box of a word tells.
fn size(word: &FoundWord, slope: f32) -> Option<f32> {
    let (above, below) = shape(&word.text)?;
    let height = word.rect.height() - lean(word, slope);
    (height > 0.0).then(|| height / (above + below))
}

/// The baseline of a word in its middle.
fn baseline(word: &FoundWord, size: f32, slope: f32) -> f32 {
    match shape(&word.text) {
        Some((_, below)) => word.rect.y1 - below * size - lean(word, slope) / 2.0,
        // Bullets and dashes stand half as high as small letters.
        None => f32::midpoint(word.rect.y0, word.rect.y1) + X_HEIGHT / 2.0 * size,
    }
}

/// The slope of the page: points down for each point to the right.
fn slope(lines: &[Vec<&FoundWord>]) -> f32 {
    let slopes = lines.iter().filter_map(|line| {
        let (first, last) = (line.first()?, line.last()?);
        if line.len() < SLOPE_WORDS || last.rect.x1 - first.rect.x0 < SLOPE_WIDTH {
            return None;
        }
        // The usual size serves: what matters is how the bottoms of letters without depth move.
        let points: Vec<(f32, f32)> =
            line.iter().filter_map(|w| Some((middle_of(w), w.rect.y1 - shape(&w.text)?.1 * size(w, 0.0)?))).collect();
        line_through(&points)
    });
    let slope = middle(slopes).unwrap_or(0.0);
    if slope.abs() <= STEEPEST { slope } else { 0.0 }
}

/// The slope of the line that fits points best.
fn line_through(points: &[(f32, f32)]) -> Option<f32> {
    let count = points.len() as f32;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), p| (x + p.0 / count, y + p.1 / count));
    let (up, across) =
        points.iter().fold((0.0, 0.0), |(up, across), p| (up + (p.0 - x) * (p.1 - y), across + (p.0 - x) * (p.0 - x)));
    (across > 0.0).then(|| up / across)
}

/// The size in which most letters of the page are set.
fn usual_size(lines: &[Vec<&FoundWord>], sizes: &[Option<f32>]) -> f32 {
    let each = lines.iter().zip(sizes).filter_map(|(line, size)| {
        let letters: usize = line.iter().map(|w| w.text.chars().count()).sum();
        size.map(|size| std::iter::repeat_n(size, letters))
    });
    middle(each.flatten()).unwrap_or(10.0)
}

fn middle(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Whether a line begins with what engines make of a bullet: one of a few signs that are no word, with a gap behind.
fn starts_with_bullet(line: &[Piece]) -> bool {
    let [first, second, ..] = line else { return false };
    let alike = matches!(first.text().as_str(), "e" | "o" | "¢" | "«" | "»" | "°" | "*" | "®" | "©" | "@" | "+" | "·");
    alike && second.u0 - first.u1 >= BULLET_GAP * second.size
}

#[cfg(test)]
mod tests {
    use countersign_domain::Rect;

    use super::super::{ABOVE, BELOW};
    use super::*;
    use crate::text::sheet::Sheet;

    /// Sets words as ink: boxes as high and deep as their letters, on a page that lies askew by `slope`.
    struct Ink {
        found: Vec<FoundWord>,
        slope: f32,
        line: u32,
    }

    impl Ink {
        fn new(slope: f32) -> Self {
            Self { found: Vec::new(), slope, line: 0 }
        }

        fn set(mut self, x: f32, baseline: f32, size: f32, text: &str) -> Self {
            let mut left = x;
            for word in text.split_whitespace() {
                let right = left + word.chars().count() as f32 * size * 0.5;
                let (above, below) = shape(word).unwrap_or((0.3, -0.2));
                let (a, b) = (left * self.slope, right * self.slope);
                let rect = Rect {
                    x0: left,
                    y0: baseline - above * size + a.min(b),
                    x1: right,
                    y1: baseline + below * size + a.max(b),
                };
                self.found.push(FoundWord { text: word.to_owned(), rect, confidence: 95.0, line: self.line });
                left = right + size * 0.3;
            }
            self.line += 1;
            self
        }

        fn page(&self) -> Page {
            let mut page = Sheet::new(1).picture().build();
            fill(&mut page, &self.found);
            page
        }
    }

    fn lines(page: &Page) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in &page.words {
            match lines.last_mut() {
                Some(line) if !word.line_start => {
                    line.push(' ');
                    line.push_str(&word.text);
                }
                _ => lines.push(word.text.to_string()),
            }
        }
        lines
    }

    #[test]
    fn what_an_engine_takes_for_one_word_may_be_several() {
        // The last stands for a space and two accents.
        for (text, expected) in [("user\u{A0}entity controls", 3), ("Heron\t2", 2), ("\u{A0}", 0), ("\u{FC5E}", 1)] {
            let rect = Rect { x0: 72.0, y0: 100.0, x1: 172.0, y1: 107.0 };
            let found = FoundWord { text: text.to_owned(), rect, confidence: 96.0, line: 0 };
            let mut page = Sheet::new(1).picture().build();
            fill(&mut page, &[found]);
            assert_eq!(page.words.len(), expected, "words of: {text:?}");
            let whole = |word: &crate::page::Word| !word.text.is_empty() && !word.text.contains(char::is_whitespace);
            assert!(page.words.iter().all(whole), "each is one: {:?}", page.words);
            let inside = |word: &crate::page::Word| word.rect.x0 >= 71.9 && word.rect.x1 <= 172.1;
            assert!(page.words.iter().all(inside), "in the box of the whole: {:?}", page.words);
        }
    }

    #[test]
    fn size_and_baseline_come_from_the_letters_not_from_the_box() {
        let page = Ink::new(0.0).set(72.0, 100.0, 11.0, "we are never sure of Type depth, say").page();
        assert_eq!(lines(&page), ["we are never sure of Type depth, say"], "one line");
        for word in &page.words {
            assert!((word.size - 11.0).abs() < 0.6, "{}: {}", word.text, word.size);
            assert!((word.rect.y0 - (100.0 - ABOVE * 11.0)).abs() < 0.8, "all on one baseline: {}", word.text);
            assert!((word.rect.y1 - (100.0 + BELOW * 11.0)).abs() < 0.8, "all on one baseline: {}", word.text);
            assert_eq!(word.confidence, Some(95.0), "kept");
        }
    }

    #[test]
    fn the_cells_of_a_row_stay_on_one_line_though_the_scan_lies_askew() {
        let mut ink = Ink::new(0.012);
        for row in 0..6 {
            let y = 150.0 + 13.0 * row as f32;
            ink = ink.set(72.0, y, 10.0, &format!("CC6.{row} access is reviewed every quarter"));
            ink = ink.set(420.0, y, 10.0, "No exceptions noted");
        }
        let read = lines(&ink.page());
        assert_eq!(read.len(), 6, "rows, not cells: {read:?}");
        assert_eq!(read[4], "CC6.4 access is reviewed every quarter No exceptions noted", "the cells of one row");
        let page = ink.page();
        let last = page.words.iter().rfind(|w| w.text == "noted").expect("stands there");
        let ink = &ink.found.last().expect("set").rect;
        assert!((last.rect.y1 - ink.y1).abs() < 3.0, "cited where it lies on the picture");
    }

    #[test]
    fn columns_of_prose_are_read_one_after_the_other() {
        let mut ink = Ink::new(0.004);
        for row in 0..9 {
            let y = 150.0 + 13.0 * row as f32;
            ink = ink.set(60.0, y, 10.0, "left side of the page and much of it");
            ink = ink.set(330.0, y + 4.0, 10.0, "right side of the page and more of it");
        }
        let read = lines(&ink.page());
        let first_right = read.iter().position(|line| line.starts_with("right")).expect("stands there");
        assert_eq!(first_right, 9, "the left column first: {read:?}");
    }

    #[test]
    fn small_differences_of_size_are_noise_and_large_ones_are_headings() {
        let ink = Ink::new(0.0)
            .set(72.0, 100.0, 16.0, "Management Assertion")
            .set(72.0, 130.0, 10.0, "the text of the page")
            .set(72.0, 143.0, 10.7, "and more of that text")
            .set(72.0, 156.0, 9.5, "and the end of that text");
        let page = ink.page();
        let sizes: Vec<f32> = page.words.iter().filter(|w| w.line_start).map(|w| w.size).collect();
        assert!((sizes[0] - 16.0).abs() < 1.0, "a heading: {sizes:?}");
        assert!(sizes[1] == sizes[2] && sizes[2] == sizes[3], "one size: {sizes:?}");
    }

    #[test]
    fn specks_rulings_and_signatures_are_left_out() {
        let mut ink = Ink::new(0.0).set(72.0, 100.0, 11.0, "Heron | Analytics —").set(72.0, 130.0, 30.0, "rv Sarg");
        for word in &mut ink.found {
            word.confidence = match word.text.as_str() {
                "|" | "rv" => 20.0,
                "Sarg" => 44.0,
                "Heron" => 30.0,
                _ => 93.0,
            };
        }
        assert_eq!(lines(&ink.page()), ["Heron Analytics —"], "a doubtful word within a sure line stays");
    }

    #[test]
    fn what_engines_make_of_a_bullet_is_one() {
        let page = Ink::new(0.0)
            .set(90.0, 100.0, 10.0, "e")
            .set(108.0, 100.0, 10.0, "Review access each quarter")
            .set(90.0, 120.0, 10.0, "© 2031 Heron Analytics")
            .page();
        assert_eq!(
            lines(&page),
            ["• Review access each quarter", "© 2031 Heron Analytics"],
            "a gap behind tells a bullet from a sign"
        );
    }

    #[test]
    fn a_page_on_which_nothing_was_found_is_read_and_empty() {
        let page = Ink::new(0.0).page();
        assert!(page.ocr && page.words.is_empty(), "nothing to read is not the same as not read");
    }
}
