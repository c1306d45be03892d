//! The way of a document from the drop to the packet, by the commands that the user interface calls.

use countersign_tests::{
    journey::{Journey, fact},
    report::Report,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

/// Files the document with a new vendor of a class and gives the vendor's id.
fn filed(journey: &Journey, document: &Value) -> Value {
    let view = journey.call(
        "document_file",
        json!({ "document": document, "vendor": { "target": "new", "name": "Harbourlight Payroll, Inc." } }),
    );
    let vendor = view["row"]["vendor"].clone();
    journey.call(
        "vendor_save",
        json!({
            "id": vendor, "name": "Harbourlight Payroll, Inc.", "aliases": ["Harbourlight"], "service": "Payroll",
            "tier": "critical", "tier_reason": "Pays everybody; holds bank details.", "owner": null, "notes": null,
        }),
    );
    vendor
}

fn actor(journey: &Journey) -> Value {
    journey.call("session", json!({}))["workspace"]["actor"]["id"].clone()
}

/// Somebody who approves beside Mara Lind: a critical vendor is approved by two people.
fn second(journey: &Journey) -> Value {
    let roles = ["security_owner", "second_reader"];
    let person = json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": roles, "active": true });
    let known = journey.call("people", json!({}));
    let known = known.as_array().and_then(|all| all.iter().find(|person| person["name"] == "Ilse Brandt")).cloned();
    known.unwrap_or_else(|| journey.call("person_save", person))["id"].clone()
}

/// Decides with one condition and gives the decision.
fn decided(journey: &Journey, vendor: &Value) -> Value {
    let person = actor(journey);
    journey.call(
        "decision_record",
        json!({
            "vendor": vendor,
            "outcome": "approved_with_conditions",
            "reason": "The examination covers what we use; one safeguard of ours is open.",
            "conditions": [{ "what": "Switch on single sign-on for all users.", "owner": person, "due": "2026-05-29" }],
            "signers": [person, second(journey)],
            "next_review": "2027-03-17",
            "residual": { "level": "medium", "words": "A late notice of a breach." },
        }),
    )
}

#[test]
fn from_the_drop_to_the_packet() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();

    let inbox = journey.call("inbox", json!({}));
    assert_eq!(inbox["waiting"][0]["organization"], "Harbourlight Payroll, Inc.", "the inbox says whose it is");
    let view = journey.call("document", json!({ "document": document }));
    let expected = [
        ("kind", json!("soc2_type2")),
        ("auditor_firm", json!("Merrow & Lisle LLP")),
        ("period_start", json!("2025-01-01")),
        ("period_end", json!("2025-12-31")),
        ("report_date", json!("2026-02-12")),
        ("opinion", json!("unqualified")),
        ("trust_services_categories", json!(["Security", "Availability"])),
    ];
    for (key, value) in expected {
        let fact = fact(&view, key);
        let held = ["text", "date", "choice", "choices"].iter().find_map(|form| fact["value"].get(*form));
        assert_eq!(held, Some(&value), "{key} is read from the report");
        assert!(!fact["citations"].as_array().is_none_or(Vec::is_empty), "{key} says where it was read");
    }

    // A correction stands beside what was read.
    let corrected = journey.call(
        "fact_judge",
        json!({
            "document": document, "key": "system_name", "cite": [], "reason": "The contract calls it so.",
            "verdict": { "verdict": "correct", "value": { "form": "text", "text": "Harbourlight Pay" } },
        }),
    );
    assert_eq!(fact(&corrected, "system_name")["value"]["text"], "Harbourlight Pay");
    assert_ne!(fact(&corrected, "system_name")["read"]["text"], "Harbourlight Pay", "what was read stays");
    let confirmed = journey.call("facts_confirm", json!({ "document": document }));
    assert_eq!(confirmed["row"]["open_facts"], 0, "everything is judged now");

    let vendor = filed(&journey, &document);
    let register = journey.call("vendors", json!({}));
    assert_eq!(register[0]["evidence_until"], "2026-06-30", "critical: six months after the end without a letter");
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor }));
    let cautions = sheet["cautions"].as_array().expect("cautions");
    let of_evidence: Vec<&Value> = cautions.iter().filter(|it| it["caution"] != "missing").collect();
    assert_eq!(of_evidence, [&json!({ "caution": "no_review" })], "nothing to look at in what is held but a review");
    assert_eq!(cautions.len(), 4, "owner, service and confidentiality were passed over: {cautions:?}");

    let decision = decided(&journey, &vendor);
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor }))["row"]["stage"], "approved_with_conditions");

    let packet = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
    let again = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
    assert_eq!(packet["id"], again["id"], "the same decision and paper give the same packet");
    let saved = journey.call("packet_save", json!({ "packet": packet["id"] }));
    let path = journey.folder.path().join(saved["name"].as_str().expect("a name"));
    read_back(&path);

    let chain = journey.call("history_verify", json!({}));
    assert_eq!(chain["broken_at"], Value::Null, "the audit log is whole");
    assert!(chain["entries"].as_u64() >= Some(8), "every action left an entry: {chain}");
}

