//! What comes round again: a vendor in use is renewed on its next report, and one that is turned down is kept for the record.

use countersign_tests::{journey::Journey, report::Report};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const NAME: &str = "Harbourlight Payroll, Inc.";

/// The invented report, confirmed and filed with a medium vendor; gives the vendor.
fn filed(journey: &Journey) -> Value {
    let document = journey.received();
    journey.call("facts_confirm", json!({ "document": document }));
    let target = json!({ "target": "new", "name": NAME });
    let view = journey.call("document_file", json!({ "document": document, "vendor": target }));
    let id = view["row"]["vendor"].clone();
    let vendor = json!({
        "id": id, "name": NAME, "aliases": [], "service": "Payroll", "tier": "medium",
        "tier_reason": "Names and salaries.", "owner": null, "notes": null,
    });
    journey.call("vendor_save", vendor);
    id
}

fn actor(journey: &Journey) -> Value {
    journey.call("session", json!({}))["workspace"]["actor"]["id"].clone()
}

/// Somebody who approves beside who acts.
fn second(journey: &Journey) -> Value {
    let roles = ["security_owner", "second_reader", "executive"];
    let person = json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": roles, "active": true });
    journey.call("person_save", person)["id"].clone()
}

fn decide(journey: &Journey, vendor: &Value, outcome: &str, signers: &[&Value], next_review: Value) -> Value {
    let decision = json!({
        "vendor": vendor, "outcome": outcome, "reason": "What was read is enough for that.", "conditions": [],
        "signers": signers, "next_review": next_review,
        "residual": { "level": "medium", "words": "A late notice of a breach." },
    });
    journey.call("decision_record", decision)
}

fn row(journey: &Journey, vendor: &Value) -> Value {
    journey.call("vendor", json!({ "vendor": vendor }))["row"].clone()
}

fn stale(journey: &Journey, decision: &Value) -> Vec<String> {
    let view = journey.call("decision", json!({ "decision": decision["id"] }));
    let kinds =
        view["stale"].as_array().expect("a list").iter().map(|one| one["stale"].as_str().unwrap_or("").to_owned());
    kinds.collect()
}

/// Answers every question of a new review as suggested, or with a plain pass, and finishes it.
fn reviewed(journey: &Journey, vendor: &Value) -> Value {
    let review = journey.call("review_start", json!({ "vendor": vendor, "correction": null }))["row"]["id"].clone();
    for _ in 0..3 {
        let view = journey.call("review", json!({ "review": review }));
        for id in view["open"].as_array().expect("a list") {
            let answer =
                json!({ "value": "Looked at, nothing against it", "result": "pass", "note": "Seen.", "citations": [] });
            journey.call("review_answer", json!({ "review": review, "question": id, "answer": answer }));
        }
    }
    journey.call("review_sign", json!({ "review": review }));
    journey.call("review_finish", json!({ "review": review }))
}

