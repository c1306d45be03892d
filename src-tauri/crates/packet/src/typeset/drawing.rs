//! Drawings: lines, areas, marks and short texts at places of their own. Millimetres from the top left of the drawing.

use super::style::{Mark, Style, Tone};
use super::table::Align;
use super::text::Text;

/// A drawing as wide as the text. It is never broken, and stays with what follows: its caption.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its height in millimetres.
    pub height: f64,
    /// What it shows, in the order of painting and of reading.
    pub shapes: Vec<Shape>,
    /// What it shows, in words, for who does not see it.
    pub words: String,
}

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// With a colour, without an outline.
    Tone(Tone),
    /// With a colour, inside an outline of ink.
    Outlined(Tone),
    /// With slanted lines, inside an outline.
    Hatched,
    /// Not at all, inside a dashed outline.
    Dashed,
}

/// Something in a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Straight lines from point to point.
    Line {
        /// The points.
        points: Vec<(f64, f64)>,
        /// The weight in points.
        weight: f64,
        /// The colour.
        tone: Tone,
        /// Whether it is dotted.
        dotted: bool,
    },
    /// A rectangle.
    Area {
        /// Its left edge.
        x: f64,
        /// Its upper edge.
        y: f64,
        /// How wide it is.
        width: f64,
        /// How high it is.
        height: f64,
        /// How it is filled.
        fill: Fill,
    },
    /// A mark, around its middle.
    Mark {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// Which.
        mark: Mark,
    },
    /// A line of text.
    Label {
        /// Its left edge; its right edge or its middle where it stands so.
        x: f64,
        /// The top of the line.
        y: f64,
        /// The widest that it may be; it is shortened with "…".
        width: f64,
        /// On which side it stands.
        align: Align,
        /// What it is for.
        style: Style,
        /// What it says.
        text: Text,
    },
}
