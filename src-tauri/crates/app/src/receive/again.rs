//! Documents of the workspace that are read again: by a newer reader, or because a person asks for it.
//!
//! The stored bytes are read in the reader's child as when they came. The new reading takes the place of the one before,
//! which stays in the history; what people judged stays as they said it.

use super::{
    Extracted, copy,
    jobs::{Job, Source},
    not_stored, refused,
};
use crate::{
    App,
    application::{Opened, stamp},
    documents, fail, recognition,
};
use countersign_contract::{
    Failure,
    wire::{self as w, JobState, RefusalReason},
};
use countersign_domain::{Action, DocumentId, EffectiveFacts, EffectiveLists, Op};
use countersign_reader::{ocr::ranges, reading::EXTRACTOR};
use countersign_store::{Reread, Subject};
use serde_json::json;
use std::sync::Arc;

impl App {
    /// Puts documents on the list to be read again. Those that are on it already are not put twice.
    pub(crate) fn read_again(&self, input: &w::ReadAgain) -> Result<w::Chosen, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::KeepDocuments)?;
        if opened.store.access() != &countersign_store::Access::ReadWrite {
            return Err(Failure::ReadOnly);
        }
        let app = self.shared().ok_or_else(|| fail::not_found("application"))?;
        let wanted: Vec<DocumentId> = match *input {
            w::ReadAgain::One { document } => vec![DocumentId::from_uuid(document)],
            w::ReadAgain::Older => {
                let readers = opened.store.read(|db| db.extractors()).map_err(fail::store)?;
                readers.into_iter().filter(|(_, extractor)| is_older(extractor)).map(|(id, _)| id).collect()
            }
        };
        let mut jobs = Vec::new();
        for document in wanted.into_iter().filter(|document| !self.jobs.rereads(*document)) {
            let stored = opened.store.read(|db| db.document(document)).map_err(fail::store)?;
            let stored = stored.ok_or_else(|| fail::not_found("document"))?;
            let file_name = stored.document.file_name.to_string();
            jobs.push(self.enlist(Source::Stored { document, file_name }));
        }
        let files = jobs.len() as u32;
        Self::work_off(app, &opened, jobs);
        Ok(w::Chosen { files })
    }

    /// Reads the stored bytes of one document again; the error side is how it ended without a new reading.
    #[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
    pub(super) fn reread(&self, opened: &Opened, job: &Job, document: DocumentId) -> Result<JobState, JobState> {
        if self.is_stopped(job) {
            return Err(JobState::Cancelled);
        }
        let _turn = self.turns.take(document);
        let mut bytes = Vec::new();
        let found = opened.store.read(|db| {
            let Some(stored) = db.document(document)? else { return Ok(false) };
            db.read_blob(stored.document.sha256, &mut bytes).map(|_| true)
        });
        if !found.map_err(not_stored)? {
            return Err(JobState::Refused { reason: RefusalReason::NotFound });
        }
        let found = recognition::kept(opened, document).map_err(not_stored)?;
        let read = self.read_bytes(job, &Arc::from(bytes), &found, false)?;
        if self.is_stopped(job) {
            return Err(JobState::Cancelled);
        }
        let differing =
            self.keep_reading(opened, document, &read, recognition::PROGRAM).map_err(|failure| refused(&failure))?;
        Ok(JobState::ReadAgain { document: document.uuid(), differing })
    }

    /// Puts another reading of a document, with its pages and with what `engine` recognised on them, in the place of the one
    /// before. Judgements stay. Gives how many of them were made of something that is read otherwise now.
    pub(crate) fn keep_reading(
        &self,
        opened: &Opened,
        id: DocumentId,
        read: &Extracted,
        engine: &str,
    ) -> Result<u32, Failure> {
        let Extracted { reading, pages, recognised, .. } = read;
        let (person, permit) = opened.permit(Action::KeepDocuments)?;
        // What lists show is worked out from the judgements: none may come between.
        let _turn = self.turn();
        let known = self.known_document(id.uuid())?;
        let told = copy::told_again(opened, &known, pages)?;
        let reading = &copy::with_warnings(reading, &known.stored.reading, &told, None);
        let now = self.clock.now();
        let facts = EffectiveFacts::new(reading, &known.judgements);
        let lists = EffectiveLists::new(reading, &known.judgements);
        let summary = documents::summary(reading, &facts);
        let subject = Subject::document(&known.stored.document, documents::vendor_of(&known));
        let stamp = stamp(&person, permit, now, Op::ReadAgain, subject);
        let new = Reread { reading, summary: &summary, pages, at: now, by: permit.actor() };
        opened
            .store
            .write(&stamp, |db| {
                let was = known.stored.reading.document.extractor.as_str();
                db.note("reader", json!({ "was": was, "became": reading.document.extractor }));
                let number = db.replace_reading(id, &new)?;
                db.note("reading", number);
                db.insert_recognised(id, &recognition::rows(recognised, engine))?;
                if !reading.document.ocr_pages.is_empty() {
                    db.note("recognised_pages", ranges(&reading.document.ocr_pages));
                }
                copy::keep(db, &known.stored.document, &told, &stamp)
            })
            .map_err(fail::store)?;
        Ok((facts.differing() + lists.differing()) as u32)
    }
}

/// Whether what made a reading is older than the reader of this program. A reading of a newer one is not replaced by
/// what knows less.
pub(crate) fn is_older(extractor: &str) -> bool {
    let version = |text: &str| -> Option<(String, Vec<u64>)> {
        let (name, version) = text.rsplit_once(' ')?;
        Some((name.to_owned(), version.split('.').map(|part| part.parse().unwrap_or(0)).collect()))
    };
    match (version(extractor), version(EXTRACTOR)) {
        (Some((name, theirs)), Some((our_name, ours))) if name == our_name => theirs < ours,
        _ => extractor != EXTRACTOR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_older_reader_is_overtaken() {
        assert!(!is_older(EXTRACTOR), "our own reading is not old");
        assert!(is_older("countersign-reader 0.0.9"));
        assert!(!is_older("countersign-reader 999.0.0"), "what a newer program read stays");
        assert!(is_older("something else"), "what is unknown is read again");
    }
}
