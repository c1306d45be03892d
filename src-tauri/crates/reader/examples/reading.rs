//! Prints the readings of PDFs as JSON lines: what the reader says about each file, for measuring and for looking.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::ops::ControlFlow;
use std::path::Path;

use countersign_domain::Sha256;
use countersign_reader::isolate::{Allocator, Reader, allocator, run_if_child};
use countersign_reader::reading::{SourceFile, read};

#[global_allocator]
static ALLOCATOR: Allocator = allocator();

fn main() -> Result<(), Box<dyn std::error::Error>> {
    run_if_child(&ALLOCATOR);
    let reader = Reader::new();
    for path in std::env::args().skip(1) {
        let path = Path::new(&path);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = reader.load(path)?;
        let file = SourceFile { name: &name, sha256: Sha256::of(&bytes), bytes: bytes.len() as u64 };
        match reader.extract(bytes.clone(), None, |_| ControlFlow::Continue(())) {
            Ok(extraction) => {
                println!("{}", serde_json::to_string(&read(&file, &extraction.properties, &extraction.pages))?);
            }
            Err(error) => {
                let answer = serde_json::json!({ "file": name, "error": { "message": error.to_string() } });
                println!("{answer}");
            }
        }
    }
    Ok(())
}
