//! Glyphs → words → reading order.
//!
//! Positions alone decide: producers paint in any order, leave out spaces, set every letter by itself or paint a line
//! across two columns. Text of one direction of writing is laid out in a frame of its own, in which it runs to the
//! right; text turned against the page follows after the upright text.
//!
//! Line ends are kept as they are printed: undoing hyphenation is left to whoever joins lines, which needs
//! [`Word::line_start`] for it.

mod bidi;
mod characters;
mod columns;
mod frame;
mod join;
mod lines;
pub(crate) mod recognised;
#[cfg(test)]
mod tests;

use compact_str::CompactString;
use countersign_domain::Rect;

use crate::page::{Page, PageTrouble, Word};
use crate::pdf::RawPage;

use self::frame::Frame;

/// Makes a page of words from the marks of a page; `number` is the 1-based number in the file.
pub fn page(number: u32, raw: RawPage) -> Page {
    let hidden = raw.glyphs.iter().filter(|g| g.hidden).count();
    // A page whose text lies hidden over a picture was read by somebody's OCR before.
    let ocr = hidden > 0 && hidden * 2 > raw.glyphs.len();
    let mut words = Vec::new();
    for (frame, letters) in Frame::sort(&raw.glyphs) {
        let rules: Vec<Rect> = if frame.is_upright() {
            raw.rules.clone()
        } else {
            raw.rules.iter().map(|r| frame.enter_rect(*r)).collect()
        };
        for line in lines::reading_order(join::join(letters), &rules) {
            let line = bidi::logical_order(line);
            words.extend(line.into_iter().enumerate().map(|(at, piece)| piece.into_word(frame, at == 0)));
        }
    }
    for word in &mut words {
        word.rect = within(word.rect, raw.width, raw.height);
    }
    Page {
        number,
        width: raw.width,
        height: raw.height,
        words,
        rules: raw.rules,
        picture_share: raw.picture_share,
        unmapped_glyphs: raw.unmapped_glyphs,
        ocr,
        trouble: raw.too_much.then_some(PageTrouble::TooMuch),
    }
}

/// One glyph in its frame: `u` along the line, `v` downwards, its text cleaned.
#[derive(Debug, Clone, PartialEq)]
struct Letter {
    text: CompactString,
    u0: f32,
    u1: f32,
    baseline: f32,
    size: f32,
    bold: bool,
    hidden: bool,
    /// How sure an engine is of it; `None` for text of the file.
    confidence: Option<f32>,
}

impl Letter {
    fn is_space(&self) -> bool {
        self.text == " "
    }
}

/// A word in the making: its letters from left to right.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    letters: Vec<Letter>,
    u0: f32,
    u1: f32,
    baseline: f32,
    size: f32,
}

/// Share of the font size that letters reach above and below the baseline; enough for a highlight.
const ABOVE: f32 = 0.78;
const BELOW: f32 = 0.22;

impl Piece {
    /// Makes a word of letters, of which there is at least one.
    fn new(letters: Vec<Letter>) -> Self {
        let u0 = letters.iter().map(|l| l.u0).fold(f32::INFINITY, f32::min);
        let u1 = letters.iter().map(|l| l.u1).fold(f32::NEG_INFINITY, f32::max);
        let size = letters.iter().map(|l| l.size).fold(0.0, f32::max);
        let baseline = letters.iter().find(|l| l.size == size).map_or(0.0, |l| l.baseline);
        Self { letters, u0, u1, baseline, size }
    }

    fn top(&self) -> f32 {
        self.baseline - self.size * ABOVE
    }

    fn bottom(&self) -> f32 {
        self.baseline + self.size * BELOW
    }

    fn text(&self) -> CompactString {
        self.letters.iter().map(|l| l.text.as_str()).collect()
    }

    fn into_word(self, frame: Frame, line_start: bool) -> Word {
        let bold = self.letters.iter().filter(|l| l.bold).count() * 2 > self.letters.len();
        Word {
            text: characters::finish(self.text()),
            rect: frame.leave_rect(Rect { x0: self.u0, y0: self.top(), x1: self.u1, y1: self.bottom() }),
            size: self.size,
            bold,
            line_start,
            confidence: self.letters.iter().filter_map(|l| l.confidence).reduce(f32::min),
        }
    }
}

fn within(rect: Rect, width: f32, height: f32) -> Rect {
    Rect {
        x0: rect.x0.clamp(0.0, width),
        y0: rect.y0.clamp(0.0, height),
        x1: rect.x1.clamp(0.0, width),
        y1: rect.y1.clamp(0.0, height),
    }
}
