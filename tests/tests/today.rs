//! What needs attention over a year: items come, move from group to group, go with the work done; what is put off comes back.

use countersign_tests::{journey::Journey, report::Report};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

struct Year {
    journey: Journey,
    vendor: Value,
    mara: Value,
    ilse: Value,
}

const NAME: &str = "Harbourlight Payroll, Inc.";

/// A critical vendor whose report covers 2025; Mara Lind answers for it and acts, Ilse Brandt reads again and signs.
fn year() -> Year {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let waits = journey.call("today", json!({}));
    assert_eq!(kinds(&waits), ["inbox_waiting"], "a document waits in the inbox and nothing else");
    journey.call("facts_confirm", json!({ "document": document }));
    let target = json!({ "target": "new", "name": NAME });
    let vendor =
        journey.call("document_file", json!({ "document": document, "vendor": target }))["row"]["vendor"].clone();
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    journey.call(
        "vendor_save",
        json!({
            "id": vendor, "name": NAME, "aliases": ["Harbourlight"], "service": "Payroll", "tier": "critical",
            "tier_reason": "Pays everybody.", "owner": mara, "notes": null,
        }),
    );
    let roles = ["second_reader", "security_owner", "executive"];
    let person = json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": roles, "active": true });
    let ilse = journey.call("person_save", person)["id"].clone();
    Year { journey, vendor, mara, ilse }
}

fn kinds(today: &Value) -> Vec<&str> {
    items(today).iter().map(|item| item["kind"].as_str().expect("a kind")).collect()
}

fn items(today: &Value) -> &Vec<Value> {
    today["items"].as_array().expect("items")
}

fn figure<'v>(today: &'v Value, name: &str) -> &'v Value {
    let figures = today["figures"].as_array().expect("figures");
    figures.iter().find(|figure| figure["figure"] == name).unwrap_or_else(|| panic!("{name} is counted"))
}

impl Year {
    fn today(&self) -> Value {
        self.journey.call("today", json!({}))
    }

    /// The only item of a kind.
    fn item(&self, kind: &str) -> Option<Value> {
        let today = self.today();
        let mut found = items(&today).iter().filter(|item| item["kind"] == kind);
        let item = found.next().cloned();
        assert!(found.next().is_none(), "there is one {kind} at the most: {today}");
        item
    }

    fn group(&self, kind: &str) -> Option<String> {
        self.item(kind).map(|item| item["group"].as_str().expect("a group").to_owned())
    }

    fn acts(&self, person: &Value) {
        self.journey.call("actor_set", json!({ "person": person }));
    }

    fn start_review(&self) -> Value {
        self.journey.call("review_start", json!({ "vendor": self.vendor, "correction": null }))["row"]["id"].clone()
    }

    fn answer_all(&self, review: &Value) {
        for _ in 0..3 {
            let view = self.journey.call("review", json!({ "review": review }));
            for id in view["open"].as_array().expect("a list") {
                let asked = view["questions"].as_array().and_then(|all| all.iter().find(|one| one["id"] == *id));
                let asked = asked.expect("it is asked");
                let value = asked["suggested"].as_str().unwrap_or("Looked at, nothing against it");
                let suggested = asked["suggested_result"].as_str().filter(|result| ["pass", "warn"].contains(result));
                let result = suggested.unwrap_or("pass");
                let answer = json!({ "value": value, "result": result, "note": "Seen.", "citations": [] });
                self.journey.call("review_answer", json!({ "review": review, "question": id, "answer": answer }));
            }
        }
    }

    fn finish_review(&self, review: &Value) {
        self.journey.call("review_sign", json!({ "review": review }));
        let open = self.item("review_open").expect("it waits");
        assert!(open["reason"].as_str().is_some_and(|why| why.contains("second reader")), "{open}");
        self.acts(&self.ilse);
        self.journey.call("review_read_again", json!({ "review": review }));
        self.acts(&self.mara);
        self.journey.call("review_finish", json!({ "review": review }));
    }

