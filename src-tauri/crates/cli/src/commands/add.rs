//! `countersign add`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _, Failure,
    wire::{DocumentRef, JobState, JobView, SaveVendor},
};
use std::path::PathBuf;

/// Receives documents.
pub(crate) fn run(common: &Common, files: &[PathBuf], vendor: Option<&str>, out: &mut Out) -> Result<Done, Trouble> {
    let files = super::walk(files)?;
    let app = open::workspace_to_write(common)?;
    let vendor = match vendor {
        None => None,
        Some(wanted) => Some(match super::vendor_exactly(&app, wanted) {
            Ok(row) => row.id,
            Err(Trouble::Failed(Failure::NotFound { .. })) => {
                let new = SaveVendor {
                    id: None,
                    name: wanted.to_owned(),
                    aliases: Vec::new(),
                    service: None,
                    tier: None,
                    tier_reason: None,
                    owner: None,
                    notes: None,
                };
                app.vendor_save(new)?.row.id
            }
            Err(trouble) => return Err(trouble),
        }),
    };
    let mut done = Done::Clean;
    let mut rows = Vec::new();
    for file in files {
        let view = app.receive_now(file, vendor)?;
        if matches!(view.state, JobState::Refused { .. }) {
            done = Done::Notable;
        }
        if out.is_json() {
            out.objects([&view])?;
        } else {
            let what = outcome(&app, &view)?;
            rows.push(vec![view.file_name, what]);
        }
    }
    if !out.is_json() {
        out.table(&["file", "what became of it"], &rows)?;
    }
    Ok(done)
}

fn outcome(app: &countersign_app::App, view: &JobView) -> Result<String, Trouble> {
    Ok(match &view.state {
        JobState::Stored { document } => {
            let row = app.document(DocumentRef { document: *document })?.row;
            let whose = row.organization.unwrap_or_else(|| "organization not stated".to_owned());
            format!("stored: {}, {whose}", row.kind)
        }
        JobState::Duplicate { file_name, received_at, .. } => {
            format!("the same file is here since {}: {file_name}", received_at.format("%Y-%m-%d"))
        }
        JobState::Refused { reason } => format!("refused: {}", super::name(reason)),
        JobState::Queued | JobState::Reading { .. } | JobState::Cancelled => "not received".to_owned(),
    })
}
