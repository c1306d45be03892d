//! What is noted of a vendor between reviews, and what follows from it.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

struct Case {
    journey: Journey,
    vendor: Value,
}

impl Case {
    /// A critical vendor with its report.
    fn begin() -> Self {
        let journey = Journey::with_workspace(READER);
        let vendor = json!({
            "id": null, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": "Payroll", "tier": "critical",
            "tier_reason": "Pays everybody.", "owner": null, "notes": null,
        });
        let vendor = journey.call("vendor_save", vendor)["row"]["id"].clone();
        let document = journey.received();
        let target = json!({ "target": "existing", "vendor": vendor });
        journey.call("document_file", json!({ "document": document, "vendor": target }));
        journey.pass(1);
        Self { journey, vendor }
    }

    fn input(&self, change: &Value) -> Value {
        let mut input = json!({
            "id": null, "vendor": self.vendor, "kind": "incident", "on": "2026-03-10", "source": "A newspaper",
            "what": "Payslips of others could be read for a day.", "told_by_vendor": false, "retier": false,
            "review_by": null, "evidence": null, "open_finding": null,
        });
        for (field, value) in change.as_object().expect("an object") {
            input[field] = value.clone();
        }
        input
    }

    fn note(&self, change: &Value) -> Value {
        self.journey.call("monitoring_save", self.input(change))["entries"][0].clone()
    }

    fn entries(&self) -> Vec<Value> {
        let view = self.journey.call("monitoring", json!({ "vendor": self.vendor }));
        view["entries"].as_array().expect("entries").clone()
    }

    fn close(&self, entry: &Value, note: &Value) {
        self.journey.call("monitoring_close", json!({ "id": entry["id"], "note": note }));
    }

    fn events(&self) -> Value {
        self.journey.call("register", json!({ "vendor": self.vendor }))["tiering"]["events"].clone()
    }

    /// The items of today of that kind: what is named, and why.
    fn today(&self, kind: &str) -> Vec<(Value, Value)> {
        let view = self.journey.call("today", json!({}));
        let items = view["items"].as_array().expect("items");
        let wanted = items.iter().filter(|item| item["kind"] == kind);
        wanted.map(|item| (item["what"].clone(), item["reason"].clone())).collect()
    }

    fn next_review(&self) -> Value {
        self.journey.call("vendor", json!({ "vendor": self.vendor }))["row"]["next_review"].clone()
    }

    fn ops(&self) -> Vec<String> {
        let log = self.journey.call("history", json!({ "before": null, "vendor": self.vendor, "limit": 50 }));
        log.as_array().expect("entries").iter().map(|entry| entry["op"].as_str().expect("an op").to_owned()).collect()
    }
}

#[test]
fn what_is_noted_stands_on_today_and_in_the_history_until_it_is_settled() {
    let case = Case::begin();
    let noted = case.note(&json!({}));
    assert_eq!(noted["silent"], true, "that the vendor did not tell is a signal: {noted}");
    let items = case.today("monitoring_open");
    assert_eq!(items[0].0, "Incident or breach, 10 March 2026");
    let reason = items[0].1.as_str().expect("words");
    assert!(reason.ends_with("the vendor did not tell us itself"), "{reason}");
    let told = case.journey.call("monitoring_save", {
        let mut input = case.input(&json!({ "told_by_vendor": true }));
        input["id"] = noted["id"].clone();
        input
    });
    assert_eq!(told["entries"][0]["silent"], false, "it is changed while it is open");
    case.close(&noted, &json!("Explained, fixed and shown."));
    assert_eq!(case.today("monitoring_open"), []);
    assert_eq!(case.entries()[0]["closed"]["note"], "Explained, fixed and shown.");
    let settled = case.journey.fails("monitoring_save", {
        let mut input = case.input(&json!({}));
        input["id"] = noted["id"].clone();
        input
    });
    assert_eq!(settled["code"], "not_found", "what is settled is opened again before it is changed");
    case.close(&noted, &Value::Null);
    assert_eq!(case.today("monitoring_open").len(), 1);
    let ops = case.ops();
    assert_eq!(ops.iter().filter(|op| *op == "monitoring.record").count(), 2);
    assert_eq!(ops.iter().filter(|op| *op == "monitoring.close").count(), 2);
}

