//! What pages have alike, such as the header: drawn once in the file and shown on each of them (ISO 32000-1, 8.10).

use crate::layout::{Item, LaidOut, LaidOutPage};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// The name by which the content of a page shows it.
const NAME: &str = "Common";

/// Gives what header and footer of all pages that have any share; nothing where that is one page.
pub(super) fn items(laid_out: &LaidOut) -> Vec<Item> {
    let mut pages = laid_out.pages.iter().filter(|page| !page.furniture.is_empty());
    let Some(first) = pages.next() else { return Vec::new() };
    let others: Vec<&LaidOutPage> = pages.collect();
    if others.is_empty() {
        return Vec::new();
    }
    let on_all = |item: &&Item| others.iter().all(|page| page.furniture.contains(item));
    first.furniture.iter().filter(on_all).cloned().collect()
}

/// Puts what is drawn into the file, for pages that use these resources.
pub(super) fn put_in(
    file: &mut Document,
    laid_out: &LaidOut,
    content: Vec<u8>,
    resources: ObjectId,
) -> Result<(), lopdf::Error> {
    let fonts = file.get_dictionary(resources)?.get(b"Font")?.clone();
    let [width, height] = [laid_out.format.width, laid_out.format.height].map(|side| side.ceil() as i64);
    let form = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), width.into(), height.into()],
            "Resources" => dictionary! { "Font" => fonts },
        },
        content,
    );
    let form = file.add_object(form);
    let shown = file.get_dictionary(resources)?.get(b"XObject").and_then(Object::as_reference);
    match shown {
        Ok(shown) => file.get_dictionary_mut(shown)?.set(NAME, form),
        Err(_) => file.get_dictionary_mut(resources)?.set("XObject", dictionary! { NAME => form }),
    }
    Ok(())
}

/// Shows it on a page, after all else. It is no part of the document.
pub(super) fn show(content: &mut Vec<u8>) {
    content.extend(format!("/Artifact BMC\n/{NAME} Do\nEMC\n").into_bytes());
}
