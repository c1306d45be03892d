//! How long Today takes on a large register; an ignored test, as it says something only where nothing else runs:
//! `cargo test --release -p countersign-app today -- --ignored --nocapture`.

use crate::{App, Config, FixedClock, Founding, Headless, Ids, application::stamp, vendors};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::{Commands as _, wire as w};
use countersign_domain::{
    Action, Basis, Condition, ConditionId, ContractId, Decision, DecisionId, Document, DocumentId, Fact, Filing, Kind,
    LongText, Name, Op, Outcome, PersonId, Reading, Sha256, Stage, Tier, Vendor, VendorId,
    reading::{FileFacts, TextLayer},
    register::{Contract, Profile, Renewal, Term},
};
use countersign_store::{StoreError, Subject, Summary};
use std::{sync::Arc, time::Instant};
use uuid::Uuid;

const VENDORS: u32 = 2_000;
/// What a person does not notice, in a build with optimisation.
const LIMIT_MS: u128 = 200;

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_773_738_000, 0).expect("a moment of this century")
}

fn id(kind: u128, number: u32) -> Uuid {
    Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 | kind << 32 | u128::from(number))
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn fact<T>(value: T) -> Fact<T> {
    Fact { value, citations: Vec::new(), basis: Basis::Stated }
}

fn vendor(number: u32, owner: PersonId) -> Vendor {
    let tier = Tier::ALL[number as usize % Tier::ALL.len()];
    let vendor = vendors::fresh(VendorId::from_uuid(id(1, number)), name(&format!("Vendor {number}")), moment());
    Vendor {
        tier: Some(tier),
        tier_reason: LongText::parse("By its answers.").ok(),
        owner: Some(owner),
        stage: Stage::Active,
        ..vendor
    }
}

fn profile(number: u32) -> Profile {
    let mut contract = Contract::new(ContractId::from_uuid(id(2, number)), name("Master agreement"));
    let end = day("2026-03-01") + chrono::Days::new(u64::from(number % 900));
    contract.term =
        Term::new(Some(day("2024-01-01")), Some(end), Some(Renewal::Automatic), Some(12), Some(60)).expect("a term");
    Profile { contracts: vec![contract], ..Profile::default() }
}

fn report(number: u32, vendor: VendorId, owner: PersonId) -> (Document, Summary, Reading, Vec<u8>) {
    let bytes = format!("report {number}").into_bytes();
    let (from, to) = (day("2024-10-01"), day("2025-09-30") + chrono::Days::new(u64::from(number % 180)));
    let document = Document {
        id: DocumentId::from_uuid(id(3, number)),
        sha256: Sha256::of(&bytes),
        file_name: name(&format!("report {number}.pdf")),
        bytes: bytes.len() as u64,
        pages: 1,
        received_at: moment(),
        received_by: owner,
        filing: Filing::Filed { vendor },
    };
    let summary = Summary {
        kind: Kind::Soc2Type2,
        organization: Some(format!("Vendor {number}")),
        from: Some(from),
        to: Some(to),
        opinion: None,
        facts: 3,
        open_facts: 0,
        contradictions: 0,
        warnings: 0,
        has_text: true,
    };
    let file = FileFacts {
        sha256: document.sha256,
        bytes: document.bytes,
        pages: 1,
        producer: None,
        title: None,
        created: None,
        text: TextLayer::Full,
        image_only_pages: Vec::new(),
        ocr_pages: Vec::new(),
        encrypted: false,
        signatures: 0,
        revised_after_signing: None,
        extractor: "test".to_owned(),
    };
    let mut reading = Reading::new(document.file_name.to_string(), file, fact(Kind::Soc2Type2));
    reading.period_start = Some(fact(from));
    reading.period_end = Some(fact(to));
    reading.report_date = Some(fact(to + chrono::Days::new(40)));
    (document, summary, reading, bytes)
}

