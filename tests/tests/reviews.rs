//! The guided review and what follows it: questions, signatures, a frozen sheet, a decision that rests on it and grows stale.

mod later;

use countersign_tests::journey::Journey;
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

struct Vendor {
    journey: Journey,
    document: Value,
    id: Value,
    mara: Value,
    second: Value,
}

/// The invented report, filed with a critical vendor; Mara Lind acts, Ilse Brandt can read again and sign.
fn vendor() -> Vendor {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    journey.call("facts_confirm", json!({ "document": document }));
    let name = "Harbourlight Payroll, Inc.";
    let target = json!({ "target": "new", "name": name });
    let view = journey.call("document_file", json!({ "document": document, "vendor": target }));
    let id = view["row"]["vendor"].clone();
    journey.call(
        "vendor_save",
        json!({
            "id": id, "name": name, "aliases": ["Harbourlight"], "service": "Payroll", "tier": "critical",
            "tier_reason": "Pays everybody.", "owner": null, "notes": null,
        }),
    );
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let roles = ["second_reader", "security_owner", "executive"];
    let second = journey.call(
        "person_save",
        json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": roles, "active": true }),
    )["id"]
        .clone();
    Vendor { journey, document, id, mara, second }
}

impl Vendor {
    fn acts(&self, person: &Value) {
        self.journey.call("actor_set", json!({ "person": person }));
    }

    fn start(&self) -> Value {
        self.journey.call("review_start", json!({ "vendor": self.id, "correction": null }))
    }

    fn answer(&self, review: &Value, question: &str, value: &str, result: &str, note: &str) -> Value {
        let answer = json!({ "value": value, "result": result, "note": note, "citations": [] });
        self.journey.call("review_answer", json!({ "review": review, "question": question, "answer": answer }))
    }

    /// Answers every open question: as suggested where something is, else with a plain pass.
    fn answer_all(&self, review: &Value) -> Value {
        for _ in 0..3 {
            let view = self.journey.call("review", json!({ "review": review }));
            let open: Vec<Value> = view["open"].as_array().expect("a list").clone();
            for id in open {
                let asked = question(&view, id.as_str().expect("an id"));
                let value = asked["suggested"].as_str().unwrap_or("Looked at, nothing against it");
                let result = match asked["suggested_result"].as_str() {
                    Some("pass" | "warn") => asked["suggested_result"].as_str().expect("a result"),
                    _ => "pass",
                };
                self.answer(review, id.as_str().expect("an id"), value, result, "Seen.");
            }
        }
        self.journey.call("review", json!({ "review": review }))
    }

    /// Makes a whole review and gives its id.
    fn reviewed(&self) -> Value {
        let review = self.start()["row"]["id"].clone();
        self.answer_all(&review);
        self.sign_and_finish(&review);
        review
    }

    fn sign_and_finish(&self, review: &Value) -> Value {
        self.journey.call("review_sign", json!({ "review": review }));
        self.acts(&self.second);
        self.journey.call("review_read_again", json!({ "review": review }));
        self.acts(&self.mara);
        self.journey.call("review_finish", json!({ "review": review }))
    }

    fn decide(&self, signers: &[&Value]) -> Value {
        self.journey.call("decision_record", self.decision(signers))
    }

    fn decision(&self, signers: &[&Value]) -> Value {
        json!({
            "vendor": self.id, "outcome": "approved_with_conditions", "reason": "It covers what we use.",
            "conditions": [{
                "what": "Agree on a breach notice.", "owner": self.mara, "due": "2026-05-29", "before_go_live": true,
                "rule": "LEGAL-CONTRACT",
            }],
            "signers": signers, "next_review": "2027-03-17",
            "residual": { "level": "medium", "words": "A late notice of a breach." },
        })
    }
}

fn question<'v>(view: &'v Value, id: &str) -> &'v Value {
    let asked = view["questions"].as_array().and_then(|all| all.iter().find(|one| one["id"] == id));
    asked.unwrap_or_else(|| panic!("{id} is asked"))
}

