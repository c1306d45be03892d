//! A calendar file that is kept up to date, as programs that subscribe to it find it.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};
use std::fs;

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn contract(journey: &Journey, vendor: &Value, end: &str) {
    let part = json!({
        "part": "contract", "id": null, "title": "Master agreement", "start": null, "end": end, "renewal": "automatic",
        "renewal_months": 12, "notice_days": 60, "amount_minor": null, "currency": null, "breach_notice": null,
        "audit_right": null, "return_or_deletion": null, "right_to_reports": null, "subprocessor_notice": null,
        "data_processing_agreement": null, "ai_terms": null, "governing_law": null,
    });
    journey.call("register_save", json!({ "vendor": vendor, "part": part }));
}

#[test]
fn it_follows_what_changes_until_it_is_kept_no_more() {
    let journey = Journey::with_workspace(READER);
    let nothing = json!({ "file": null, "mine": false });
    assert_eq!(journey.call("calendar_kept", json!({})), nothing);
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let vendor = json!({
        "id": null, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": "Payroll", "tier": "low",
        "tier_reason": "Little depends on it.", "owner": mara, "notes": null,
    });
    let vendor = journey.call("vendor_save", vendor)["row"]["id"].clone();
    let decision = json!({
        "vendor": vendor, "outcome": "approved", "reason": "Until the summer.", "conditions": [],
        "signers": [mara], "next_review": "2026-06-30", "residual": { "level": "low", "words": "Little." },
    });
    journey.call("decision_record", decision);

    let path = journey.folder.path().join("dates.ics");
    journey.host.answer(path.clone());
    let kept = journey.call("calendar_keep", json!({ "mine": false }));
    assert_eq!(kept, json!({ "file": "dates.ics", "mine": false }), "its name, never its path");
    let first = fs::read_to_string(&path).expect("it is written at once");
    assert!(first.starts_with("BEGIN:VCALENDAR"), "{first}");

    journey.pass(1);
    journey.app.remind().expect("asks");
    assert_eq!(fs::read_to_string(&path).expect("a file"), first, "nothing has changed, and nothing is written");
    contract(&journey, &vendor, "2026-12-31");
    journey.app.remind().expect("asks");
    let second = fs::read_to_string(&path).expect("a file");
    assert!(second.contains("20261101"), "60 days before the end: {second}");

    fs::remove_file(&path).expect("somebody removes it");
    journey.app.remind().expect("asks");
    assert!(path.exists(), "it comes back");
    assert_eq!(journey.call("calendar_keep_end", json!({})), nothing);
    fs::remove_file(&path).expect("removes");
    journey.app.remind().expect("asks");
    assert!(!path.exists(), "it is kept no more");
}

#[test]
fn a_place_that_is_not_there_is_said_at_once_and_later_waited_for() {
    let journey = Journey::with_workspace(READER);
    let place = journey.folder.path().join("drive");
    journey.host.answer(place.join("dates.ics"));
    assert_eq!(journey.fails("calendar_keep", json!({ "mine": true }))["code"], "inaccessible");
    assert_eq!(journey.call("calendar_kept", json!({}))["file"], Value::Null, "what cannot be written is not kept");
    fs::create_dir(&place).expect("it is plugged in");
    journey.host.answer(place.join("dates.ics"));
    assert_eq!(journey.call("calendar_keep", json!({ "mine": true }))["mine"], true);
    fs::remove_dir_all(&place).expect("it is taken out");
    assert_eq!(journey.app.remind(), Ok(false), "the day goes on without it");
    fs::create_dir(&place).expect("it is plugged in again");
    journey.app.remind().expect("asks");
    assert!(place.join("dates.ics").exists(), "and it is written again");
}
