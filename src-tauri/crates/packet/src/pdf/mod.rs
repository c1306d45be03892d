//! From pages to bytes: printpdf writes the pages, a pass over its result makes the file what it should be. In the packed forms
//! (`packed.rs`) printpdf embeds fonts and pictures, and what it draws is written shorter.
//!
//! It knows nothing of words or layout. What printpdf 0.12.8 leaves wrong is put right in `finish.rs`, each with its
//! reason; look there first when its version changes.

mod apart;
mod coded;
mod common;
mod file;
mod finish;
mod marks;
mod number;
mod operators;
mod ops;
mod outline;
mod packed;
mod packer;
mod program;
mod structure;

pub use finish::PRODUCER;

use crate::layout::LaidOut;
use crate::typeset::{Form, Meta, TypesetError};
use packer::Packer;
use printpdf::{PdfDocument, PdfSaveOptions, PdfWarnMsg};

/// Writes the file.
pub(crate) fn write(meta: &Meta, laid_out: &LaidOut, form: Form) -> Result<Vec<u8>, TypesetError> {
    match form {
        Form::Plain => plain(meta, laid_out),
        Form::Packed | Form::Compact | Form::Swift => packed::write(meta, laid_out, form),
    }
}

fn plain(meta: &Meta, laid_out: &LaidOut) -> Result<Vec<u8>, TypesetError> {
    let mut document = PdfDocument::new("");
    document.pages = ops::pages(laid_out, &mut document.resources)?;
    let mut file = by_printpdf(&document)?;
    finish::finish(&mut file, meta, laid_out).map_err(|error| writer(&error))?;
    Packer::Miniz.compress(&mut file, []);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| writer(&error))?;
    Ok(bytes)
}

/// Lets printpdf make the objects of a file.
fn by_printpdf(document: &PdfDocument) -> Result<lopdf::Document, TypesetError> {
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let options = PdfSaveOptions { optimize: false, subset_fonts: true, secure: true, image_optimization: None };
    let file = document.to_lopdf_document(&options, &mut warnings);
    // A warning is text that disappeared or a font that was not embedded: never let it pass.
    if warnings.is_empty() {
        Ok(file)
    } else {
        Err(TypesetError::Writer(warnings.iter().map(|warning| warning.msg.as_str()).collect::<Vec<_>>().join("; ")))
    }
}

fn writer(error: &dyn std::error::Error) -> TypesetError {
    TypesetError::Writer(error.to_string())
}
