//! `countersign add`

use super::copies;
use crate::{Done, args::Common, open, out::Out, progress::Shown, say::Trouble, stop::Stop};
use countersign_app::{App, Config, Host};
use countersign_contract::{
    Commands as _,
    wire::{CopyNews, DocumentRef, DocumentRelation, FilingTarget, JobState, JobView, KnownFiling, Mismatch},
};
use countersign_reader::ocr::Tesseract;
use std::{path::PathBuf, sync::Arc};

/// Receives documents; those of their pages that are pictures are read, too, where `ocr` is asked for.
pub(crate) fn run(
    common: &Common,
    files: &[PathBuf],
    vendor: Option<&str>,
    ocr: bool,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let files = super::walk(files, out)?;
    let stop = Stop::listen()?;
    let engine = Tesseract::find().filter(|_| ocr);
    let unhelped = ocr && engine.is_none();
    let shown = Arc::new(Shown::new());
    let configured = |config: Config| config.with_engine(engine).with_stop(stop.switch());
    let app = open::workspace_to_receive(common, configured, Arc::clone(&shown) as Arc<dyn Host>)?;
    let mut target = vendor.map(|wanted| destination(&app, wanted)).transpose()?;
    let mut done = Done::Clean;
    let mut rows = Vec::new();
    for file in files {
        let view = app.receive_now(file, target.clone())?;
        shown.clear();
        if view.state == JobState::Cancelled {
            break;
        }
        if is_notable(&view.state, target.as_ref()) {
            done = Done::Notable;
        }
        if matches!(target, Some(FilingTarget::New { .. })) {
            // The first file that was kept has entered the vendor; the others go with it.
            let filed = filed_with(&app, &view.state)?;
            target = filed.map(|vendor| FilingTarget::Existing { vendor }).or(target);
        }
        if out.is_json() {
            out.objects([&view])?;
        } else {
            let what = outcome(&app, &view, vendor.is_some())?;
            rows.push(vec![view.file_name.clone(), what]);
        }
        if unhelped && let JobState::Stored { document } = view.state {
            let pages = app.document(DocumentRef { document })?.unread_pages;
            if !pages.is_empty() {
                out.note(&format!("{}: {}", view.file_name, super::install_tesseract(&pages)));
            }
        }
    }
    if !out.is_json() {
        out.table(&["file", "what became of it"], &rows)?;
    }
    stop.check()?;
    if let Some(FilingTarget::New { name }) = target {
        out.note(&format!("nothing was filed, so this vendor was not entered: {name}"));
    }
    Ok(done)
}

/// The vendor of the register, or a new one that is entered with the first file.
fn destination(app: &App, wanted: &str) -> Result<FilingTarget, Trouble> {
    Ok(match super::vendor_called(app, wanted)? {
        Some(row) => FilingTarget::Existing { vendor: row.id },
        None => FilingTarget::New { name: wanted.to_owned() },
    })
}

/// Whether a script should look at it: the file was not kept, or is not where it was to go.
fn is_notable(state: &JobState, target: Option<&FilingTarget>) -> bool {
    match state {
        JobState::Refused { .. } | JobState::Packet { .. } | JobState::OwnPacket { .. } => true,
        // Something of it is missing, or it signs what no longer holds.
        JobState::SignedCopy { copy, .. } => !copy.pages.missing.is_empty() || copy.superseded_by.is_some(),
        JobState::Duplicate { filing: KnownFiling::SetAside, .. } => target.is_some(),
        JobState::Duplicate { filing: KnownFiling::Filed { vendor, .. }, .. } => {
            target.is_some_and(|target| *target != FilingTarget::Existing { vendor: *vendor })
        }
        _ => false,
    }
}

/// The vendor with which the file has just been filed.
fn filed_with(app: &App, state: &JobState) -> Result<Option<uuid::Uuid>, Trouble> {
    Ok(match state {
        JobState::Stored { document } => app.document(DocumentRef { document: *document })?.row.vendor,
        JobState::Duplicate { filing: KnownFiling::FiledNow { vendor, .. }, .. } => Some(*vendor),
        _ => None,
    })
}

/// The company that a document names where it is not its vendor's, and whether the names begin alike.
fn another_company(mismatch: &Mismatch) -> Option<(&str, bool)> {
    match mismatch {
        Mismatch::Company { named, akin, .. } => Some((named, *akin)),
        Mismatch::Product { .. } => None,
    }
}

fn outcome(app: &App, view: &JobView, to_a_vendor: bool) -> Result<String, Trouble> {
    Ok(match &view.state {
        JobState::Stored { document } => {
            let view = app.document(DocumentRef { document: *document })?;
            let whose = view.row.organization.clone().unwrap_or_else(|| "organization not stated".to_owned());
            let mut said = vec![format!("stored: {}, {whose}", view.row.kind)];
            if let Some((other, akin)) = view.mismatches.iter().find_map(another_company) {
                let vendor = view.vendor_name.unwrap_or_default();
                said.push(if akin {
                    format!("it names {other}: enter that among the names of {vendor} if they belong together")
                } else {
                    format!("CHECK: it names {other}, which is none of the names of {vendor}")
                });
            }
            said.extend(view.related.iter().map(|other| {
                let how = match other.relation {
                    DocumentRelation::SameReport => "the same report as",
                    DocumentRelation::Follows => "supersedes",
                    DocumentRelation::Precedes => "superseded by",
                };
                format!("{how} {}", other.file_name)
            }));
            // What looks like a packet and is none of this workspace is said at once.
            let strange = view.warnings.iter().find(|warning| warning.code == copies::WARNING);
            said.extend(strange.map(|warning| warning.message.clone()));
            said.join("; ")
        }
        JobState::Duplicate { file_name, received_at, filing, .. } => {
            let left = if to_a_vendor { ", and left so" } else { "" };
            let filing = match filing {
                KnownFiling::Waiting => "waits in the inbox".to_owned(),
                KnownFiling::SetAside => format!("set aside as no evidence{left}"),
                KnownFiling::Filed { name, .. } => format!("filed with {name}{left}"),
                KnownFiling::FiledNow { name, .. } => format!("now filed with {name}"),
                KnownFiling::SignedCopy { number, version, .. } => {
                    format!("a signed copy of packet {number}, version {version}")
                }
            };
            format!("the same file is here since {}, {filing}: {file_name}", app.day_of(*received_at))
        }
        JobState::Packet { check } => {
            let number = check.number.as_deref().unwrap_or("that cannot be read");
            format!("not stored: it is packet {number}, no evidence on a vendor; `countersign verify` checks it")
        }
        JobState::SignedCopy { copy, .. } => {
            let CopyNews { number, version, vendor_name, .. } = &**copy;
            let later = copies::later(copy.superseded_by, copy.later_version);
            format!(
                "signed copy of packet {number}, version {version} ({vendor_name}): {}{later}",
                copies::pages(&copy.pages)
            )
        }
        JobState::OwnPacket { number, version, .. } => {
            format!("packet {number}, version {version}, as it was printed: print it, have it signed, and add the scan")
        }
        JobState::Refused { reason } => format!("refused: {}", super::name(reason)),
        JobState::Queued
        | JobState::Reading { .. }
        | JobState::Recognising { .. }
        | JobState::ReadAgain { .. }
        | JobState::Cancelled => "not received".to_owned(),
    })
}
