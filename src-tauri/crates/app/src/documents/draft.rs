//! Corrections as far as they are typed: kept in the workspace until they are recorded or thrown away.

use crate::{App, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, DocumentId, FactKey};

impl App {
    /// What was typed of a correction and not recorded.
    pub(crate) fn fact_draft_of(&self, input: &w::FactRef) -> Result<Option<w::FactDraft>, Failure> {
        let name = name_of(DocumentId::from_uuid(input.document), key(&input.key)?);
        let draft = self.opened()?.store.read(|db| db.draft(&name)).map_err(fail::store)?;
        // A draft of another version of the program is no draft.
        Ok(draft.and_then(|draft| serde_json::from_value(draft).ok()))
    }

    /// Keeps what is typed of a correction.
    pub(crate) fn keep_fact_draft(&self, input: &w::SaveFactDraft) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::JudgeFacts)?;
        let key = key(&input.key)?;
        self.known_document(input.document)?;
        let draft = input.draft.as_ref().map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        let name = name_of(DocumentId::from_uuid(input.document), key);
        opened.store.keep_draft(&name, draft.as_ref()).map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

fn key(name: &str) -> Result<FactKey, Failure> {
    FactKey::from_name(name).ok_or_else(|| fail::not_found("fact"))
}

/// The name under which the draft of a fact's correction is kept.
pub(super) fn name_of(document: DocumentId, key: FactKey) -> String {
    format!("fact/{document}/{}", key.as_str())
}
