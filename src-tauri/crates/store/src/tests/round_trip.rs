//! What is stored comes back as it was.

use super::{Place, add, add_vendor, assert_sound, at, founder, name, sample, stamp, uuid, vendor};
use crate::{AuditFilter, DocumentFilter, PacketRow, StoreError, Workspace};
use countersign_domain::{
    Condition, ConditionId, Decision, DecisionId, EntryId, EntryKey, FactKey, Filing, Judgement, JudgementId, ListName,
    LongText, Op, Outcome, PacketId, Person, PersonId, Residual, RiskLevel, Role, Sha256, Verdict,
};
use serde_json::json;

fn long(text: &str) -> LongText {
    LongText::parse(text).expect("a text")
}

fn decision(number: u32) -> Decision {
    let frozen = json!({"number": number}).to_string();
    Decision {
        id: DecisionId::from_uuid(uuid(2000 + u128::from(number))),
        number,
        vendor: vendor(1, "Cloud One").id,
        outcome: Outcome::ApprovedWithConditions,
        reason: long("Two lines\nof reason"),
        conditions: vec![Condition {
            id: ConditionId::from_uuid(uuid(3000 + u128::from(number))),
            what: long("Ask for the bridge letter"),
            owner: founder().id,
            due: "2026-06-30".parse().expect("a day"),
            before_go_live: true,
            rule: Some(name("DATES-GAP")),
            finding: None,
        }],
        residual: Some(Residual { level: RiskLevel::Medium, words: long("A lost letter") }),
        signers: vec![founder().id],
        next_review: "2027-03-01".parse().ok(),
        decided_on: "2026-03-01".parse().expect("a day"),
        recorded_by: founder().id,
        recorded_at: at(50),
        frozen_sha256: Sha256::of(frozen.as_bytes()),
        frozen,
    }
}

fn with_vendor() -> (Place, Workspace) {
    let place = Place::new();
    let workspace = place.create(None);
    add_vendor(&workspace, &vendor(1, "Cloud One")).expect("enters");
    (place, workspace)
}

#[test]
fn a_new_workspace_knows_its_founding() {
    let place = Place::new();
    let workspace = place.create(None);
    let (facts, people, log) = workspace
        .read(|db| Ok::<_, StoreError>((db.workspace()?, db.persons()?, db.audit(&AuditFilter::default(), 10)?)))
        .expect("reads");
    assert_eq!(facts.organisation, name("Example & Söhne"));
    assert_eq!(facts.created_at, at(0), "times lose nothing");
    assert_eq!(people, [founder()]);
    assert_eq!(log.len(), 1, "founding is the first entry");
    assert_eq!((log[0].op, log[0].actor), (Op::CreateWorkspace, founder().id));
    drop(workspace);
    assert!(place.others().is_empty(), "at rest a workspace is one file, found {:?}", place.others());
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let place = Place::new();
    std::fs::write(place.path(), "mine").expect("writes");
    let refused = Workspace::create(&place.path(), None, &super::founding(), &super::holder("first"));
    assert_eq!(refused.err(), Some(StoreError::FileExists));
    assert_eq!(std::fs::read(place.path()).expect("reads"), b"mine", "the file must be untouched");
}

#[test]
fn people_vendors_and_settings() {
    let (_place, workspace) = with_vendor();
    let stored = vendor(1, "Cloud One");
    let mut changed = stored.clone();
    changed.name = name("Cloud Eins");
    changed.aliases = vec![name("Wolke 1")];
    changed.notes = Some(long("Renamed"));
    let person = Person {
        id: PersonId::from_uuid(uuid(2)),
        name: name("Bob Example"),
        title: None,
        roles: vec![Role::Reviewer, Role::Executive],
        active: false,
    };
    workspace
        .write(&stamp(Op::ChangeVendor), |db| {
            assert_eq!(db.vendor(stored.id)?.as_ref(), Some(&stored));
            db.update_vendor(&changed)?;
            db.save_person(&person)?;
            db.set_setting("language", Some(&json!("de")))?;
            db.set_setting("gone", Some(&json!(1)))?;
            db.set_setting("gone", None)
        })
        .expect("writes");
    workspace
        .read(|db| {
            assert_eq!(db.vendor(stored.id)?.as_ref(), Some(&changed));
            assert_eq!(db.vendor_by_name(" cloud eins ")?.as_ref(), Some(&changed));
            assert_eq!(db.vendor_by_name("WOLKE 1")?.as_ref(), Some(&changed), "an alias finds the vendor");
            assert_eq!(db.vendor_by_name("Cloud One")?, None, "the old name is gone");
            assert_eq!(db.person(person.id)?.as_ref(), Some(&person));
            assert_eq!(db.persons()?.len(), 2, "who left stays in the record");
            assert_eq!(db.setting("language")?, Some(json!("de")));
            assert_eq!(db.setting("gone")?, None);
            Ok::<_, StoreError>(())
        })
        .expect("reads");
}

