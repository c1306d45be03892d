//! Strips: the words of a page that stand on one height, in a frame in which they run to the right.

use std::ops::Range;

use countersign_domain::Rect;

use crate::page::{Page, Word};
use crate::text::Text;

/// Words stand on one height if their middles differ by no more than this share of the font size.
const DRIFT: f32 = 0.35;
/// Share of the width that is a side margin.
const MARGIN: f32 = 0.13;
/// A gap of this share of the font size divides columns where nothing else does.
pub(super) const WIDE_GAP: f32 = 0.9;

/// A word of the document with its place and what its form tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bit {
    pub(super) line: usize,
    pub(super) word: usize,
    pub(super) rect: Rect,
    pub(super) size: f32,
    pub(super) running: bool,
    pub(super) form: Form,
}

/// What the form of a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Looks like the number of something: `CC6.1-03`, `4.2`, `AC-12`.
    Number,
    /// The first half of a number, or of a list of numbers, that a narrow column divides: `CC6.1-`, `CC1.2,`.
    Divided,
    /// A few capitals, such as stand before a number: `AC`.
    Capitals,
    /// A bullet.
    Bullet,
    /// Begins with a small letter.
    Small,
    /// Anything else.
    Word,
}

impl Form {
    fn of(text: &str) -> Self {
        if matches!(text, "•" | "●" | "▪" | "■" | "◦" | "○" | "‣" | "➢" | "✓" | "·" | "-" | "–" | "*" | "o")
            || text.chars().all(|c| ('\u{E000}'..='\u{F8FF}').contains(&c))
        {
            return Self::Bullet;
        }
        let bare = text.trim_start_matches(['(', '[', '#']);
        let digits = bare.chars().filter(char::is_ascii_digit).count();
        let small = bare.chars().filter(|c| c.is_lowercase()).count();
        let allowed = |c: char| c.is_ascii_alphanumeric() || ".-_/()[]#:,‐‑–".contains(c);
        if digits > 0 && bare.len() <= 18 && small <= 3 && bare.chars().all(allowed) {
            let plain_count = bare.chars().all(|c| c.is_ascii_digit()) && bare.len() > 3;
            let lettered = bare.starts_with(|c: char| c.is_ascii_uppercase());
            return match text.ends_with(['-', '‐', '‑', '–', '/', ',', '&']) || (lettered && text.ends_with('.'))
            {
                true => Self::Divided,
                false if plain_count => Self::Word,
                false => Self::Number,
            };
        }
        if digits == 0 && bare.ends_with('-') && bare.len() <= 6 && bare.chars().all(|c| c.is_uppercase() || c == '-') {
            return Self::Divided;
        }
        if (1..=6).contains(&bare.len()) && bare.chars().all(char::is_uppercase) {
            return Self::Capitals;
        }
        if text.starts_with(char::is_lowercase) { Self::Small } else { Self::Word }
    }
}

impl Bit {
    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.rect.x0, self.rect.x1)
    }

    pub(super) fn height(&self) -> f32 {
        f32::midpoint(self.rect.y0, self.rect.y1)
    }
}

/// Words on one height, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    pub(super) bits: Vec<Bit>,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) size: f32,
}

impl Strip {
    /// Makes a strip of bits, of which there is at least one.
    fn new(mut bits: Vec<Bit>) -> Self {
        bits.sort_by(|a, b| a.rect.x0.total_cmp(&b.rect.x0));
        let top = bits.iter().map(|b| b.rect.y0).fold(f32::INFINITY, f32::min);
        let bottom = bits.iter().map(|b| b.rect.y1).fold(f32::NEG_INFINITY, f32::max);
        let size = bits.iter().map(|b| b.size).fold(0.0, f32::max);
        Self { bits, top, bottom, size }
    }

    /// Whether all of it repeats at the edge of pages.
    pub(super) fn is_running(&self) -> bool {
        self.bits.iter().all(|b| b.running)
    }