    fn decide(&self) -> Value {
        self.journey.call(
            "decision_record",
            json!({
                "vendor": self.vendor, "outcome": "approved_with_conditions", "reason": "It covers what we use.",
                "conditions": [
                    { "what": "Agree on a breach notice.", "owner": self.mara, "due": "2026-05-29", "before_go_live": true,
                      "rule": "LEGAL-CONTRACT" },
                    { "what": "Get the next report.", "owner": self.ilse, "due": "2026-06-19", "before_go_live": false,
                      "rule": null },
                ],
                "signers": [self.mara, self.ilse], "next_review": "2027-03-17",
                "residual": { "level": "medium", "words": "A late notice of a breach." },
            }),
        )
    }

    fn meet(&self, decision: &Value, number: usize) {
        let condition = decision["conditions"][number]["id"].clone();
        self.journey.call("condition_meet", json!({ "condition": condition, "note": "Done.", "proof": null }));
    }

    fn contract(&self) {
        let part = json!({
            "part": "contract", "id": null, "title": "Master agreement", "start": "2025-01-01", "end": "2026-12-31",
            "renewal": "automatic", "renewal_months": 12, "notice_days": 60, "amount_minor": null, "currency": null,
            "breach_notice": null, "audit_right": null, "return_or_deletion": null, "right_to_reports": null,
            "subprocessor_notice": null, "data_processing_agreement": null, "ai_terms": null, "governing_law": null,
        });
        self.journey.call("register_save", json!({ "vendor": self.vendor, "part": part }));
        let nda = json!({ "part": "nda", "state": "signed", "signed_on": "2025-01-01", "until": "2027-12-31" });
        self.journey.call("register_save", json!({ "vendor": self.vendor, "part": nda }));
    }
}

