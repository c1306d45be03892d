//! The audit log tells everything, and tells when it was tampered with.

use super::{Place, add, add_vendor, at, founder, name, sample, stamp, vendor};
use crate::{
    AuditFilter, ChainReport, Change, StoreError, Subject, SubjectKind,
    connection::{self, Mode},
};
use countersign_domain::{Filing, Op};
use proptest::prelude::*;
use serde_json::json;

#[test]
fn entries_tell_who_what_and_when() {
    let place = Place::new();
    let workspace = place.create(None);
    let vendor = vendor(1, "Cloud One");
    let mut stamp = stamp(Op::CreateVendor);
    stamp.subject = Subject::vendor(&vendor);
    workspace
        .write(&stamp, |db| {
            db.insert_vendor(&vendor)?;
            db.note("from", "an_import");
            db.also(Op::MoveVendor, &Subject::vendor(&vendor), json!({"to": "in_review"}))
        })
        .expect("writes");
    let log = workspace.read(|db| db.audit(&AuditFilter::default(), 10)).expect("reads");
    assert_eq!(
        log.iter().map(|entry| entry.op).collect::<Vec<_>>(),
        [Op::CreateVendor, Op::MoveVendor, Op::CreateWorkspace]
    );
    assert_eq!(log[0].seq, 3);
    assert_eq!((log[0].at, log[0].actor, log[0].actor_name.as_str()), (at(10), founder().id, "Ada Example"));
    assert_eq!(log[0].subject, Subject::vendor(&vendor));
    assert_eq!(log[0].detail, json!({"from": "an_import"}));
    assert_eq!(log[1].detail, json!({"to": "in_review"}));
}

#[test]
fn the_log_can_be_narrowed() {
    let place = Place::new();
    let workspace = place.create(None);
    let (one, two) = (vendor(1, "Cloud One"), vendor(2, "100%_Cloud"));
    add_vendor(&workspace, &one).expect("enters");
    add_vendor(&workspace, &two).expect("enters");
    let sample = sample(1, 10, &[]);
    add(&workspace, &sample).expect("adds");
    let mut filing = stamp(Op::FileDocument);
    filing.subject = Subject::document(&sample.document, Some(one.id));
    workspace.write(&filing, |db| db.set_filing(sample.document.id, Filing::Filed { vendor: one.id })).expect("files");
    let seqs = |filter: AuditFilter, limit| {
        let log = workspace.read(|db| db.audit(&filter, limit)).expect("reads");
        let counted = workspace.read(|db| db.audit_count(&filter)).expect("counts");
        assert_eq!(log.len(), limit.min(counted) as usize, "{counted} pass, whatever the limit");
        log.into_iter().map(|entry| entry.seq).collect::<Vec<_>>()
    };
    assert_eq!(seqs(AuditFilter::default(), 2), [5, 4], "newest first, no more than wanted");
    assert_eq!(seqs(AuditFilter { before: Some(4), ..Default::default() }, 10), [3, 2, 1]);
    assert_eq!(
        seqs(AuditFilter { vendor: Some(one.id), ..Default::default() }, 10),
        [5, 4, 2],
        "a vendor's history holds what happened to its documents before they were filed"
    );
    assert_eq!(seqs(AuditFilter { op: Some(Op::CreateVendor), ..Default::default() }, 10), [3, 2]);
    let subject = Some((SubjectKind::Document, sample.document.id.uuid()));
    assert_eq!(seqs(AuditFilter { subject, ..Default::default() }, 10), [5, 4]);
    let text = |text: &str| AuditFilter { text: Some(text.to_owned()), ..Default::default() };
    assert_eq!(seqs(text("cloud"), 10), [3, 2]);
    assert_eq!(seqs(text("0%_C"), 10), [3], "signs that search patterns use stand for themselves");
    assert_eq!(seqs(text("%"), 10), [3]);
}

