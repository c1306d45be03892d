//! `countersign verify`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_app::Known;
use countersign_contract::{Commands as _, Failure, wire::Nothing};
use serde_json::json;
use std::path::PathBuf;

/// Checks files against the workspace, and the audit log's chain.
pub(crate) fn run(common: &Common, files: &[PathBuf], out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let mut done = Done::Clean;
    for file in files {
        let (name, text) = match app.identify(file) {
            Ok(Known::Packet { number, version }) => {
                ("packet", format!("is packet {number}, version {version}, unchanged"))
            }
            Ok(Known::Document { file_name }) => {
                ("document", format!("is the document received as {file_name}, unchanged"))
            }
            Ok(Known::Unknown) => {
                done = Done::Notable;
                ("unknown", "is neither a packet nor a document of this workspace, or was changed".to_owned())
            }
            // A file that cannot be read is one to act on; the others are still checked.
            Err(Failure::Inaccessible) => {
                done = Done::Notable;
                ("unreadable", "cannot be read".to_owned())
            }
            Err(other) => return Err(other.into()),
        };
        if out.is_json() {
            out.objects([
                json!({ "file": file.file_name().map(|name| name.to_string_lossy()), "is": name, "message": text }),
            ])?;
        } else {
            out.line(&format!("{} {text}", file.display()))?;
        }
    }
    let chain = app.history_verify(Nothing {})?;
    let text = match chain.broken_at {
        None => format!("audit log: {} entries, the chain is whole", chain.entries),
        Some(at) => format!("audit log: the chain is broken at entry {at}"),
    };
    if chain.broken_at.is_some() {
        done = Done::Notable;
    }
    if out.is_json() {
        out.objects([json!({ "audit": chain })])?;
    } else {
        out.line(&text)?;
    }
    Ok(done)
}
