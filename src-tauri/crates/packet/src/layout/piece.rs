//! Pieces: what a page is filled with. A piece is never broken.

use super::item::Item;

/// Whether a piece may be parted from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Keep {
    /// It may.
    #[default]
    Free,
    /// It stays with the next while both fit on one page, as the rows of a short table do.
    Soft,
    /// It stays with the next wherever that is possible at all: a head and its rows, a row and its hash.
    Hard,
}

/// Where a piece begins.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Begin {
    /// After the piece before it.
    #[default]
    Anywhere,
    /// On a new page.
    NewPage,
    /// On a new page, unless so many points are left.
    Room(f64),
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) title: String,
}

/// What a page is filled with; the places of its items count from its top left.
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    /// Space above; the larger of this and the space below the piece before counts, none at the top of a page.
    pub(crate) before: f64,
    pub(crate) height: f64,
    /// Space below.
    pub(crate) after: f64,
    pub(crate) items: Vec<Item>,
    pub(crate) keep: Keep,
    pub(crate) begin: Begin,
    pub(crate) anchors: Vec<String>,
    pub(crate) bookmark: Option<Bookmark>,
    /// The head that is repeated when this piece is the first of a page.
    pub(crate) head: Option<usize>,
    /// Space between that head and this piece.
    pub(crate) below_head: f64,
}

/// Pieces, and the heads that some of them repeat.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    pub(crate) list: Vec<Piece>,
    pub(crate) heads: Vec<Piece>,
}

impl Pieces {
    /// Gives the height of all of them below each other.
    pub(crate) fn height(&self) -> f64 {
        let mut height = 0.0;
        let mut after = 0.0_f64;
        for (index, piece) in self.list.iter().enumerate() {
            height += if index == 0 { 0.0 } else { after.max(piece.before) } + piece.height;
            after = piece.after;
        }
        height
    }
}
