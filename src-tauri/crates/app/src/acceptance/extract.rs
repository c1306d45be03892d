//! What the rules look at of a document, in the form in which the store keeps it beside the document.

use crate::{findings::Stated, fourth_parties::Rests};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, Judgement};
use countersign_policy::snapshot::{Cuecs, Evidence, JudgedDocument, SubserviceState};
use countersign_store::{EvidenceRow, KeptEvidence, Snapshot, StoreError};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// The form in which it is kept: another number makes what was kept before be worked out again. It changes with every change
/// of what is taken from a reading.
pub(super) const FORM: &str = "7";

/// What the rules look at of a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Extract {
    pub(super) evidence: Evidence,
    pub(super) cuecs: Option<Cuecs>,
    /// The names of the entries of `cuecs.controls`, in its order: by them what is said of each is found.
    pub(super) cuec_names: Vec<String>,
    pub(super) subservice: Option<Vec<SubserviceState>>,
    pub(super) stated: Stated,
    pub(super) rests: Rests,
}

impl Extract {
    fn of(stored: &countersign_store::StoredDocument, judgements: &[Judgement], received_on: NaiveDate) -> Self {
        let judged = JudgedDocument::new(&stored.reading, judgements);
        Self {
            evidence: judged.evidence(stored.document.id, received_on),
            cuecs: judged.cuecs(),
            cuec_names: judged.cuec_names().iter().map(ToString::to_string).collect(),
            subservice: judged.subservice(),
            stated: Stated::of(&stored.reading, judgements),
            rests: Rests::of(&stored.reading, judgements),
        }
    }
}

/// Works out what the rules look at of a document, and how it is to be kept.
fn work_out(db: &Snapshot<'_>, document: DocumentId) -> Result<(Extract, KeptEvidence), StoreError> {
    let stored = db.document(document)?.ok_or(StoreError::Missing { what: "document" })?;
    let judgements = db.judgements(document)?;
    let extract = Extract::of(&stored, &judgements, stored.document.received_at.date_naive());
    let evidence = serde_json::to_string(&extract).map_err(unexpected)?;
    let kept = KeptEvidence { document, reading: stored.reading_number, judgements: judgements.len(), evidence };
    Ok((extract, kept))
}

/// What the rules look at of a document, shared by all who look.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) evidence: Arc<Evidence>,
    pub(super) cuecs: Option<Cuecs>,
    pub(super) cuec_names: Vec<String>,
    pub(super) subservice: Option<Vec<SubserviceState>>,
    pub(super) stated: Arc<Stated>,
    pub(super) rests: Rests,
}

impl From<Extract> for Ready {
    fn from(extract: Extract) -> Self {
        let Extract { evidence, cuecs, cuec_names, subservice, stated, rests } = extract;
        Self { evidence: Arc::new(evidence), cuecs, cuec_names, subservice, stated: Arc::new(stated), rests }
    }
}

/// What was taken of documents while the workspace is open, each with the row from which it was: a large register is then
/// looked at without reading it from the file again.
#[derive(Debug, Default)]
pub(crate) struct Extracts(Mutex<HashMap<DocumentId, (EvidenceRow, Arc<Ready>)>>);

impl Extracts {
    fn get(&self, row: &EvidenceRow) -> Option<Arc<Ready>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Filed with another vendor it says the same.
        let same = |of: &EvidenceRow| (of.reading, of.judgements) == (row.reading, row.judgements);
        known.get(&row.document).filter(|(of, _)| same(of)).map(|(_, ready)| Arc::clone(ready))
    }

    fn put(&self, row: EvidenceRow, ready: &Arc<Ready>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(row.document, (row, Arc::clone(ready)));
    }

    /// Forgets them: another workspace is open.
    pub(crate) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Where what is taken of documents comes from, and what of it is to be kept in the file.
#[derive(Debug, Default)]
pub(crate) struct Taking<'e> {
    /// What was taken before.
    pub(crate) known: Option<&'e Extracts>,
    /// What was worked out and should be kept.
    pub(crate) fresh: Vec<KeptEvidence>,
    /// Whether documents are as they were on a day that has passed: what is taken of them is not put with what is known.
    past: bool,
}

impl<'e> Taking<'e> {
    /// Takes from what was taken before, too.
    pub(crate) const fn from(known: &'e Extracts) -> Self {
        Self { known: Some(known), fresh: Vec::new(), past: false }
    }

    /// Takes from what was taken before, for a day that has passed, and leaves it as it is.
    pub(crate) const fn of_past(known: &'e Extracts) -> Self {
        Self { known: Some(known), fresh: Vec::new(), past: true }
    }

    /// Takes what is known or kept of a document, or works it out where nothing is kept that this program reads.
    pub(super) fn take(&mut self, db: &Snapshot<'_>, row: EvidenceRow) -> Result<Arc<Ready>, StoreError> {
        if let Some(ready) = self.known.and_then(|known| known.get(&row)) {
            return Ok(ready);
        }
        let kept = db.kept_evidence(row.document, FORM)?.and_then(|kept| serde_json::from_str(&kept).ok());
        let extract: Extract = match kept {
            Some(extract) => extract,
            None => {
                let (extract, kept) = work_out(db, row.document)?;
                self.fresh.push(kept);
                extract
            }
        };
        let ready = Arc::new(Ready::from(extract));
        if let Some(known) = self.known.filter(|_| !self.past) {
            known.put(row, &ready);
        }
        Ok(ready)
    }
}

fn unexpected(error: serde_json::Error) -> StoreError {
    StoreError::Unexpected { detail: error.to_string() }
}
