//! Days are those of the person, wherever they sit: what is stored in UTC is counted on the day on which they did it.

use countersign_contract::wire::{EvidenceRequest, PacketChoice, Paper};
use countersign_packet::{input::FrozenDecision, manifest};
use countersign_tests::{journey::Journey, report::Report};
use lopdf::Document;
use serde_json::{Value, json};
use std::{collections::BTreeSet, path::Path};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

struct Office {
    journey: Journey,
}

/// Everything done within an hour of one evening or morning: a vendor is entered with its report, classed, approved, onboarded,
/// looked at again.
/// The moment is in UTC, the office so many hours east of Greenwich.
fn office(moment: &str, east: i64) -> Office {
    let journey = Journey::begin(READER);
    journey.at(moment, east);
    let place = journey.call("workspace_choose", json!({ "purpose": "create", "suggested_name": "Larkfield" }));
    let founding = json!({
        "place": place["place"], "organisation": "Larkfield Instruments", "person": "Mara Lind", "title": null,
        "passphrase": null,
    });
    journey.call("workspace_create", founding);
    let report = Report::default();
    let path = journey.file("harbourlight.pdf", &report.pdf());
    let document = journey.receive(&path)["state"]["document"].clone();
    let target = json!({ "target": "new", "name": report.organization });
    let vendor =
        journey.call("document_file", json!({ "document": document, "vendor": target }))["row"]["vendor"].clone();
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let saved = json!({
        "id": vendor, "name": report.organization, "aliases": [], "service": "Payroll", "tier": "low",
        "tier_reason": "Little depends on it.", "owner": mara, "notes": null,
    });
    journey.call("vendor_save", saved);
    let decision = json!({
        "vendor": vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
        "signers": [mara], "next_review": "2027-04-01", "residual": { "level": "low", "words": "A late notice." },
    });
    journey.call("decision_record", decision);
    journey.signed_by_all(&vendor);
    journey.call("vendor_move", json!({ "vendor": vendor, "step": "onboard" }));
    // Looked at again at once: that it is in use is passed on the way.
    journey.call("review_start", json!({ "vendor": vendor, "correction": null }));
    Office { journey }
}

impl Office {
    fn figure(&self, metric: &str) -> Value {
        let of = json!({ "as_of": null, "tier": null, "owner": null, "tag": null });
        self.journey.call("insight", json!({ "metric": metric, "of": of }))
    }

    /// How many rows the auditor's lists have for a period of one day.
    fn rows_of(&self, day: &str, title: &str) -> u32 {
        let day = day.parse().expect("a day");
        let request = EvidenceRequest {
            from: day,
            to: day,
            packets: PacketChoice::None,
            decisions: Vec::new(),
            paper: Paper::A4,
        };
        let folder = tempfile::tempdir_in(self.journey.folder.path()).expect("a folder");
        let made = self.journey.app.evidence_to(folder.path(), &request).expect("it is written");
        assert!(made.checks.iter().all(|check| check.holds), "{:?}", made.checks);
        made.lists.iter().find(|list| list.title == title).unwrap_or_else(|| panic!("{title} is a list")).rows
    }

    /// What was done in the office on a day is counted on that day, on the day itself and a week later.
    fn counts_on(&self, day: &str, before: &str, after: &str) {
        let view = self.journey.call("insights", json!({ "as_of": null, "tier": null, "owner": null, "tag": null }));
        assert_eq!((&view["day"], &view["known_since"]), (&json!(day), &json!(day)));
        let integrity = self.figure("onboarding_integrity");
        assert_eq!(integrity["view"]["figure"], json!({ "kind": "share", "count": 1, "of": 1 }), "{integrity}");
        assert_eq!(integrity["rows"][0]["day"], day);
        let took = self.figure("evidence_to_decision");
        assert_eq!(took["view"]["figure"], json!({ "kind": "days", "median": 0.0, "of": 1 }), "the same day: {took}");
        assert_eq!(self.figure("cycle_time")["view"]["figure"]["median"], 0.0);
        for title in ["Decisions", "Onboarded", "Documents received"] {
            assert_eq!(self.rows_of(day, title), 1, "{title} of the day");
        }
        self.journey.pass(7);
        for title in ["Decisions", "Onboarded", "Documents received"] {
            assert_eq!(self.rows_of(day, title), 1, "{title} of the day, a week later");
            assert_eq!(self.rows_of(after, title), 0, "{title} of the day after");
        }
        let early = json!({ "as_of": before, "tier": null, "owner": null, "tag": null });
        assert_eq!(self.journey.fails("insights", early)["problem"]["earliest"], day);
        let as_of = json!({ "as_of": day, "tier": null, "owner": null, "tag": null });
        assert_eq!(self.journey.call("insights", as_of)["counted"], 1, "at the end of that day it was in use");
    }
}

#[test]
fn an_evening_west_of_greenwich_is_that_evening() {
    // 22:30 on 1 April, in UTC the 2nd.
    office("2026-04-02T03:30:00Z", -5).counts_on("2026-04-01", "2026-03-31", "2026-04-02");
}

#[test]
fn a_morning_east_of_greenwich_is_that_morning() {
    // 08:30 on 2 April, in UTC the 1st.
    office("2026-04-01T19:30:00Z", 13).counts_on("2026-04-02", "2026-04-01", "2026-04-03");
}

#[test]
fn a_second_before_midnight_is_before_midnight() {
    office("2026-04-01T21:59:59Z", 2).counts_on("2026-04-01", "2026-03-31", "2026-04-02");
}

