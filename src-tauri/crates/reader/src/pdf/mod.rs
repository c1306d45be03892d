//! The seam between this program and a PDF library.
//!
//! An [`Engine`] opens bytes, an [`OpenPdf`] answers for one file, a [`PageReader`] reads pages one after another and
//! may keep caches between them. What comes out is neutral: glyphs with positions, ruling lines and pixels. Only
//! [`hayro`] knows a library.

mod attachments;
mod bold;
mod collect;
mod draw;
mod hayro;
mod labels;
mod pictures;
mod properties;
mod rules;
mod widgets;

use compact_str::CompactString;
use countersign_domain::Rect;

use crate::error::ReadError;
use crate::extraction::{Attachment, Properties};
use crate::limits::Limits;

pub use self::hayro::Hayro;

/// Opens PDFs.
pub trait Engine {
    /// Opens a file. A file that is encrypted with an empty password opens without one.
    fn open(&self, bytes: Vec<u8>, password: Option<&str>) -> Result<Box<dyn OpenPdf>, ReadError>;
}

/// One open file, read by several threads with a reader each.
pub trait OpenPdf: Sync {
    /// Tells the number of pages.
    fn page_count(&self) -> u32;
    /// Reads what the file says about itself.
    fn properties(&self) -> Properties;
    /// Gives the size in points of a page as shown; `index` starts at 0 and is below the page count.
    fn page_size(&self, index: u32) -> (f32, f32);
    /// Starts reading pages. After a panic the reader must be thrown away and a new one made.
    fn reader<'a>(&'a self, limits: &'a Limits) -> Box<dyn PageReader + 'a>;
    /// Gives the files inside the file; a spreadsheet has none.
    fn attachments(&self) -> Vec<Attachment> {
        Vec::new()
    }
    /// Tells whether pages can be drawn; a spreadsheet has none.
    fn has_pictures(&self) -> bool {
        true
    }
    /// Draws a page on white; `scale` is pixels per point and is lowered until no side is longer than `longest` pixels.
    fn draw(&self, index: u32, scale: f32, longest: u32) -> Pixels;
}

/// Reads the pages of one file.
pub trait PageReader {
    /// Reads a page; `index` starts at 0 and is below the page count.
    fn read(&mut self, index: u32) -> RawPage;
}

/// A page as its marks, in points from the top left of the page as shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RawPage {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Glyphs in the order of painting.
    pub glyphs: Vec<RawGlyph>,
    /// Ruling lines, joined where pieces of one line touch.
    pub rules: Vec<Rect>,
    /// Share of the page's area covered by pictures, 0 to 1.
    pub picture_share: f32,
    /// Glyphs for which the file gives no character.
    pub unmapped_glyphs: u32,
    /// Whether a limit cut the page short.
    pub too_much: bool,
}

/// One glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct RawGlyph {
    /// Its characters as the file gives them; U+FFFD where it gives none.
    pub text: CompactString,
    /// Start of the glyph on the baseline.
    pub x: f32,
    /// Start of the glyph on the baseline, downwards.
    pub y: f32,
    /// Direction of writing: cosine of the angle to the right, y downwards.
    pub dir_x: f32,
    /// Direction of writing: sine of the angle to the right, y downwards.
    pub dir_y: f32,
    /// Distance to where the next glyph starts, along the direction.
    pub advance: f32,
    /// Font size in points as shown.
    pub size: f32,
    /// Whether the font is bold.
    pub bold: bool,
    /// Whether it is text over a picture that is there to be searched, not seen.
    pub hidden: bool,
}

/// A drawn page: rows from the top, three bytes (red, green, blue) per pixel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width * height * 3` bytes.
    pub rgb: Vec<u8>,
}
