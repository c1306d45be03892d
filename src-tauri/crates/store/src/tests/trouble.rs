//! Files and media that are not as they should be.

use super::{Place, add, add_vendor, assert_sound, founding, holder, sample, stamp, vendor};
use crate::{
    Access, DocumentFilter, Passphrase, ReadOnlyReason, StoreError, Workspace,
    connection::{self, Mode},
};
use countersign_domain::Op;
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

/// Says on the test's own output why something was not tried.
fn notice(text: &str) {
    writeln!(std::io::stderr(), "skipped: {text}").expect("stderr takes it");
}

#[test]
fn other_files_are_refused_and_left_alone() {
    let place = Place::new();
    let other_database = rusqlite::Connection::open(place.path()).expect("opens");
    other_database.execute_batch("CREATE TABLE other (a)").expect("makes");
    drop(other_database);
    let other_database = fs::read(place.path()).expect("reads");
    let files: [(&[u8], &str); 5] = [
        (b"", "an empty file"),
        (b"%PDF-1.7 and so on", "a PDF document"),
        (b"hello", "too short"),
        (&"A letter. ".repeat(200).into_bytes(), "a text"),
        (&other_database, "a database of another program"),
    ];
    for (bytes, found) in files {
        fs::write(place.path(), bytes).expect("writes");
        assert_eq!(place.try_open(Some("x")).err(), Some(StoreError::NotAWorkspace { found }));
        assert_eq!(Workspace::probe(&place.path()).err(), Some(StoreError::NotAWorkspace { found }));
        assert_eq!(fs::read(place.path()).expect("reads"), bytes, "the file must be untouched");
    }
    let noise: Vec<u8> = (0..8192_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    fs::write(place.path(), &noise).expect("writes");
    assert_eq!(place.try_open(Some("x")).err(), Some(StoreError::PassphraseWrong), "noise may be a workspace");
    assert_eq!(place.try_open(None).err(), Some(StoreError::PassphraseNeeded));
    assert_eq!(fs::read(place.path()).expect("reads"), noise, "the file must be untouched");
    assert!(place.others().is_empty(), "nothing stays beside: {:?}", place.others());
    let folder = super::try_open(place.folder.path(), None);
    assert_eq!(folder.err(), Some(StoreError::NotAWorkspace { found: "a folder" }));
    assert_eq!(super::try_open(&place.path().with_extension("gone"), None).err(), Some(StoreError::NoSuchFile));
    assert_eq!(super::try_open(&place.path().join("below"), None).err(), Some(StoreError::NoSuchFile));
}

#[test]
fn a_newer_file_is_refused_untouched() {
    for passphrase in [None, Some("one")] {
        let place = Place::new();
        drop(place.create(passphrase));
        let key = passphrase.map(|words| {
            let head = crate::protection::head::Head::read(&place.path()).expect("reads");
            let cost = crate::protection::key::COSTS[0];
            crate::protection::key::Key::derive(&Passphrase::new(words), head.salt, cost).expect("derives")
        });
        let raw = connection::open(&place.path(), Mode::Copy, key.as_ref()).expect("opens");
        raw.pragma_update(None, "user_version", 4711).expect("writes");
        drop(raw);
        let before = fs::read(place.path()).expect("reads");
        let known = crate::schema::VERSION;
        assert_eq!(place.try_open(passphrase).err(), Some(StoreError::Newer { found: 4711, known }));
        assert_eq!(fs::read(place.path()).expect("reads"), before, "not a byte may change");
        assert!(place.others().is_empty(), "nothing stays beside: {:?}", place.others());
    }
}

/// Overwrites some bytes of the file.
fn spoil(path: &Path, from: usize, length: usize) {
    let mut bytes = fs::read(path).expect("reads");
    bytes[from..from + length].iter_mut().for_each(|byte| *byte ^= 0x5A);
    fs::write(path, bytes).expect("writes");
}

#[test]
fn a_damaged_file_opens_for_reading_and_says_so() {
    for passphrase in [None, Some("one")] {
        let place = Place::new();
        let workspace = place.create(passphrase);
        for number in 0..40 {
            add_vendor(&workspace, &vendor(number, &format!("Vendor {number}"))).expect("enters");
        }
        // A table near the end of the file, that is not needed to open it.
        let page = workspace
            .read(|db| {
                let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'audit_vendor'";
                Ok::<_, StoreError>(db.connection().query_row(sql, [], |row| row.get::<_, usize>(0))?)
            })
            .expect("reads");
        drop(workspace);
        spoil(&place.path(), (page - 1) * 4096, 64);
        let before = fs::read(place.path()).expect("reads");
        let workspace = place.try_open(passphrase).expect("what can be read is shown");
        assert!(
            matches!(workspace.access(), Access::ReadOnly { why: ReadOnlyReason::Damaged { .. } }),
            "it says that it is damaged, got {:?}",
            workspace.access()
        );
        assert_eq!(workspace.read(|db| db.vendors()).expect("what is whole can be read").len(), 40);
        let refused = add_vendor(&workspace, &vendor(99, "More"));
        assert!(matches!(refused, Err(StoreError::ReadOnly { why: ReadOnlyReason::Damaged { .. } })));
        drop(workspace);
        assert_eq!(fs::read(place.path()).expect("reads"), before, "a damaged file is never made worse");
    }
}

#[test]
fn any_spoilt_place_gives_an_answer() {
    for passphrase in [None, Some("one")] {
        let place = Place::new();
        let workspace = place.create(passphrase);
        add(&workspace, &sample(1, 50_000, &["words"])).expect("stores");
        drop(workspace);
        let whole = fs::read(place.path()).expect("reads");
        // Deriving a key takes time, so fewer places of the protected file.
        let step = if passphrase.is_some() { 60_013 } else { 4_099 };
        for from in (0..whole.len() - 64).step_by(step) {
            fs::write(place.path(), &whole).expect("writes");
            spoil(&place.path(), from, 64);
            // Whatever the answer: no panic, and no error that means nothing.
            match place.try_open(passphrase) {
                Ok(workspace) => {
                    let all = workspace.read(|db| db.documents(DocumentFilter::All).map(drop));
                    assert!(!matches!(all, Err(StoreError::Unexpected { .. })), "spoilt at {from}: {all:?}");
                }
                Err(
                    StoreError::Damaged { .. }
                    | StoreError::PassphraseWrong
                    | StoreError::PassphraseNeeded
                    | StoreError::NotAWorkspace { .. }
                    | StoreError::Newer { .. },
                ) => {}
                Err(other) => panic!("spoilt at {from}: {other:?}"),
            }
        }
    }
}

#[test]
fn spoilt_bytes_of_a_document_are_noticed() {
    let place = Place::new();
    let workspace = place.create(None);
    let sample = sample(1, 400_000, &[]);
    add(&workspace, &sample).expect("stores");
    drop(workspace);
    let bytes = fs::read(place.path()).expect("reads");
    // In a plain file nothing but the hash protects what is inside a page.
    let part = &sample.bytes[200_000..200_064];
    let from = bytes.windows(64).position(|window| window == part).expect("the bytes are in the file");
    spoil(&place.path(), from, 8);
    let workspace = place.open();
    let read = workspace.read(|db| db.read_blob(sample.document.sha256, &mut std::io::sink()));
    assert!(matches!(read, Err(StoreError::Damaged { .. })), "spoilt bytes never pass for the document: {read:?}");
}

#[test]
fn a_cut_off_file_is_damaged() {
    let place = Place::new();
    let workspace = place.create(None);
    add(&workspace, &sample(1, 500_000, &[])).expect("stores");
    drop(workspace);
    let bytes = fs::read(place.path()).expect("reads");
    fs::write(place.path(), &bytes[..bytes.len() / 2]).expect("writes");
    match place.try_open(None) {
        Ok(workspace) => assert!(
            matches!(workspace.access(), Access::ReadOnly { why: ReadOnlyReason::Damaged { .. } }),
            "got {:?}",
            workspace.access()
        ),
        Err(error) => assert!(matches!(error, StoreError::Damaged { .. }), "got {error:?}"),
    }
}

#[test]
fn a_file_that_may_not_be_written_is_read() {
    let place = Place::new();
    let workspace = place.create(None);
    add_vendor(&workspace, &vendor(1, "One")).expect("enters");
    drop(workspace);
    let mut permissions = fs::metadata(place.path()).expect("metadata").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(place.path(), permissions).expect("sets");
    let workspace = place.open();
    assert_eq!(workspace.access(), &Access::ReadOnly { why: ReadOnlyReason::Medium });
    assert_eq!(workspace.read(|db| db.vendor_count()).expect("reads"), 1);
    let refused = add_vendor(&workspace, &vendor(2, "Two"));
    assert_eq!(refused, Err(StoreError::ReadOnly { why: ReadOnlyReason::Medium }));
    assert!(place.others().is_empty(), "nothing is written beside it: {:?}", place.others());
}

/// A file system of its own, that goes with the test.
struct Mount(PathBuf);

impl Mount {
    /// `None`, with a notice, where this machine does not let us mount.
    fn new(at: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(at).expect("makes the folder");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            Some(Self(at.to_owned()))
        } else {
            notice("cannot mount a file system here");
            None
        }
    }

    fn remount(&self, options: &str) {
        let status = Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(&self.0).status();
        assert!(status.expect("runs").success(), "remounting {options}");
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let status = Command::new("umount").arg("--lazy").arg(&self.0).status();
        assert!(status.is_ok_and(|status| status.success()) || std::thread::panicking(), "unmounts");
    }
}