#[test]
fn a_rejected_vendor_in_use_goes_into_offboarding() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let vendor = filed(&journey, &document);
    let person = actor(&journey);
    let decide = |outcome: &str| {
        let input = json!({
            "vendor": vendor, "outcome": outcome, "reason": "For a reason.", "conditions": [],
            "signers": [person, second(&journey)], "next_review": null,
            "residual": { "level": "medium", "words": "A late notice of a breach." },
        });
        journey.call("decision_record", input)
    };
    assert_eq!(journey.call("decision_prepare", json!({ "vendor": vendor }))["in_use"], false, "not yet approved");
    decide("approved");
    // The review that follows asks for more first: the vendor stays in use meanwhile.
    decide("more_evidence");
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    let steps = view["steps"].as_array().expect("steps");
    assert!(!steps.contains(&json!("withdraw")), "who is in use is not withdrawn: {steps:?}");
    assert!(steps.contains(&json!("start_offboarding")), "it can be left: {steps:?}");
    assert_eq!(journey.call("decision_prepare", json!({ "vendor": vendor }))["in_use"], true, "it was approved before");

    let decision = decide("rejected");
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    assert_eq!(view["row"]["stage"], "offboarding", "accounts, keys and data are still there");
    let packet = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
    let saved = journey.call("packet_save", json!({ "packet": packet["id"] }));
    let text = words_of(&journey.folder.path().join(saved["name"].as_str().expect("a name")));
    assert!(text.contains("it goes into offboarding"), "the packet says where the rejection leads: {text}");
}

/// The words of a packet as our own reader reads it.
fn words_of(path: &Path) -> String {
    let reader = countersign_reader::isolate::Reader::new().with_program(READER.into());
    let extraction =
        reader.extract_file(path, None, |_| std::ops::ControlFlow::Continue(())).expect("our own packet can be read");
    let words = extraction.pages.iter().flat_map(|page| page.words.iter().map(|word| word.text.clone()));
    words.collect::<Vec<_>>().join(" ")
}

/// Reads the packet with our own reader and finds its statements.
fn read_back(path: &Path) {
    let text = words_of(path);
    let statements = [
        "Harbourlight Payroll, Inc.",
        "Approve with",
        "The examination covers what we use; one safeguard of ours is open.",
        "Switch on single sign-on for all users.",
        "29 May 2026",
        "17 Mar 2027",
        "Mara Lind",
        "Merrow & Lisle LLP",
        "31 Dec 2025",
        "Harbourlight Pay",
        // In a narrow column: its two lines stand beside lines of the other columns.
        "Critical: Pays everybody;",
        "holds bank details.",
    ];
    for statement in statements {
        assert!(text.contains(statement), "the packet says {statement:?}: {text}");
    }
}

#[test]
fn a_saved_packet_never_replaces_the_workspace_and_is_no_report() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let vendor = filed(&journey, &document);
    journey.call(
        "fact_judge",
        json!({
            "document": document, "key": "auditor_firm", "reason": null, "cite": [],
            "verdict": { "verdict": "correct", "value": { "form": "text", "text": "Another Firm LLP" } },
        }),
    );
    let decision = decided(&journey, &vendor);
    let packet = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "letter" }));

    let workspace = journey.folder.path().join("Larkfield.countersign");
    let before = fs::read(&workspace).expect("the workspace is there");
    for target in ["Larkfield.countersign", "Larkfield.countersign-lock"] {
        journey.host.answer(journey.folder.path().join(target));
        let failure = journey.fails("packet_save", json!({ "packet": packet["id"] }));
        assert_eq!(failure["code"], "file_exists", "{target} belongs to the workspace");
    }
    assert!(fs::read(&workspace).is_ok_and(|after| after == before), "the workspace is untouched");

    let saved = journey.call("packet_save", json!({ "packet": packet["id"] }));
    let path = journey.folder.path().join(saved["name"].as_str().expect("a name"));
    let job = journey.receive(&path);
    assert_eq!(job["state"]["state"], "own_packet", "it is recognised, and not stored: {job}");
    // One that lost what it carries inside comes in as a document.
    let (mut bytes, inside) = (fs::read(&path).expect("it is read"), b"/EmbeddedFile");
    while let Some(at) = bytes.windows(inside.len()).position(|window| window == inside) {
        bytes[at + 1] = b'X';
    }
    let job = journey.receive(&journey.file("bare packet.pdf", &bytes));
    let view = journey.call("document", json!({ "document": job["state"]["document"] }));
    assert_eq!(view["row"]["kind"], "other", "our own packet quotes a report and is none");
    assert_eq!(view["row"]["opinion"], Value::Null, "and it gives no opinion");
}

