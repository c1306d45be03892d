//! Prints the readings of PDFs as JSON lines, with pages that are pictures recognised by `tesseract`; what it found and
//! how long it took goes to standard error. For measuring and for looking.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what it is for")]

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use countersign_domain::Sha256;
use countersign_reader::isolate::{Allocator, Reader, allocator, run_if_child};
use countersign_reader::ocr::{self, Tesseract};
use countersign_reader::reading::{SourceFile, read};

#[global_allocator]
static ALLOCATOR: Allocator = allocator();

fn main() -> Result<(), Box<dyn std::error::Error>> {
    run_if_child(&ALLOCATOR);
    let tesseract = Tesseract::find().ok_or("tesseract is not installed")?;
    let reader = Reader::new();
    for path in std::env::args().skip(1) {
        let path = Path::new(&path);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = reader.load(path)?;
        let go_on = |_| ControlFlow::Continue(());
        let mut extraction = reader.extract(bytes.clone(), None, go_on)?;
        let begun = Instant::now();
        let found = ocr::recognise(&reader, &tesseract, &bytes, None, &extraction.pages, go_on)?;
        eprintln!("{name}: {} pages in {:.1} s, {:?}", found.pages.len(), begun.elapsed().as_secs_f32(), found.trouble);
        ocr::apply(&mut extraction.pages, &found.pages);
        for page in extraction.pages.iter().filter(|page| page.ocr) {
            eprintln!("--- page {}", page.number);
            for (at, word) in page.words.iter().enumerate() {
                eprint!("{}{}", if word.line_start && at > 0 { "\n" } else { " " }, word.text);
            }
            eprintln!();
        }
        let file = SourceFile { name: &name, sha256: Sha256::of(&bytes), bytes: bytes.len() as u64 };
        println!("{}", serde_json::to_string(&read(&file, &extraction.properties, &extraction.pages))?);
    }
    Ok(())
}
