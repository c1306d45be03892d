//! Reads a document as the program does: in a child process.

use countersign_domain::Sha256;
use countersign_reader::{
    isolate::Reader,
    reading::{SourceFile, read as recognise},
};
use countersign_tests::measure::{Figures, quotes, score::score};
use serde_json::Value;
use std::{ops::ControlFlow, path::Path};

/// Reads a file and compares it with the truth about it. Gives the reading, too.
pub(crate) fn measure(path: &Path, truth: &Value) -> (Figures, Option<Value>) {
    let reading = read(path);
    let mut figures = score(truth, reading.as_ref());
    if let Some(reading) = &reading
        && let Some(pages) = quotes::pages(path)
    {
        quotes::check(&mut figures, reading, &pages);
    }
    (figures, reading)
}

fn read(path: &Path) -> Option<Value> {
    let reader = Reader::new();
    let bytes = reader.load(path).ok()?;
    let name = path.file_name()?.to_string_lossy();
    let file = SourceFile { name: &name, sha256: Sha256::of(&bytes), bytes: bytes.len() as u64 };
    let extraction = reader.extract(bytes, None, |_| ControlFlow::Continue(())).ok()?;
    serde_json::to_value(recognise(&file, &extraction.properties, &extraction.pages)).ok()
}