#[test]
fn a_read_only_medium_is_read() {
    let place = Place::new();
    let folder = place.folder.path().join("medium");
    let Some(mount) = Mount::new(&folder, "size=8m") else { return };
    let path = folder.join("register.countersign");
    for (number, passphrase) in [(0, None), (1, Some("one"))] {
        let path = path.with_extension(number.to_string());
        let words = passphrase.map(Passphrase::new);
        drop(Workspace::create(&path, words.as_ref(), &founding(), &holder("first")).expect("creates"));
        mount.remount("ro");
        let workspace = super::try_open(&path, passphrase).expect("opens");
        assert_eq!(workspace.access(), &Access::ReadOnly { why: ReadOnlyReason::Medium });
        assert_eq!(workspace.read(|db| db.persons()).expect("reads").len(), 1);
        drop(workspace);
        let created = Workspace::create(&folder.join("new.countersign"), None, &founding(), &holder("first"));
        assert_eq!(created.err(), Some(StoreError::ReadOnly { why: ReadOnlyReason::Medium }));
        mount.remount("rw");
    }
}

#[test]
fn a_full_disk_changes_nothing() {
    let place = Place::new();
    let folder = place.folder.path().join("medium");
    let Some(_mount) = Mount::new(&folder, "size=1m") else { return };
    let path = folder.join("register.countersign");
    let workspace = Workspace::create(&path, None, &founding(), &holder("first")).expect("creates");
    add_vendor(&workspace, &vendor(1, "One")).expect("enters");
    assert_eq!(add(&workspace, &sample(1, 3_000_000, &["text"])), Err(StoreError::DiskFull));
    let copy = workspace.set_protection(None, Some(&Passphrase::new("one")), &stamp(Op::ChangeProtection));
    assert!(matches!(copy, Ok(()) | Err(StoreError::DiskFull)), "got {copy:?}");
    // Fill what is left to the last byte.
    let mut filler = fs::File::create(folder.join("filler")).expect("creates");
    while filler.write_all(&[0; 512]).is_ok() {}
    let copy = workspace.backup_to(&folder.join("copy.countersign"));
    assert_eq!(copy, Err(StoreError::DiskFull));
    let current = matches!(workspace.protection(), crate::Protection::Passphrase).then(|| Passphrase::new("one"));
    let copy = workspace.set_protection(current.as_ref(), Some(&Passphrase::new("two")), &stamp(Op::ChangeProtection));
    assert_eq!(copy, Err(StoreError::DiskFull));
    assert_sound(&workspace);
    assert_eq!(workspace.read(|db| db.vendor_count()).expect("reads"), 1);
    let mut left: Vec<_> = fs::read_dir(&folder).expect("lists").map(|e| e.expect("an entry").file_name()).collect();
    left.sort();
    assert_eq!(left.len(), 4, "filler, workspace, lock and note, nothing half made: {left:?}");
}

#[test]
fn a_file_that_cannot_grow_changes_nothing() {
    let place = Place::new();
    let workspace = place.create(None);
    let small = |pages: u32| {
        workspace.write(&stamp(Op::ChangeSettings), |db| {
            let sql = format!("PRAGMA max_page_count = {pages}");
            Ok::<u32, StoreError>(db.connection().query_row(&sql, [], |row| row.get(0))?)
        })
    };
    small(120).expect("sets");
    assert_eq!(add(&workspace, &sample(1, 3_000_000, &["text"])), Err(StoreError::DiskFull));
    assert_sound(&workspace);
    assert_eq!(workspace.read(|db| db.waiting_count()).expect("reads"), 0);
    small(1_000_000).expect("sets");
    add(&workspace, &sample(1, 3_000_000, &["text"])).expect("with space again it works");
}
