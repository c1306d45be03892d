//! What the drawing child delivers: pages of positioned words, in reading order as far as positions tell.
//!
//! Coordinates are PDF points, origin at the top left of the page as shown (after /Rotate and /CropBox).

use compact_str::CompactString;
use countersign_domain::Rect;
use serde::{Deserialize, Serialize};

/// One page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// 1-based number in the file.
    pub number: u32,
    /// Width in points as shown.
    pub width: f32,
    /// Height in points as shown.
    pub height: f32,
    /// Words in reading order: lines top to bottom, words left to right, columns kept apart.
    pub words: Vec<Word>,
    /// Ruling lines: thin filled rectangles and stroked straight lines, as rectangles.
    pub rules: Vec<Rect>,
    /// Share of the page's area covered by pictures, 0 to 1.
    pub picture_share: f32,
    /// Glyphs for which the file gives no character.
    pub unmapped_glyphs: u32,
    /// Whether the words were read from a picture of text.
    pub ocr: bool,
    /// Why the page could not be read fully, where it could not.
    pub trouble: Option<PageTrouble>,
}

/// Why a page could not be read fully.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageTrouble {
    /// The child crashed or panicked on it.
    Failed,
    /// It took longer than a page may take.
    TimedOut,
    /// It holds more glyphs than a page may hold; the rest was left out.
    TooMuch,
}

/// One word: the text between gaps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// Its characters: NFKC for ligatures, without bidi marks and soft hyphens. Nearly every word is short enough to be kept in
    /// place, without memory of its own in child and parent.
    pub text: CompactString,
    /// Where it stands.
    pub rect: Rect,
    /// Font size in points as shown.
    pub size: f32,
    /// Whether the font is bold.
    pub bold: bool,
    /// Whether it is the first word of a line on the page.
    pub line_start: bool,
    /// How sure OCR is, 0 to 100; `None` for text of the file.
    pub confidence: Option<f32>,
}
