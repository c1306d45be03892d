//! Pages that are pictures of text, recognised by an engine in the user interface.
//!
//! Which pages want it is derived from what is stored, so that it goes on after a restart. The user interface asks for the
//! picture of such a page, finds the words on it and delivers them. What comes from there is no more to be trusted than the
//! file itself: words are taken only for pages that want them, bounded in number and length, and led to the page by the
//! sizes that this side knows. When all pages of a document are there, or many, it is read again with them.

use crate::{App, application::Opened, fail, receive};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use countersign_contract::{Failure, Tag, wire as w};
use countersign_domain::{Action, DocumentId};
use countersign_reader::ocr::{self, Canvas, FoundWord, MOST_WORDS, PageWords};
use countersign_store::{Access, RecognisedRow, StoreError, UnreadRow};
use std::{
    collections::{BTreeMap, HashMap},
    ops::ControlFlow,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The engine of the command line: the `tesseract` program.
pub(crate) const PROGRAM: &str = "tesseract";
/// The engine of the user interface.
const OF_THE_WINDOW: &str = "tesseract.js";

/// After this many pages a long scan is read in between: its first facts come early, and a crash costs little.
const READ_AFTER: usize = 24;
/// The longest side in pixels of a picture that this program draws.
const LONGEST_SIDE: u32 = 4_000;

/// What was delivered and is not part of a reading yet.
#[derive(Debug, Default)]
pub(crate) struct Delivered(Mutex<HashMap<DocumentId, Pages>>);

/// What was delivered of one document.
#[derive(Debug, Default)]
struct Pages {
    /// The words by page; `None` where the engine could not recognise it.
    found: BTreeMap<u32, Option<PageWords>>,
    stopped: bool,
}

impl Pages {
    fn words(&self) -> Vec<PageWords> {
        self.found.values().flatten().cloned().collect()
    }
}

impl Delivered {
    fn of(&self) -> MutexGuard<'_, HashMap<DocumentId, Pages>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything, when the workspace is closed.
    pub(crate) fn clear(&self) {
        self.of().clear();
    }
}

/// What was recognised as rows of the store.
pub(crate) fn rows(pages: &[PageWords], engine: &str) -> Vec<RecognisedRow> {
    let row = |found: &PageWords| RecognisedRow {
        page: found.page,
        engine: engine.to_owned(),
        words: serde_json::to_vec(&found.words).expect("words are plain data"),
    };
    pages.iter().map(row).collect()
}

/// What was recognised in a document before. A page whose words cannot be understood is as one that was never recognised.
pub(crate) fn kept(opened: &Opened, document: DocumentId) -> Result<Vec<PageWords>, StoreError> {
    let rows = opened.store.read(|db| db.recognised(document))?;
    let page = |row: RecognisedRow| {
        let words: Vec<FoundWord> = serde_json::from_slice(&row.words).ok()?;
        Some(PageWords { page: row.page, words })
    };
    Ok(rows.into_iter().filter_map(page).collect())
}

impl App {
    /// Documents with pages that are pictures and unread.
    pub(crate) fn recognitions(&self) -> Result<Vec<w::Recognition>, Failure> {
        let unread = self.opened()?.store.read(|db| db.unread_pictures()).map_err(fail::store)?;
        let delivered = self.delivered.of();
        let none = Pages::default();
        let view = |row: UnreadRow| {
            let pages = delivered.get(&row.document).unwrap_or(&none);
            let found = |page: &u32| matches!(pages.found.get(page), Some(Some(_)));
            let of = |wanted: &dyn Fn(&u32) -> bool| row.unread.iter().copied().filter(|page| wanted(page)).collect();
            let recognised = row.unread.iter().filter(|page| found(page)).count();
            w::Recognition {
                document: row.document.uuid(),
                left: of(&|page| !pages.found.contains_key(page)),
                failed: of(&|page| matches!(pages.found.get(page), Some(None))),
                pictures: row.pictures.len() as u32,
                done: (row.pictures.len() - row.unread.len() + recognised) as u32,
                stopped: pages.stopped,
                file_name: row.file_name,
                unread: row.unread,
            }
        };
        Ok(unread.into_iter().map(view).collect())
    }

    /// Draws a page whose words are to be recognised.
    pub(crate) fn picture_to_recognise(&self, input: &w::PageRef) -> Result<w::RecognitionPicture, Failure> {
        let row = self.unread(DocumentId::from_uuid(input.document))?;
        if !row.unread.contains(&input.page) {
            return Err(fail::not_found("page"));
        }
        let bytes = self.pictured_bytes(row.sha256)?;
        let drawn = self.reader.draw(bytes, None, input.page, ocr::SCALE).map_err(|error| {
            tracing::warn!(code = error.code(), page = input.page, "a page could not be drawn");
            Failure::Undrawable
        })?;
        Ok(w::RecognitionPicture { png: STANDARD.encode(&drawn.png), width: drawn.width, height: drawn.height })
    }

    /// Takes the words of a page, and reads the document again where this was the last one or many have come together.
    pub(crate) fn deliver_recognised(&self, input: w::RecognisedPage) -> Result<w::Nothing, Failure> {
        let opened = self.opened_to_recognise()?;
        let document = DocumentId::from_uuid(input.document);
        let row = self.unread(document)?;
        if !row.unread.contains(&input.page) {
            return Err(fail::not_found("page"));
        }
        let found = input.words.map(|words| checked(&opened, document, input.page, [input.width, input.height], words));
        let found = found.transpose()?;
        let ready = {
            let mut delivered = self.delivered.of();
            let pages = delivered.entry(document).or_default();
            // What comes first stays: nobody else may say otherwise afterwards.
            pages.found.entry(input.page).or_insert(found);
            let complete = row.unread.iter().all(|page| pages.found.contains_key(page));
            complete || pages.words().len() >= READ_AFTER
        };
        if ready {
            self.read_with_delivered(&opened, document)?;
        }
        Ok(w::Nothing {})
    }

    /// Stops recognising a document; what was recognised is kept and read.
    pub(crate) fn stop_recognition(&self, input: &w::DocumentRef) -> Result<w::Nothing, Failure> {
        let opened = self.opened_to_recognise()?;
        let document = DocumentId::from_uuid(input.document);
        self.unread(document)?;
        self.delivered.of().entry(document).or_default().stopped = true;
        self.read_with_delivered(&opened, document)?;
        Ok(w::Nothing {})
    }

    /// Goes on with a document, and with its pages that could not be recognised.
    pub(crate) fn resume_recognition(&self, input: &w::DocumentRef) -> Result<w::Nothing, Failure> {
        let opened = self.opened_to_recognise()?;
        let document = DocumentId::from_uuid(input.document);
        let row = self.unread(document)?;
        let complete = {
            let mut delivered = self.delivered.of();
            let pages = delivered.entry(document).or_default();
            pages.stopped = false;
            pages.found.retain(|_, found| found.is_some());
            row.unread.iter().all(|page| pages.found.contains_key(page))
        };
        if complete {
            // Everything was there, and could not be stored the last time.
            self.read_with_delivered(&opened, document)?;
        }
        Ok(w::Nothing {})
    }

    /// The open workspace, where the person who acts may add to what is read.
    fn opened_to_recognise(&self) -> Result<Arc<Opened>, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::KeepDocuments)?;
        if opened.store.access() == &Access::ReadWrite { Ok(opened) } else { Err(Failure::ReadOnly) }
    }

    /// A document with pages that are pictures and unread.
    fn unread(&self, document: DocumentId) -> Result<UnreadRow, Failure> {
        let unread = self.opened()?.store.read(|db| db.unread_pictures()).map_err(fail::store)?;
        unread.into_iter().find(|row| row.document == document).ok_or_else(|| fail::not_found("document"))
    }

    /// Reads a document again with the words delivered. Where that fails they stay for the next try, and no more are asked
    /// for until somebody says so.
    fn read_with_delivered(&self, opened: &Opened, document: DocumentId) -> Result<(), Failure> {
        let seat = self.jobs.seats().take();
        let turn = self.turns.take(document);
        // Who had the turn before may have read them already.
        let new = self.delivered.of().get(&document).map(Pages::words).unwrap_or_default();
        if new.is_empty() {
            return Ok(());
        }
        let read = self.read_with(opened, document, &new);
        drop((turn, seat));
        let mut delivered = self.delivered.of();
        let pages = delivered.entry(document).or_default();
        match read {
            Ok(()) => pages.found.retain(|page, _| new.iter().all(|found| found.page != *page)),
            Err(_) => pages.stopped = true,
        }
        drop(delivered);
        self.stale(&[Tag::Documents, Tag::Vendors, Tag::Session, Tag::History, Tag::Jobs, Tag::Decisions]);
        read
    }

    fn read_with(&self, opened: &Opened, document: DocumentId, new: &[PageWords]) -> Result<(), Failure> {
        let known = self.known_document(document.uuid())?;
        let mut found = kept(opened, document).map_err(fail::store)?;
        found.extend(
            new.iter().filter(|new| !found.iter().any(|old| old.page == new.page)).cloned().collect::<Vec<_>>(),
        );
        let bytes = self.pictured_bytes(known.stored.document.sha256)?;
        let readers = receive::Readers { reader: &self.reader, engine: None, found: &found, codes: false };
        let name = known.stored.document.file_name.as_str();
        let read = receive::extract(readers, name, &bytes, None, |_| ControlFlow::Continue(())).map_err(|error| {
            fail::unexpected(format!("a stored document could not be read again: {:?}", error.code()))
        })?;
        self.keep_reading(opened, document, &read, OF_THE_WINDOW)?;
        Ok(())
    }
}

/// Leads words from the picture to the page, and refuses what no engine finds on a page.
fn checked(
    opened: &Opened,
    document: DocumentId,
    page: u32,
    [wide, high]: [u32; 2],
    words: Vec<w::RecognisedWord>,
) -> Result<PageWords, Failure> {
    let refused = |message: &str| Failure::BadRequest { message: message.to_owned() };
    if ![wide, high].iter().all(|side| (1..=LONGEST_SIDE).contains(side)) {
        return Err(refused("no picture of a page has this size"));
    }
    if words.len() > MOST_WORDS {
        return Err(refused("no page holds so many words"));
    }
    let row = opened.store.read(|db| db.page(document, page)).map_err(fail::store)?;
    let row = row.ok_or_else(|| fail::not_found("page"))?;
    let canvas = Canvas { pixels_wide: wide, pixels_high: high, width: row.width as f32, height: row.height as f32 };
    let words = words.into_iter().map(|word| (word.text, word.place, word.confidence, word.line));
    Ok(canvas.words(page, words))
}
