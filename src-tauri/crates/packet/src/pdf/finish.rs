//! Makes printpdf's file what it should be.

use super::outline;
use crate::layout::LaidOut;
use crate::typeset::{Attachment, Meta};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

/// The program and its version, as every file says who wrote it.
pub const PRODUCER: &str = concat!("Countersign ", env!("CARGO_PKG_VERSION"));

/// Rewrites what is about the file as a whole.
pub(super) fn finish(file: &mut Document, meta: &Meta, laid_out: &LaidOut) -> Result<(), lopdf::Error> {
    // printpdf writes 1.3, older than the composite fonts and the attachment in the file.
    "1.7".clone_into(&mut file.version);
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();

    // Written anew: printpdf's own claims PDF/X (with an empty version), the year 1970 and a random identifier.
    let created = format!("D:{}Z", meta.created.format("%Y%m%d%H%M%S"));
    let info = dictionary! {
        "Title" => text(&meta.title),
        "Author" => text(&meta.author),
        "Subject" => text(&meta.subject),
        "Creator" => text("Countersign"),
        "Producer" => text(PRODUCER),
        "CreationDate" => Object::string_literal(created.as_str()),
        "ModDate" => Object::string_literal(created.as_str()),
    };
    let info_id = file.trailer.get(b"Info")?.as_reference()?;
    file.set_object(info_id, info);
    let identity = Object::String(meta.identity.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);

    let outline = outline::write(file, laid_out, &pages);
    let names = meta.attachment.as_ref().map(|attachment| attach(file, attachment, created.as_str()));
    let catalog = file.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(meta.language.as_str()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    // printpdf writes the page mode as a string, where a name is asked for.
    catalog.set("PageMode", if outline.is_some() { "UseOutlines" } else { "UseNone" });
    catalog.set("PageLayout", "OneColumn");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if let Some((names, specification)) = names {
        catalog.set("Names", names);
        catalog.set("AF", vec![specification.into()]);
    }
    for page in pages {
        let page = file.get_dictionary_mut(page)?;
        if page.get(b"Annots").and_then(Object::as_array).is_ok_and(Vec::is_empty) {
            page.remove(b"Annots");
        }
        // The trim box says what the media box says already, and is for presses.
        page.remove(b"TrimBox");
    }
    Ok(())
}

/// Writes a text as the file format asks for it outside of pages: UTF-16 with its mark.
pub(super) fn text(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// Puts a file inside; gives the names of the catalog and the file specification.
fn attach(file: &mut Document, attachment: &Attachment, created: &str) -> (Dictionary, ObjectId) {
    let size = i64::try_from(attachment.bytes.len()).expect("less than 2^63 bytes");
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(attachment.media_type.as_bytes().to_vec()),
            "Params" => dictionary! { "Size" => size, "ModDate" => Object::string_literal(created) },
        },
        attachment.bytes.clone(),
    );
    let stream = file.add_object(stream);
    let specification = file.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text(&attachment.file_name),
        "UF" => text(&attachment.file_name),
        "Desc" => text(&attachment.description),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream },
    });
    let listed = vec![text(&attachment.file_name), specification.into()];
    (dictionary! { "EmbeddedFiles" => dictionary! { "Names" => listed } }, specification)
}
