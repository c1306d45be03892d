//! Two programs on one workspace: the second is told who holds it and reads; the first goes on.

use super::{Other, Place, add_vendor, assert_sound, holder, other_process, path_for_part, vendor};
use crate::{Access, ReadOnlyReason, StoreError, Workspace};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};

/// Plays the first program: holds the workspace and enters a vendor for each line it gets.
#[test]
#[ignore = "a part that another test starts"]
fn holds_the_workspace() {
    let Some(path) = path_for_part() else { return };
    let workspace = Workspace::open(&path, None, &holder("other"), super::at(0)).expect("opens");
    let mut out = std::io::stdout();
    writeln!(out, "held").and_then(|()| out.flush()).expect("says so");
    for (line, number) in std::io::stdin().lines().map_while(Result::ok).zip(1..) {
        add_vendor(&workspace, &vendor(number, &line)).expect("enters");
        writeln!(out, "entered {line}").and_then(|()| out.flush()).expect("says so");
    }
}

fn wait_for(lines: &mut impl Iterator<Item = std::io::Result<String>>, wanted: &str) {
    // The test program writes its own words before on the first line.
    let found = lines.map_while(Result::ok).any(|line| line.ends_with(wanted));
    assert!(found, "the other process must say: {wanted}");
}

#[test]
fn the_second_reads_while_the_first_goes_on() {
    let place = Place::new();
    drop(place.create(None));
    let mut child =
        Other(other_process("tests::two_programs::holds_the_workspace", &place.path()).spawn().expect("starts"));
    let mut lines = BufReader::new(child.0.stdout.take().expect("a pipe")).lines();
    wait_for(&mut lines, "held");

    let second = place.open();
    let expected = Access::ReadOnly { why: ReadOnlyReason::Held { holder: Some(holder("other")) } };
    assert_eq!(second.access(), &expected, "the second is told who holds it");
    let refused = add_vendor(&second, &vendor(9, "Mine"));
    let why = ReadOnlyReason::Held { holder: Some(holder("other")) };
    assert_eq!(refused, Err(StoreError::ReadOnly { why }), "a write is refused with the same reason");
    assert_eq!(second.read(|db| db.vendor_count()).expect("reads"), 0);

    let stdin = child.0.stdin.as_mut().expect("a pipe");
    writeln!(stdin, "Cloud One").expect("asks");
    wait_for(&mut lines, "entered Cloud One");
    assert_eq!(second.read(|db| db.vendor_count()).expect("reads"), 1, "the second sees what the first records");

    // A third comes and goes without taking anything from the first.
    drop(place.open());
    writeln!(child.0.stdin.as_mut().expect("a pipe"), "Cloud Two").expect("asks");
    wait_for(&mut lines, "entered Cloud Two");

    // The first is killed: its lock must not outlive it, nor its note mislead.
    child.0.kill().expect("kills");
    child.0.wait().expect("waits");
    drop(second);
    let next = place.open();
    assert_eq!(next.access(), &Access::ReadWrite, "a killed program blocks nobody");
    assert_sound(&next);
    drop(next);
    assert!(place.others().is_empty(), "closing clears lock and note away: {:?}", place.others());
}

#[test]
fn the_second_of_one_program_reads_too() {
    let place = Place::new();
    let first = place.create(None);
    let second = place.open();
    assert!(matches!(second.access(), Access::ReadOnly { why: ReadOnlyReason::Held { holder: Some(_) } }));
    add_vendor(&first, &vendor(1, "One")).expect("the first writes on");
    assert_eq!(second.read(|db| db.vendor_count()).expect("reads"), 1);
    drop(first);
    drop(second);
    assert_eq!(place.open().access(), &Access::ReadWrite);
}

#[test]
fn a_reader_of_another_program_does_not_stop_a_commit_for_long() {
    let place = Place::new();
    let first = place.create(None);
    let second = place.open();
    std::thread::scope(|threads| {
        threads.spawn(|| {
            for _ in 0..200 {
                second.read(|db| db.vendors()).expect("reads");
            }
        });
        for number in 1..20 {
            add_vendor(&first, &vendor(number, &format!("V {number}"))).expect("writes");
        }
    });
    assert_sound(&first);
}

#[test]
fn a_note_that_cannot_be_read_is_no_obstacle() {
    let place = Place::new();
    let _first = place.create(None);
    let note = place.folder.path().join("register.countersign-holder");
    let mut text = String::new();
    std::fs::File::open(&note).and_then(|mut file| file.read_to_string(&mut text)).expect("the note is there");
    assert!(text.contains("the first program"), "the note says who: {text}");
    std::fs::write(&note, b"\xff\xfe nonsense").expect("writes");
    assert_eq!(place.open().access(), &Access::ReadOnly { why: ReadOnlyReason::Held { holder: None } });
}
