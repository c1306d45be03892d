//! Appending the pages of received documents to a packet.
//!
//! The packet comes with a page for each page to be appended, whose content is the stamp that the page shall carry. What is
//! written here stands after the packet's last byte (an incremental update, ISO 32000-1, 7.5.6), and replaces those pages
//! alone: the packet's own bytes stay the beginning of the file, where anybody finds them again.
//!
//! Only what a page shows is copied. Actions, scripts, forms, links, attachments, layers and signatures stay behind; what
//! notes and filled fields look like is drawn into the page.
//!
//! All of this runs in the child: it parses what strangers wrote.

mod copied;
mod notes;
mod page;

use lopdf::{Document, IncrementalDocument, LoadOptions, Object, ObjectId, Permissions};
use serde::{Deserialize, Serialize};

use self::copied::Copied;
use self::page::Stamp;
use crate::pdf::OpenPdf;

/// Most bytes that a single stream may unpack to while a file is loaded.
const MAX_UNPACKED: usize = 256 << 20;

/// What a document says about being appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appendable {
    /// How many pages it has.
    pub pages: u32,
    /// Number of signature fields that hold a signature: a copy of pages cannot carry them.
    pub signatures: u32,
    /// Whether it is encrypted, though it opens without a password.
    pub protected: bool,
    /// Whether parts of its pages can be switched on and off: all of them show in a copy.
    pub layers: bool,
}

/// Why a document cannot be appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum NotAppendable {
    /// It does not open without a password.
    #[error("it needs a password")]
    Password,
    /// It opens, and forbids to print it or to copy from it.
    #[error("its protection allows neither printing nor copying, or only one of them")]
    Forbidden,
    /// It has no pages: a spreadsheet, a picture, a text.
    #[error("it is not a PDF")]
    NoPages,
    /// Its pages cannot be found without doubt.
    #[error("its pages cannot be taken out of it")]
    Damaged,
}

/// Looks whether the pages of a file can be appended. `opened` is the same file as the reader sees it.
pub(crate) fn look(bytes: &[u8], opened: &dyn OpenPdf) -> Result<Appendable, NotAppendable> {
    if !opened.has_pictures() {
        return Err(NotAppendable::NoPages);
    }
    let document = load(bytes)?;
    let pages = u32::try_from(document.page_iter().count()).map_err(|_| NotAppendable::Damaged)?;
    // Where two readers count differently, nobody can say which page is page 12.
    if pages == 0 || pages != opened.page_count() {
        return Err(NotAppendable::Damaged);
    }
    let layers = document.catalog().is_ok_and(|catalog| catalog.has(b"OCProperties"));
    Ok(Appendable { pages, signatures: opened.properties().signatures, protected: document.was_encrypted(), layers })
}

fn load(bytes: &[u8]) -> Result<Document, NotAppendable> {
    let options = LoadOptions { max_decompressed_size: Some(MAX_UNPACKED), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| NotAppendable::Damaged)?;
    if document.is_encrypted() {
        return Err(NotAppendable::Password);
    }
    let needed = Permissions::PRINTABLE | Permissions::COPYABLE;
    match &document.encryption_state {
        Some(state) if !state.permissions().contains(needed) => Err(NotAppendable::Forbidden),
        _ => Ok(document),
    }
}

/// Appends documents to a packet. For each its bytes and the page of the packet, counted from 0, that stands for its first.
pub(crate) fn append(packet: Vec<u8>, documents: &[(&[u8], u32)]) -> Result<Vec<u8>, NotAppendable> {
    let own = Document::load_mem(&packet).map_err(|_| NotAppendable::Damaged)?;
    let places: Vec<ObjectId> = own.page_iter().collect();
    let mut file = IncrementalDocument::create_from(packet, own);
    file.new_document.version = file.get_prev_documents().version.clone();
    for (bytes, first) in documents {
        let mut document = load(bytes)?;
        document.renumber_objects_with(file.new_document.max_id + 1);
        notes::name_forms(&mut document);
        file.new_document.max_id = file.new_document.max_id.max(document.max_id);
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let mut copied = Copied::of(&document);
        for (number, page) in pages.into_iter().enumerate() {
            let place = places.get(*first as usize + number).ok_or(NotAppendable::Damaged)?;
            let stamp = Stamp::of(&mut file, *place).ok_or(NotAppendable::Damaged)?;
            let page = page::page(&mut file.new_document, &document, page, &stamp).ok_or(NotAppendable::Damaged)?;
            copied.want(&Object::Dictionary(page.clone()));
            file.new_document.set_object(*place, page);
        }
        copied.into(&mut file.new_document);
    }
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| NotAppendable::Damaged)?;
    Ok(bytes)
}
