//! One page of a document as it stands in the packet, with its stamp.

use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};

use super::copied::cleaned;
use super::notes;

/// How deep a page tree may be.
const DEPTH: usize = 64;
/// Most bytes of a page's content that are looked at for states that it leaves open.
const MAX_CONTENT: usize = 64 << 20;
/// From the lower and the right edge of the page, in points: where most printers still print, and pages are empty.
const FROM_BELOW: f64 = 11.0;
const FROM_THE_RIGHT: f64 = 20.0;
/// White around the stamp, in points.
const AROUND: f64 = 2.0;
/// The width of a page on which the stamp has its own size; on a larger page it grows along.
const USUAL_WIDTH: f64 = 612.0;

/// The stamp of a page: what stood on the page of the packet in its place.
pub(super) struct Stamp {
    form: ObjectId,
    parent: Object,
    width: f64,
    height: f64,
}

impl Stamp {
    /// Makes what a page of the packet shows into a form.
    pub(super) fn of(file: &mut IncrementalDocument, place: ObjectId) -> Option<Self> {
        let own = file.get_prev_documents();
        let page = own.get_dictionary(place).ok()?;
        let [_, _, width, height] = rectangle(own, page.get(b"MediaBox").ok()?)?;
        let parent = page.get(b"Parent").ok()?.clone();
        let resources = page.get(b"Resources").ok()?.clone();
        let content = own.get_page_contents(place).into_iter().next()?;
        let mut form = own.get_object(content).ok()?.as_stream().ok()?.clone();
        form.dict.set("Type", "XObject");
        form.dict.set("Subtype", "Form");
        form.dict.set("BBox", vec![0.into(), 0.into(), real(width), real(height)]);
        form.dict.set("Resources", resources);
        // It takes the place of the content that it was: nothing else used that.
        file.new_document.set_object(content, form);
        Some(Self { form: content, parent, width, height })
    }
}

/// Makes the page that stands for a page of a document.
pub(super) fn page(target: &mut Document, document: &Document, id: ObjectId, stamp: &Stamp) -> Option<Dictionary> {
    let page = document.get_dictionary(id).ok()?;
    let media = inherited(document, page, b"MediaBox").and_then(|it| rectangle(document, it)).unwrap_or(LETTER);
    let crop = inherited(document, page, b"CropBox").and_then(|it| rectangle(document, it));
    let shown = crop.and_then(|crop| meet(crop, media)).unwrap_or(media);
    let turned = inherited(document, page, b"Rotate").and_then(|it| it.as_i64().ok()).unwrap_or(0).rem_euclid(360);
    let resources = inherited(document, page, b"Resources").and_then(|it| it.as_dict().ok());
    let mut resources = resources.cloned().unwrap_or_default();
    let forms = resources.get(b"XObject").ok().and_then(|it| document.dereference(it).ok());
    let mut forms = forms.and_then(|(_, it)| it.as_dict().ok()).cloned().unwrap_or_default();

    let mut contents = vec![add(target, "q\n".to_owned())];
    contents.extend(streams(document, page));
    let mut after = "\nQ".repeat(1 + left_open(document, id));
    for (number, note) in notes::drawn(document, page).into_iter().enumerate() {
        let name = format!("CountersignNote{number}");
        forms.set(name.as_str(), note.form);
        write!(after, "\nq {} cm /{name} Do Q", numbers(note.matrix)).expect("writing to a string works");
    }
    forms.set("CountersignStamp", stamp.form);
    after.push_str(&stamped(stamp, shown, turned));
    contents.push(add(target, after));
    resources.set("XObject", forms);

    let mut made = dictionary! {
        "Type" => "Page",
        "Parent" => stamp.parent.clone(),
        "MediaBox" => box_of(media),
        "CropBox" => box_of(shown),
        "Rotate" => turned / 90 * 90,
        "Resources" => cleaned(resources),
        "Contents" => contents.into_iter().map(Object::Reference).collect::<Vec<_>>(),
    };
    for key in [b"Group".as_slice(), b"UserUnit"] {
        if let Ok(value) = page.get(key) {
            made.set(key, value.clone());
        }
    }
    Some(made)
}

/// US Letter, as the format says of a page that gives no size.
const LETTER: [f64; 4] = [0.0, 0.0, 612.0, 792.0];