fn decision(number: u32, vendor: VendorId, owner: PersonId) -> Decision {
    let condition = Condition {
        id: ConditionId::from_uuid(id(5, number)),
        what: LongText::parse("Send the next report.").expect("a text"),
        owner,
        due: day("2026-03-01") + chrono::Days::new(u64::from(number % 365)),
        before_go_live: false,
        rule: None,
        finding: None,
    };
    Decision {
        id: DecisionId::from_uuid(id(4, number)),
        number: number + 1,
        vendor,
        outcome: Outcome::ApprovedWithConditions,
        reason: LongText::parse("It covers what we use.").expect("a text"),
        conditions: vec![condition],
        signers: vec![owner],
        residual: None,
        next_review: Some(day("2026-03-01") + chrono::Days::new(u64::from(number % 500))),
        decided_on: day("2026-01-15"),
        recorded_by: owner,
        recorded_at: moment(),
        frozen_sha256: Sha256::of(b"{}"),
        frozen: "{}".to_owned(),
    }
}

/// A workspace of many vendors in use, each with a report, a contract and a decision with a condition.
fn crowded(count: u32) -> (tempfile::TempDir, Arc<App>) {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::new(folder.path().join("config"), folder.path().join("data")).expect("folders can be made");
    let app = App::new(config, Arc::new(FixedClock(moment())), Ids::seeded(7), Arc::new(Headless));
    let founding = Founding {
        organisation: "Larkfield".to_owned(),
        person: "Mara Lind".to_owned(),
        title: None,
        passphrase: None,
    };
    app.create_at(&folder.path().join("a.countersign"), founding).expect("a workspace");
    let opened = app.opened().expect("it is open");
    let (person, permit) = opened.permit(Action::KeepVendors).expect("the founder may");
    let subject = opened.as_subject(&name("Larkfield"));
    let stamp = stamp(&person, permit, moment(), Op::ImportVendors, subject);
    let written = opened.store.write(&stamp, |db| {
        for number in 0..count {
            let vendor = vendor(number, person.id);
            db.insert_vendor(&vendor)?;
            db.also(Op::CreateVendor, &Subject::vendor(&vendor), serde_json::json!({}))?;
            db.save_profile(vendor.id, &profile(number))?;
            let (document, summary, reading, bytes) = report(number, vendor.id, person.id);
            db.insert_document(&document, &summary, &reading, &[], bytes.as_slice())?;
            let decision = decision(number, vendor.id, person.id);
            db.insert_decision(&decision)?;
            db.also(Op::RecordDecision, &Subject::decision(&decision, &vendor), serde_json::json!({}))?;
        }
        Ok::<_, StoreError>(())
    });
    written.expect("it is written");
    (folder, app)
}

#[test]
fn every_vendor_of_a_crowd_is_watched_with_its_days() {
    let (_folder, app) = crowded(12);
    let view = app.today(w::Nothing {}).expect("what needs attention");
    assert_eq!(view.watched, 12, "all are in use");
    let of = |kind| view.items.iter().filter(|item| item.kind == kind).count();
    assert_eq!(of(w::AttentionKindName::EvidenceEnds), 9, "each whose class needs a report has its last day");
    assert_eq!(of(w::AttentionKindName::NoticeDeadline), 12);
    assert_eq!(of(w::AttentionKindName::Condition), 12);
    assert_eq!(of(w::AttentionKindName::ReviewDue), 12);
    assert_eq!(of(w::AttentionKindName::SignatureMissing), 12);
    let coverage = app.coverage(w::Nothing {}).expect("the picture");
    assert_eq!(coverage.vendors.len(), 12);
    let untils: Vec<_> = coverage.vendors.iter().map(|vendor| vendor.evidence_until).collect();
    let sorted = |untils: &[Option<NaiveDate>]| untils.is_sorted();
    let asked = coverage.vendors.iter().take_while(|vendor| vendor.standing != w::CoverageStanding::NotNeeded).count();
    assert!(
        sorted(&untils[..asked]) && asked == 9,
        "what runs out first comes first, who needs nothing last: {untils:?}"
    );
}

#[test]
#[ignore = "says something only where nothing else runs"]
fn today_is_there_before_a_person_notices() {
    let (_folder, app) = crowded(VENDORS);
    // What the rules look at of documents is worked out the first time and kept.
    app.today(w::Nothing {}).expect("what needs attention");
    let clock = Instant::now();
    let view = app.today(w::Nothing {}).expect("what needs attention");
    let took = clock.elapsed().as_millis();
    let again = Instant::now();
    app.coverage(w::Nothing {}).expect("the picture");
    eprintln!("{VENDORS} vendors, {} items: {took} ms; coverage {} ms", view.items.len(), again.elapsed().as_millis());
    if !cfg!(debug_assertions) {
        assert!(took < LIMIT_MS, "{took} ms");
    }
}
