//! What reading a file gives, before anybody asks what it means.

use serde::{Deserialize, Serialize};

use crate::error::ReadError;
use crate::limits::Limits;
use crate::page::Page;
use crate::pdf::{Engine, Hayro, OpenPdf};
use crate::picture::{Pictures, looks_like_picture};
use crate::words;
use crate::workbook::{Workbooks, looks_like_workbook};

/// The pages of a file and what the file says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// Every page of the file, in order; a page that could not be read is there with its trouble.
    pub pages: Vec<Page>,
    /// What the file says about itself.
    pub properties: Properties,
}

/// What a PDF says about itself. All of it is claimed by whoever made the file, none of it is evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    /// The program that wrote the file.
    pub producer: Option<String>,
    /// The title in the document information.
    pub title: Option<String>,
    /// When the file was made, as ISO 8601 text with the offset that the file gives.
    pub created: Option<String>,
    /// Whether the file is encrypted, with or without a password to open it.
    pub encrypted: bool,
    /// Number of signature fields that hold a signature. The signatures are counted, not verified.
    pub signatures: u32,
    /// Whether bytes were added after the last signature; `None` without signature or where it cannot be told.
    pub revised_after_signing: Option<bool>,
    /// The label that the file gives each page, in page order; empty where it gives none.
    pub page_labels: Vec<String>,
    /// Whether the file is a spreadsheet: its pages are sheets, and their labels the names of the sheets.
    pub spreadsheet: bool,
}

/// A file inside a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name; empty where it has none.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Reads a file in the calling process, without protection against a hostile one. Programs use
/// [`crate::isolate::Reader`]; this is for tests and tools.
pub fn read_in_process(bytes: Vec<u8>, password: Option<&str>, limits: &Limits) -> Result<Extraction, ReadError> {
    let pdf = open(bytes, password)?;
    if pdf.page_count() > limits.pages {
        return Err(ReadError::TooLarge(format!("{} pages", pdf.page_count())));
    }
    let mut reader = pdf.reader(limits);
    let pages = (0..pdf.page_count()).map(|index| words::page(index + 1, reader.read(index))).collect();
    Ok(Extraction { pages, properties: pdf.properties() })
}

/// Opens a file of a form that is read.
pub(crate) fn open(bytes: Vec<u8>, password: Option<&str>) -> Result<Box<dyn OpenPdf>, ReadError> {
    // A picture is told by its first bytes, a PDF by a mark that may stand later: in what a picture says of itself, too.
    if looks_like_picture(&bytes) {
        Pictures.open(bytes, password)
    } else if looks_like_pdf(&bytes) {
        Hayro.open(bytes, password)
    } else if looks_like_workbook(&bytes) {
        Workbooks.open(bytes, password)
    } else {
        Err(ReadError::NotAPdf)
    }
}

/// Whether the bytes carry the mark of a form that is read: a PDF, a workbook, or a picture.
pub fn looks_readable(bytes: &[u8]) -> bool {
    looks_like_pdf(bytes) || looks_like_workbook(bytes) || looks_like_picture(bytes)
}

/// How far into a file its mark may stand, as viewers accept it.
const MARK_WITHIN: usize = 1024;

/// Whether the bytes carry the mark of a PDF. Looks at nothing else, so that it is safe on any bytes.
pub fn looks_like_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(MARK_WITHIN)].windows(5).any(|window| window == b"%PDF-")
}
