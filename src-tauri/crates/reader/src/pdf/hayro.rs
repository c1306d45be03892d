//! The PDF library in use: hayro, pure Rust without unsafe code of its own.

use std::sync::Arc;

use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::util::TransformExt;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, interpret_page};

use super::bold::BoldFonts;
use super::collect::Collector;
use super::{Engine, OpenPdf, PageReader, Pixels, RawPage};
use super::{attachments, draw, labels, properties, widgets};
use crate::error::ReadError;
use crate::extraction::{Attachment, Properties};
use crate::limits::Limits;

/// Opens PDFs with hayro.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hayro;

impl Engine for Hayro {
    fn open(&self, bytes: Vec<u8>, password: Option<&str>) -> Result<Box<dyn OpenPdf>, ReadError> {
        let bytes = Arc::new(bytes);
        let pdf =
            Pdf::new_with_password(Arc::clone(&bytes), password.unwrap_or_default()).map_err(|error| match error {
                LoadPdfError::Decryption(_) => ReadError::Encrypted,
                LoadPdfError::Invalid => ReadError::Damaged,
            })?;
        if pdf.pages().is_empty() {
            return Err(ReadError::Damaged);
        }
        Ok(Box::new(HayroPdf { pdf, bytes }))
    }
}

struct HayroPdf {
    pdf: Pdf,
    bytes: Arc<Vec<u8>>,
}

impl HayroPdf {
    fn page(&self, index: u32) -> &Page<'_> {
        &self.pdf.pages()[index as usize]
    }
}

impl OpenPdf for HayroPdf {
    fn page_count(&self) -> u32 {
        u32::try_from(self.pdf.pages().len()).unwrap_or(u32::MAX)
    }

    fn properties(&self) -> Properties {
        Properties {
            page_labels: labels::read(&self.pdf, self.page_count()),
            ..properties::read(&self.pdf, &self.bytes)
        }
    }

    fn page_size(&self, index: u32) -> (f32, f32) {
        size(self.page(index))
    }

    fn reader<'a>(&'a self, limits: &'a Limits) -> Box<dyn PageReader + 'a> {
        // Annotations are left out of the text: notes, stamps and highlights are remarks about the document by whoever
        // had it in hand. Form fields are filled-in content; `widgets` adds them.
        let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        Box::new(HayroReader {
            pdf: self,
            limits,
            bold: BoldFonts::new(&settings),
            settings,
            cache: InterpreterCache::new(),
        })
    }

    fn attachments(&self) -> Vec<Attachment> {
        attachments::read(&self.pdf)
    }

    fn draw(&self, index: u32, scale: f32, longest: u32) -> Pixels {
        draw::draw(self.page(index), scale, longest)
    }
}

/// Longest side of a page in points, that of Acrobat; a file may claim any number.
const LONGEST_SIDE: f32 = 14_400.0 * 75.0;

/// The size of a page as shown, within bounds.
fn size(page: &Page<'_>) -> (f32, f32) {
    let (width, height) = page.render_dimensions();
    let bounded = |side: f32| if side.is_finite() { side.clamp(1.0, LONGEST_SIDE) } else { LONGEST_SIDE };
    (bounded(width), bounded(height))
}

struct HayroReader<'a> {
    pdf: &'a HayroPdf,
    limits: &'a Limits,
    settings: InterpreterSettings,
    cache: InterpreterCache<'a>,
    bold: BoldFonts<'a>,
}

impl PageReader for HayroReader<'_> {
    fn read(&mut self, index: u32) -> RawPage {
        let page = self.pdf.page(index);
        let (width, height) = size(page);
        let shown = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        self.bold.learn(page.resources());
        let mut collector = Collector::new(shown, self.limits, &mut self.bold);
        let transform = page.initial_transform(true).to_kurbo();
        let context =
            |transform: Affine| Context::new(transform, shown, &self.cache, page.xref(), self.settings.clone());
        interpret_page(page, &mut context(transform), &mut collector);
        widgets::interpret(page, transform, context, &mut collector);
        collector.finish()
    }
}
