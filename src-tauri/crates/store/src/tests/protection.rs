//! The passphrase: it keeps others out, it can be set, changed and taken off, and nothing is lost on the way.

use super::{
    Place, add, add_vendor, assert_sound, founder, holder, other_process, path_for_part, sample, stamp, vendor,
};
use crate::{AuditFilter, Passphrase, Protection, StoreError, Workspace, crash};
use countersign_domain::Op;

const WORDS: &str = "brückenpfeiler 1884";

#[test]
fn a_protected_file_shows_nothing() {
    let place = Place::new();
    let workspace = place.create(Some(WORDS));
    add(&workspace, &sample(1, 1000, &["unmistakable"])).expect("stores");
    drop(workspace);
    let bytes = std::fs::read(place.path()).expect("reads");
    for secret in ["unmistakable", "Ada Example", "CREATE TABLE", "SQLite format"] {
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{secret} must not stand in the file");
    }
    assert_eq!(Workspace::probe(&place.path()), Ok(Protection::Passphrase));
    assert_eq!(place.try_open(None).err(), Some(StoreError::PassphraseNeeded));
    assert_eq!(place.try_open(Some("brückenpfeiler 1885")).err(), Some(StoreError::PassphraseWrong));
    assert_eq!(place.try_open(Some("")).err(), Some(StoreError::PassphraseWrong));
    assert!(place.others().is_empty(), "a refusal leaves nothing beside: {:?}", place.others());
    assert_sound(&place.try_open(Some(WORDS)).expect("the right passphrase opens"));
}

#[test]
fn a_spoilt_beginning_is_no_wrong_passphrase() {
    let place = Place::new();
    let workspace = place.create(Some(WORDS));
    add(&workspace, &sample(1, 30_000, &["first"])).expect("stores");
    drop(workspace);
    let whole = std::fs::read(place.path()).expect("reads");
    let spoil = |from: usize, to: usize| {
        let mut bytes = whole.clone();
        bytes[from..to].iter_mut().for_each(|byte| *byte ^= 0x55);
        std::fs::write(place.path(), bytes).expect("writes");
    };
    for (from, to) in [(100, 101), (16, 4096), (100, 4096 * 3 + 7)] {
        spoil(from, to);
        let right = place.try_open(Some(WORDS)).err();
        assert!(matches!(right, Some(StoreError::Damaged { .. })), "bytes {from} to {to} are spoilt, got {right:?}");
        let wrong = place.try_open(Some("brückenpfeiler 1885")).err();
        assert_eq!(wrong, Some(StoreError::PassphraseWrong), "a wrong passphrase stays wrong, whatever is spoilt");
        assert!(place.others().is_empty(), "a refusal leaves nothing beside: {:?}", place.others());
    }
    // Without the salt no key can be made: nothing tells this apart from a wrong passphrase.
    spoil(3, 4);
    assert_eq!(place.try_open(Some(WORDS)).err(), Some(StoreError::PassphraseWrong));
    std::fs::write(place.path(), &whole).expect("writes");
    assert_sound(&place.try_open(Some(WORDS)).expect("the whole file still opens"));
}

#[test]
fn an_open_file_can_be_probed() {
    let place = Place::new();
    let workspace = place.create(Some(WORDS));
    assert_eq!(Workspace::probe(&place.path()), Ok(Protection::Passphrase));
    let passphrase = Passphrase::new(WORDS);
    workspace.set_protection(Some(&passphrase), None, &stamp(Op::ChangeProtection)).expect("unprotects");
    assert_eq!(Workspace::probe(&place.path()), Ok(Protection::None), "what is remembered follows the change");
}

