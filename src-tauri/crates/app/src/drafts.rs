//! What is typed in a dialog and not recorded: kept as it is, right or wrong, until it is recorded or dropped.

use crate::{App, fail};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::Action;

/// The most characters that name a firm or a rule in the name of a draft.
const NAME_CHARS: usize = 300;

impl App {
    /// What was typed in a dialog and not recorded.
    pub(crate) fn typed_in(&self, at: &w::DialogRef) -> Result<Option<w::DialogDraft>, Failure> {
        let draft = self.opened()?.store.read(|db| db.draft(&name(at))).map_err(fail::store)?;
        // A draft of another version of the program is no draft.
        let draft: Option<w::DialogDraft> = draft.and_then(|draft| serde_json::from_value(draft).ok());
        Ok(draft.filter(|draft| belongs(draft, at)))
    }

    /// Keeps what is typed in a dialog; whoever may record it may keep it.
    pub(crate) fn keep_typed(&self, input: &w::KeepDialog) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        opened.permit(match input.at {
            w::DialogRef::Vendor { .. } | w::DialogRef::Tier { .. } | w::DialogRef::Offboarding { .. } => {
                Action::KeepVendors
            }
            w::DialogRef::FirmCheck { .. } => Action::JudgeFacts,
            w::DialogRef::Deviation { .. } => Action::Decide,
        })?;
        if let Some(vendor) = vendor(&input.at) {
            self.known_vendor(vendor)?;
        }
        let short = match &input.at {
            w::DialogRef::FirmCheck { firm: text } | w::DialogRef::Deviation { rule: text, .. } => {
                text.chars().count() <= NAME_CHARS
            }
            _ => true,
        };
        if !short || input.draft.as_ref().is_some_and(|draft| !belongs(draft, &input.at)) {
            return Err(fail::invalid("draft", Problem::WrongForm));
        }
        let draft = input.draft.as_ref().map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        opened.store.keep_draft(&name(&input.at), draft.as_ref()).map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

const fn vendor(at: &w::DialogRef) -> Option<uuid::Uuid> {
    match at {
        w::DialogRef::Vendor { vendor } => *vendor,
        w::DialogRef::Tier { vendor }
        | w::DialogRef::Deviation { vendor, .. }
        | w::DialogRef::Offboarding { vendor } => Some(*vendor),
        w::DialogRef::FirmCheck { .. } => None,
    }
}

const fn belongs(draft: &w::DialogDraft, at: &w::DialogRef) -> bool {
    matches!(
        (draft, at),
        (w::DialogDraft::Vendor(_), w::DialogRef::Vendor { .. })
            | (w::DialogDraft::Tier(_), w::DialogRef::Tier { .. })
            | (w::DialogDraft::FirmCheck(_), w::DialogRef::FirmCheck { .. })
            | (w::DialogDraft::Deviation(_), w::DialogRef::Deviation { .. })
            | (w::DialogDraft::Offboarding(_), w::DialogRef::Offboarding { .. })
    )
}

/// The name under which the draft of a dialog is kept.
fn name(at: &w::DialogRef) -> String {
    match at {
        w::DialogRef::Vendor { vendor: None } => "dialog/vendor/new".to_owned(),
        w::DialogRef::Vendor { vendor: Some(vendor) } => format!("dialog/vendor/{vendor}"),
        w::DialogRef::Tier { vendor } => format!("dialog/tier/{vendor}"),
        w::DialogRef::FirmCheck { firm } => format!("dialog/firm/{firm}"),
        w::DialogRef::Deviation { vendor, rule } => format!("dialog/deviation/{vendor}/{rule}"),
        w::DialogRef::Offboarding { vendor } => format!("dialog/offboarding/{vendor}"),
    }
}