#[test]
fn from_a_dropped_report_through_the_review_to_an_approval_with_conditions() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let view = vendor.start();
    assert_eq!(view["row"]["number"], 1, "reviews are counted for each vendor");
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor.id }))["row"]["stage"], "in_review");
    let review = view["row"]["id"].clone();
    assert_eq!(vendor.start()["row"]["id"], review, "one review at a time: the one under way is given");
    let opinion = question(&view, "D1");
    assert_eq!(opinion["suggested_result"], "pass", "an unqualified opinion passes: {opinion}");
    assert!(opinion["citations"][0]["page"].as_u64() > Some(0), "with the page on which it stands");
    assert_eq!(question(&view, "D2")["applies"], false, "an opinion that is not modified has no modified part");
    assert_eq!(view["buyers"].as_array().map(Vec::len), Some(4), "the four questions of every buyer");
    assert!(!view["not_proved"].as_array().is_none_or(Vec::is_empty), "what this report does not prove");

    let refused = journey.fails("review_sign", json!({ "review": review }));
    assert_eq!(refused["code"], "unanswered", "nothing is signed before it is answered");
    assert!(
        refused["questions"].as_array().is_some_and(|open| open.contains(&json!("D1"))),
        "it says which: {refused}"
    );

    let answered = vendor.answer_all(&review);
    assert_eq!(answered["open"], json!([]), "everything is answered");
    let log = journey.call("history", json!({ "before": null, "vendor": null, "limit": 200 }));
    let ops = |log: &Value, op: &str| log.as_array().map_or(0, |all| all.iter().filter(|one| one["op"] == op).count());
    assert_eq!(ops(&log, "review.answer"), 0, "what is typed states nothing yet");

    journey.call("review_sign", json!({ "review": review }));
    let locked = journey.fails("review_answer", json!({ "review": review, "question": "B5", "answer": null }));
    assert_eq!(locked["code"], "review_not_now", "a signed answer is not changed");
    let alone = journey.fails("review_finish", json!({ "review": review }));
    assert_eq!(alone["problem"]["problem"], "second_reader_missing", "critical: a second person reads");
    let same = journey.fails("review_read_again", json!({ "review": review }));
    assert_eq!(same["problem"]["problem"], "reviewer_reads_again");
    vendor.acts(&vendor.second);
    journey.call("review_read_again", json!({ "review": review }));
    vendor.acts(&vendor.mara);
    let finished = journey.call("review_finish", json!({ "review": review }));
    assert_eq!(finished["row"]["state"], "finished");
    assert_eq!(finished["row"]["frozen_sha256"].as_str().map(str::len), Some(64), "it is frozen under its hash");
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor.id }))["row"]["stage"], "decision_pending");
    let log = journey.call("history", json!({ "before": null, "vendor": null, "limit": 200 }));
    for op in ["review.start", "review.answer", "review.sign", "review.second_read", "review.finish"] {
        assert_eq!(ops(&log, op), 1, "{op} is in the log once");
    }

    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor.id }));
    assert_eq!(sheet["review"]["number"], 1, "the decision rests on it");
    assert!(sheet["signers"].as_array().is_some_and(|people| people.len() >= 2), "two people are proposed: {sheet}");
    let decision = vendor.decide(&[&vendor.mara, &vendor.second]);
    assert_eq!(decision["review"], 1);
    assert_eq!(decision["policy_version"], 1);
    assert_eq!(decision["stale"], json!([]), "nothing has changed yet");
    assert_eq!(decision["residual"]["level"], "medium");

    // Who is named signs, each once, and says why where they decline.
    let sign =
        |agrees: bool, comment: Value| json!({ "decision": decision["id"], "agrees": agrees, "comment": comment });
    journey.call("decision_sign", sign(true, Value::Null));
    let twice = journey.fails("decision_sign", sign(true, Value::Null));
    assert_eq!(twice["problem"]["problem"], "not_to_sign");
    vendor.acts(&vendor.second);
    let silent = journey.fails("decision_sign", sign(false, Value::Null));
    assert_eq!(silent["problem"]["problem"], "reason_missing");
    let signed = journey.call("decision_sign", sign(true, json!("With the condition.")));
    assert_eq!(signed["signatures"].as_array().map(Vec::len), Some(2));
    assert_eq!(signed["signatures"][1]["frozen_sha256"], decision["frozen_sha256"], "what they signed is named");
    let condition = json!({
        "condition": decision["conditions"][0]["id"], "note": "Clause 7 of the contract.", "proof": vendor.document,
    });
    let met = journey.call("condition_meet", condition.clone());
    assert_eq!(met["conditions"][0]["done"]["note"], "Clause 7 of the contract.");
    assert_eq!(journey.fails("condition_meet", condition)["problem"]["problem"], "already_done");

    let packet = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
    assert!(packet["pages"].as_u64() > Some(0), "it prints");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null, "the audit log is whole");
}

