//! From a file to its reading and its pages as they are stored.

use countersign_contract::wire::PageWord;
use countersign_domain::{Reading, Sha256, reading::Warning};
use countersign_reader::{
    codes::FoundCode,
    error::ReadError,
    isolate::{Progress, Reader},
    ocr::{self, PageWords, Tesseract},
    page::Page,
    reading::{self, SourceFile},
};
use countersign_store::PageRow;
use std::{ops::ControlFlow, path::Path, sync::Arc};

/// What reading a file gives.
pub type ReadFile = Result<Reading, ReadError>;

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its pages are read.
    Reading(Progress),
    /// Its pages that are pictures are searched for the code of a packet.
    Searching,
    /// Its pages that are pictures are recognised.
    Recognising(Progress),
}

/// What reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Readers<'a> {
    pub(crate) reader: &'a Reader,
    /// Recognises pages that are pictures; without it they stay unread, and the reading says which.
    pub(crate) engine: Option<&'a Tesseract>,
    /// What was recognised before; it is not recognised anew.
    pub(crate) found: &'a [PageWords],
    /// Whether pages that are pictures are searched for the codes of packets.
    pub(crate) codes: bool,
}

/// What was read of a file.
#[derive(Debug)]
pub(crate) struct Extracted {
    pub(crate) reading: Reading,
    pub(crate) pages: Vec<PageRow>,
    /// What was recognised of its pages, now and before.
    pub(crate) recognised: Vec<PageWords>,
    /// The codes of packets on its pages, where they were searched.
    pub(crate) codes: Vec<FoundCode>,
}

/// Reads a file without a workspace, for the command line. `progress` can stop it.
pub fn read_file(
    path: &Path,
    password: Option<&str>,
    engine: Option<&Tesseract>,
    progress: impl FnMut(Step) -> ControlFlow<()>,
) -> ReadFile {
    let reader = Reader::new();
    let bytes = reader.load(path)?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let readers = Readers { reader: &reader, engine, found: &[], codes: false };
    Ok(read_bytes(readers, &name, &bytes, password, progress)?.reading)
}

/// What was read, before its pages are written down as they are stored.
struct Raw {
    reading: Reading,
    /// What is printed on each page, or the name of the sheet.
    labels: Vec<Option<String>>,
    pages: Vec<Page>,
    recognised: Vec<PageWords>,
    codes: Vec<FoundCode>,
}

/// Reads the bytes in the reader's child and says what they say.
pub(crate) fn extract(
    readers: Readers<'_>,
    file_name: &str,
    bytes: &Arc<[u8]>,
    password: Option<&str>,
    progress: impl FnMut(Step) -> ControlFlow<()>,
) -> Result<Extracted, ReadError> {
    let Raw { reading, labels, pages, recognised, codes } = read_bytes(readers, file_name, bytes, password, progress)?;
    let pages = pages.iter().zip(labels).map(|(page, label)| row(page, label)).collect();
    Ok(Extracted { reading, pages, recognised, codes })
}

fn read_bytes(
    readers: Readers<'_>,
    file_name: &str,
    bytes: &Arc<[u8]>,
    password: Option<&str>,
    mut progress: impl FnMut(Step) -> ControlFlow<()>,
) -> Result<Raw, ReadError> {
    let mut extraction = readers.reader.extract(Arc::clone(bytes), password, |state| progress(Step::Reading(state)))?;
    let codes = if readers.codes {
        readers.reader.codes(Arc::clone(bytes), &extraction.pages, || progress(Step::Searching).is_continue())?
    } else {
        Vec::new()
    };
    let mut trouble = None;
    let mut recognised = readers.found.to_vec();
    ocr::apply(&mut extraction.pages, readers.found);
    if let Some(engine) = readers.engine.filter(|_| !ocr::wanted(&extraction.pages).is_empty()) {
        let told = |state| progress(Step::Recognising(state));
        let found = ocr::recognise(readers.reader, engine, bytes, password, &extraction.pages, told)?;
        ocr::apply(&mut extraction.pages, &found.pages);
        recognised.extend(found.pages);
        trouble = found.trouble;
    }
    let file = SourceFile { name: file_name, sha256: Sha256::of(bytes), bytes: bytes.len() as u64 };
    let (mut reading, labels) = reading::read_with_labels(&file, &extraction.properties, &extraction.pages);
    reading.warnings.extend(trouble.map(|(page, why)| Warning {
        code: "page_not_recognised".to_owned(),
        message: format!("The picture of the page could not be read: {why}"),
        page: Some(page),
    }));
    Ok(Raw { reading, labels, pages: extraction.pages, recognised, codes })
}

fn row(page: &Page, label: Option<String>) -> PageRow {
    let words: Vec<PageWord> = page
        .words
        .iter()
        .map(|word| PageWord { text: word.text.to_string(), rect: word.rect.into(), line_start: word.line_start })
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
