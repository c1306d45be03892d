//! The papers. The text is 170 mm wide on both; only heights and breaks differ.

use super::item::mm;
use crate::typeset::Paper;

/// A paper with its margins, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageFormat {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    /// Wider than the right margin: the sheet is punched and filed.
    pub(crate) left: f64,
    /// From the top edge to the line of the header.
    pub(crate) head: f64,
    /// From the bottom edge to the line of the footer.
    pub(crate) foot: f64,
    /// The height of a row to sign in.
    pub(crate) signature_row: f64,
}

/// The width of the text in points.
pub(crate) fn text_width() -> f64 {
    mm(170.0)
}

impl PageFormat {
    /// Gives the format of a paper.
    pub(crate) fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self {
                width: mm(210.0),
                height: mm(297.0),
                top: mm(23.0),
                bottom: mm(20.0),
                left: mm(24.0),
                head: mm(11.0),
                foot: mm(10.0),
                signature_row: mm(12.0),
            },
            Paper::Letter => Self {
                width: 612.0,
                height: 792.0,
                top: mm(21.0),
                bottom: mm(17.0),
                left: mm(24.0),
                head: mm(10.0),
                foot: mm(8.5),
                signature_row: mm(9.6),
            },
        }
    }

    /// Gives the height of the text.
    pub(crate) fn body_height(&self) -> f64 {
        self.height - self.top - self.bottom
    }
}
