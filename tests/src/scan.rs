//! A report as somebody scanned it: pages that are pictures, without a letter of text.

use countersign_reader::isolate::Reader;
use lopdf::{Document, Object, Stream, dictionary};
use std::sync::Arc;

/// Pixels per point of the pictures: 200 dots per inch, as an office scanner does it.
const SCALE: f32 = 200.0 / 72.0;

/// Makes a scan of a PDF: the same pages, each nothing but its picture.
pub fn scan(pdf: Vec<u8>, reader: &Reader) -> Vec<u8> {
    let bytes: Arc<[u8]> = pdf.into();
    let pages =
        reader.extract(Arc::clone(&bytes), None, |_| std::ops::ControlFlow::Continue(())).expect("it is read").pages;
    let mut scan = Document::with_version("1.5");
    let parent = scan.new_object_id();
    let mut kids = Vec::new();
    for page in &pages {
        let picture = reader.draw(Arc::clone(&bytes), None, page.number, SCALE).expect("it is drawn");
        let image = scan.add_object(Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8,
                "Width" => i64::from(picture.width), "Height" => i64::from(picture.height), "Filter" => "FlateDecode",
                "DecodeParms" => dictionary! {
                    "Predictor" => 15, "Colors" => 3, "BitsPerComponent" => 8, "Columns" => i64::from(picture.width),
                },
            },
            compressed(&picture.png),
        ));
        let shown = format!("q {} 0 0 {} 0 0 cm /Scan Do Q", page.width, page.height);
        let contents = scan.add_object(Stream::new(dictionary! {}, shown.into_bytes()));
        kids.push(Object::Reference(scan.add_object(dictionary! {
            "Type" => "Page", "Parent" => parent, "Contents" => contents,
            "MediaBox" => vec![0.into(), 0.into(), page.width.into(), page.height.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "Scan" => image } },
        })));
    }
    let count = i64::try_from(kids.len()).expect("a report has few pages");
    scan.objects.insert(parent, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = scan.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
    scan.trailer.set("Root", catalog);
    let mut file = Vec::new();
    scan.save_to(&mut file).expect("memory can be written");
    file
}

/// The compressed rows of a PNG of three colours, which a PDF takes as they are.
fn compressed(png: &[u8]) -> Vec<u8> {
    assert_eq!(png[24..26], [8, 2], "eight bits, red, green and blue: what a page is drawn in");
    let mut rows = Vec::new();
    let mut rest = &png[8..];
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        if &head[4..] == b"IDAT" {
            rows.extend_from_slice(&after[..length]);
        }
        rest = &after[length + 4..];
    }
    rows
}
