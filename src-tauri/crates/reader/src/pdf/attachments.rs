//! Files inside a PDF.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Object, Stream, String as PdfString};

use super::properties;
use crate::extraction::Attachment;

/// Most nodes of the tree of names, and most files, that are looked at.
const MAX_NODES: usize = 1_000;
/// Most bytes of all files together; what is beyond is left out.
const MAX_BYTES: usize = 64 << 20;

/// Gives the files inside, in the order of their names.
pub(super) fn read(pdf: &Pdf) -> Vec<Attachment> {
    let mut found = Vec::new();
    let Some(catalog) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else { return found };
    let names = catalog.get::<Dict<'_>>(b"Names").and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles"));
    let mut open: Vec<Dict<'_>> = names.into_iter().collect();
    let (mut looked_at, mut bytes) = (0, 0);
    while let Some(node) = open.pop() {
        looked_at += 1;
        if looked_at > MAX_NODES {
            break;
        }
        if let Some(kids) = node.get::<Array<'_>>(b"Kids") {
            open.extend(kids.iter::<Dict<'_>>().take(MAX_NODES));
        }
        let Some(listed) = node.get::<Array<'_>>(b"Names") else { continue };
        // A name and its file take turns.
        for specification in listed.iter::<Object<'_>>().take(MAX_NODES).filter_map(Object::into_dict) {
            let Some(attachment) = attachment(&specification) else { continue };
            bytes += attachment.bytes.len();
            if bytes > MAX_BYTES {
                return found;
            }
            found.push(attachment);
        }
    }
    found
}

fn attachment(specification: &Dict<'_>) -> Option<Attachment> {
    let name = [b"UF".as_slice(), b"F"].into_iter().find_map(|key| specification.get::<PdfString<'_>>(key));
    let name = name.and_then(|name| properties::text(name.as_bytes())).unwrap_or_default();
    let stream = specification.get::<Dict<'_>>(b"EF")?.get::<Stream<'_>>(b"F")?;
    let bytes = stream.decoded().ok()?.into_owned();
    Some(Attachment { name, bytes })
}