#[test]
fn evidence_that_ran_out_is_said_before_deciding() {
    let journey = Journey::with_workspace(READER);
    let older = Report { from: "July 1, 2024", to: "June 30, 2025", dated: "August 15, 2025", ..Report::default() };
    let job = journey.receive(&journey.file("older.pdf", &older.pdf()));
    let vendor = filed(&journey, &job["state"]["document"]);
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor }));
    let over = sheet["cautions"].as_array().and_then(|all| all.iter().find(|one| one["caution"] == "evidence_over"));
    let over = over.unwrap_or_else(|| panic!("critical: six months without coverage are over: {sheet}"));
    assert_eq!(over["until"], "2025-12-30");
}

#[test]
fn absurd_days_are_refused_where_they_are_typed() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let verdict = json!({ "verdict": "correct", "value": { "form": "date", "date": "+12000-01-01" } });
    let input = json!({ "document": document, "key": "period_end", "reason": null, "cite": [], "verdict": verdict });
    let failure = journey.fails("fact_judge", input);
    assert_eq!((&failure["field"], &failure["problem"]["problem"]), (&json!("value"), &json!("wrong_form")));
}

#[cfg(unix)]
#[test]
fn what_was_done_is_there_after_a_restart() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let vendor = filed(&journey, &document);
    decided(&journey, &vendor);
    let before = journey.call("vendor", json!({ "vendor": vendor }));
    journey.call("workspace_close", json!({}));
    assert_eq!(journey.fails("vendors", json!({}))["code"], "no_workspace");

    let recent = journey.call("session", json!({}))["recent"][0].clone();
    assert_eq!(recent["label"], "Larkfield");
    journey.call("workspace_open", json!({ "place": recent["place"], "passphrase": null }));
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor })), before);
}

#[test]
fn a_protected_workspace_opens_only_with_its_passphrase() {
    let journey = Journey::with_workspace(READER);
    let short = journey.fails("protection_set", json!({ "current": null, "new": "short" }));
    assert_eq!(short["code"], "invalid", "a short passphrase protects nothing");
    let session = journey.call("protection_set", json!({ "current": null, "new": "a long passphrase" }));
    assert_eq!(session["workspace"]["protected"], true);
    journey.call("workspace_close", json!({}));
    let place = journey.call("session", json!({}))["recent"][0]["place"].clone();
    let open = |passphrase: Value| json!({ "place": place, "passphrase": passphrase });
    assert_eq!(journey.fails("workspace_open", open(Value::Null))["code"], "passphrase_needed");
    assert_eq!(journey.fails("workspace_open", open(json!("another one")))["code"], "passphrase_wrong");
    journey.call("workspace_open", open(json!("a long passphrase")));
    let bytes = fs::read(journey.folder.path().join("Larkfield.countersign")).expect("the file is there");
    assert!(!bytes.windows(9).any(|window| window == b"Larkfield"), "nothing of the content is readable");
}

#[test]
fn a_protected_workspace_opened_from_outside_waits_for_its_passphrase() {
    let journey = Journey::with_workspace(READER);
    journey.call("protection_set", json!({ "current": null, "new": "a long passphrase" }));
    journey.call("workspace_close", json!({}));
    let path = journey.folder.path().join("Larkfield.countersign");
    journey.app.open_asked(&path).expect("it waits, it does not fail");
    let session = journey.call("session", json!({}));
    assert_eq!((&session["workspace"], &session["asked"]["label"]), (&Value::Null, &json!("Larkfield")));
    let place = &session["asked"]["place"];
    let opened = journey.call("workspace_open", json!({ "place": place, "passphrase": "a long passphrase" }));
    assert_eq!(opened["asked"], Value::Null, "what was opened is not asked for again");
}