#[test]
fn items_come_with_their_days_and_go_with_the_work_done() {
    let year = year();
    let journey = &year.journey;
    assert_eq!(year.group("nda_missing").as_deref(), Some("undated"), "a report is held without an agreement");
    assert_eq!(year.item("evidence_ends"), None, "a vendor that is not in use yet is not watched so");
    year.contract();
    assert_eq!((year.item("nda_missing"), year.group("nda_ends").as_deref()), (None, Some("later")));

    // The first review and its decision.
    let review = year.start_review();
    let open = year.item("review_open").expect("it is under way");
    assert_eq!((&open["remedy"], &open["target"]), (&json!("continue_review"), &review));
    year.answer_all(&review);
    year.finish_review(&review);
    assert_eq!((year.item("review_open"), year.group("decision_pending").as_deref()), (None, Some("undated")));
    year.journey.on("2026-03-18");
    let decision = year.decide();
    assert_eq!(year.item("decision_pending"), None, "it is decided");
    let today = year.today();
    assert_eq!(kinds(&today).iter().filter(|kind| **kind == "signature_missing").count(), 2, "two are named");
    let mine: Vec<bool> = items(&today)
        .iter()
        .filter(|item| item["kind"] == "signature_missing")
        .map(|item| item["mine"].as_bool().expect("yes or no"))
        .collect();
    assert!(mine.contains(&true) && mine.contains(&false), "one's own signature is one's own: {mine:?}");
    for person in [&year.mara, &year.ilse] {
        year.acts(person);
        journey.call("decision_sign", json!({ "decision": decision["id"], "agrees": true, "comment": null }));
    }
    year.acts(&year.mara);
    journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
    let left = year.today();
    let expected = [
        ("letter_wanted", "2026-03-31", "days30"),
        ("go_live_condition", "2026-05-29", "days90"),
        ("condition", "2026-06-19", "later"),
        ("evidence_ends", "2026-06-30", "later"),
        ("notice_deadline", "2026-11-01", "later"),
        ("next_report", "2027-02-12", "later"),
        ("review_due", "2027-03-17", "later"),
        ("nda_ends", "2027-12-31", "later"),
    ];
    let text = |item: &Value, name: &str| item[name].as_str().expect("a text").to_owned();
    let found: Vec<[String; 3]> =
        items(&left).iter().map(|item| [text(item, "kind"), text(item, "date"), text(item, "group")]).collect();
    assert_eq!(found, expected.map(|(kind, date, group)| [kind, date, group].map(str::to_owned)));
    let assured = figure(&left, "critical_type2");
    assert_eq!((&assured["count"], &assured["of"]), (&json!(1), &json!(1)), "1 of 1 critical vendors");

    // Time goes on.
    year.journey.on("2026-06-25");
    let today = year.today();
    let group = |kind: &str| items(&today).iter().find(|item| item["kind"] == kind).map(|item| item["group"].clone());
    assert_eq!(group("letter_wanted"), Some(json!("overdue")));
    assert_eq!(group("go_live_condition"), Some(json!("overdue")));
    assert_eq!(group("evidence_ends"), Some(json!("week")));
    assert_eq!(figure(&today, "overdue")["count"], 3, "letter and both conditions");
    let late = figure(&today, "conditions_overdue");
    assert_eq!((&late["count"], &late["of"]), (&json!(2), &json!(2)));
    year.meet(&decision, 0);
    year.acts(&year.ilse);
    let refused = journey
        .fails("condition_meet", json!({ "condition": decision["conditions"][1]["id"], "note": "", "proof": null }));
    assert_eq!(refused["field"], "note", "what is not said is not done: {refused}");
    year.acts(&year.mara);
    year.meet(&decision, 1);
    assert_eq!((year.item("go_live_condition"), year.item("condition")), (None, None), "they are done");

    year.journey.on("2026-07-01");
    assert_eq!(year.group("evidence_ends").as_deref(), Some("overdue"), "the day after");
    assert_eq!(year.item("hard_stop").expect("what no letter moves")["date"], "2027-03-31");
    assert_eq!(year.item("letter_wanted"), None, "a letter is no longer what is missing");
    let today = year.today();
    assert_eq!(figure(&today, "critical_type2")["count"], 0);
    assert_eq!(figure(&today, "critical_type2")["vendors"][0]["counted"], false, "and the list says who");

    // The term passes its notice: the next one counts.
    year.journey.on("2026-11-01");
    assert_eq!(year.item("notice_deadline").expect("the last day")["days"], 0);
    year.journey.on("2026-11-02");
    assert_eq!(year.item("notice_deadline").expect("the next term")["date"], "2027-11-01");

    // The next report.
    year.journey.on("2027-02-15");
    let next =
        Report { from: "January 1, 2026", to: "December 31, 2026", dated: "February 10, 2027", ..Report::default() };
    let path = journey.file("harbourlight 2026.pdf", &next.pdf());
    let job = journey.receive(&path);
    let document = job["state"]["document"].clone();
    assert_eq!(year.group("inbox_waiting").as_deref(), Some("undated"));
    journey.call("facts_confirm", json!({ "document": document }));
    let target = json!({ "target": "existing", "vendor": year.vendor });
    journey.call("document_file", json!({ "document": document, "vendor": target }));
    assert_eq!(year.item("inbox_waiting"), None);
    assert_eq!(year.item("evidence_ends").expect("of the new one")["date"], "2027-06-30");
    assert_eq!(year.item("hard_stop"), None);
    let stale = year.item("decision_stale").expect("the decision rests on the old one");
    assert_eq!((&stale["target"], &stale["date"]), (&decision["id"], &Value::Null));

    year.journey.on("2027-03-18");
    assert_eq!(year.group("review_due").as_deref(), Some("overdue"));
    assert_eq!(figure(&year.today(), "reviews_due")["count"], 1);
    year.start_review();
    assert_eq!(year.item("review_due"), None, "it is under way");
    assert_eq!(year.item("review_open").expect("and late")["date"], "2027-03-17");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null, "nothing of this was written");
}

