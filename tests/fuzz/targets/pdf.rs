//! Any bytes as a PDF: opened, every page laid out into words. What comes out must make sense, whatever went in.
#![no_main]

use countersign_domain::Sha256;
use countersign_reader::extraction::read_in_process;
use countersign_reader::limits::Limits;
use countersign_reader::reading::{SourceFile, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { pages: 40, glyphs_per_page: 20_000, rules_per_page: 2_000, ..Limits::default() };
    let Ok(extraction) = read_in_process(bytes.to_vec(), None, &limits) else { return };
    for page in &extraction.pages {
        assert!(page.width.is_finite() && page.height.is_finite(), "a page has a size");
        for word in &page.words {
            let rect = word.rect;
            let inside = rect.x0 >= 0.0 && rect.y0 >= 0.0 && rect.x1 <= page.width && rect.y1 <= page.height;
            assert!(inside && rect.x0 <= rect.x1 && rect.y0 <= rect.y1, "a word lies on its page: {rect:?}");
            assert!(!word.text.is_empty() && !word.text.contains(char::is_whitespace), "a word is one word");
        }
    }
    let file = SourceFile { name: "fuzz.pdf", sha256: Sha256::of(bytes), bytes: bytes.len() as u64 };
    read(&file, &extraction.properties, &extraction.pages);
});
