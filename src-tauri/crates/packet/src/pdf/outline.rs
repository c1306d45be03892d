//! The outline: sections, and the headings inside them, each to its place on the page.
//!
//! printpdf's own bookmarks are flat, sorted by name and lead to no place on the page, so they are not used.

use super::finish::text;
use crate::layout::LaidOut;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

struct Entry {
    id: ObjectId,
    level: u8,
    title: String,
    page: usize,
    y: f64,
}

/// Writes the outline; gives its object, or nothing when there is nothing to list.
pub(super) fn write(file: &mut Document, laid_out: &LaidOut, pages: &[ObjectId]) -> Option<ObjectId> {
    if laid_out.bookmarks.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let bookmarks = &laid_out.bookmarks;
    let entries: Vec<Entry> = bookmarks
        .iter()
        .map(|(bookmark, page, y)| {
            let (level, title) = (bookmark.level, bookmark.title.clone());
            Entry { id: file.new_object_id(), level, title, page: *page, y: *y }
        })
        .collect();
    let mut listed = dictionary! { "Type" => "Outlines" };
    let count = children(file, &entries, root, &mut listed, laid_out, pages);
    listed.set("Count", count);
    file.set_object(root, listed);
    Some(root)
}

/// Writes the entries of one level and what belongs to them; gives how many of them there are.
fn children(
    file: &mut Document,
    entries: &[Entry],
    parent: ObjectId,
    into: &mut Dictionary,
    laid_out: &LaidOut,
    pages: &[ObjectId],
) -> i64 {
    let level = entries.iter().map(|entry| entry.level).min().unwrap_or_default();
    let mut starts: Vec<usize> =
        entries.iter().enumerate().filter(|(_, entry)| entry.level == level).map(|(index, _)| index).collect();
    // Headings before the first section have no parent: they stand on its level.
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    for (at, start) in starts.iter().enumerate() {
        let entry = &entries[*start];
        let end = starts.get(at + 1).copied().unwrap_or(entries.len());
        let top = laid_out.format.height - entry.y + 6.0;
        let top = ((top * 100.0).round() / 100.0) as f32;
        let mut target = vec![pages[entry.page].into(), "XYZ".into(), Object::Null, top.into(), Object::Null];
        if laid_out.pages[entry.page].inserted {
            target = vec![pages[entry.page].into(), "Fit".into()];
        }
        let mut item = dictionary! { "Title" => text(&entry.title), "Parent" => parent, "Dest" => target };
        if let Some(before) = at.checked_sub(1) {
            item.set("Prev", entries[starts[before]].id);
        }
        if let Some(next) = starts.get(at + 1) {
            item.set("Next", entries[*next].id);
        }
        let inside = &entries[start + 1..end];
        if !inside.is_empty() {
            // Negative: shown closed, so that the sections are seen at a glance.
            let count = children(file, inside, entry.id, &mut item, laid_out, pages);
            item.set("Count", -count);
        }
        file.set_object(entry.id, item);
    }
    if let (Some(first), Some(last)) = (starts.first(), starts.last()) {
        into.set("First", entries[*first].id);
        into.set("Last", entries[*last].id);
    }
    i64::try_from(starts.len()).expect("less than 2^63 entries")
}
