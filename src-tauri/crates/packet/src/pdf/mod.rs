//! From pages to bytes: printpdf writes the pages, a pass over its result makes the file what it should be.
//!
//! It knows nothing of words or layout. What printpdf 0.12.8 leaves wrong is put right in `finish.rs`, each with its
//! reason; look there first when its version changes.

mod finish;
mod marks;
mod ops;
mod outline;

pub use finish::PRODUCER;

use crate::layout::LaidOut;
use crate::typeset::{Meta, TypesetError};
use printpdf::{PdfDocument, PdfSaveOptions, PdfWarnMsg};

/// Writes the file.
pub(crate) fn write(meta: &Meta, laid_out: &LaidOut) -> Result<Vec<u8>, TypesetError> {
    let mut document = PdfDocument::new("");
    document.pages = ops::pages(laid_out, &mut document.resources)?;
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let options = PdfSaveOptions { optimize: false, subset_fonts: true, secure: true, image_optimization: None };
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    // A warning is text that disappeared or a font that was not embedded: never let it pass.
    if !warnings.is_empty() {
        return Err(TypesetError::Writer(
            warnings.iter().map(|warning| warning.msg.as_str()).collect::<Vec<_>>().join("; "),
        ));
    }
    finish::finish(&mut file, meta, laid_out).map_err(|error| TypesetError::Writer(error.to_string()))?;
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| TypesetError::Writer(error.to_string()))?;
    Ok(bytes)
}
