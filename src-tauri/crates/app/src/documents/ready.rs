//! Documents about which nothing is in doubt: they can be confirmed and filed many at a time.
//!
//! A document is ready where it can be read, says everything that is expected of its kind, contradicts itself nowhere, is
//! warned of nowhere, and is about exactly one vendor of the register by its name, its legal name or one of its other names. A vendor is
//! never entered this way, and what a document does not say is never confirmed this way: both are for a person to look at.

use super::{Known, candidates::Candidates, draft};
use crate::{App, fail};
use countersign_contract::{
    Failure,
    wire::{self as w, SuggestionReason},
};
use countersign_domain::{Action, Filing, Kind, Vendor, reading::TextLayer};
use countersign_store::DocumentFilter;
use std::collections::HashSet;

/// How many are offered at once, newest first.
const MOST: usize = 50;
/// How many are looked at for that: to know that one is ready, all that it says is read.
const MOST_LOOKED_AT: usize = 400;

impl App {
    /// The waiting documents that are ready.
    pub(crate) fn ready_documents(&self) -> Result<Vec<w::ReadyDocument>, Failure> {
        let opened = self.opened()?;
        let waiting = opened.store.read(|db| db.documents(DocumentFilter::Waiting)).map_err(fail::store)?;
        let likely = waiting.iter().filter(|row| {
            let said = &row.summary;
            said.has_text && said.contradictions == 0 && said.warnings == 0 && said.kind != Kind::Other
        });
        let candidates = opened.store.read(Candidates::of).map_err(fail::store)?;
        let mut found = Vec::new();
        for row in likely.take(MOST_LOOKED_AT) {
            if found.len() == MOST {
                break;
            }
            let document = row.document.id.uuid();
            let known = self.known_document(document)?;
            if let Some(vendor) = self.ready_for(&known, &candidates)? {
                found.push(w::ReadyDocument {
                    document,
                    vendor: vendor.id.uuid(),
                    vendor_name: vendor.name.to_string(),
                });
            }
        }
        Ok(found)
    }

    /// Confirms what the documents say and files each with its vendor. One that is no longer ready is left as it is.
    pub(crate) fn confirm_ready(&self, input: &w::ConfirmReady) -> Result<w::ConfirmedReady, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::JudgeFacts)?;
        opened.permit(Action::KeepDocuments)?;
        let candidates = opened.store.read(Candidates::of).map_err(fail::store)?;
        let mut filed = Vec::new();
        for document in &input.documents {
            let known = self.known_document(*document)?;
            let Some(vendor) = self.ready_for(&known, &candidates)? else { continue };
            let vendor = w::FilingTarget::Existing { vendor: vendor.id.uuid() };
            let confirmed = self.confirm_stated(*document)?;
            self.file_document(w::FileDocument { document: *document, vendor })?;
            let facts = confirmed.into_iter().map(|key| key.as_str().to_owned()).collect();
            filed.push(w::ConfirmedDocument { document: *document, facts });
        }
        Ok(w::ConfirmedReady { filed })
    }

    /// The vendor of a document that is ready; none while somebody has a correction begun.
    fn ready_for<'c>(&self, known: &Known, candidates: &'c Candidates) -> Result<Option<&'c Vendor>, Failure> {
        let document = known.stored.document.id;
        let Some(vendor) = sound_for(known, candidates) else { return Ok(None) };
        let begun = self.opened()?.store.read(|db| {
            for fact in known.facts().relevant() {
                if db.draft(&draft::name_of(document, fact.key))?.is_some() {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        Ok((!begun.map_err(fail::store)?).then_some(vendor))
    }
}

/// The one vendor with which the document can be filed without a second look.
fn sound_for<'c>(known: &Known, candidates: &'c Candidates) -> Option<&'c Vendor> {
    let (document, reading) = (&known.stored.document, &known.stored.reading);
    let facts = known.facts();
    let sound = document.filing == Filing::Waiting
        && reading.document.text != TextLayer::None
        // Letters of a picture may be mistaken: somebody compares.
        && reading.document.ocr_pages.is_empty()
        && reading.contradictions.is_empty()
        && reading.warnings.is_empty()
        && facts.kind() != Kind::Other
        && facts.relevant().all(|fact| !fact.is_open() || fact.value().is_some());
    if !sound {
        return None;
    }
    // A number on a page is no reason to file without looking.
    let numbered = HashSet::new();
    let mut agreeing = candidates.vendors.iter().filter(|vendor| {
        let why = candidates.reason(vendor, (&facts, document.file_name.as_str()), &numbered);
        matches!(why, Some(SuggestionReason::Name | SuggestionReason::LegalName | SuggestionReason::Alias))
    });
    let vendor = agreeing.next()?;
    agreeing.next().is_none().then_some(vendor)
}