#[test]
fn a_renewal_that_passes_over_the_activation_is_no_way_around_the_list() {
    let Office { journey } = office("2026-04-01T09:00:00Z", 0);
    let second = json!({
        "id": null, "name": "Still Water", "aliases": [], "service": "Water", "tier": "low", "tier_reason": "Little.",
        "owner": null, "notes": null,
    });
    let second = journey.call("vendor_save", second)["row"]["id"].clone();
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let decision = json!({
        "vendor": second, "outcome": "approved", "reason": "It is enough.", "conditions": [], "signers": [mara],
        "next_review": "2027-04-01", "residual": { "level": "low", "words": "Little." },
    });
    journey.call("decision_record", decision);
    journey.at("2026-04-10T09:00:00Z", 0);
    // Looked at again before anybody said that it is in use.
    journey.call("review_start", json!({ "vendor": second, "correction": null }));
    let office = Office { journey };
    assert_eq!(office.rows_of("2026-04-10", "Onboarded"), 1, "the second one");
    assert_eq!(office.rows_of("2026-04-01", "Onboarded"), 1, "the first one, as ever");
    let integrity = office.figure("onboarding_integrity");
    assert_eq!(integrity["view"]["figure"], json!({ "kind": "share", "count": 2, "of": 2 }), "{integrity}");
}

/// Answers everything that the review under way asks, finishes it and decides on it, all at the same hour.
fn decided_at_once(journey: &Journey) -> Value {
    let vendor = journey.call("vendors", json!({}))[0]["id"].clone();
    let review = journey.call("reviews", json!({ "vendor": vendor }))[0]["id"].clone();
    for _ in 0..3 {
        let view = journey.call("review", json!({ "review": review }));
        for id in view["open"].as_array().expect("a list") {
            let asked = view["questions"].as_array().and_then(|all| all.iter().find(|one| one["id"] == *id));
            let value = asked.expect("it is asked")["suggested"].as_str().unwrap_or("Looked at").to_owned();
            let answer = json!({ "value": value, "result": "pass", "note": "Seen.", "citations": [] });
            journey.call("review_answer", json!({ "review": review, "question": id, "answer": answer }));
        }
    }
    journey.call("review_sign", json!({ "review": review }));
    journey.call("review_finish", json!({ "review": review }));
    vendor
}

fn waits(journey: &Journey) -> Option<Value> {
    let today = journey.call("today", json!({}));
    let mut items = today["items"].as_array().expect("items").clone().into_iter();
    items.find(|item| item["kind"] == "decision_pending")
}

#[test]
fn a_decision_of_the_evening_settles_the_review_of_that_evening() {
    // 22:30 on 1 April, in UTC the 2nd.
    let Office { journey } = office("2026-04-02T03:30:00Z", -5);
    let vendor = decided_at_once(&journey);
    // The vendor was decided on before: on that evening nothing tells which came first, and nothing waits.
    assert_eq!(waits(&journey), None, "it was decided on that day");
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor }))["decisions"][0]["decided_on"], "2026-04-01");
}

#[test]
fn a_review_that_is_finished_on_a_later_evening_waits_with_its_own_day() {
    let Office { journey } = office("2026-04-02T03:30:00Z", -5);
    journey.at("2026-04-09T03:30:00Z", -5);
    decided_at_once(&journey);
    let waits = waits(&journey).expect("nothing is decided on it");
    let reason = waits["reason"].as_str().expect("a reason");
    assert!(reason.contains("8 April 2026") || reason.contains("8 Apr 2026"), "the day on which they sat: {reason}");
}

#[test]
fn what_is_frozen_with_a_decision_has_the_days_on_which_they_sat() {
    // 22:30 on 1 April, in UTC the 2nd.
    let Office { journey } = office("2026-04-02T03:30:00Z", -5);
    let vendor = decided_at_once(&journey);
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let decision = json!({
        "vendor": vendor, "outcome": "approved", "reason": "It was looked at.", "conditions": [], "signers": [mara],
        "next_review": "2027-04-01", "residual": { "level": "low", "words": "A late notice." },
    });
    journey.call("decision_record", decision);
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    let made = journey.call("packet_make", json!({ "decision": view["decisions"][0]["id"], "paper": "a4" }));
    let saved = journey.call("packet_save", json!({ "packet": made["id"] }));
    let frozen = frozen(&journey.folder.path().join(saved["name"].as_str().expect("a name")));
    let answers = frozen.review.expect("it was reviewed").answers;
    let days: BTreeSet<String> = answers.iter().filter_map(|answer| answer.on).map(|day| day.to_string()).collect();
    assert_eq!(days, BTreeSet::from(["2026-04-01".to_owned()]), "the answers");
    let signed = answers.into_iter().find(|answer| answer.id == "Z3").and_then(|answer| answer.answer).expect("Z3");
    assert!(signed.contains("on 1 Apr"), "the signatures: {signed}");
    let assigned = frozen.tiering.and_then(|tiering| tiering.assigned).expect("the class was assigned");
    assert_eq!(assigned.on.to_string(), "2026-04-01");
}

/// The decision in a packet's file.
fn frozen(path: &Path) -> FrozenDecision {
    let file = Document::load(path).expect("a PDF");
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let inside = streams.into_iter().find(|stream| stream.dict.has_type(b"EmbeddedFile")).expect("an attachment");
    manifest::read(&inside.get_plain_content().expect("it unpacks")).expect("a manifest").input
}
