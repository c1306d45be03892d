//! Paper that went through a printer, a pen and a scanner: pictures of pages, worn by a seed, as the files that come back.

mod case;
pub mod codes;

pub use case::Case;
pub use countersign_wear::{Grey, Wear, jpeg};

use countersign_reader::isolate::Reader;
use lopdf::{Document, Object, Stream, dictionary};
use std::sync::Arc;

/// Draws a page of a PDF in the reader's child, in grey.
pub fn drawn(reader: &Reader, pdf: &Arc<[u8]>, page: u32, dpi: u32) -> Grey {
    let picture = reader.draw(Arc::clone(pdf), None, page, dpi as f32 / 72.0).expect("it is drawn");
    Grey::of_png(&picture.png)
}

/// The pictures as a PDF, a page each, as scanners write it.
pub fn pdf_of(pages: &[Grey], dpi: u32) -> Vec<u8> {
    let mut scan = Document::with_version("1.5");
    let parent = scan.new_object_id();
    let mut kids = Vec::new();
    for page in pages {
        let side = |pixels: usize| i64::try_from(pixels).expect("a page has few pixels");
        let points = |pixels: usize| pixels as f32 * 72.0 / dpi as f32;
        let (width, height) = (points(page.width), points(page.height));
        let image = scan.add_object(Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
                "Width" => side(page.width), "Height" => side(page.height), "Filter" => "DCTDecode",
            },
            jpeg::of(page, 80, dpi),
        ));
        let shown = format!("q {width} 0 0 {height} 0 0 cm /Scan Do Q");
        let contents = scan.add_object(Stream::new(dictionary! {}, shown.into_bytes()));
        kids.push(Object::Reference(scan.add_object(dictionary! {
            "Type" => "Page", "Parent" => parent, "Contents" => contents,
            "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "Scan" => image } },
        })));
    }
    let count = i64::try_from(kids.len()).expect("few pages");
    scan.objects.insert(parent, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = scan.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
    scan.trailer.set("Root", catalog);
    let mut file = Vec::new();
    scan.save_to(&mut file).expect("memory can be written");
    file
}
