//! A vendor in use is at risk from the day on which something stops to hold, and no longer than that.

use countersign_tests::{journey::Journey, report::Report};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

struct Case {
    journey: Journey,
    vendor: Value,
    security: Value,
    executive: Value,
}

/// A high vendor in use, whose report of 2025 states two exceptions.
fn case() -> Case {
    let journey = Journey::with_workspace(READER);
    let report = Report::with_exceptions();
    let path = journey.file("report.pdf", &report.pdf());
    let document = journey.receive(&path)["state"]["document"].clone();
    let target = json!({ "target": "new", "name": report.organization });
    let vendor =
        journey.call("document_file", json!({ "document": document, "vendor": target }))["row"]["vendor"].clone();
    let saved = json!({
        "id": vendor, "name": report.organization, "aliases": [], "service": "Payroll", "tier": "high",
        "tier_reason": "Pays everybody.", "owner": null, "notes": null,
    });
    journey.call("vendor_save", saved);
    journey.call("facts_confirm", json!({ "document": document }));
    let person = |name: &str, roles: &[&str]| {
        let person = json!({ "id": null, "name": name, "title": null, "roles": roles, "active": true });
        journey.call("person_save", person)["id"].clone()
    };
    let (security, executive) = (person("Odo Brandt", &["security_owner"]), person("Runa Falk", &["executive"]));
    Case { journey, vendor, security, executive }
}

impl Case {
    fn approve(&self) {
        let decision = json!({
            "vendor": self.vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
            "signers": [self.security, self.executive], "next_review": "2027-03-17",
            "residual": { "level": "medium", "words": "A late notice." },
        });
        self.journey.call("decision_record", decision);
    }

    /// Why the register says that the vendor is at risk.
    fn reasons(&self) -> Vec<Value> {
        let row = self.journey.call("vendors", json!({}))[0].clone();
        let of_view = self.journey.call("vendor", json!({ "vendor": self.vendor }))["row"]["at_risk"].clone();
        assert_eq!(row["at_risk"], of_view, "the register and the vendor's own screen say the same");
        row["at_risk"].as_array().expect("a list").iter().map(|one| one["why"].clone()).collect()
    }

    /// How many vendors Today says are at risk, with what it says of them.
    fn today(&self) -> (Value, Value) {
        let today = self.journey.call("today", json!({}));
        let figures = today["figures"].as_array().expect("figures");
        let figure = figures.iter().find(|one| one["figure"] == "at_risk").expect("it is shown");
        (figure["count"].clone(), figure["vendors"][0]["why"].clone())
    }

    /// Asks for acceptances and approves them as whoever is named.
    fn asked(&self, keys: &Value, step: &Value) {
        let asked = self.journey.call("findings_move", json!({ "keys": keys, "step": step }));
        let actor = self.journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        self.journey.call("actor_set", json!({ "person": self.executive }));
        for finding in asked["findings"].as_array().expect("findings") {
            let answer = json!({ "request": finding["request"]["id"], "agrees": true, "comment": null });
            self.journey.call("finding_acceptance_answer", answer);
        }
        self.journey.call("actor_set", json!({ "person": actor }));
    }

    fn accept(&self, expires: &str) {
        let found = self.journey.call("findings", json!({ "vendor": self.vendor }))["findings"].clone();
        for finding in found.as_array().expect("findings") {
            let proposed = &finding["proposed"];
            let inputs = json!({
                "impact": "serious", "exposure": "direct", "extent": proposed["extent"], "nature": proposed["nature"],
                "late_found_nothing": false, "history": proposed["history"], "harm": "unknown",
                "vendor_compensation": false, "own_compensation": "none", "response": proposed["response"],
                "fix_verified": false, "opinion_modified": proposed["opinion_modified"],
            });
            let assessed =
                self.journey.call("finding_assess", json!({ "key": finding["key"], "inputs": inputs, "reason": null }));
            let step = json!({
                "step": "accept", "reason": "We look ourselves.", "worst_case": "A week without it.",
                "compensations": "We export every month.", "plan": "The vendor mends it.", "residual": "medium",
                "requester": self.security, "approver": self.executive, "expires": expires,
            });
            let key = &assessed["findings"][0]["key"];
            self.asked(&json!([key]), &step);
        }
    }
}

#[test]
fn an_acceptance_that_ran_out_puts_a_vendor_in_use_at_risk() {
    let case = case();
    case.accept("2026-05-01");
    assert_eq!(case.reasons(), Vec::<Value>::new());
    case.journey.on("2026-05-02");
    assert_eq!(case.reasons(), Vec::<Value>::new(), "who is not used puts nothing at risk");
    case.journey.on("2026-04-30");
    case.approve();
    assert_eq!((case.reasons(), case.today().0), (Vec::new(), json!(0)), "on its last days it holds");
    case.journey.on("2026-05-01");
    assert_eq!(case.reasons(), Vec::<Value>::new(), "on its last day it holds");
    case.journey.on("2026-05-02");
    assert_eq!(case.reasons(), ["acceptance_ended", "acceptance_ended"], "both findings are open again");
    let (count, why) = case.today();
    assert_eq!(count, 1);
    let why = why.as_str().expect("a reason");
    assert!(why.contains("its acceptance ran out on 1 May 2026"), "{why}");
    let today = case.journey.call("today", json!({}));
    let due: Vec<&str> = today["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter(|item| item["kind"] == "finding_due")
        .map(|item| item["reason"].as_str().expect("a reason"))
        .collect();
    assert!(due.iter().all(|reason| reason.contains("its acceptance ran out")) && due.len() == 2, "{due:?}");
    assert_eq!(case.journey.call("findings_open", json!({}))["open"], 2, "the count in the navigation");

    let found = case.journey.call("findings", json!({ "vendor": case.vendor }))["findings"].clone();
    let keys: Vec<&Value> = found.as_array().expect("findings").iter().map(|one| &one["key"]).collect();
    let reason = json!({ "step": "accept", "reason": "Until the summer.", "worst_case": "A week.", "compensations": "Ours.",
        "plan": "It is mended.", "residual": "medium", "requester": case.security, "approver": case.executive,
        "expires": "2026-06-30" });
    case.asked(&json!(keys), &reason);
    assert_eq!(case.reasons(), Vec::<Value>::new(), "accepted anew it is no more at risk");
}

#[test]
fn evidence_that_ran_out_and_an_incident_do_so_too() {
    let case = case();
    case.accept("2026-06-30");
    case.approve();
    let noted = json!({
        "id": null, "vendor": case.vendor, "kind": "incident", "on": "2026-03-16", "what": "Somebody got in.",
        "source": "A newspaper", "told_by_vendor": null, "retier": false, "review_by": null, "evidence": null,
        "open_finding": null,
    });
    let entry = case.journey.call("monitoring_save", noted)["entries"][0].clone();
    assert_eq!(case.reasons(), ["incident"]);
    case.journey.call("monitoring_close", json!({ "id": entry["id"], "note": "Nothing of ours was touched." }));
    assert_eq!(case.reasons(), Vec::<Value>::new());
    case.journey.on("2027-06-01");
    let reasons = case.reasons();
    assert!(reasons.contains(&json!("evidence_ended")), "a report of 2025 does not suffice for ever: {reasons:?}");
}
