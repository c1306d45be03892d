//! Filled-in form fields: the only annotations whose text belongs to the document.

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Rect as PdfRect, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use hayro_interpret::kurbo::{Affine, Rect, Shape};
use hayro_interpret::util::RectExt;
use hayro_interpret::{Context, Device, interpret as run};

/// Most fields of one page that are looked at.
const MAX_FIELDS: usize = 5_000;
/// Annotation flags: hidden, and not shown on screen.
const HIDDEN: u32 = (1 << 1) | (1 << 5);

/// Runs the appearance of every visible form field of the page.
pub(super) fn interpret<'a>(
    page: &Page<'a>,
    transform: Affine,
    context: impl Fn(Affine) -> Context<'a>,
    device: &mut impl Device<'a>,
) {
    let Some(annotations) = page.raw().get::<Array<'a>>(b"Annots") else { return };
    for annotation in annotations.iter::<Dict<'a>>().take(MAX_FIELDS) {
        let is_field = annotation.get::<Name<'_>>(b"Subtype").is_some_and(|kind| &*kind == b"Widget");
        if !is_field || annotation.get::<u32>(b"F").unwrap_or(0) & HIDDEN != 0 {
            continue;
        }
        let Some(appearance) = appearance(&annotation) else { continue };
        let Some(place) = annotation.get::<PdfRect>(b"Rect") else { continue };
        let Some(placed) = placement(appearance.dict(), place.to_kurbo()) else { continue };
        let Ok(content) = appearance.decoded_data() else { continue };
        let resources = appearance.dict().get::<Dict<'a>>(b"Resources").map(Resources::new);
        run(
            TypedIter::new(&content),
            resources.as_ref().unwrap_or(page.resources()),
            &mut context(transform * placed),
            device,
        );
    }
}

/// The normal appearance, in the state the field is in.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'a>>(b"AP")?.get::<Object<'a>>(b"N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get::<Stream<'a>>(&*annotation.get::<Name<'a>>(b"AS")?),
        _ => None,
    }
}

/// Maps the appearance's space to the page's: ISO 32000-2, 12.5.5, the algorithm for appearance streams.
fn placement(form: &Dict<'_>, place: Rect) -> Option<Affine> {
    let matrix = Affine::new(form.get::<[f64; 6]>(b"Matrix").unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]));
    let [x0, y0, x1, y1] = form.get::<[f64; 4]>(b"BBox")?;
    let drawn = (matrix * Rect::new(x0, y0, x1, y1).to_path(0.1)).bounding_box();
    if drawn.is_zero_area() {
        return None;
    }
    let (sx, sy) = (place.width() / drawn.width(), place.height() / drawn.height());
    Some(Affine::new([sx, 0.0, 0.0, sy, place.x0 - sx * drawn.x0, place.y0 - sy * drawn.y0]) * matrix)
}