#[test]
fn a_proposal_to_tier_again_stands_where_such_proposals_stand_until_the_class_is_assigned() {
    let case = Case::begin();
    assert_eq!(case.events(), json!([]));
    let noted = case.note(&json!({ "kind": "ownership", "retier": true, "told_by_vendor": null }));
    assert_eq!(case.events(), json!([{ "event": "merger", "service": null }]));
    assert_eq!(case.today("tier_again")[0].0, "Merger or new owner, 10 March 2026");
    assert_eq!(noted["retier_open"], true);
    case.journey.pass(1);
    let tier = json!({ "vendor": case.vendor, "tier": "high", "reason": "The new owner keeps it apart." });
    case.journey.call("tier_assign", tier);
    assert_eq!(case.events(), json!([]), "the class was assigned since");
    assert_eq!(case.today("tier_again"), []);
    assert_eq!(case.entries()[0]["retier_open"], false);
}

#[test]
fn what_is_proposed_afterwards_counts_from_then_on() {
    let case = Case::begin();
    let noted = case.note(&json!({ "kind": "ownership" }));
    case.journey.pass(1);
    let tier = json!({ "vendor": case.vendor, "tier": "high", "reason": "The new owner keeps it apart." });
    case.journey.call("tier_assign", tier);
    case.journey.pass(1);
    case.note(&json!({ "id": noted["id"], "kind": "ownership", "retier": true }));
    assert_eq!(case.events(), json!([{ "event": "merger", "service": null }]), "proposed after the class was assigned");
}

#[test]
fn a_review_is_brought_forward_and_says_why() {
    let case = Case::begin();
    assert_eq!(case.next_review(), Value::Null);
    let past = case.journey.fails("monitoring_save", case.input(&json!({ "review_by": "2026-03-01" })));
    assert_eq!((&past["field"], &past["problem"]["problem"]), (&json!("review_by"), &json!("in_the_past")));
    let future = case.journey.fails("monitoring_save", case.input(&json!({ "on": "2026-12-24" })));
    assert_eq!((&future["field"], &future["problem"]["problem"]), (&json!("on"), &json!("in_the_future")));
    let noted = case.note(&json!({ "review_by": "2026-04-15" }));
    assert_eq!(noted["review_open"], true);
    assert_eq!(case.next_review(), "2026-04-15");
    case.close(&noted, &json!("Nothing of it touched us."));
    assert_eq!(case.next_review(), Value::Null, "what is settled brings nothing forward");
    assert_eq!(case.entries()[0]["review_open"], false);
}

#[test]
fn a_finding_is_opened_with_the_entry_or_neither_is_recorded() {
    let case = Case::begin();
    let empty = case.journey.fails("monitoring_save", case.input(&json!({ "open_finding": " " })));
    assert_eq!((&empty["field"], &empty["problem"]["problem"]), (&json!("open_finding"), &json!("empty")));
    assert_eq!(case.entries(), Vec::<Value>::new(), "nothing is recorded");
    let noted = case.note(&json!({ "open_finding": "Payslips were readable by others" }));
    let findings = case.journey.call("findings", json!({ "vendor": case.vendor }));
    let opened = findings["findings"].as_array().expect("findings");
    let opened = opened.iter().find(|finding| finding["key"] == noted["finding"]).expect("the finding");
    assert_eq!(opened["title"], "Payslips were readable by others");
    let mut again = case.input(&json!({ "open_finding": "Once more" }));
    again["id"] = noted["id"].clone();
    assert_eq!(case.journey.fails("monitoring_save", again)["problem"]["problem"], "already_done");
    let strange = json!({ "evidence": "00000000-0000-4000-8000-000000000001" });
    assert_eq!(case.journey.fails("monitoring_save", case.input(&strange))["field"], "evidence");
}
