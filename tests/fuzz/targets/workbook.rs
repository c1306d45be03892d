//! Any bytes as a workbook, and any bytes as the sheet and the shared texts within a whole one: the archive around them
//! is so strict that bytes alone would never get inside.
#![no_main]

use std::io::{Cursor, Write as _};

use countersign_domain::Sha256;
use countersign_reader::extraction::read_in_process;
use countersign_reader::limits::Limits;
use countersign_reader::reading::{SourceFile, printed_labels, read};
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const PARTS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    let whole = match bytes.split_first() {
        Some((b'P', _)) => bytes.to_vec(),
        Some((_, parts)) => book(parts),
        None => return,
    };
    let limits = Limits { pages: 40, glyphs_per_page: 20_000, rules_per_page: 2_000, ..Limits::default() };
    let Ok(extraction) = read_in_process(whole, None, &limits) else { return };
    for page in &extraction.pages {
        assert!(page.width.is_finite() && page.height.is_finite(), "a sheet has a size");
        for word in &page.words {
            assert!(!word.text.is_empty() && !word.text.contains(char::is_whitespace), "a word is one word");
            assert!(word.rect.x0.is_finite() && word.rect.y1.is_finite(), "a word has a place");
        }
    }
    let file = SourceFile { name: "fuzz.xlsx", sha256: Sha256::of(bytes), bytes: bytes.len() as u64 };
    let reading = read(&file, &extraction.properties, &extraction.pages);
    let answers = reading.questionnaire.map_or(0, |questionnaire| questionnaire.answers.len());
    assert!(answers <= extraction.pages.iter().map(|page| page.words.len()).sum(), "no answer without a word");
    printed_labels(&extraction.properties, &extraction.pages);
});

/// A workbook of one sheet; what stands behind the first zero byte are its shared texts.
fn book(parts: &[u8]) -> Vec<u8> {
    let cut = parts.iter().position(|byte| *byte == 0).unwrap_or(parts.len());
    let (sheet, texts) = (&parts[..cut], parts.get(cut + 1..).unwrap_or_default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", PARTS.as_bytes()),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        archive.start_file(name, stored).expect("memory takes it");
        archive.write_all(content).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}