#[test]
fn what_is_put_off_is_out_of_sight_for_its_person_until_its_day_or_until_it_moves() {
    let year = year();
    let journey = &year.journey;
    year.contract();
    let nda = year.item("nda_ends").expect("it ends");
    let off = |key: &Value, until: &str, reason: &str, for_all: bool| json!({ "key": key, "until": until, "reason": reason, "for_all": for_all });
    let refused = |input: Value| {
        let failure = journey.fails("attention_snooze", input);
        (failure["field"].clone(), failure["problem"]["problem"].clone())
    };
    assert_eq!(refused(off(&nda["key"], "2026-03-17", "Later.", false)), (json!("until"), json!("in_the_past")));
    assert_eq!(refused(off(&nda["key"], "2028-01-01", "Later.", false)), (json!("until"), json!("too_late")));
    assert_eq!(refused(off(&nda["key"], "2026-04-01", " ", false)), (json!("reason"), json!("empty")));
    let gone = journey.fails("attention_snooze", off(&json!("nda_ends:0"), "2026-04-01", "Later.", false));
    assert_eq!((&gone["code"], &gone["what"]), (&json!("not_found"), &json!("item")));

    journey.call("attention_snooze", off(&nda["key"], "2026-04-01", "Legal is on it.", false));
    let snoozed = |year: &Year| year.item("nda_ends").expect("it is still listed")["snoozed"].clone();
    let mine = snoozed(&year);
    assert_eq!(
        (&mine["until"], &mine["for_all"], &mine["may_wake"]),
        (&json!("2026-04-01"), &json!(false), &json!(true))
    );
    year.acts(&year.ilse);
    assert_eq!(snoozed(&year), Value::Null, "others still see it");
    year.acts(&year.mara);
    journey.call("attention_snooze", off(&nda["key"], "2026-06-01", "Renewed with the contract.", true));
    year.acts(&year.ilse);
    assert_eq!(snoozed(&year)["reason"], "Renewed with the contract.", "put off for all");

    // It comes back on the date, for each as they put it off; a new day brings it back as well.
    year.journey.on("2026-06-01");
    assert_eq!(snoozed(&year), Value::Null);
    year.acts(&year.mara);
    journey.call("attention_snooze", off(&nda["key"], "2026-07-01", "Legal is on it.", false));
    let moved = json!({ "part": "nda", "state": "signed", "signed_on": "2025-01-01", "until": "2027-06-30" });
    journey.call("register_save", json!({ "vendor": year.vendor, "part": moved }));
    assert_eq!(snoozed(&year), Value::Null, "its own day changed, which is news");

    journey.call("attention_snooze", off(&nda["key"], "2026-07-01", "Legal is on it.", false));
    journey.call("attention_wake", json!({ "key": nda["key"], "for_all": false }));
    assert_eq!(snoozed(&year), Value::Null, "brought back");
    let again = journey.fails("attention_wake", json!({ "key": nda["key"], "for_all": false }));
    assert_eq!(again["what"], "item", "it was not put off any more");

    let log = journey.call("history", json!({ "before": null, "vendor": year.vendor, "limit": 200 }));
    let ops = |op: &str| log.as_array().map_or(0, |all| all.iter().filter(|one| one["op"] == op).count());
    assert_eq!((ops("attention.snooze"), ops("attention.wake")), (4, 1), "each stands in the vendor's history");
    let owner = json!({ "id": null, "name": "Otto Quill", "title": null, "roles": ["executive"], "active": true });
    year.acts(&journey.call("person_save", owner)["id"]);
    let denied = journey.fails("attention_snooze", off(&nda["key"], "2026-07-01", "Later.", true));
    assert_eq!(denied["code"], "denied", "what all see is put off by who keeps the register");
    journey.call("attention_snooze", off(&nda["key"], "2026-07-01", "Later.", false));
}

