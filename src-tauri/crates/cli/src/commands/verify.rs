//! `countersign verify`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_app::{App, Ids, Known, PacketChecks, PacketVerdict};
use countersign_contract::{Commands as _, Failure, wire::Nothing};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Checks packets by themselves; with a workspace also against it, with documents and the audit log's chain.
pub(crate) fn run(common: &Common, files: &[PathBuf], out: &mut Out) -> Result<Done, Trouble> {
    let alone = common.workspace.is_none();
    if alone && files.is_empty() {
        return Err(Trouble::Usage("name the packets to check, or a workspace with --workspace".to_owned()));
    }
    let app = if alone { open::application(common, Ids::random())? } else { open::workspace(common)? };
    let mut done = Done::Clean;
    for file in files {
        let seen = look(&app, file, alone)?;
        if !seen.good {
            done = Done::Notable;
        }
        if out.is_json() {
            let mut object = json!({
                "file": file.file_name().map(|name| name.to_string_lossy()), "is": seen.is, "message": seen.text,
            });
            if let Some(checks) = &seen.checks {
                object["content_hash"] = json!(checks.content_hash.map(|hash| hash.to_string()));
                object["checks"] = checks.checks.iter().map(check).collect();
            }
            out.objects([object])?;
        } else {
            out.line(&format!("{} {}", file.display(), seen.text))?;
            for check in seen.checks.iter().flat_map(|checks| &checks.checks) {
                out.line(&format!("  {} {}: {}", check.part.as_str(), check.outcome.as_str(), check.found))?;
            }
        }
    }
    if alone {
        return Ok(done);
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

/// What a file is.
struct Seen {
    is: &'static str,
    text: String,
    good: bool,
    checks: Option<PacketChecks>,
}

impl Seen {
    fn plain(is: &'static str, text: impl Into<String>, good: bool) -> Self {
        Self { is, text: text.into(), good, checks: None }
    }
}

fn look(app: &App, file: &Path, alone: bool) -> Result<Seen, Trouble> {
    match app.check_packet(file) {
        Ok(Some(checks)) => return Ok(packet(checks)),
        Ok(None) => {}
        // A file that cannot be read is one to act on; the others are still checked.
        Err(Failure::Inaccessible) => return Ok(Seen::plain("unreadable", "cannot be read", false)),
        Err(other) => return Err(other.into()),
    }
    if alone {
        return Ok(Seen::plain("unknown", "carries no decision: it is no packet, or was changed", false));
    }
    Ok(match app.identify(file)? {
        Known::Packet { number, version } => {
            Seen::plain("packet", format!("is packet {number}, version {version}, unchanged"), true)
        }
        Known::Document { file_name } => {
            Seen::plain("document", format!("is the document received as {file_name}, unchanged"), true)
        }
        Known::Copy { number, version, decision, vendor } => {
            let text = format!(
                "is a copy of packet {number}, version {version}, of decision {decision} on {vendor}; a picture cannot prove its \
                 bytes: verify the packet itself, and compare the pages"
            );
            Seen::plain("copy", text, false)
        }
        Known::LooksLike { why } => Seen::plain("unknown", why, false),
        Known::Unknown => {
            let text = "is neither a packet nor a document of this workspace, or was changed";
            Seen::plain("unknown", text, false)
        }
    })
}

fn packet(checks: PacketChecks) -> Seen {
    let (good, how) = match checks.verdict() {
        PacketVerdict::Whole => (true, "unchanged"),
        PacketVerdict::Unproved => (false, "not shown to be unchanged: see what was not checked"),
        PacketVerdict::Changed => (false, "changed"),
    };
    let text = match &checks.name {
        Some((number, version, vendor)) => format!("is packet {number}, version {version}, on {vendor}, {how}"),
        None => "carries a decision that cannot be read: it was changed".to_owned(),
    };
    Seen { is: "packet", text, good, checks: Some(checks) }
}

fn check(check: &countersign_app::PacketCheck) -> Value {
    json!({ "part": check.part.as_str(), "outcome": check.outcome.as_str(), "found": check.found })
}
