//! Prints the readings of PDFs as JSON lines: what the reader says about each file, for measuring and for looking.
//!
//! Reads in this very process. Only for files you trust.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::path::Path;

use countersign_domain::Sha256;
use countersign_reader::extraction::read_in_process;
use countersign_reader::limits::Limits;
use countersign_reader::reading::{SourceFile, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let name = Path::new(&path).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let file = SourceFile { name: &name, sha256: Sha256::of(&bytes), bytes: bytes.len() as u64 };
        match read_in_process(bytes, None, &Limits::default()) {
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