#[test]
fn a_finished_review_is_corrected_by_another_that_starts_from_its_answers() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let review = vendor.reviewed();
    let late = json!({ "review": review, "question": "B5", "answer": null });
    assert_eq!(journey.fails("review_answer", late), json!({ "code": "review_not_now", "state": "finished" }));
    let before = journey.call("review", json!({ "review": review }));

    let start = json!({ "vendor": vendor.id, "correction": "The contract promises more." });
    let second = journey.call("review_start", start);
    assert_eq!((&second["row"]["number"], &second["row"]["corrects"]), (&json!(2), &json!(1)));
    assert_eq!(second["open"], json!([]), "it starts from the answers of the first");
    let id = second["row"]["id"].clone();
    let failed = vendor.answer(&id, "B5", "No", "fail", "The contract promises more.");
    assert!(["escalate", "reject"].contains(&failed["verdict"].as_str().expect("a verdict")), "{}", failed["verdict"]);
    let because = failed["because"].as_array().expect("reasons");
    assert!(because.iter().any(|reason| reason["code"] == "B5"), "the answer decides with the rules: {because:?}");
    vendor.sign_and_finish(&id);
    assert_eq!(journey.call("review", json!({ "review": review })), before, "the first stays as it was");
    let exported = journey.call("review_save", json!({ "review": id, "form": "csv" }));
    let path = journey.folder.path().join(exported["name"].as_str().expect("a name"));
    let text = std::fs::read_to_string(path).expect("it was written");
    assert_eq!(text.lines().filter(|line| line.starts_with("B5,")).count(), 1, "one line for each question");
}

#[test]
fn a_corrected_fact_and_a_new_document_make_a_decision_stale() {
    let vendor = vendor();
    let journey = &vendor.journey;
    vendor.reviewed();
    let decision = vendor.decide(&[&vendor.mara, &vendor.second]);
    let stale = || journey.call("decision", json!({ "decision": decision["id"] }))["stale"].clone();
    assert_eq!(stale(), json!([]), "nothing has changed yet");
    assert_eq!(journey.call("decisions_stale", json!({})), json!([]), "of no vendor");
    journey.call(
        "fact_judge",
        json!({
            "document": vendor.document, "key": "opinion", "reason": "Read again.", "cite": [],
            "verdict": { "verdict": "correct", "value": { "form": "choice", "choice": "qualified" } },
        }),
    );
    let changed = stale();
    let of = |kind: &str| changed.as_array().and_then(|all| all.iter().find(|one| one["stale"] == kind)).cloned();
    assert!(of("fact").is_some_and(|fact| fact["was"] != fact["now"]), "the fact is named: {changed}");
    assert!(
        of("rule").is_some_and(|rule| rule["code"] == "OPINION-KIND" || rule["found"] != ""),
        "and the rule: {changed}"
    );
    let view = journey.call("vendor", json!({ "vendor": vendor.id }));
    assert_eq!(view["decisions"][0]["stale"], changed, "the vendor's page says the same");
    let all = journey.call("decisions_stale", json!({}));
    assert_eq!(
        all,
        json!([{ "vendor": vendor.id, "decision": decision["id"], "stale": changed }]),
        "and so does the register"
    );
}

#[test]
fn who_asked_for_a_vendor_never_approves_it_alone() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let alone = journey.fails("decision_record", vendor.decision(&[&vendor.mara]));
    assert_eq!(alone["problem"]["problem"], "two_people_needed", "critical: two different people");
    let mut withdrawn = vendor.decision(&[&vendor.mara]);
    withdrawn["outcome"] = json!("withdrawn");
    withdrawn["conditions"] = json!([]);
    journey.call("decision_record", withdrawn);
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor.id }))["row"]["stage"], "withdrawn");
}

