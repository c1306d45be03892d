//! Fills pages with pieces.

use super::item::Item;
use super::piece::{Begin, Bookmark, Keep, Piece, Pieces};
use std::collections::BTreeMap;

/// A place in the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    /// 0-based.
    pub(crate) page: usize,
    /// From the top of the body.
    pub(crate) y: f64,
}

/// Pages with what stands on them, from the top left of the body.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) list: Vec<Vec<Item>>,
    pub(crate) anchors: Vec<(String, Place)>,
    pub(crate) bookmarks: Vec<(Bookmark, Place)>,
}

impl Pages {
    /// Gives the 1-based page of each anchor.
    pub(crate) fn page_of(&self) -> BTreeMap<String, u32> {
        let page = |place: &Place| u32::try_from(place.page + 1).expect("pages fit in 32 bits");
        self.anchors.iter().map(|(name, place)| (name.clone(), page(place))).collect()
    }
}

struct Filler<'a> {
    heads: &'a [Piece],
    height: f64,
    out: Pages,
    /// How far the current page is filled.
    y: f64,
    /// Pieces before this one belong to a chain that no page holds; it is broken wherever it must be.
    broken: usize,
    /// Space that the last piece wants below it; `None` at the top of a page.
    after: Option<f64>,
}

/// Puts pieces on pages of a body so many points high.
pub(crate) fn paginate(pieces: Pieces, height: f64) -> Pages {
    let out = Pages { list: vec![Vec::new()], ..Pages::default() };
    let mut filler = Filler { heads: &pieces.heads, height, out, y: 0.0, broken: 0, after: None };
    let list = &pieces.list;
    let mut index = 0;
    while index < list.len() {
        let end = filler.chain_end(list, index);
        for piece in &list[index..end] {
            filler.put(piece);
        }
        index = end;
    }
    filler.out
}

impl Filler<'_> {
    /// Begins a page where that is needed for the pieces that must stay together from `start`; gives their end.
    fn chain_end(&mut self, list: &[Piece], start: usize) -> usize {
        let first = &list[start];
        let begins = match first.begin {
            Begin::Anywhere => false,
            Begin::NewPage => true,
            Begin::Room(points) => self.height - self.y < points,
        };
        if begins && self.after.is_some() {
            self.new_page();
        }
        for kept in [Keep::Soft, Keep::Hard] {
            if kept == Keep::Soft && start < self.broken {
                continue;
            }
            let end = end_of(list, start, kept);
            let chain = &list[start..end];
            if self.fits(chain, self.y, self.after) {
                return end;
            }
            if self.fits(chain, 0.0, None) {
                self.new_page();
                return end;
            }
            self.broken = end;
        }
        // Too high for any page together: a single piece goes where it can.
        if !self.fits(&list[start..=start], self.y, self.after) && self.after.is_some() {
            self.new_page();
        }
        start + 1
    }

    fn fits(&self, chain: &[Piece], mut y: f64, mut after: Option<f64>) -> bool {
        for piece in chain {
            y += self.space_before(piece, after) + piece.height;
            after = Some(piece.after);
        }
        y <= self.height + 0.001
    }

    /// Gives the space above a piece: at the top of a page only its repeated head.
    fn space_before(&self, piece: &Piece, after: Option<f64>) -> f64 {
        match (after, piece.head) {
            (Some(after), _) => after.max(piece.before),
            (None, Some(head)) => self.heads[head].height + piece.below_head,
            (None, None) => 0.0,
        }
    }

    fn new_page(&mut self) {
        self.out.list.push(Vec::new());
        self.y = 0.0;
        self.after = None;
    }

    fn put(&mut self, piece: &Piece) {
        let space = self.space_before(piece, self.after);
        let page = self.out.list.last_mut().expect("there is always a page");
        if self.after.is_none()
            && let Some(head) = piece.head
        {
            page.extend(self.heads[head].items.iter().cloned());
        }
        self.y += space;
        let y = self.y;
        page.extend(piece.items.iter().cloned().map(|item| item.moved(0.0, y)));
        let place = Place { page: self.out.list.len() - 1, y };
        self.out.anchors.extend(piece.anchors.iter().map(|name| (name.clone(), place.clone())));
        self.out.bookmarks.extend(piece.bookmark.iter().map(|bookmark| (bookmark.clone(), place.clone())));
        self.y += piece.height;
        self.after = Some(piece.after);
    }
}

/// Gives the end of the pieces that stay together from `start`.
fn end_of(list: &[Piece], start: usize, kept: Keep) -> usize {
    let stays = |piece: &Piece| match kept {
        Keep::Hard => piece.keep == Keep::Hard,
        Keep::Free | Keep::Soft => piece.keep != Keep::Free,
    };
    let mut end = start;
    while end + 1 < list.len() && stays(&list[end]) && list[end + 1].begin != Begin::NewPage {
        end += 1;
    }
    end + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f64, keep: Keep) -> Piece {
        Piece { height, keep, anchors: vec![format!("{height}")], ..Piece::default() }
    }

    fn pages(list: Vec<Piece>) -> Vec<u32> {
        let pages = paginate(Pieces { list, heads: Vec::new() }, 100.0);
        pages.anchors.iter().map(|(_, place)| u32::try_from(place.page).expect("few")).collect()
    }

    #[test]
    fn a_head_goes_with_its_rows() {
        let list = vec![piece(70.0, Keep::Free), piece(10.0, Keep::Hard), piece(25.0, Keep::Free)];
        assert_eq!(pages(list), [0, 1, 1], "10 would fit, but not with the 25 that it belongs to");
    }

    #[test]
    fn a_short_table_moves_as_a_whole_and_a_long_one_breaks() {
        let soft = |count: usize| (0..count).map(|_| piece(30.0, Keep::Soft));
        let short: Vec<Piece> = [piece(50.0, Keep::Free)].into_iter().chain(soft(2)).collect();
        assert_eq!(pages(short), [0, 1, 1]);
        let long: Vec<Piece> = [piece(50.0, Keep::Free)].into_iter().chain(soft(5)).collect();
        assert_eq!(pages(long), [0, 0, 1, 1, 1, 2], "longer than a page: it breaks where it must");
    }

    #[test]
    fn a_piece_higher_than_a_page_still_ends() {
        assert_eq!(pages(vec![piece(10.0, Keep::Hard), piece(500.0, Keep::Hard), piece(10.0, Keep::Free)]), [0, 1, 2]);
    }

    #[test]
    fn no_space_above_the_first_piece_of_a_page() {
        let spaced = Piece { before: 40.0, begin: Begin::NewPage, ..piece(60.0, Keep::Free) };
        let pages = paginate(Pieces { list: vec![piece(10.0, Keep::Free), spaced], heads: Vec::new() }, 100.0);
        assert_eq!(pages.anchors[1].1, Place { page: 1, y: 0.0 });
    }
}
