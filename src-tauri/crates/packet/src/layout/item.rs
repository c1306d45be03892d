//! What stands on a page: glyphs, rules, marks, links, at their places. Points, origin at the top left, y down.

use super::fonts::FontId;
use crate::typeset::{Mark, Picture, Tone};
use compact_str::CompactString;
use std::sync::Arc;

/// A glyph in a run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// Its number in the font.
    pub(crate) id: u16,
    /// The text that it stands for, for copying and reading aloud.
    pub(crate) text: CompactString,
    /// How far the pen moves, in thousandths of the size.
    pub(crate) advance: i32,
    /// Moved from the pen, in thousandths of the size, up and to the right.
    pub(crate) shift: (i32, i32),
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// Glyphs of one font on one baseline, from left to right. Shared: a text is set once, however often it is placed.
    Glyphs {
        x: f64,
        y: f64,
        font: FontId,
        size: f64,
        tone: Tone,
        glyphs: Arc<[Glyph]>,
    },
    /// A horizontal rule, centred on `y`.
    Rule {
        x: f64,
        y: f64,
        width: f64,
        weight: f64,
        tone: Tone,
    },
    /// A filled rectangle.
    Fill {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        tone: Tone,
    },
    /// Straight lines from point to point.
    Path {
        points: Vec<(f64, f64)>,
        closed: bool,
        weight: f64,
        tone: Tone,
        dashed: bool,
    },
    /// A mark in a square of 7.5 points.
    Mark {
        x: f64,
        y: f64,
        mark: Mark,
    },
    /// A place to click.
    Link {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        to: String,
    },
    /// A picture; its size is its own.
    Picture {
        x: f64,
        y: f64,
        picture: Picture,
    },
    /// Dark modules of a QR code: column, row and length of each run, and the width of a module.
    Modules {
        x: f64,
        y: f64,
        module: f64,
        runs: Vec<(u16, u16, u16)>,
    },
    /// A space where a line ends and its text goes on, of the font and size of the glyphs before it. Nothing is drawn; who reads
    /// aloud or copies does not run two words together.
    Space(FontId, Glyph),
    /// What follows is of this part of the document, until its end.
    Begin(usize),
    End,
}

impl Item {
    /// Moves it.
    pub(crate) fn moved(mut self, dx: f64, dy: f64) -> Self {
        match &mut self {
            Self::Path { points, .. } => {
                for (x, y) in points {
                    *x += dx;
                    *y += dy;
                }
            }
            Self::Space(..) | Self::Begin(_) | Self::End => {}
            Self::Glyphs { x, y, .. }
            | Self::Rule { x, y, .. }
            | Self::Fill { x, y, .. }
            | Self::Mark { x, y, .. }
            | Self::Link { x, y, .. }
            | Self::Picture { x, y, .. }
            | Self::Modules { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
        }
        self
    }
}

/// Converts millimetres to points.
pub(crate) fn mm(millimetres: f64) -> f64 {
    millimetres * 72.0 / 25.4
}
