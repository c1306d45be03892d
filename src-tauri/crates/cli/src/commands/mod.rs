//! One file per command.

mod add;
mod alternative;
mod approvals;
mod backup;
mod board;
mod copies;
mod cuecs;
mod decide;
mod diff;
mod dora;
mod due;
mod evaluate;
mod evidence;
mod examination;
mod export;
mod findings;
mod fourth_parties;
mod history;
mod import;
mod insights;
mod monitoring;
mod new;
mod packet;
mod policy;
mod read;
mod read_lists;
mod review;
mod sample;
mod show;
mod tier;
mod vendors;
mod verify;

use crate::{
    Done,
    args::{Arguments, Command},
    out::Out,
    say::Trouble,
};
use countersign_app::App;
use countersign_contract::{
    Commands as _, Failure,
    wire::{Nothing, VendorRow},
};

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, out: &mut Out) -> Result<Done, Trouble> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Read { files, pretty, password, no_ocr } => {
            let asked = read::Asked { pretty: *pretty, password: password.as_deref(), ocr: !no_ocr };
            read::run(files, &asked, out)
        }
        Command::Diff { first, second, all, password, no_ocr } => {
            let asked = read::Asked { pretty: false, password: password.as_deref(), ocr: !no_ocr };
            diff::run([first, second], *all, &asked, out)
        }
        Command::New { organisation, person, title, protect } => {
            new::run(common, organisation, person, title.as_deref(), *protect, out)
        }
        Command::Sample { seed, vendors } => sample::run(common, *seed, *vendors, out),
        Command::Add { files, vendor, no_ocr } => add::run(common, files, vendor.as_deref(), !no_ocr, out),
        Command::Import { file, dry_run, map, sheet, date_order } => {
            let sheet = sheet.as_deref();
            let asked = import::Asked { file, dry_run: *dry_run, map, sheet, date_order: *date_order };
            import::run(common, &asked, out)
        }
        Command::Export { to, format } => export::run(common, to, *format, out),
        Command::Vendors => vendors::run(common, out),
        Command::Tier { vendor, set, by_hand, reason } => {
            let asked = tier::Asked { set: *set, by_hand: *by_hand, reason: reason.as_deref() };
            tier::run(common, vendor, &asked, out)
        }
        Command::Examination(asked) => examination::run(common, asked, out),
        Command::Alternative { vendor } => alternative::run(common, vendor, out),
        Command::Show { vendor } => show::run(common, vendor, out),
        Command::Cuecs { vendor, export, memo } => {
            cuecs::run(common, vendor.as_deref(), export.as_deref(), memo.as_deref(), out)
        }
        Command::FourthParties { vendor, export, letter } => {
            fourth_parties::run(common, vendor.as_deref(), export.as_deref(), *letter, out)
        }
        Command::Monitoring { vendor, all } => monitoring::run(common, vendor.as_deref(), *all, out),
        Command::Evaluate { vendor, all: _ } => evaluate::run(common, vendor.as_deref(), out),
        Command::Findings { vendor, all } => findings::run(common, vendor.as_deref(), *all, out),
        Command::Policy { command } => policy::run(common, command, out),
        Command::Decide { vendor, outcome, reason, conditions, signers, residual, next_review } => {
            let asked = decide::Asked {
                outcome: *outcome,
                reason,
                conditions,
                signers,
                next_review: *next_review,
                residual: residual.as_deref(),
            };
            decide::run(common, vendor, &asked, out)
        }
        Command::Approvals { mine } => approvals::list(common, *mine, out),
        Command::Approve { wanted, vendor, comment } => {
            let (vendor, comment) = (vendor.as_deref(), comment.as_deref());
            approvals::answer(common, &approvals::Answer { wanted, vendor, agrees: true, comment }, out)
        }
        Command::Refuse { wanted, vendor, reason } => {
            let (vendor, comment) = (vendor.as_deref(), Some(reason.as_str()));
            approvals::answer(common, &approvals::Answer { wanted, vendor, agrees: false, comment }, out)
        }
        Command::Review { vendor, export, number } => review::run(common, vendor, export.as_deref(), *number, out),
        Command::Packet { vendor, output, paper, append, sign_offs } => {
            let wanted = packet::Wanted { output, paper: *paper, append, sign_offs: *sign_offs };
            packet::run(common, vendor, &wanted, out)
        }
        Command::Due { within, mine, ics } => due::run(common, *within, *mine, ics.as_deref(), out),
        Command::Evidence { from, to, output, packets, decisions, paper } => {
            let asked = evidence::Asked { from: *from, to: *to, output, packets: *packets, decisions, paper: *paper };
            evidence::run(common, &asked, out)
        }
        Command::Backup { output } => backup::run(common, output, out),
        Command::Board { output, paper } => board::run(common, output, *paper, out),
        Command::Dora { output } => dora::run(common, output, out),
        Command::Insights { tier, rows } => insights::run(common, *tier, rows.as_deref(), out),
        Command::History { verify, limit } => history::run(common, *verify, *limit, out),
        Command::Verify { files } => verify::run(common, files, out),
    }
}

