//! What must stay fast, with room for slow machines: measured far below, so that only a lost index is found, not a busy day.

use super::{Place, founder, sample, stamp, uuid, vendor};
use crate::StoreError;
use countersign_domain::{Decision, DecisionId, Filing, LongText, Op, Outcome, Sha256};
use std::{
    io::Write as _,
    time::{Duration, Instant},
};

const VENDORS: u128 = 10_000;

/// Gives the tables that a query goes through row by row.
fn scanned(sql: &str) -> Vec<String> {
    planned(sql).iter().filter_map(|step| step.strip_prefix("SCAN ").map(str::to_owned)).collect()
}

/// Gives the steps of a query in the order in which they are taken.
fn planned(sql: &str) -> Vec<String> {
    let connection = rusqlite::Connection::open_in_memory().expect("opens");
    connection.execute_batch(crate::schema::CURRENT).expect("the schema is valid");
    let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("the query is valid");
    let steps = plan.raw_query().mapped(|row| row.get::<_, String>(3));
    steps.map(|step| step.expect("a step")).collect()
}

#[test]
fn pages_that_are_shown_are_found_in_one_pass() {
    let plan = planned(include_str!("../search/pages_shown.sql"));
    assert!(plan[0].starts_with("SCAN page_fts VIRTUAL TABLE"), "the words are looked up first, and once: {plan:?}");
    let looked_up = plan.iter().filter(|step| step.contains("page_fts")).count();
    assert_eq!(looked_up, 1, "never for a row that is known: {plan:?}");
    assert!(plan.iter().any(|step| step.starts_with("SEARCH page USING INTEGER PRIMARY KEY")), "{plan:?}");
}

#[test]
fn a_word_that_is_only_begun_is_found_at_once_on_thousands_of_pages() {
    let place = Place::new();
    let workspace = place.create(None);
    let words = ["access", "approval", "backup", "secret", "section", "secure", "security", "vendor"];
    let texts: Vec<String> = (0..100_usize)
        .map(|page| (0..60).map(|at| words[(page * 7 + at * at) % words.len()]).collect::<Vec<_>>().join(" "))
        .collect();
    let pages: Vec<&str> = texts.iter().map(String::as_str).collect();
    workspace
        .write(&stamp(Op::ReceiveDocument), |db| {
            (0..100_u128).try_for_each(|number| {
                let sample = sample(number, 50, &pages);
                let mut bytes = sample.bytes.clone();
                bytes.extend(number.to_be_bytes());
                let mut document = sample.document.clone();
                (document.bytes, document.sha256) = (bytes.len() as u64, Sha256::of(&bytes));
                db.insert_document(&document, &sample.summary, &sample.reading, &sample.pages, bytes.as_slice())
            })
        })
        .expect("fills");
    let best = |text: &str| {
        let once = |_| {
            let start = Instant::now();
            let hits = workspace.read(|db| db.search(text, 20)).expect("finds");
            assert_eq!(hits.len(), 20, "{text}");
            start.elapsed()
        };
        (0..5).map(once).min().expect("five times")
    };
    let (whole, begun) = (best("security vendor"), best("sec"));
    writeln!(std::io::stderr(), "whole {whole:?}, begun {begun:?}").expect("stderr takes it");
    assert!(begun < Duration::from_millis(500), "10,000 pages took {begun:?}");
}

#[test]
fn lists_go_through_no_table_but_their_own() {
    let vendors = scanned(&include_str!("../vendor/list.sql").replace("{condition}", "?1 IS NULL"));
    assert_eq!(vendors, ["vendor USING INDEX vendor_name"], "everything else of the register is looked up");
    let documents = include_str!("../document/list.sql");
    for condition in ["document.state = ?1", "document.vendor = ?1"] {
        assert_eq!(scanned(&documents.replace("{condition}", condition)), Vec::<String>::new(), "{condition}");
        let judgements = include_str!("../judgement/latest.sql").replace("{condition}", condition);
        assert_eq!(scanned(&judgements), Vec::<String>::new(), "{condition}");
    }
    assert_eq!(scanned(include_str!("../decision/of_vendor.sql")), Vec::<String>::new());
}

#[test]
fn ten_thousand_vendors_are_listed_at_once() {
    let place = Place::new();
    let workspace = place.create(None);
    workspace
        .write(&stamp(Op::CreateVendor), |db| {
            for number in 0..VENDORS {
                let vendor = vendor(number, &format!("Vendor {number:05}"));
                db.insert_vendor(&vendor)?;
                let mut document = sample(number, 16 + number as usize % 97, &[]);
                document.bytes.extend(number.to_be_bytes());
                document.document.bytes = document.bytes.len() as u64;
                document.document.sha256 = Sha256::of(&document.bytes);
                document.document.filing = Filing::Filed { vendor: vendor.id };
                let (summary, reading) = (&document.summary, &document.reading);
                db.insert_document(&document.document, summary, reading, &[], document.bytes.as_slice())?;
                for _ in 0..2 {
                    let number = db.next_decision_number()?;
                    db.insert_decision(&Decision {
                        id: DecisionId::from_uuid(uuid(5_000_000 + u128::from(number))),
                        number,
                        vendor: vendor.id,
                        outcome: Outcome::Approved,
                        reason: LongText::parse("fine").expect("a text"),
                        conditions: Vec::new(),
                        residual: None,
                        signers: vec![founder().id],
                        next_review: None,
                        decided_on: "2026-03-01".parse().expect("a day"),
                        recorded_by: founder().id,
                        recorded_at: super::at(0),
                        frozen: "{}".to_owned(),
                        frozen_sha256: Sha256::of(b"{}"),
                    })?;
                }
            }
            Ok::<_, StoreError>(())
        })
        .expect("fills");
    let timed = |what: &str, limit: Duration, ask: &dyn Fn() -> usize| {
        let count = ask();
        let best = (0..5)
            .map(|_| {
                let start = Instant::now();
                ask();
                start.elapsed()
            })
            .min()
            .expect("five times");
        writeln!(std::io::stderr(), "{what}: {count} in {best:?}").expect("stderr takes it");
        assert!(best < limit, "{what} took {best:?}");
    };
    timed("vendors", Duration::from_secs(1), &|| workspace.read(|db| db.vendors()).expect("lists").len());
    timed("documents", Duration::from_secs(1), &|| {
        workspace.read(|db| db.documents(crate::DocumentFilter::All)).expect("lists").len()
    });
    timed("search", Duration::from_millis(500), &|| workspace.read(|db| db.search("vendor", 20)).expect("finds").len());
    timed("one vendor's documents", Duration::from_millis(50), &|| {
        let id = vendor(77, "x").id;
        workspace.read(|db| db.documents(crate::DocumentFilter::FiledWith(id))).expect("lists").len()
    });
    timed("one vendor's history", Duration::from_millis(50), &|| {
        let filter = crate::AuditFilter { vendor: Some(vendor(77, "x").id), ..Default::default() };
        workspace.read(|db| db.audit(&filter, 50)).expect("lists").len()
    });
}
