//! Conditions of a decision that settle findings: each is seen from the other.

use super::{Case, case, person};
use serde_json::{Value, json};

impl Case {
    fn under(&self, finding: &Value, signers: [&Value; 2]) -> Value {
        let condition = json!({
            "what": "The vendor restores its backups once and shows it.", "owner": signers[0], "due": "2026-05-29",
            "before_go_live": false, "rule": null, "finding": finding["key"],
        });
        json!({
            "vendor": self.vendor, "outcome": "approved_with_conditions", "reason": "It covers what we use.",
            "conditions": [condition], "signers": signers, "next_review": "2027-03-17",
            "residual": { "level": "medium", "words": "Backups that cannot be restored." },
        })
    }

    fn decision(&self) -> Value {
        self.journey.call("vendor", json!({ "vendor": self.vendor }))["decisions"][0].clone()
    }
}

#[test]
fn a_condition_and_the_finding_that_it_settles_are_seen_from_each_other() {
    let case = case();
    let journey = &case.journey;
    let security = person(journey, "Odo Brandt", &["security_owner"]);
    let executive = person(journey, "Runa Falk", &["executive"]);
    let restore = case.assess("A1.3.2", "limited", "indirect");
    let sheet = journey.call("decision_prepare", json!({ "vendor": case.vendor }));
    let choice = &sheet["findings"][0];
    assert_eq!((&choice["finding"], &choice["settled"]), (&restore["key"], &json!(false)), "it can be chosen: {sheet}");
    assert_eq!(sheet["findings"].as_array().map(Vec::len), Some(1), "what nobody has recorded cannot");

    let unknown = json!({ "key": case.vendor });
    assert_eq!(journey.fails("decision_record", case.under(&unknown, [&security, &executive]))["code"], "not_found");
    journey.call("decision_record", case.under(&restore, [&security, &executive]));
    let condition = case.decision()["conditions"][0].clone();
    assert_eq!(condition["finding"]["label"], choice["label"], "the decision names it: {condition}");
    assert_eq!(condition["finding"]["settled"], json!(false));
    let seen = case.of("A1.3.2")["conditions"].clone();
    assert_eq!(seen[0]["what"], "The vendor restores its backups once and shows it.", "the finding names it: {seen}");
    assert_eq!((&seen[0]["owner"], &seen[0]["due"]), (&json!("Odo Brandt"), &json!("2026-05-29")));
    assert_eq!(seen[0]["done_at"], Value::Null, "it is open");
    assert_eq!(case.of("CC6.2.1")["conditions"], json!([]), "of the other nothing is asked");
    let waits = case.today("condition");
    let reason = |items: &[Value]| items[0]["reason"].as_str().expect("a reason").to_owned();
    assert!(!reason(&waits).contains("settled"), "{waits:?}");

    let asked = case.step(&restore, json!({ "step": "ask", "answer_by": "2026-03-27" }));
    let proof = case.proof("August 1, 2022");
    let received = case.step(&asked, json!({ "step": "receive", "evidence": proof, "page": null }));
    let verified =
        case.step(&received, json!({ "step": "verify", "by": security, "note": "The record was looked at." }));
    let closed = case.step(&verified, json!({ "step": "close" }));
    assert_eq!(closed["status"], "closed", "{closed}");
    let condition = case.decision()["conditions"][0].clone();
    let finding = &condition["finding"];
    assert_eq!(
        (&finding["settled"], &finding["evidence"]),
        (&json!(true), &proof),
        "and with which proof: {condition}"
    );
    assert_eq!(condition["done"], Value::Null, "that it is met a person says");
    let waits = case.today("condition");
    assert!(reason(&waits).contains("is settled, so it can be marked as done"), "{waits:?}");

    let met = json!({ "condition": condition["id"], "note": "The finding is closed.", "proof": proof });
    journey.call("condition_meet", met);
    assert!(case.of("A1.3.2")["conditions"][0]["done_at"].is_string(), "the finding says so");
    assert_eq!(case.today("condition"), Vec::<Value>::new(), "nothing waits");
    let history = journey.call("finding_history", json!({ "key": closed["key"] }));
    let ops: Vec<&Value> = history.as_array().expect("entries").iter().map(|entry| &entry["op"]).collect();
    assert!(
        ops.contains(&&json!("condition.done")) && ops.contains(&&json!("decision.record")),
        "both are logged: {ops:?}"
    );
    assert_eq!(
        journey.fails("decision_record", case.under(&closed, [&security, &executive]))["problem"]["problem"],
        "already_done",
        "what is settled needs no condition"
    );
}