/// Finds the vendor of exactly that name or id, if there is one.
fn vendor_called(app: &App, wanted: &str) -> Result<Option<VendorRow>, Trouble> {
    let folded = wanted.to_lowercase();
    let called = |row: &VendorRow| row.id.to_string() == wanted || row.name.to_lowercase() == folded;
    Ok(app.vendors(Nothing {})?.into_iter().find(called))
}

/// Finds the vendor of exactly that name or id: writes never act on a vendor that is only alike, but say which one is meant.
fn vendor_exactly(app: &App, wanted: &str) -> Result<VendorRow, Trouble> {
    if let Some(row) = vendor_called(app, wanted)? {
        return Ok(row);
    }
    let alike = vendor_alike(app, wanted)?;
    Err(Trouble::Usage(format!("no vendor is called exactly {wanted}; did you mean {}?", alike.name)))
}

/// Finds the vendor of that name or id, or the only one whose name holds the text.
fn vendor(app: &App, wanted: &str) -> Result<VendorRow, Trouble> {
    match vendor_called(app, wanted)? {
        Some(row) => Ok(row),
        None => vendor_alike(app, wanted),
    }
}

/// Finds the only vendor whose name holds the text.
fn vendor_alike(app: &App, wanted: &str) -> Result<VendorRow, Trouble> {
    let folded = wanted.to_lowercase();
    let mut rows = app.vendors(Nothing {})?;
    rows.retain(|row| row.name.to_lowercase().contains(&folded));
    if rows.len() > 1 {
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        return Err(Trouble::Usage(format!("several vendors fit {wanted}: {}", names.join(", "))));
    }
    rows.pop().ok_or_else(|| Trouble::Failed(Failure::NotFound { what: format!("vendor: {wanted}") }))
}

/// The files named, with folders walked to the last file: one is worked on after the other. How many folders were not
/// entered and how many entries not followed is said on standard error.
fn walk(files: &[std::path::PathBuf], out: &mut Out) -> Result<Vec<std::path::PathBuf>, Trouble> {
    let walked = countersign_app::walk(files, None);
    if walked.closed_folders > 0 {
        out.note(&format!("folders not entered, unreadable or too deep: {}", walked.closed_folders));
    }
    if walked.not_followed > 0 {
        out.note(&format!("links and unreadable entries in folders, not followed: {}", walked.not_followed));
    }
    let found = walked.files;
    if found.is_empty() { Err(Trouble::Usage("there is no PDF file in what was named".to_owned())) } else { Ok(found) }
}

/// Says which pages stayed unread for want of an engine, and what to do about it.
fn install_tesseract(pages: &[u32]) -> String {
    let list = countersign_reader::ocr::ranges(pages);
    format!(
        "These pages are pictures and were not read; to have them read, install tesseract with its English data: {list}"
    )
}

/// Says which characters of a paper no font draws.
fn uncovered(characters: &[String], out: &mut Out) {
    if !characters.is_empty() {
        out.note(&format!("characters that no font of the packet has, printed as codes: {}", characters.join(" ")));
    }
}

/// A value that may be missing, in a table.
fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// The name that a value has on the wire.
pub(crate) fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
