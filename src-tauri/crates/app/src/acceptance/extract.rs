//! What the rules look at of a document, in the form in which the store keeps it beside the document.

use crate::{findings::Stated, fourth_parties::Rests};
use chrono::NaiveDate;
use countersign_domain::Judgement;
use countersign_policy::snapshot::{Cuecs, Evidence, JudgedDocument, SubserviceState};
use countersign_store::{KeptEvidence, Snapshot, StoreError};
use serde::{Deserialize, Serialize};

/// The form in which it is kept: another number makes what was kept before be worked out again. It changes with every change
/// of what is taken from a reading.
pub(super) const FORM: &str = "3";

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
pub(super) fn work_out(
    db: &Snapshot<'_>,
    document: countersign_domain::DocumentId,
) -> Result<(Extract, KeptEvidence), StoreError> {
    let stored = db.document(document)?.ok_or(StoreError::Missing { what: "document" })?;
    let judgements = db.judgements(document)?;
    let extract = Extract::of(&stored, &judgements, stored.document.received_at.date_naive());
    let evidence = serde_json::to_string(&extract).map_err(unexpected)?;
    let kept = KeptEvidence { document, reading: stored.reading_number, judgements: judgements.len(), evidence };
    Ok((extract, kept))
}

/// Takes what was kept, or works it out where nothing is kept that this program reads.
pub(super) fn taken(
    db: &Snapshot<'_>,
    row: &countersign_store::EvidenceRow,
    fresh: &mut Vec<KeptEvidence>,
) -> Result<Extract, StoreError> {
    let kept = row.evidence.as_deref().and_then(|kept| serde_json::from_str(kept).ok());
    if let Some(extract) = kept {
        return Ok(extract);
    }
    let (extract, kept) = work_out(db, row.document)?;
    fresh.push(kept);
    Ok(extract)
}

fn unexpected(error: serde_json::Error) -> StoreError {
    StoreError::Unexpected { detail: error.to_string() }
}