#[test]
fn a_vendor_of_the_same_name_is_a_conflict() {
    let (_place, workspace) = with_vendor();
    let refused = add_vendor(&workspace, &vendor(2, "CLOUD ONE"));
    assert_eq!(refused, Err(StoreError::Conflict { what: "vendor.name".to_owned() }));
    let missing = workspace.write(&stamp(Op::ChangeVendor), |db| db.update_vendor(&vendor(9, "Nobody")));
    assert_eq!(missing, Err(StoreError::Missing { what: "vendor" }));
    assert_sound(&workspace);
}

#[test]
fn a_document_with_reading_pages_and_bytes() {
    let (_place, workspace) = with_vendor();
    // Several pieces, the last one not full.
    let sample = sample(1, 700_000, &["first page", "second page"]);
    add(&workspace, &sample).expect("stores");
    let stored_vendor = vendor(1, "Cloud One").id;
    workspace
        .read(|db| {
            let stored = db.document(sample.document.id)?.expect("it is there");
            assert_eq!(stored.document, sample.document);
            assert_eq!(stored.summary, sample.summary);
            assert_eq!(stored.reading, sample.reading);
            assert_eq!(db.page(sample.document.id, 2)?.as_ref(), Some(&sample.pages[1]));
            assert_eq!(db.page(sample.document.id, 3)?, None);
            assert_eq!(db.page_texts(sample.document.id)?, ["first page", "second page"]);
            let mut bytes = Vec::new();
            assert_eq!(db.read_blob(sample.document.sha256, &mut bytes)?, 700_000);
            assert_eq!(bytes, sample.bytes);
            assert_eq!(db.waiting_count()?, 1);
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    assert_eq!(
        add(&workspace, &sample),
        Err(StoreError::Conflict { what: "document.sha256".to_owned() }),
        "the same bytes are stored once"
    );
    workspace
        .write(&stamp(Op::FileDocument), |db| {
            db.set_filing(sample.document.id, Filing::Filed { vendor: stored_vendor })?;
            let mut summary = sample.summary.clone();
            summary.organization = None;
            db.set_summary(sample.document.id, &summary)
        })
        .expect("files");
    workspace
        .read(|db| {
            assert_eq!(db.documents(DocumentFilter::Waiting)?.len(), 0);
            let filed = db.documents(DocumentFilter::FiledWith(stored_vendor))?;
            assert_eq!(filed.len(), 1);
            assert_eq!(filed[0].document.filing, Filing::Filed { vendor: stored_vendor });
            assert_eq!(filed[0].summary.organization, None);
            let row = db.vendors()?.remove(0);
            assert_eq!(row.documents, 1);
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    assert_sound(&workspace);
}

#[test]
fn bytes_that_are_not_those_announced_are_refused() {
    let place = Place::new();
    let workspace = place.create(None);
    for spoil in [
        |bytes: &mut Vec<u8>| bytes[5] ^= 1,
        |bytes: &mut Vec<u8>| bytes.push(0),
        |bytes: &mut Vec<u8>| {
            bytes.pop();
        },
    ] {
        let mut sample = sample(1, 3000, &[]);
        spoil(&mut sample.bytes);
        assert!(matches!(add(&workspace, &sample), Err(StoreError::Unexpected { .. })), "other bytes must not get in");
    }
    let blobs = workspace.read(|db| db.blobs()).expect("reads");
    assert!(blobs.is_empty(), "nothing may be half stored");
    assert_sound(&workspace);
}

#[test]
fn the_latest_judgement_holds_and_the_earlier_stay() {
    let place = Place::new();
    let workspace = place.create(None);
    let sample = sample(1, 10, &[]);
    add(&workspace, &sample).expect("stores");
    let judge = |number: u128, key: FactKey, verdict| Judgement {
        id: JudgementId::from_uuid(uuid(5000 + number)),
        document: sample.document.id,
        key: key.into(),
        verdict,
        read: None,
        citations: Vec::new(),
        reason: Some(long("seen")),
        by: founder().id,
        at: at(60 + number as i64),
    };
    let judgements = [
        judge(1, FactKey::Opinion, Verdict::Confirmed),
        judge(2, FactKey::PeriodEnd, Verdict::Rejected),
        judge(3, FactKey::Opinion, Verdict::Corrected { value: json!("adverse") }),
        judge(4, FactKey::PeriodEnd, Verdict::Withdrawn),
    ];
    for judgement in &judgements {
        workspace.write(&stamp(Op::JudgeFact), |db| db.insert_judgement(judgement)).expect("records");
    }
    workspace
        .read(|db| {
            assert_eq!(db.judgements(sample.document.id)?, judgements);
            assert_eq!(db.latest_judgements(DocumentFilter::Waiting)?, judgements[2..]);
            assert_eq!(db.latest_judgements(DocumentFilter::SetAside)?, []);
            Ok::<_, StoreError>(())
        })
        .expect("reads");
}

#[test]
fn a_judgement_of_an_entry_with_what_was_read_and_where_it_was_seen() {
    let place = Place::new();
    let workspace = place.create(None);
    let sample = sample(1, 10, &[]);
    add(&workspace, &sample).expect("stores");
    let read: EntryId = "r:0123456789abcdef:2".parse().expect("a name");
    let judge = |number: u128, list, id, verdict| {
        let judgement = JudgementId::from_uuid(uuid(5000 + number));
        Judgement {
            id: judgement,
            document: sample.document.id,
            key: EntryKey { list, id }.into(),
            verdict,
            read: Some(json!({ "text": "Review access", "criteria": ["CC6.3"] })),
            citations: super::fact(()).citations,
            reason: None,
            by: founder().id,
            at: at(60 + number as i64),
        }
    };
    let added = EntryId::Added(JudgementId::from_uuid(uuid(5002)));
    let value = json!({ "text": "Report leavers" });
    let judgements = [
        judge(1, ListName::Cuecs, read, Verdict::Confirmed),
        judge(2, ListName::Cuecs, added, Verdict::Added { value: value.clone() }),
        judge(3, ListName::Cuecs, read, Verdict::Corrected { value }),
        judge(4, ListName::Csocs, read, Verdict::Rejected),
    ];
    for judgement in &judgements {
        workspace.write(&stamp(Op::JudgeEntry), |db| db.insert_judgement(judgement)).expect("records");
    }
    workspace
        .read(|db| {
            assert_eq!(db.judgements(sample.document.id)?, judgements);
            assert_eq!(
                db.latest_judgements(DocumentFilter::Waiting)?,
                judgements[1..],
                "the same name in another list is another entry"
            );
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    assert_sound(&workspace);
}

#[test]
fn decisions_and_packets() {
    let (_place, workspace) = with_vendor();
    let (first, second) = (decision(1), decision(2));
    for decision in [&first, &second] {
        workspace
            .write(&stamp(Op::RecordDecision), |db| {
                assert_eq!(db.next_decision_number()?, decision.number);
                db.insert_decision(decision)
            })
            .expect("records");
    }
    let gap = workspace.write(&stamp(Op::RecordDecision), |db| db.insert_decision(&decision(7)));
    assert_eq!(gap, Err(StoreError::Conflict { what: "decision.number".to_owned() }), "numbers have no gaps");
    let bytes = b"%PDF packet".to_vec();
    let packet = PacketRow {
        id: PacketId::from_uuid(uuid(4000)),
        decision: second.id,
        version: 1,
        paper: "a4".to_owned(),
        sha256: Sha256::of(&bytes),
        bytes: bytes.len() as u64,
        pages: 3,
        made_by: founder().id,
        made_at: at(70),
        details: json!({"content": "hash"}),
    };
    workspace.write(&stamp(Op::MakePacket), |db| db.insert_packet(&packet, bytes.as_slice())).expect("stores");
    workspace
        .read(|db| {
            assert_eq!(db.decisions(first.vendor)?, [second.clone(), first.clone()]);
            assert_eq!(db.latest_decision(first.vendor)?.as_ref(), Some(&second));
            assert_eq!(db.decision(first.id)?.as_ref(), Some(&first));
            assert_eq!(db.packet(packet.id)?.as_ref(), Some(&packet));
            assert_eq!(db.packets(second.id)?, std::slice::from_ref(&packet));
            assert_eq!(db.packets(first.id)?, []);
            assert_eq!(db.all_packets()?, std::slice::from_ref(&packet));
            assert_eq!(db.packet_of_file(packet.sha256)?.as_ref(), Some(&packet));
            assert_eq!(db.packet_of_file(countersign_domain::Sha256::of(b"another"))?, None);
            let row = db.vendors()?.remove(0);
            let latest = row.decision.expect("the vendor has a decision");
            assert_eq!((latest.id, latest.number), (second.id, 2), "the register shows the latest");
            Ok::<_, StoreError>(())
        })
        .expect("reads");
}

#[test]
fn an_error_or_a_panic_leaves_nothing() {
    let (_place, workspace) = with_vendor();
    let failed: Result<(), StoreError> = workspace.write(&stamp(Op::CreateVendor), |db| {
        db.insert_vendor(&vendor(2, "Two"))?;
        Err(StoreError::Busy)
    });
    assert_eq!(failed, Err(StoreError::Busy));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        workspace.write(&stamp(Op::CreateVendor), |db| -> Result<(), StoreError> {
            db.insert_vendor(&vendor(3, "Three"))?;
            panic!("as a mistake would");
        })
    }));
    assert!(panicked.is_err(), "the panic goes on to the caller");
    add_vendor(&workspace, &vendor(4, "Four")).expect("the workspace goes on after a panic");
    let names = workspace
        .read(|db| Ok::<_, StoreError>(db.vendors()?.into_iter().map(|row| row.vendor.name).collect::<Vec<_>>()))
        .expect("reads");
    assert_eq!(names, [name("Cloud One"), name("Four")]);
    assert_sound(&workspace);
}

#[test]
fn drafts_come_and_go_without_a_trace() {
    let place = Place::new();
    let workspace = place.create(None);
    workspace.keep_draft("decision/1", Some(&json!({"reason": "so far"}))).expect("keeps");
    workspace.keep_draft("decision/1", Some(&json!({"reason": "so far so good"}))).expect("keeps");
    let draft = workspace.read(|db| db.draft("decision/1")).expect("reads");
    assert_eq!(draft, Some(json!({"reason": "so far so good"})));
    workspace.keep_draft("decision/1", None).expect("throws away");
    workspace
        .read(|db| {
            assert_eq!(db.draft("decision/1")?, None);
            assert_eq!(db.audit(&AuditFilter::default(), 10)?.len(), 1, "drafts are not audited");
            Ok::<_, StoreError>(())
        })
        .expect("reads");
}

#[test]
fn a_backup_is_a_workspace_of_its_own() {
    for passphrase in [None, Some("one two three")] {
        let place = Place::new();
        let workspace = place.create(passphrase);
        add(&workspace, &sample(1, 300_000, &["text"])).expect("stores");
        let copy = place.folder.path().join("copy.countersign");
        workspace.backup_to(&copy).expect("copies");
        assert_eq!(workspace.backup_to(&copy), Err(StoreError::FileExists), "a backup never overwrites");
        let copy = super::try_open(&copy, passphrase).expect("the copy opens with the same passphrase");
        assert_sound(&copy);
        assert_eq!(copy.read(|db| db.waiting_count()).expect("reads"), 1);
        assert_eq!(copy.protection(), workspace.protection());
    }
}

#[test]
fn readers_see_one_moment_and_work_beside_each_other() {
    let (_place, workspace) = with_vendor();
    std::thread::scope(|threads| {
        for _ in 0..6 {
            threads.spawn(|| {
                for _ in 0..20 {
                    let counts = workspace.read(|db| {
                        let first = db.vendor_count()?;
                        std::thread::yield_now();
                        Ok::<_, StoreError>((first, db.vendor_count()?))
                    });
                    let (first, second) = counts.expect("reads");
                    assert_eq!(first, second, "a read is one moment");
                }
            });
        }
        for number in 2..12 {
            add_vendor(&workspace, &vendor(number, &format!("V {number}"))).expect("writes beside the readers");
        }
    });
    assert_sound(&workspace);
}