#[test]
fn who_may_not_is_told_and_nothing_happens() {
    let journey = Journey::with_workspace(READER);
    let executive = journey.call(
        "person_save",
        json!({ "id": null, "name": "Edda Rosen", "title": "CFO", "roles": ["executive"], "active": true }),
    );
    journey.call("actor_set", json!({ "person": executive["id"] }));
    let path = journey.file("report.pdf", &Report::default().pdf());
    assert_eq!(journey.receive(&path)["state"]["reason"], "not_allowed");
    let failure = journey.fails("organisation_save", json!({ "name": "Other" }));
    assert_eq!(failure, json!({ "code": "denied", "ability": "keep_workspace", "person": "Edda Rosen" }));
    assert_eq!(journey.call("inbox", json!({}))["waiting"], json!([]));
}

#[test]
fn the_last_administrator_stays() {
    let journey = Journey::with_workspace(READER);
    let person = actor(&journey);
    let failure = journey.fails(
        "person_save",
        json!({ "id": person, "name": "Mara Lind", "title": null, "roles": ["reviewer"], "active": true }),
    );
    assert_eq!(failure["problem"]["problem"], "last_administrator");
}

#[test]
fn a_decision_that_does_not_hold_together_is_refused_at_its_field() {
    let journey = Journey::with_workspace(READER);
    let vendor = filed(&journey, &journey.received());
    let person = actor(&journey);
    let base = json!({
        "vendor": vendor, "outcome": "approved", "reason": "Fine.", "conditions": [], "signers": [person],
        "next_review": "2027-01-01",
    });
    let with = |changes: Value| {
        let mut input = base.clone();
        for (key, value) in changes.as_object().expect("an object") {
            input[key] = value.clone();
        }
        let failure = journey.fails("decision_record", input);
        (failure["field"].as_str().unwrap_or_default().to_owned(), failure["problem"]["problem"].clone())
    };
    assert_eq!(with(json!({ "reason": "  " })), ("reason".to_owned(), json!("empty")));
    assert_eq!(with(json!({ "signers": [] })), ("signers".to_owned(), json!("signer_missing")));
    assert_eq!(with(json!({ "next_review": "2020-01-01" })), ("next_review".to_owned(), json!("in_the_past")));
    let conditions = ("conditions".to_owned(), json!("condition_missing"));
    assert_eq!(with(json!({ "outcome": "approved_with_conditions" })), conditions);
    assert_eq!(
        with(json!({ "signers": [person, second(&journey)], "residual": null })),
        ("residual".to_owned(), json!("empty")),
        "an approval says what stays"
    );
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    assert_eq!((&view["decisions"], &view["row"]["stage"]), (&json!([]), &json!("tiered")), "nothing was recorded");
}

#[test]
fn words_on_a_page_are_found_with_their_page() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let hits = journey.call("search", json!({ "text": "suitably desig" }));
    let page = hits.as_array().and_then(|hits| hits.iter().find(|hit| hit["hit"] == "page")).cloned();
    let page = page.unwrap_or_else(|| panic!("the page is found: {hits}"));
    assert_eq!(page["document"], document);
    let view = journey.call("page", json!({ "document": document, "page": page["page"] }));
    let words = view["words"].as_array().map_or(0, Vec::len);
    assert!(words > 20, "the page's words are there to be selected: {words}");
}

#[test]
fn an_old_report_is_told_before_a_tier_is_assigned_too() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    journey.call("facts_confirm", json!({ "document": document }));
    let target = json!({ "target": "new", "name": "Harbourlight Payroll, Inc." });
    let vendor =
        journey.call("document_file", json!({ "document": document, "vendor": target }))["row"]["vendor"].clone();
    let cautions = || {
        let sheet = journey.call("decision_prepare", json!({ "vendor": vendor }));
        let cautions = sheet["cautions"].as_array().expect("a list").iter();
        cautions.map(|caution| caution["caution"].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert!(
        cautions().contains(&"no_tier".to_owned()) && !cautions().contains(&"too_old".to_owned()),
        "{:?}",
        cautions()
    );
    journey.on("2028-03-17");
    assert!(cautions().contains(&"too_old".to_owned()), "{:?}", cautions());
}
