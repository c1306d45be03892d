//! From a file to its reading and its pages as they are stored.

use countersign_contract::wire::PageWord;
use countersign_domain::{Reading, Sha256};
use countersign_reader::{
    error::ReadError,
    isolate::{Progress, Reader},
    page::Page,
    reading::{self, SourceFile},
};
use countersign_store::PageRow;
use std::{ops::ControlFlow, path::Path, sync::Arc};

/// What reading a file gives.
pub type ReadFile = Result<Reading, ReadError>;

/// Reads a file without a workspace, for the command line.
pub fn read_file(path: &Path, password: Option<&str>) -> ReadFile {
    let reader = Reader::new();
    let bytes = reader.load(path)?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (reading, _) = extract(&reader, &name, &bytes, password, |_| ControlFlow::Continue(()))?;
    Ok(reading)
}

/// Reads the bytes in the reader's child and says what they say.
pub(super) fn extract(
    reader: &Reader,
    file_name: &str,
    bytes: &Arc<[u8]>,
    password: Option<&str>,
    progress: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<(Reading, Vec<PageRow>), ReadError> {
    let extraction = reader.extract(Arc::clone(bytes), password, progress)?;
    let file = SourceFile { name: file_name, sha256: Sha256::of(bytes), bytes: bytes.len() as u64 };
    let said = reading::read(&file, &extraction.properties, &extraction.pages);
    let labels = reading::printed_labels(&extraction.properties, &extraction.pages);
    let rows = extraction.pages.iter().zip(labels).map(|(page, label)| row(page, label)).collect();
    Ok((said, rows))
}

fn row(page: &Page, label: Option<String>) -> PageRow {
    let words: Vec<PageWord> = page
        .words
        .iter()
        .map(|word| PageWord { text: word.text.clone(), rect: word.rect.into(), line_start: word.line_start })
        .collect();
    PageRow {
        number: page.number,
        label,
        width: page.width.into(),
        height: page.height.into(),
        text: plain(page),
        words: serde_json::to_vec(&words).expect("words are plain data"),
    }
}

/// The page's text for search: lines as they stand, words with single spaces.
fn plain(page: &Page) -> String {
    let mut text = String::new();
    for word in &page.words {
        if !text.is_empty() {
            text.push(if word.line_start { '\n' } else { ' ' });
        }
        text.push_str(&word.text);
    }
    text
}