#[test]
fn protecting_changing_and_unprotecting() {
    let place = Place::new();
    let workspace = place.create(None);
    let sample = sample(1, 600_000, &["first", "second"]);
    add_vendor(&workspace, &vendor(1, "Cloud One")).expect("enters");
    add(&workspace, &sample).expect("stores");
    let change = |current: Option<&str>, new: Option<&str>| {
        let (current, new) = (current.map(Passphrase::new), new.map(Passphrase::new));
        workspace.set_protection(current.as_ref(), new.as_ref(), &stamp(Op::ChangeProtection))
    };
    assert_eq!(change(None, Some("one")), Ok(()));
    assert_eq!(workspace.protection(), Protection::Passphrase);
    assert_eq!(change(None, Some("two")), Err(StoreError::PassphraseNeeded), "who changes it must know it");
    assert_eq!(change(Some("wrong"), Some("two")), Err(StoreError::PassphraseWrong));
    assert_eq!(change(Some("one"), Some("two")), Ok(()));
    // The same open workspace goes on.
    add_vendor(&workspace, &vendor(2, "Cloud Two")).expect("writes after the change");
    assert_sound(&workspace);
    drop(workspace);
    assert_eq!(place.try_open(Some("one")).err(), Some(StoreError::PassphraseWrong), "the old one opens no more");
    let workspace = place.try_open(Some("two")).expect("the new one opens");
    let two = Passphrase::new("two");
    workspace.set_protection(Some(&two), None, &stamp(Op::ChangeProtection)).expect("unprotects");
    drop(workspace);
    let workspace = place.open();
    assert_sound(&workspace);
    workspace
        .read(|db| {
            assert_eq!(db.document(sample.document.id)?.expect("kept").reading, sample.reading);
            assert_eq!(db.vendors()?.len(), 2);
            let log = db.audit(&AuditFilter::default(), 100)?;
            let changes: Vec<_> = log
                .iter()
                .rev()
                .filter(|entry| entry.op == Op::ChangeProtection)
                .map(|e| e.detail["protected"].clone())
                .collect();
            assert_eq!(changes, [true, true, false], "each change is in the log, refused ones are not");
            assert!(!db.search("second", 5)?.is_empty(), "the index came along");
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    // The guards came along too.
    let tried = workspace.write(&stamp(Op::ChangeSettings), |db| -> Result<(), StoreError> {
        Ok(db.connection().execute_batch("DELETE FROM audit")?)
    });
    assert!(tried.is_err(), "the audit log is still append-only");
    assert!(place.others().iter().all(|name| name.ends_with("-lock") || name.ends_with("-holder")));
}

#[test]
fn a_copy_of_the_schema_is_the_same_schema() {
    let place = Place::new();
    let workspace = place.create(None);
    let schema = |workspace: &Workspace| {
        workspace
            .read(|db| {
                let mut statement =
                    db.connection().prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")?;
                let rows = statement.query_map([], |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
                })?;
                Ok::<_, StoreError>(rows.collect::<Result<Vec<_>, _>>()?)
            })
            .expect("reads")
    };
    let before = schema(&workspace);
    workspace.set_protection(None, Some(&Passphrase::new("one")), &stamp(Op::ChangeProtection)).expect("protects");
    assert_eq!(schema(&workspace), before);
}

/// Plays the program that is killed while it changes the passphrase from "one" to "two".
#[test]
#[ignore = "a part that another test starts"]
fn changes_the_passphrase() {
    let Some(path) = path_for_part() else { return };
    let (one, two) = (Passphrase::new("one"), Passphrase::new("two"));
    let workspace = Workspace::open(&path, Some(&one), &holder("killed"), super::at(0)).expect("opens");
    workspace.set_protection(Some(&one), Some(&two), &stamp(Op::ChangeProtection)).expect("changes");
    unreachable!("it must be killed before");
}

#[test]
fn a_crash_while_changing_loses_nothing() {
    for (point, opens_with) in [
        ("after the export", "one"),
        ("after the audit entry", "one"),
        ("before the rename", "one"),
        ("after the rename", "two"),
    ] {
        let place = Place::new();
        let workspace = place.create(Some("one"));
        add(&workspace, &sample(1, 300_000, &["kept"])).expect("stores");
        drop(workspace);
        let output = other_process("tests::protection::changes_the_passphrase", &place.path())
            .env(crash::VARIABLE, point)
            .output()
            .expect("runs");
        assert!(!output.status.success(), "{point}: the process must have been ended there");
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(!text.contains("unreachable"), "{point}: the process must not get past it: {text}");
        let other = if opens_with == "one" { "two" } else { "one" };
        assert_eq!(place.try_open(Some(other)).err(), Some(StoreError::PassphraseWrong), "{point}");
        let workspace = place.try_open(Some(opens_with)).expect(point);
        assert_sound(&workspace);
        let documents = workspace.read(|db| db.waiting_count()).expect("reads");
        assert_eq!(documents, 1, "{point}: nothing may be lost");
        assert!(
            !place.others().iter().any(|name| name.contains("-protecting")),
            "{point}: what was left is cleared away: {:?}",
            place.others()
        );
    }
}

#[test]
fn what_only_reads_cannot_change_the_passphrase() {
    let place = Place::new();
    let first = place.create(None);
    let second = place.open();
    let refused = second.set_protection(None, Some(&Passphrase::new("mine")), &stamp(Op::ChangeProtection));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "got {refused:?}");
    assert_eq!(first.read(|db| db.person(founder().id)).expect("reads"), Some(founder()));
}