#[test]
fn contradictory_days_and_a_person_without_the_rank_are_answered_and_the_draft_stays() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let draft = json!({
        "outcome": "approved_with_conditions", "reason": "It covers what we use.", "conditions": [],
        "signers": [vendor.mara, vendor.second], "next_review": "2025-01-01",
    });
    journey.call("decision_draft", json!({ "vendor": vendor.id, "draft": draft }));
    let mut early = vendor.decision(&[&vendor.mara, &vendor.second]);
    early["conditions"][0]["due"] = json!("2026-01-01");
    assert_eq!(
        journey.fails("decision_record", early)["field"],
        "conditions",
        "a condition was due before the decision"
    );
    let mut early = vendor.decision(&[&vendor.mara, &vendor.second]);
    early["next_review"] = json!("2025-01-01");
    assert_eq!(journey.fails("decision_record", early)["field"], "next_review", "the review was before the decision");

    let owner = json!({ "id": null, "name": "Otto Quill", "title": null, "roles": ["business_owner"], "active": true });
    vendor.acts(&journey.call("person_save", owner)["id"]);
    let refused = journey.fails("decision_record", vendor.decision(&[&vendor.mara, &vendor.second]));
    assert_eq!(refused["code"], "denied", "a business owner signs and does not record: {refused}");
    vendor.acts(&vendor.mara);
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor.id }));
    assert_eq!(sheet["draft"]["reason"], "It covers what we use.", "what was typed is still there");
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor.id }))["decisions"], json!([]), "nothing was recorded");
}

#[test]
fn two_people_sign_in_every_role_that_the_class_asks_for() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let roles = ["administrator", "business_owner", "reviewer"];
    journey.call(
        "person_save",
        json!({ "id": vendor.mara, "name": "Mara Lind", "title": null, "roles": roles, "active": true }),
    );
    let approvers = || {
        let view = journey.call("vendor_evaluation", json!({ "vendor": vendor.id }));
        let rules = view["rules"].as_array().expect("rules");
        let rule = rules.iter().find(|rule| rule["code"] == "PROCESS-APPROVERS").expect("the rule");
        rule["outcome"].clone()
    };
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor.id }));
    assert_eq!(sheet["approvers"], json!(["business_owner", "security_owner", "executive"]));
    let decision = vendor.decide(&[&vendor.mara, &vendor.second]);
    let sign = || journey.call("decision_sign", json!({ "decision": decision["id"], "agrees": true, "comment": null }));
    assert_eq!(sign()["signatures"][0]["role"], "Business owner");
    assert_eq!(approvers(), "missing", "two of three roles are open");
    vendor.acts(&vendor.second);
    assert_eq!(sign()["signatures"][1]["role"], "Security owner, Executive", "one person, two roles");
    assert_eq!(approvers(), "pass");
}

#[test]
fn the_question_sheet_is_written_as_it_was_frozen() {
    use countersign_contract::wire::SheetForm;
    let vendor = vendor();
    let journey = &vendor.journey;
    let review = vendor.reviewed();
    let row = journey.call("review", json!({ "review": review }))["row"].clone();
    let id = review.as_str().and_then(|id| id.parse().ok()).expect("an id");
    let written = |form, name: &str| {
        let path = journey.file(name, b"what stood there before");
        journey.app.review_write(id, form, &path).expect("writes");
        std::fs::read_to_string(path).expect("a text")
    };
    let sheet = written(SheetForm::Json, "sheet.json");
    assert_eq!(countersign_domain::Sha256::of(sheet.as_bytes()).to_string(), row["frozen_sha256"]);
    let table = written(SheetForm::Csv, "sheet.csv");
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].trim_start_matches('\u{feff}').starts_with("id,step,question,applies,"), "{}", lines[0]);
    let asked = serde_json::from_str::<Value>(&sheet).expect("JSON")["questions"].as_array().map_or(0, Vec::len);
    assert!(asked >= 61 && lines.len() > asked, "a line for each question: {asked} questions, {} lines", lines.len());
}
