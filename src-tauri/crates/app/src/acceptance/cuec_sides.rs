//! What the workbooks say of our side of complementary user entity controls, as the rules look at it.

use crate::cuecs::OwnControls;
use countersign_domain::{
    DocumentId, EntryId, VendorId,
    cuec::{CuecAnswer, CuecProgress, OurSide, settle},
};
use countersign_policy::snapshot::{CuecState, CuecStatus};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// What was said of the controls of documents. What was carried over and nobody confirmed is not said.
pub(super) struct CuecSides {
    answers: HashMap<DocumentId, Vec<CuecAnswer>>,
    own: OwnControls,
}

impl CuecSides {
    /// Reads it for a vendor, or for all.
    pub(super) fn read(db: &Snapshot<'_>, only: Option<VendorId>) -> Result<Self, StoreError> {
        let mut answers: HashMap<DocumentId, Vec<CuecAnswer>> = HashMap::new();
        for filed in db.cuec_answers(only)? {
            answers.entry(filed.answer.document).or_default().push(filed.answer);
        }
        Ok(Self { answers, own: OwnControls::read(db)? })
    }

    /// Completes the controls of a document, whose entries have these names.
    pub(super) fn lay_over(&self, document: DocumentId, names: &[String], controls: &mut [CuecState]) {
        let Some(answers) = self.answers.get(&document) else { return };
        let names: Vec<EntryId> = names.iter().filter_map(|name| name.parse().ok()).collect();
        let entries: Vec<(EntryId, &str)> =
            names.iter().zip(controls.iter()).map(|(name, control)| (*name, control.text.as_str())).collect();
        let settled = settle::settled(&entries, answers);
        for (control, said) in controls.iter_mut().zip(settled) {
            if let Some(said) = said {
                self.complete(control, &said.ours);
            }
        }
    }

    fn complete(&self, control: &mut CuecState, ours: &OurSide) {
        let own = |id| self.own.get(id);
        control.applies = ours.applies;
        control.owner = ours.answerable(own);
        control.status = ours.progress.map(|progress| match progress {
            CuecProgress::NotStarted => CuecStatus::NotImplemented,
            CuecProgress::Planned => CuecStatus::Planned { by: ours.due },
            CuecProgress::Implemented | CuecProgress::Verified => {
                CuecStatus::Implemented { evidence: ours.has_evidence(own) }
            }
        });
    }
}