    /// Gives the stretches that wide gaps divide, as left and right end.
    pub(super) fn segments(&self) -> Vec<(f32, f32)> {
        let mut segments: Vec<(f32, f32)> = Vec::new();
        for bit in &self.bits {
            match segments.last_mut() {
                Some((_, end)) if bit.rect.x0 - *end < WIDE_GAP * self.size => *end = end.max(bit.rect.x1),
                _ => segments.push((bit.rect.x0, bit.rect.x1)),
            }
        }
        segments
    }
}

/// Gathers words into strips, top to bottom.
pub(super) fn gather(mut bits: Vec<Bit>) -> Vec<Strip> {
    bits.sort_by(|a, b| a.height().total_cmp(&b.height()));
    let mut strips = Vec::new();
    let mut group: Vec<Bit> = Vec::new();
    for bit in bits {
        if group.first().is_some_and(|first| bit.height() - first.height() > DRIFT * first.size.min(bit.size)) {
            strips.push(Strip::new(std::mem::take(&mut group)));
        }
        group.push(bit);
    }
    if !group.is_empty() {
        strips.push(Strip::new(group));
    }
    strips
}

/// Gives the strips and the rules of a page; both turned if most of its text is.
pub(super) fn of_page(text: &Text<'_>, page: usize, lines: Range<usize>) -> (Vec<Strip>, Vec<Rect>) {
    let sheet = &text.pages()[page];
    let turn = turn(sheet);
    let mut bits = Vec::new();
    for at in lines {
        let line = &text.lines()[at];
        // A short word is told by the others of its line: the number in "Page 5".
        let upright = line.rect.height() <= 1.4 * line.rect.width();
        let aside =
            turn == Turn::Right && !upright && sheet.words[line.words.clone()].iter().any(|w| is_aside(w, sheet.width));
        for word in line.words.clone() {
            let placed = &sheet.words[word];
            if aside || turn == Turn::Right && is_aside(placed, sheet.width) {
                continue;
            }
            let rect = turn.apply(placed.rect, sheet);
            let form = Form::of(&placed.text);
            bits.push(Bit { line: at, word, rect, size: placed.size, running: line.running, form });
        }
    }
    (gather(bits), sheet.rules.iter().map(|r| turn.apply(*r, sheet)).collect())
}

/// Which way the text of a page runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Right,
    Down,
    Up,
}

impl Turn {
    fn apply(self, r: Rect, page: &Page) -> Rect {
        match self {
            Self::Right => r,
            Self::Down => Rect { x0: r.y0, y0: page.width - r.x1, x1: r.y1, y1: page.width - r.x0 },
            Self::Up => Rect { x0: page.height - r.y1, y0: r.x0, x1: page.height - r.y0, y1: r.x1 },
        }
    }
}

/// Whether a word is long enough to tell from its shape which way it runs.
fn is_long(word: &Word) -> bool {
    word.text.chars().count() >= 3
}

fn is_turned(word: &Word) -> bool {
    word.rect.height() > 1.4 * word.rect.width()
}

/// Whether a word runs up or down a side margin, as the running head of a page that was turned.
fn is_aside(word: &Word, width: f32) -> bool {
    let in_margin = word.rect.x1 < MARGIN * width || word.rect.x0 > (1.0 - MARGIN) * width;
    in_margin && is_long(word) && is_turned(word)
}

fn turn(page: &Page) -> Turn {
    let (mut turned, mut all) = (0, 0);
    for word in page.words.iter().filter(|w| is_long(w)) {
        all += 1;
        turned += usize::from(is_turned(word));
    }
    if turned * 2 <= all {
        return Turn::Right;
    }
    let steps = page.words.windows(2).filter(|w| is_turned(&w[0]) && is_turned(&w[1]) && !w[1].line_start);
    let down = steps.map(|w| if w[1].rect.y0 > w[0].rect.y0 { 1 } else { -1 }).sum::<i32>();
    if down >= 0 { Turn::Down } else { Turn::Up }
}
