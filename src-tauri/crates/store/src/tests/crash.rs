//! A program that ends at the worst moment leaves a whole workspace behind, with a change either in it or not.

use super::{Other, Place, add, assert_sound, founding, holder, other_process, path_for_part, sample};
use crate::{AuditFilter, DocumentFilter, StoreError, Workspace, crash};
use std::{
    io::{BufRead as _, BufReader, Write as _},
    time::Duration,
};

/// Plays the program that is ended while it adds a document.
#[test]
#[ignore = "a part that another test starts"]
fn adds_a_document() {
    let Some(path) = path_for_part() else { return };
    let workspace = Workspace::open(&path, None, &holder("killed"), super::at(0)).expect("opens");
    add(&workspace, &sample(2, 900_000, &["one", "two", "three"])).expect("adds");
    unreachable!("it must be ended before");
}

#[test]
fn ended_between_any_two_steps_of_adding_a_document() {
    for (point, documents) in [
        ("between pieces", 1),
        ("after the bytes", 1),
        ("after the document", 1),
        ("between pages", 1),
        ("before the audit entry", 1),
        ("before the commit", 1),
        ("after the commit", 2),
    ] {
        let place = Place::new();
        let workspace = place.create(None);
        add(&workspace, &sample(1, 1000, &["first"])).expect("adds");
        drop(workspace);
        let output = other_process("tests::crash::adds_a_document", &place.path())
            .env(crash::VARIABLE, point)
            .output()
            .expect("runs");
        assert!(!output.status.success(), "{point}: the process must have been ended there");
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(!text.contains("unreachable"), "{point}: the process must not get past it: {text}");
        let workspace = place.open();
        assert_sound(&workspace);
        workspace
            .read(|db| {
                assert_eq!(db.documents(DocumentFilter::All)?.len(), documents, "{point}");
                assert_eq!(db.blobs()?.len(), documents, "{point}: no bytes without a document");
                assert_eq!(
                    db.audit(&AuditFilter::default(), 10)?.len(),
                    documents + 1,
                    "{point}: no entry without a change"
                );
                Ok::<_, StoreError>(())
            })
            .expect("reads");
    }
}

/// Plays the program that adds documents until it is killed, and says each one that is recorded.
#[test]
#[ignore = "a part that another test starts"]
fn adds_documents_for_ever() {
    let Some(path) = path_for_part() else { return };
    let workspace = Workspace::open(&path, None, &holder("killed"), super::at(0)).expect("opens");
    let mut out = std::io::stdout();
    for number in 1.. {
        add(&workspace, &sample(number, 400_000, &["some words on a page", "and more"])).expect("adds");
        writeln!(out, "recorded {number}").and_then(|()| out.flush()).expect("says so");
    }
}

#[test]
fn killed_at_any_moment() {
    for delay in [0, 1, 3, 7, 12, 20, 31, 43] {
        let place = Place::new();
        drop(place.create(None));
        let mut child =
            Other(other_process("tests::crash::adds_documents_for_ever", &place.path()).spawn().expect("starts"));
        let mut lines = BufReader::new(child.0.stdout.take().expect("a pipe")).lines();
        // Only when it is at work does a delay say something.
        let first = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("recorded"));
        assert!(first.is_some(), "the other process must have recorded something");
        std::thread::sleep(Duration::from_millis(delay));
        child.0.kill().expect("kills");
        let said = 1 + lines.map_while(Result::ok).filter(|line| line.starts_with("recorded")).count();
        drop(child);
        let workspace = place.open();
        assert_eq!(workspace.access(), &crate::Access::ReadWrite, "a killed program blocks nobody");
        assert_sound(&workspace);
        let (documents, entries) = workspace
            .read(|db| Ok::<_, StoreError>((db.documents(DocumentFilter::All)?.len(), db.verify_chain()?.entries)))
            .expect("reads");
        assert!(documents >= said, "after {delay} ms: what was said to be recorded is recorded: {said} > {documents}");
        assert_eq!(entries as usize, documents + 1, "after {delay} ms: as many entries as changes");
    }
}

/// Plays the program that is ended while it makes a workspace.
#[test]
#[ignore = "a part that another test starts"]
fn makes_a_workspace() {
    let Some(path) = path_for_part() else { return };
    let made = Workspace::create(&path, None, &founding(), &holder("killed"));
    unreachable!("it must be ended before: {made:?}");
}

#[test]
fn ended_while_making_a_workspace() {
    for point in ["after the empty file", "before the founding commit"] {
        let place = Place::new();
        let status = other_process("tests::crash::makes_a_workspace", &place.path())
            .env(crash::VARIABLE, point)
            .output()
            .expect("runs")
            .status;
        assert!(!status.success(), "{point}: the process must have been ended there");
        assert!(
            matches!(place.try_open(None), Err(StoreError::NotAWorkspace { .. })),
            "{point}: half a workspace is none"
        );
    }
}