/// Draws the stamp at the lower right of the page as it is shown, on white.
fn stamped(stamp: &Stamp, [left, bottom, right, top]: [f64; 4], turned: i64) -> String {
    let (width, height) = (right - left, top - bottom);
    let shown_width = if turned % 180 == 0 { width } else { height };
    let scale = (shown_width / USUAL_WIDTH).clamp(0.6, 8.0);
    let x = (shown_width - (FROM_THE_RIGHT + stamp.width) * scale).max(0.0);
    let y = FROM_BELOW * scale;
    // From the page as it is shown to the page as it is written: /Rotate turns clockwise.
    let matrix = match turned / 90 {
        1 => [0.0, scale, -scale, 0.0, right - y, bottom + x],
        2 => [-scale, 0.0, 0.0, -scale, right - x, top - y],
        3 => [0.0, -scale, scale, 0.0, left + y, top - x],
        _ => [scale, 0.0, 0.0, scale, left + x, bottom + y],
    };
    format!(
        "\nq {} cm 1 1 1 rg {} {} {} {} re f /CountersignStamp Do Q\n",
        numbers(matrix),
        number(-AROUND),
        number(-AROUND),
        number(stamp.width + 2.0 * AROUND),
        number(stamp.height + 2.0 * AROUND),
    )
}

/// Counts the graphics states that the content of a page leaves open: they must not move the stamp.
fn left_open(document: &Document, page: ObjectId) -> usize {
    let Ok(content) = document.get_page_content_with_limit(page, MAX_CONTENT) else { return 0 };
    let Ok(content) = Content::decode(&content) else { return 0 };
    content.operations.iter().fold(0, |open: usize, operation| match operation.operator.as_str() {
        "q" => open + 1,
        "Q" => open.saturating_sub(1),
        _ => open,
    })
}

/// Gives the streams of a page's content, whichever way the page names them.
fn streams(document: &Document, page: &Dictionary) -> Vec<ObjectId> {
    let mut found = Vec::new();
    let mut open: Vec<Object> = page.get(b"Contents").ok().cloned().into_iter().collect();
    let mut looked_at = 0;
    while let Some(next) = open.pop() {
        looked_at += 1;
        if looked_at > 10_000 {
            break;
        }
        match next {
            Object::Reference(id) => match document.objects.get(&id) {
                Some(Object::Stream(_)) => found.push(id),
                Some(other @ (Object::Array(_) | Object::Reference(_))) => open.push(other.clone()),
                _ => {}
            },
            Object::Array(items) => open.extend(items.into_iter().rev()),
            _ => {}
        }
    }
    found
}

fn add(target: &mut Document, content: String) -> ObjectId {
    target.add_object(Stream::new(Dictionary::new(), content.into_bytes()))
}

/// Finds an entry of a page or of what it stands in.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..DEPTH {
        if let Ok(value) = node.get(key) {
            return document.dereference(value).ok().map(|(_, value)| value);
        }
        node = document.get_dictionary(node.get(b"Parent").ok()?.as_reference().ok()?).ok()?;
    }
    None
}

/// Reads a rectangle: left, bottom, right, top.
pub(super) fn rectangle(document: &Document, object: &Object) -> Option<[f64; 4]> {
    let items = numbers_of(document, object)?;
    let [a, b, c, d] = items.try_into().ok()?;
    let found = [a.min(c), b.min(d), a.max(c), b.max(d)];
    // Larger than the format allows is damage, and nothing to draw on.
    (found[2] - found[0] > 1.0 && found[3] - found[1] > 1.0 && found.iter().all(|it| it.abs() < 1e6)).then_some(found)
}

/// Reads numbers.
pub(super) fn numbers_of(document: &Document, object: &Object) -> Option<Vec<f64>> {
    let (_, object) = document.dereference(object).ok()?;
    object
        .as_array()
        .ok()?
        .iter()
        .map(|item| document.dereference(item).ok()?.1.as_float().ok().map(f64::from))
        .collect()
}

fn meet(a: [f64; 4], b: [f64; 4]) -> Option<[f64; 4]> {
    let met = [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])];
    (met[2] - met[0] > 1.0 && met[3] - met[1] > 1.0).then_some(met)
}

fn box_of(rectangle: [f64; 4]) -> Vec<Object> {
    rectangle.into_iter().map(real).collect()
}

fn real(value: f64) -> Object {
    Object::Real(value as f32)
}

/// Writes a number for a content stream: no exponent, no more digits than anybody sees.
fn number(value: f64) -> String {
    let written = format!("{value:.4}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn numbers(values: [f64; 6]) -> String {
    values.map(number).join(" ")
}