#[test]
fn a_vendor_in_use_is_renewed_on_its_next_report() {
    let journey = Journey::with_workspace(READER);
    let vendor = filed(&journey);
    let (mara, ilse) = (actor(&journey), second(&journey));
    reviewed(&journey, &vendor);
    let first = decide(&journey, &vendor, "approved", &[&mara, &ilse], json!("2027-03-17"));
    for step in ["onboard", "activate"] {
        // Which steps ask for what is told elsewhere; here the vendor is in use one way or the other.
        let _ = journey.ask("vendor_move", json!({ "vendor": vendor, "step": step }));
    }
    let rule = |journey: &Journey, code: &str| {
        let evaluation = journey.call("vendor_evaluation", json!({ "vendor": vendor }));
        let rules = evaluation["rules"].as_array().expect("rules").clone();
        rules.into_iter().find(|rule| rule["code"] == code).unwrap_or_else(|| panic!("{code} is asked"))
    };
    assert_eq!(rule(&journey, "DATE-AGE")["outcome"], "pass", "the report is fresh");
    assert_eq!(stale(&journey, &first), Vec::<String>::new());

    // A year and a month later nothing has come: what was decided rests on a report that has grown old.
    journey.on("2027-05-03");
    assert_ne!(rule(&journey, "DATE-AGE")["outcome"], "pass", "sixteen months after the period");
    assert!(
        stale(&journey, &first).contains(&"rule".to_owned()),
        "the decision says so: {:?}",
        stale(&journey, &first)
    );

    // The next report comes, says that it follows the one before, and is found to be this vendor's.
    let next =
        Report { from: "January 1, 2026", to: "December 31, 2026", dated: "February 10, 2027", ..Report::default() };
    let job = journey.receive(&journey.file("harbourlight 2026.pdf", &next.pdf()));
    let document = job["state"]["document"].clone();
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(view["suggestions"][0]["vendor"], vendor, "whose it is: {}", view["suggestions"]);
    journey.call("facts_confirm", json!({ "document": document }));
    journey
        .call("document_file", json!({ "document": document, "vendor": { "target": "existing", "vendor": vendor } }));
    assert_eq!(rule(&journey, "DATE-AGE")["outcome"], "pass", "the new report counts");
    assert_eq!(rule(&journey, "DATE-CONTINUITY")["outcome"], "pass", "it begins where the other ended");

    let documents = journey.call("vendor", json!({ "vendor": vendor }))["documents"].clone();
    let (newer, older) = (&documents[0]["id"], &documents[1]["id"]);
    let compared = journey.call("comparison", json!({ "first": newer, "second": older }));
    assert_eq!(compared["before"]["document"], *older, "the older one is found by the dates");
    assert_eq!(compared["continuity"], "follows");
    let change = |name: &str| {
        let all = compared["differences"].as_array().expect("a list");
        let of: Vec<&Value> = all.iter().filter(|one| one["name"] == name).map(|one| &one["change"]).collect();
        of.into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(change("Opinion"), ["same"], "the opinion: {compared}");
    assert_eq!(change("Trust Services Categories"), ["same", "same"], "security and availability in both: {compared}");
    let unknown = journey.fails("comparison", json!({ "first": newer, "second": vendor }));
    assert_eq!(unknown["code"], "not_found");

    let review = reviewed(&journey, &vendor);
    assert_eq!((&review["row"]["number"], &review["row"]["state"]), (&json!(2), &json!("finished")));
    let renewed = decide(&journey, &vendor, "approved", &[&mara, &ilse], json!("2028-05-03"));
    assert_eq!(stale(&journey, &renewed), Vec::<String>::new(), "it rests on what is held now");
    let before = journey.call("decision", json!({ "decision": first["id"] }));
    assert_eq!(before["frozen_sha256"], first["frozen_sha256"], "the first decision stays as it was");
    let packet = journey.call("packet_make", json!({ "decision": renewed["id"], "paper": "a4" }));
    assert!(packet["pages"].as_u64() > Some(0), "it prints");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null, "the audit log is whole");
}

#[test]
fn a_vendor_that_is_turned_down_is_kept_for_the_record() {
    let journey = Journey::with_workspace(READER);
    let vendor = filed(&journey);
    let (mara, ilse) = (actor(&journey), second(&journey));
    let decision = decide(&journey, &vendor, "rejected", &[&mara, &ilse], Value::Null);
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    assert_eq!(view["row"]["stage"], "rejected", "it was never in use");
    assert_eq!(view["open_to_review"], false, "it is decided");
    assert_eq!(view["steps"], json!(["close"]), "nothing is left but to close it");
    let refused = journey.fails("review_start", json!({ "vendor": vendor, "correction": null }));
    assert_eq!(refused["code"], "not_now", "it is not reviewed any more: {refused}");
    let packet = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "letter" }));
    assert!(packet["pages"].as_u64() > Some(0), "why can be shown on paper");

    journey.call("vendor_move", json!({ "vendor": vendor, "step": "close" }));
    journey.on("2027-01-11");
    assert_eq!(row(&journey, &vendor)["stage"], "closed");
    let kept = journey.call("vendor", json!({ "vendor": vendor }));
    assert_eq!(kept["decisions"][0]["reason"], "What was read is enough for that.", "with the reason");
    assert_eq!(kept["documents"].as_array().map(Vec::len), Some(1), "and with what it rested on");
}
