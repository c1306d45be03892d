//! Any bytes as what the `tesseract` program printed: taken as the words of a page, laid out and read.
#![no_main]

use countersign_domain::Sha256;
use countersign_reader::extraction::Properties;
use countersign_reader::ocr::{self, Canvas, tsv};
use countersign_reader::page::Page;
use countersign_reader::reading::{SourceFile, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let printed = String::from_utf8_lossy(bytes);
    let canvas = Canvas { pixels_wide: 2_550, pixels_high: 3_300, width: 612.0, height: 792.0 };
    let found = tsv::words(&printed, 1, &canvas);
    let mut pages = [Page {
        number: 1,
        width: 612.0,
        height: 792.0,
        words: Vec::new(),
        rules: Vec::new(),
        picture_share: 1.0,
        unmapped_glyphs: 0,
        ocr: false,
        trouble: None,
    }];
    ocr::apply(&mut pages, &[found]);
    for word in &pages[0].words {
        let rect = word.rect;
        let inside = rect.x0 >= 0.0 && rect.y0 >= 0.0 && rect.x1 <= 612.0 && rect.y1 <= 792.0;
        assert!(inside && rect.x0 <= rect.x1 && rect.y0 <= rect.y1, "a word lies on its page: {rect:?}");
        assert!(!word.text.is_empty() && !word.text.contains(char::is_whitespace), "a word is one word");
    }
    let file = SourceFile { name: "fuzz.pdf", sha256: Sha256::of(bytes), bytes: bytes.len() as u64 };
    read(&file, &Properties::default(), &pages);
});