#[test]
fn a_vendor_that_is_left_is_watched_until_access_is_known_to_be_dead() {
    let year = year();
    let journey = &year.journey;
    let review = year.start_review();
    year.answer_all(&review);
    year.finish_review(&review);
    year.journey.on("2026-03-18");
    year.decide();
    let unsigned = journey.fails("vendor_move", json!({ "vendor": year.vendor, "step": "onboard" }));
    assert_eq!(unsigned["missing"][0]["gap"], "signature", "nobody has signed: {unsigned}");
    journey.signed_by_all(&year.vendor);
    journey.call("vendor_move", json!({ "vendor": year.vendor, "step": "onboard" }));
    let plan = json!({
        "vendor": year.vendor, "reason": "Replaced.", "owner": year.ilse, "ends_on": "2026-04-30",
        "data_plan": "Export, then delete.",
    });
    journey.call("offboarding_plan", plan);
    let last = year.item("offboarding_ends").expect("the last day of use");
    assert_eq!((&last["date"], &last["owner"]), (&json!("2026-04-30"), &json!("Ilse Brandt")));
    assert_eq!(year.item("evidence_ends"), None, "what is left needs no next report");
    year.journey.on("2026-05-01");
    assert_eq!(year.item("exit_check").expect("30 days later")["date"], "2026-05-30");
    let tick = |state: Value| {
        json!({ "vendor": year.vendor, "checklist": "offboarding", "item": "post-exit-check", "state": state,
                "note": null, "proof": null })
    };
    journey.call("checklist_tick", tick(json!("done")));
    assert!(year.item("exit_check").is_some(), "ticked too early, it does not count");
    year.journey.on("2026-05-30");
    journey.call("checklist_tick", tick(json!("done")));
    assert_eq!(year.item("exit_check"), None);
}

#[test]
fn the_calendar_is_a_file_whose_entries_keep_their_names() {
    let year = year();
    let journey = &year.journey;
    year.contract();
    let read = |name: &Value| {
        std::fs::read_to_string(journey.folder.path().join(name.as_str().expect("a name"))).expect("it was written")
    };
    let uids = |text: &str| -> Vec<String> {
        let lines = text.replace("\r\n ", "");
        lines.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let first = read(&journey.call("calendar_save", json!({ "mine": false }))["name"]);
    assert!(first.starts_with("BEGIN:VCALENDAR\r\n"), "{first}");
    assert!(first.contains("DTSTART;VALUE=DATE:20261101"), "the notice deadline: {first}");
    assert!(
        first.replace("\r\n ", "").contains(r"SUMMARY:Harbourlight Payroll\, Inc.: Contract notice deadline"),
        "{first}"
    );
    year.journey.on("2026-03-20");
    let second = read(&journey.call("calendar_save", json!({ "mine": false }))["name"]);
    assert_eq!(uids(&first), uids(&second), "a subscribed calendar moves entries and doubles none");
    assert_eq!(uids(&first).len(), 2, "notice and confidentiality: what has no day is not in a calendar");
    year.acts(&year.ilse);
    let mine = read(&journey.call("calendar_save", json!({ "mine": true }))["name"]);
    assert_eq!(uids(&mine), Vec::<String>::new(), "Mara answers for the vendor");
}

#[test]
fn the_system_says_once_a_day_what_is_due_and_names_nobody_unless_it_may() {
    let year = year();
    let journey = &year.journey;
    assert_eq!(journey.app.remind(), Ok(false), "nothing is due");
    year.decide();
    journey.on("2026-05-29");
    assert_eq!(journey.app.remind(), Ok(true), "a condition is due");
    assert_eq!(journey.app.remind(), Ok(false), "it was said this morning");
    let wish = journey.call("notices", json!({}));
    assert_eq!(wish, json!({ "on": true, "names": false }), "numbers only, until somebody wants more");
    journey.call("notices_save", json!({ "on": true, "names": true }));
    journey.on("2026-05-30");
    assert_eq!(journey.app.remind(), Ok(true), "another day");
    journey.call("notices_save", json!({ "on": false, "names": true }));
    journey.on("2026-05-31");
    assert_eq!(journey.app.remind(), Ok(false), "it is switched off");
    let said = journey.host.notices();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("due today") && !said[0].contains("Harbourlight"), "{said:?}");
    assert!(said[1].contains("overdue") && said[1].contains(NAME), "{said:?}");
}
