//! Pages of other files between those of the document: their stamps, and where links to them lead.
//!
//! They are put in after everything is laid out: the document counts its own pages, and what is inserted has its own numbers.

use super::item::Item;
use super::page::PageFormat;
use super::paragraph::{items_at, set_fitted};
use super::piece::Bookmark;
use super::shape::Context;
use super::{LaidOut, LaidOutPage};
use crate::typeset::{Insert, PAGE, Style, TextStyle, Tone, TypesetError};
use std::collections::BTreeSet;

/// Puts the pages in. Of the links, those that ask for one of them now lead there, and each such page gets a bookmark.
pub(super) fn put_in(
    inserts: &[Insert],
    targets: &BTreeSet<String>,
    laid_out: &mut LaidOut,
    context: &mut Context,
) -> Result<(), TypesetError> {
    for insert in inserts {
        let missing = || TypesetError::AnchorMissing(insert.after.clone());
        let at = laid_out.anchors.get(&insert.after).ok_or_else(missing)?.0 + 1;
        let pages = insert.pages as usize;
        let moved = |page: &mut usize| *page += if *page >= at { pages } else { 0 };
        laid_out.anchors.values_mut().for_each(|(page, _)| moved(page));
        laid_out.bookmarks.iter_mut().for_each(|(_, page, _)| moved(page));
        let stamps = (1..=insert.pages).map(|page| stamp(insert, page, context)).collect::<Vec<_>>();
        laid_out.pages.splice(at..at, stamps);
        laid_out.inserted.push(u32::try_from(at + 1).expect("pages fit in 32 bits"));
        let last = laid_out.bookmarks.iter().rposition(|(_, page, _)| *page < at).map_or(0, |last| last + 1);
        let asked = (1..=insert.pages).filter(|page| targets.contains(&anchor(insert, *page)));
        let mut bookmarks = Vec::new();
        for page in asked {
            let place = at + page as usize - 1;
            laid_out.anchors.insert(anchor(insert, page), (place, 0.0));
            bookmarks.push((Bookmark { level: 1, title: format!("{} page {page}", insert.label) }, place, 0.0));
        }
        laid_out.bookmarks.splice(last..last, bookmarks);
    }
    Ok(())
}

fn anchor(insert: &Insert, page: u32) -> String {
    format!("{}{PAGE}{page}", insert.anchor)
}

/// A page as small as its stamp.
fn stamp(insert: &Insert, page: u32, context: &mut Context) -> LaidOutPage {
    let style = TextStyle { tone: Tone::Ink, ..Style::Note.text_style() };
    let said = format!("{}  ·  page {page} of {}", insert.label, insert.pages);
    let line = set_fitted(&said, style, f64::INFINITY, context);
    let (width, height) = (line.width, style.leading);
    let format =
        PageFormat { width, height, top: 0.0, bottom: 0.0, left: 0.0, head: 0.0, foot: 0.0, signature_row: 0.0 };
    let content: Vec<Item> = items_at(line, 0.0, 0.0).collect();
    LaidOutPage { format, inserted: true, content, furniture: Vec::new() }
}
