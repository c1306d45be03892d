//! Documents appended to a packet: which can be and why others cannot, and putting them together.
//!
//! The reader's child looks at the documents and appends them; nothing of them is parsed here.

use crate::{App, application::Opened, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{DecisionId, Sha256};
use countersign_packet::{
    FrozenDecision, Packet,
    input::{FrozenAppendix, FrozenDocument},
};
use countersign_reader::{
    append::{Appendable, NotAppendable},
    error::ReadError,
    isolate::{AppendError, ToAppend},
};
use countersign_store::StoreError;
use std::sync::Arc;
use uuid::Uuid;

/// Most pages of a packet with what is appended: as many as the reader opens, so that it can be looked at and checked.
const MOST_PAGES: u32 = 3_000;

/// Most bytes of all documents that are appended to one packet.
const MOST_BYTES: u64 = 256 << 20;

/// A document that is to be appended.
pub(super) struct Chosen {
    pub(super) appendix: FrozenAppendix,
    bytes: Arc<[u8]>,
}

impl App {
    /// The documents behind a decision, each with whether its pages can be appended to the packet.
    pub(crate) fn appendix_candidates(&self, decision: Uuid) -> Result<Vec<w::AppendixView>, Failure> {
        let opened = self.opened()?;
        let found = opened.store.read(|db| db.decision(DecisionId::from_uuid(decision))).map_err(fail::store)?;
        let decision = found.ok_or_else(|| fail::not_found("decision"))?;
        let frozen: FrozenDecision = serde_json::from_str(&decision.frozen).map_err(fail::unexpected)?;
        let without_nda = countersign_packet::without_nda(&frozen);
        let views = frozen.documents.iter().map(|document| {
            let looked = self.appendable(&opened, document);
            w::AppendixView {
                label: document.label.clone(),
                kind: document.kind.title().to_owned(),
                file_name: document.file_name.clone(),
                pages: document.pages,
                bytes: document.bytes,
                main: document.main,
                nda: !without_nda.contains(&document.label),
                signatures: looked.as_ref().map_or(0, |(found, _)| found.signatures),
                refused: looked.err(),
            }
        });
        Ok(views.collect())
    }

    /// Looks whether a document can be appended.
    fn appendable(
        &self,
        opened: &Opened,
        document: &FrozenDocument,
    ) -> Result<(Appendable, Arc<[u8]>), w::AppendixRefusal> {
        if document.bytes > MOST_BYTES || document.pages >= MOST_PAGES {
            return Err(w::AppendixRefusal::TooLong);
        }
        let bytes = stored(opened, document.sha256).ok_or(w::AppendixRefusal::Missing)?;
        let found = self.reader.appendable(Arc::clone(&bytes)).map_err(|error| refusal(&error))?;
        // The pages are cited by their numbers: where they are counted in another way, the numbers lead astray.
        if found.pages == document.pages { Ok((found, bytes)) } else { Err(w::AppendixRefusal::Damaged) }
    }

    /// Takes the documents of these labels, in the order of the register; each only once.
    pub(super) fn chosen(&self, frozen: &FrozenDecision, labels: &[String]) -> Result<Vec<Chosen>, Failure> {
        if let Some(unknown) = labels.iter().find(|label| frozen.documents.iter().all(|it| it.label != **label)) {
            tracing::debug!(label = %unknown, "no document of the packet has the label");
            return Err(fail::not_found("document"));
        }
        let opened = self.opened()?;
        let mut bytes = 0;
        let mut chosen = Vec::new();
        for document in frozen.documents.iter().filter(|document| labels.contains(&document.label)) {
            let refused = |reason| Failure::NotAppendable { label: document.label.clone(), reason };
            bytes += document.bytes;
            if bytes > MOST_BYTES {
                return Err(refused(w::AppendixRefusal::TooLong));
            }
            let (found, bytes) = self.appendable(&opened, document).map_err(refused)?;
            let appendix = FrozenAppendix {
                label: document.label.clone(),
                signatures: found.signatures,
                protected: found.protected,
                layers: found.layers,
            };
            chosen.push(Chosen { appendix, bytes });
        }
        Ok(chosen)
    }

    /// Puts the packet and its appendices together.
    pub(super) fn put_together(&self, printed: &Packet, chosen: &[Chosen]) -> Result<Vec<u8>, Failure> {
        if printed.pages > MOST_PAGES {
            let label = chosen.last().map(|chosen| chosen.appendix.label.clone()).unwrap_or_default();
            return Err(Failure::NotAppendable { label, reason: w::AppendixRefusal::TooLong });
        }
        let documents: Vec<ToAppend> = printed
            .appendices
            .iter()
            .zip(chosen)
            .map(|(place, chosen)| ToAppend { bytes: Arc::clone(&chosen.bytes), at: place.first })
            .collect();
        self.reader.append(&printed.bytes, &documents).map_err(|error| {
            tracing::warn!(%error, "documents could not be appended");
            let label = chosen.first().map(|chosen| chosen.appendix.label.clone()).unwrap_or_default();
            Failure::NotAppendable { label, reason: refusal(&error) }
        })
    }
}

/// Where the documents of a packet stand in it, as they were kept with its row.
pub(super) fn kept(details: &serde_json::Value) -> Vec<w::AppendedView> {
    serde_json::from_value(details["appended"].clone()).unwrap_or_default()
}

/// The same, to be kept.
pub(super) fn to_keep(printed: &Packet) -> Vec<w::AppendedView> {
    let view = |it: &countersign_packet::Appended| w::AppendedView {
        label: it.label.clone(),
        first: it.first,
        pages: it.pages,
    };
    printed.appendices.iter().map(view).collect()
}

fn stored(opened: &Opened, sha256: Sha256) -> Option<Arc<[u8]>> {
    let mut bytes = Vec::new();
    let read: Result<u64, StoreError> = opened.store.read(|db| db.read_blob(sha256, &mut bytes));
    read.ok().map(|_| bytes.into())
}

fn refusal(error: &AppendError) -> w::AppendixRefusal {
    match error {
        AppendError::NotAppendable(NotAppendable::Password) => w::AppendixRefusal::Password,
        AppendError::NotAppendable(NotAppendable::Forbidden) => w::AppendixRefusal::Forbidden,
        AppendError::NotAppendable(NotAppendable::NoPages) => w::AppendixRefusal::NoPages,
        AppendError::Read(ReadError::TooLarge(_)) => w::AppendixRefusal::TooLong,
        AppendError::NotAppendable(NotAppendable::Damaged) | AppendError::Read(_) => w::AppendixRefusal::Damaged,
    }
}
