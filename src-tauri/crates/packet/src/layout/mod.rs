//! From blocks to pages: shaping, breaking into lines, tables, pagination, header and footer.
//!
//! All of it is plain arithmetic on 64-bit floats in a fixed order, so every platform gets the same numbers.
//! It knows neither PDF nor what the words mean. A new block gets its function in `block.rs`; what is drawn is an
//! `Item` (`item.rs`), which `pdf` then writes.

mod block;
mod breaks;
mod cache;
mod clean;
mod drawing;
mod fonts;
mod furniture;
mod inserts;
mod item;
mod page;
mod paginate;
mod paragraph;
mod piece;
mod qr;
mod shape;
mod table;
mod tag;

pub(crate) use block::plain;
pub(crate) use cache::Cache;
pub(crate) use fonts::FontId;
pub(crate) use item::{Glyph, Item, mm};
pub(crate) use page::PageFormat;
pub(crate) use piece::Bookmark;
pub(crate) use tag::{Part, Role};

use crate::typeset::{Block, Document, Form, PAGE, Span, Text, TypesetError};
use paginate::Place;
use shape::Context;
use std::collections::{BTreeMap, BTreeSet};

/// Pages with everything at its place, from the top left of the page.
#[derive(Debug)]
pub(crate) struct LaidOut {
    pub(crate) format: PageFormat,
    pub(crate) pages: Vec<LaidOutPage>,
    /// 1-based.
    pub(crate) page_of: BTreeMap<String, u32>,
    /// 0-based page, and the distance from its top.
    pub(crate) anchors: BTreeMap<String, (usize, f64)>,
    pub(crate) bookmarks: Vec<(Bookmark, usize, f64)>,
    pub(crate) uncovered: BTreeSet<char>,
    /// The first page of each insert, 1-based.
    pub(crate) inserted: Vec<u32>,
    /// What each part of it is.
    pub(crate) parts: Vec<Part>,
}

impl LaidOut {
    /// Finds where a link leads: to its anchor, or where a page is asked for that is not inserted, to what it is a page of.
    pub(crate) fn target(&self, to: &str) -> Option<(usize, f64)> {
        found(&self.anchors, to).copied()
    }
}

fn found<'a>(anchors: &'a BTreeMap<String, (usize, f64)>, to: &str) -> Option<&'a (usize, f64)> {
    anchors.get(to).or_else(|| anchors.get(to.split_once(PAGE)?.0))
}

/// A page: its content, and what is on every page and says nothing of its own.
#[derive(Debug)]
pub(crate) struct LaidOutPage {
    /// Its size; smaller where it only holds a stamp.
    pub(crate) format: PageFormat,
    /// Whether a page of another file will stand in its place.
    pub(crate) inserted: bool,
    pub(crate) content: Vec<Item>,
    pub(crate) furniture: Vec<Item>,
}

/// How often the document is laid out again because a page number that it prints has changed.
const PASSES: usize = 4;

/// Fills the pages of a document, again and again until the page numbers in it are those of its pages.
fn fill(document: &Document, cache: &mut Cache) -> Result<(paginate::Pages, Context), TypesetError> {
    let format = PageFormat::of(document.paper);
    let of_system: Vec<FontId> = document.fonts.iter().map(|font| font.id).collect();
    let mut context = Context {
        cache: std::mem::take(cache).with_fonts(&of_system),
        of_system,
        front: document.furniture.front,
        page_count: 1,
        ..Context::default()
    };
    let mut pages = paginate::Pages::default();
    for _ in 0..PASSES {
        context.parts = tag::Parts::default();
        let pieces = block::pieces(&document.blocks, &format, &mut context)?;
        pages = paginate::paginate(pieces, format.body_height());
        let page_of = pages.page_of();
        let count = u32::try_from(pages.list.len()).expect("pages fit in 32 bits");
        if page_of == context.page_of && count == context.page_count {
            break;
        }
        (context.page_of, context.page_count) = (page_of, count);
    }
    Ok((pages, context))
}

/// Gives the 1-based page of each anchor, also for a part of a document, whose links lead out of it.
pub(crate) fn page_of(document: &Document, cache: &mut Cache) -> Result<BTreeMap<String, u32>, TypesetError> {
    let (pages, context) = fill(document, cache)?;
    *cache = context.cache;
    Ok(pages.page_of())
}

/// Lays out a document, the last with this cache.
pub(crate) fn lay_out(document: &Document, mut cache: Cache) -> Result<LaidOut, TypesetError> {
    let format = PageFormat::of(document.paper);
    let (pages, mut context) = fill(document, &mut cache)?;
    let mut anchors = BTreeMap::new();
    for (name, Place { page, y }) in pages.anchors {
        if anchors.insert(name.clone(), (page, y + format.top)).is_some() {
            return Err(TypesetError::AnchorTwice(name));
        }
    }
    let targets = targets(&document.blocks);
    if let Some(missing) = targets.iter().find(|target| found(&anchors, target).is_none()) {
        return Err(TypesetError::AnchorMissing(missing.clone()));
    }
    let count = pages.list.len();
    let alike = document.form >= Form::Compact;
    let with_furniture = pages.list.into_iter().enumerate().map(|(index, items)| LaidOutPage {
        format,
        inserted: false,
        content: items.into_iter().map(|item| item.moved(format.left, format.top)).collect(),
        furniture: furniture::items(&document.furniture, &format, (index + 1, count), alike, &mut context),
    });
    let laid_out = with_furniture.collect();
    let bookmarks =
        pages.bookmarks.into_iter().map(|(bookmark, place)| (bookmark, place.page, place.y + format.top)).collect();
    let page_of = std::mem::take(&mut context.page_of);
    let parts = std::mem::take(&mut context.parts).list;
    let mut laid_out = LaidOut {
        format,
        pages: laid_out,
        page_of,
        anchors,
        bookmarks,
        uncovered: BTreeSet::new(),
        inserted: Vec::new(),
        parts,
    };
    inserts::put_in(&document.inserts, &targets, &mut laid_out, &mut context)?;
    laid_out.uncovered = context.uncovered;
    Ok(laid_out)
}

/// Gives every anchor that some text leads to.
fn targets(blocks: &[Block]) -> BTreeSet<String> {
    fn of_text(text: &Text, found: &mut BTreeSet<String>) {
        found.extend(text.0.iter().filter_map(|span| match span {
            Span::Words { link, .. } => link.clone(),
            Span::PageOf(anchor) => Some(anchor.clone()),
            Span::Mark(_) | Span::PageCount | Span::Break => None,
        }));
    }
    let mut found = BTreeSet::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => of_text(&paragraph.text, &mut found),
            Block::Bullets(points) => points.iter().for_each(|point| of_text(point, &mut found)),
            Block::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| of_text(&cell.text, &mut found));
                table.note.iter().for_each(|note| of_text(note, &mut found));
            }
            Block::KeyValues(rows) => rows.rows.iter().for_each(|(label, value)| {
                of_text(label, &mut found);
                of_text(value, &mut found);
            }),
            Block::Columns(columns) => columns.iter().for_each(|column| found.extend(targets(&column.blocks))),
            Block::Section(_)
            | Block::Rule(..)
            | Block::Space(_)
            | Block::Skip(_)
            | Block::Drawing(_)
            | Block::Qr(_)
            | Block::Picture(_)
            | Block::Anchor(_)
            | Block::PageBreak => {}
        }
    }
    found
}
