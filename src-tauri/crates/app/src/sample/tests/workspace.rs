//! The sample workspace as its user sees it.

use crate::{App, Config, FixedClock, Headless, Ids};
use chrono::DateTime;
use countersign_contract::{Commands as _, wire as w};
use std::{fs, path::PathBuf, sync::Arc};
use tempfile::TempDir;

/// The program that reads for tests. It is built with the reader's own tests; without it these tests say that they
/// could not be made, and fail where every tool is required.
fn reader() -> Option<PathBuf> {
    let own = std::env::current_exe().expect("a test is a program");
    let name = format!("countersign-reader-child{}", std::env::consts::EXE_SUFFIX);
    let program = own.parent()?.parent()?.join(name);
    if program.is_file() {
        return Some(program);
    }
    let required = std::env::var_os("COUNTERSIGN_TOOLS").is_some_and(|asked| asked == "required");
    assert!(!required, "{} is required and not there", program.display());
    eprintln!("not tested: {} is not there; cargo build -p countersign-reader makes it", program.display());
    None
}

/// An application on 17 March 2026.
fn application(reader: PathBuf) -> (TempDir, Arc<App>) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::new(folder.path().join("config"), folder.path().join("data")).expect("folders can be made");
    let clock = Arc::new(FixedClock(DateTime::from_timestamp(1_773_738_000, 0).expect("a moment of this century")));
    (folder, App::new(config.with_reader(reader), clock, Ids::seeded(7), Arc::new(Headless)))
}

#[test]
fn the_sample_shows_the_program_full_and_is_the_same_every_time() {
    let Some(reader) = reader() else { return };
    let (folder, app) = application(reader.clone());
    let path = folder.path().join("a.countersign");
    let session = app.sample_at(&path, 12).expect("the sample can be made");
    // Before anything is looked at: what the rules look at is worked out then, and kept.
    let made = fs::read(&path).expect("a file");
    let open = session.workspace.expect("the sample is open");
    assert_eq!((open.waiting, open.vendors), (2, 12), "two documents wait; three vendors are generated");
    assert_eq!(open.actor.may.len(), 11, "a newcomer may try everything");

    let vendors = app.vendors(w::Nothing {}).expect("the register");
    let named = |name: &str| vendors.iter().find(|row| row.name.starts_with(name)).expect("a vendor of the sample");
    assert_eq!(named("Tidewrack").stage, w::StageName::ApprovedWithConditions);
    assert_eq!(named("Bramblegate").decision, Some(w::OutcomeName::MoreEvidence));
    assert_eq!(named("Hollowmere").stage, w::StageName::Active, "in use, though its evidence is too old");
    assert!(named("Hollowmere").evidence_until.is_some_and(|until| until < open.today), "older than its limit");

    let inbox = app.inbox(w::Nothing {}).expect("the inbox");
    let suggested = |start: &str| {
        let row = inbox.waiting.iter().find(|row| row.file_name.starts_with(start)).expect("it waits");
        let view = app.document(w::DocumentRef { document: row.id }).expect("a document");
        (view.suggestions.len(), view.contradictions.len())
    };
    assert_eq!(suggested("Quernstone"), (1, 1), "its vendor is known, and cover and opinion differ");
    assert_eq!(suggested("Gorsewind"), (0, 0), "nobody knows its vendor");

    let payroll = app.vendor(w::VendorRef { vendor: named("Ospreyline").id }).expect("a vendor");
    let report = app.document(w::DocumentRef { document: payroll.documents[0].id }).expect("a document");
    let corrected: Vec<&str> = report
        .facts
        .iter()
        .filter(|fact| matches!(fact.standing, w::Standing::Corrected { .. }))
        .map(|fact| fact.key.as_str())
        .collect();
    assert_eq!(corrected, ["auditor_location"], "the city stands only on the cover");

    let papers = app.packets(w::Nothing {}).expect("the packets");
    assert_eq!(papers.len(), 4, "a packet of every decision but one");
    assert!(papers.iter().all(|packet| packet.uncovered.is_empty()), "all characters can be printed: {papers:?}");
    assert!(app.history_verify(w::Nothing {}).expect("the audit log").broken_at.is_none(), "the chain is whole");

    app.workspace_close(w::Nothing {}).expect("it closes");
    let (other_folder, other) = application(reader);
    let other_path = other_folder.path().join("b.countersign");
    other.sample_at(&other_path, 12).expect("the sample can be made");
    let same = made == fs::read(&other_path).expect("a file");
    other.workspace_close(w::Nothing {}).expect("it closes");
    assert!(same, "the same day and the same seed give the same file");
}

#[test]
fn the_first_run_button_makes_the_sample_anew() {
    let Some(reader) = reader() else { return };
    let (folder, app) = application(reader);
    let first = app.workspace_sample(w::Nothing {}).expect("the sample can be made").workspace.expect("it is open");
    let vendors = app.vendors(w::Nothing {}).expect("the register").len();
    app.organisation_save(w::SaveOrganisation { name: "Somebody else".to_owned() }).expect("it can be changed");
    let again = app.workspace_sample(w::Nothing {}).expect("made anew while it is open").workspace.expect("it is open");
    assert_eq!((again.organisation.as_str(), again.label.as_str()), ("Larkfield Instruments", "Sample"));
    assert_ne!(first.id, again.id, "another workspace in the place of the first");
    assert_eq!(vendors, 9, "no generated vendors");
    let left: Vec<_> = fs::read_dir(folder.path().join("data"))
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("New"))
        .collect();
    assert!(left.is_empty(), "no draft stays: {left:?}");
}
