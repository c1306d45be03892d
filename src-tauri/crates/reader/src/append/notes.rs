//! Notes, stamps and filled fields of a page: what they look like is drawn into the copy, what they do is not copied.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::page::{numbers_of, rectangle};

/// Hidden, or not to be seen (ISO 32000-1, table 165).
const UNSEEN: i64 = 1 << 1 | 1 << 5;
/// Most notes of a page.
const MOST: usize = 2_000;

/// A note's looks with the matrix that puts them at its place.
pub(super) struct Note {
    pub(super) form: ObjectId,
    pub(super) matrix: [f64; 6],
}

/// Gives what is drawn for the notes of a page, in their order.
pub(super) fn drawn(document: &Document, page: &Dictionary) -> Vec<Note> {
    let listed = page.get(b"Annots").ok().and_then(|it| document.dereference(it).ok());
    let Some(listed) = listed.and_then(|(_, it)| it.as_array().ok()) else { return Vec::new() };
    listed.iter().take(MOST).filter_map(|item| note(document, item)).collect()
}

fn note(document: &Document, item: &Object) -> Option<Note> {
    let note = document.dereference(item).ok()?.1.as_dict().ok()?;
    let kind = note.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    let flags = note.get(b"F").and_then(Object::as_i64).unwrap_or_default();
    if kind == b"Popup" || flags & UNSEEN != 0 {
        return None;
    }
    let form = look(document, note)?;
    let stream = document.get_object(form).ok()?.as_stream().ok()?;
    let place = rectangle(document, note.get(b"Rect").ok()?)?;
    let matrix = stream.dict.get(b"Matrix").ok().and_then(|it| numbers_of(document, it));
    let matrix: [f64; 6] = matrix.and_then(|it| it.try_into().ok()).unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let corners = rectangle(document, stream.dict.get(b"BBox").ok()?)?;
    let [left, bottom, right, top] = around(corners, matrix);
    let (wide, high) = (right - left, top - bottom);
    if wide < 0.01 || high < 0.01 {
        return None;
    }
    let (across, up) = ((place[2] - place[0]) / wide, (place[3] - place[1]) / high);
    Some(Note { form, matrix: [across, 0.0, 0.0, up, place[0] - left * across, place[1] - bottom * up] })
}

/// Finds the normal look of a note; of one with several, such as a box to tick, the one that it has.
fn look(document: &Document, note: &Dictionary) -> Option<ObjectId> {
    let looks = document.dereference(note.get(b"AP").ok()?).ok()?.1.as_dict().ok()?;
    let (id, normal) = document.dereference(looks.get(b"N").ok()?).ok()?;
    match normal {
        Object::Stream(_) => id,
        Object::Dictionary(states) => {
            let state = note.get(b"AS").ok()?.as_name().ok()?;
            let (id, look) = document.dereference(states.get(state).ok()?).ok()?;
            look.as_stream().ok().and(id)
        }
        _ => None,
    }
}

/// The upright box around a box that a matrix has turned.
fn around([left, bottom, right, top]: [f64; 4], [a, b, c, d, e, f]: [f64; 6]) -> [f64; 4] {
    let corners = [(left, bottom), (left, top), (right, bottom), (right, top)];
    let moved = corners.map(|(x, y)| (a * x + c * y + e, b * x + d * y + f));
    moved.iter().fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |box_, (x, y)| {
        [box_[0].min(*x), box_[1].min(*y), box_[2].max(*x), box_[3].max(*y)]
    })
}

/// Names the looks of notes as what they are: many programs leave that out, and a page cannot show a form that is none.
pub(super) fn name_forms(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has(b"BBox") && !stream.dict.has(b"Subtype") && !stream.dict.has(b"PatternType") {
            stream.dict.set("Subtype", "Form");
        }
    }
}