#[test]
fn tampering_is_found() {
    let place = Place::new();
    for (tampering, broken_at) in [
        ("UPDATE audit SET detail = '{\"forged\":true}' WHERE seq = 3", Some(3)),
        ("UPDATE audit SET actor_name = 'Somebody else' WHERE seq = 5", Some(5)),
        ("UPDATE audit SET at = '2020-01-01T00:00:00.000000000Z' WHERE seq = 1", Some(1)),
        ("UPDATE audit SET vendor = NULL WHERE seq = 2", Some(2)),
        ("DELETE FROM audit WHERE seq = 4", Some(4)),
        ("DELETE FROM audit WHERE seq = 6", Some(6)),
        ("DELETE FROM audit WHERE seq >= 3", Some(3)),
        ("DELETE FROM audit WHERE seq = 6; UPDATE workspace SET audit_count = 5", Some(5)),
        ("UPDATE workspace SET audit_count = 5", Some(6)),
        ("UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 2", Some(2)),
        ("UPDATE audit SET seq = 10 WHERE seq = 6", Some(6)),
        ("UPDATE workspace SET id = '01900000-0000-7000-8000-0000000000ff'", Some(1)),
        (
            "INSERT INTO audit SELECT 7, at, actor, actor_name, op, subject_kind, subject_id, subject_name, vendor, detail,
                hash, substr(hash, 2) || 'f' FROM audit WHERE seq = 6",
            Some(7),
        ),
        ("SELECT 1", None),
    ] {
        let workspace = place.create(None);
        for number in 1..=5 {
            add_vendor(&workspace, &vendor(number, &format!("Vendor {number}"))).expect("enters");
        }
        drop(workspace);
        let raw = connection::open(&place.path(), Mode::Copy, None).expect("opens");
        raw.execute_batch("DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_values").expect("drops");
        raw.execute_batch(tampering).expect("tampers");
        drop(raw);
        let report = place.open().read(|db| db.verify_chain()).expect("verifies");
        assert_eq!(report.broken_at, broken_at, "{tampering}");
        std::fs::remove_file(place.path()).expect("removes");
    }
}

#[test]
fn a_name_that_changes_does_not_change_the_log() {
    let place = Place::new();
    let workspace = place.create(None);
    let mut renamed = founder();
    renamed.name = name("Ada Newname");
    workspace.write(&stamp(Op::SavePerson), |db| db.save_person(&renamed)).expect("writes");
    let log = workspace.read(|db| db.audit(&AuditFilter::default(), 10)).expect("reads");
    assert!(log.iter().all(|entry| entry.actor_name == "Ada Example"), "the log keeps the name of the time");
    assert_eq!(workspace.read(|db| db.verify_chain()).expect("verifies"), ChainReport { entries: 2, broken_at: None });
}

/// One thing that a random test does.
#[derive(Debug, Clone)]
enum Doing {
    Vendor(u128, String),
    Document(u128),
    SetAside(u128),
    Setting(String, String),
    Fail,
    Several(u8),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        (0..6_u128, "[a-zäß '\"%]{1,12}").prop_map(|(number, called)| Doing::Vendor(number, called)),
        (0..4_u128).prop_map(Doing::Document),
        (0..4_u128).prop_map(Doing::SetAside),
        (".{0,12}", ".{0,40}").prop_map(|(name, value)| Doing::Setting(name, value)),
        Just(Doing::Fail),
        (0..4_u8).prop_map(Doing::Several),
    ]
}

fn perform(db: &mut Change<'_>, doing: &Doing) -> Result<(), StoreError> {
    match doing {
        Doing::Vendor(number, called) => {
            let Ok(called) = countersign_domain::Name::parse(called) else { return Err(StoreError::Busy) };
            let mut vendor = vendor(*number, "x");
            vendor.name = called;
            if db.vendor(vendor.id)?.is_some() { db.update_vendor(&vendor) } else { db.insert_vendor(&vendor) }
        }
        Doing::Document(number) => {
            let sample = sample(*number, 100, &["text"]);
            db.insert_document(
                &sample.document,
                &sample.summary,
                &sample.reading,
                &sample.pages,
                sample.bytes.as_slice(),
            )
        }
        Doing::SetAside(number) => db.set_filing(sample(*number, 100, &[]).document.id, Filing::SetAside),
        Doing::Setting(name, value) => {
            db.note(name, value.as_str());
            db.set_setting(name, Some(&json!(value)))
        }
        Doing::Fail => Err(StoreError::Busy),
        Doing::Several(count) => {
            let subject = Subject::workspace(super::founding().workspace, &name("Example"));
            (0..*count).try_for_each(|number| db.also(Op::ChangeSettings, &subject, json!({"number": number})))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_chain_holds(doings in proptest::collection::vec(doing(), 1..25)) {
        let place = Place::new();
        let workspace = place.create(None);
        let mut expected = 1;
        for doing in &doings {
            let done = workspace.write(&stamp(Op::ChangeSettings), |db| perform(db, doing));
            match (done, doing) {
                (Ok(()), Doing::Several(count)) => expected += 1 + u64::from(*count),
                (Ok(()), _) => expected += 1,
                (Err(StoreError::Conflict { .. } | StoreError::Missing { .. } | StoreError::Busy), _) => {}
                (Err(other), _) => prop_assert!(false, "{doing:?}: {other:?}"),
            }
        }
        drop(workspace);
        let report = place.open().read(|db| db.verify_chain()).expect("verifies");
        prop_assert_eq!(report, ChainReport { entries: expected, broken_at: None });
    }
}
