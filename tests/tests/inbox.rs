//! What becomes of files that arrive: stored, known, refused, confirmed, filed or set aside.

use countersign_tests::{
    journey::{Journey, fact},
    report::Report,
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

#[test]
fn a_new_vendor_comes_with_its_first_document_or_not_at_all() {
    let journey = Journey::with_workspace(READER);
    let new = |name: &str| json!({ "target": "new", "name": name });
    let register = || journey.call("vendors", json!({}));

    let broken = journey.file("broken.pdf", b"%PDF-1.7 and nothing more");
    let job = journey.receive_for(&broken, new("Harbourlight")).expect("an answer");
    assert_eq!(job["state"]["state"], "refused", "there is nothing to read: {job}");
    assert_eq!(register(), json!([]), "a file that is not stored leaves no vendor behind");

    let report = journey.file("harbourlight soc 2.pdf", &Report::default().pdf());
    let job = journey.receive_for(&report, new("Harbourlight")).expect("an answer");
    assert_eq!(job["state"]["state"], "stored", "{job}");
    assert_eq!(register()[0]["documents"], 1, "the vendor is there with its document");
    let taken = journey.receive_for(&report, new("harbourlight")).map_err(serde_json::to_value);
    assert_eq!(taken.expect_err("the name is taken").expect("plain data")["code"], "vendor_exists");
    let ops = journey.call("history", json!({ "vendor": register()[0]["id"], "before": null, "limit": 10 }));
    let ops: Vec<_> = ops.as_array().into_iter().flatten().map(|entry| entry["op"].clone()).collect();
    assert_eq!(ops, ["document.file", "document.receive", "vendor.create"], "all three are on record, newest first");
}

#[test]
fn a_document_that_is_here_is_filed_with_the_vendor_given_unless_somebody_placed_it() {
    let journey = Journey::with_workspace(READER);
    let report = journey.file("harbourlight soc 2.pdf", &Report::default().pdf());
    let document = journey.receive(&report)["state"]["document"].clone();
    let again = |vendor: &str| {
        let register = journey.call("vendors", json!({}));
        let known = register.as_array().into_iter().flatten().find(|row| row["name"] == vendor);
        let target = known.map_or_else(
            || json!({ "target": "new", "name": vendor }),
            |row| json!({ "target": "existing", "vendor": row["id"] }),
        );
        journey.receive_for(&report, target).expect("an answer")["state"].clone()
    };
    assert_eq!(journey.receive(&report)["state"]["filing"]["filing"], "waiting", "nobody said where it belongs");

    let state = again("Harbourlight");
    assert_eq!(state["state"], "duplicate", "nothing is stored twice: {state}");
    assert_eq!(state["filing"]["filing"], "filed_now", "it waited for a vendor: {state}");
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(view["vendor_name"], "Harbourlight", "and has one now");

    let state = again("Another Vendor");
    assert_eq!(state["filing"]["filing"], "filed", "somebody placed it: it stays there: {state}");
    assert_eq!(state["filing"]["name"], "Harbourlight", "and the answer says where");
    let vendors = journey.call("vendors", json!({})).as_array().map(Vec::len);
    assert_eq!(vendors, Some(1), "a vendor for which nothing was filed is not entered");

    journey.call("document_set_aside", json!({ "document": document, "reason": null }));
    assert_eq!(again("Harbourlight")["filing"]["filing"], "set_aside", "a judgement of a person is not overruled");
}

#[test]
fn confirming_what_is_stated_confirms_nothing_that_is_not() {
    let journey = Journey::with_workspace(READER);
    let report = Report { city: "", ..Report::default() };
    let document = journey.receive(&journey.file("no city.pdf", &report.pdf()))["state"]["document"].clone();
    let view = journey.call("facts_confirm", json!({ "document": document }));
    assert_eq!(fact(&view, "auditor_firm")["standing"]["standing"], "confirmed", "what is stated is confirmed");
    assert_eq!(fact(&view, "auditor_location")["value"], Value::Null, "the report names no city");
    assert_eq!(fact(&view, "auditor_location")["standing"]["standing"], "open", "nobody has looked for one yet");
    assert_eq!(view["row"]["open_facts"], 1, "and the list says so");
    let verdict = json!({ "verdict": "confirm" });
    let input =
        json!({ "document": document, "key": "auditor_location", "reason": null, "cite": [], "verdict": verdict });
    assert_eq!(journey.call("fact_judge", input)["row"]["open_facts"], 0, "one by one it can be confirmed");
}

#[test]
fn documents_without_doubts_are_confirmed_and_filed_at_once() {
    let journey = Journey::with_workspace(READER);
    let report =
        |name: &str, report: Report| journey.receive(&journey.file(name, &report.pdf()))["state"]["document"].clone();
    let clear = report("clear.pdf", Report::default());
    report("no city.pdf", Report { city: "", ..Report::default() });
    report("unknown.pdf", Report { organization: "Quillbeam Ltd", ..Report::default() });
    assert_eq!(journey.call("inbox_ready", json!({})), json!([]), "no vendor of the register is meant yet");

    let vendor = json!({
        "id": null, "name": "Harbourlight Payroll", "aliases": [], "service": null, "tier": null, "tier_reason": null,
        "owner": null, "notes": null,
    });
    let vendor = journey.call("vendor_save", vendor)["row"]["id"].clone();
    let ready = journey.call("inbox_ready", json!({}));
    assert_eq!(
        ready,
        json!([{ "document": clear, "vendor": vendor, "vendor_name": "Harbourlight Payroll" }]),
        "neither the one that lacks a fact nor the one of a vendor that is not in the register"
    );

    let draft = json!({ "text": "Harbour", "date": null, "choice": null, "choices": [], "reason": "" });
    journey.call("fact_draft_keep", json!({ "document": clear, "key": "system_name", "draft": draft }));
    assert_eq!(journey.call("inbox_ready", json!({})), json!([]), "somebody has begun to correct it");
    journey.call("fact_draft_keep", json!({ "document": clear, "key": "system_name", "draft": null }));

    let waiting = journey.call("inbox", json!({}))["waiting"].clone();
    let all: Vec<_> = waiting.as_array().into_iter().flatten().map(|row| row["id"].clone()).collect();
    let done = journey.call("inbox_confirm", json!({ "documents": all }));
    assert_eq!(done["filed"].as_array().map(Vec::len), Some(1), "whatever is asked for, only what is ready is filed");
    assert_eq!(done["filed"][0]["document"], clear);
    let view = journey.call("document", json!({ "document": clear }));
    assert_eq!((&view["row"]["vendor"], &view["row"]["open_facts"]), (&vendor, &json!(0)), "confirmed and filed");
    assert_eq!(journey.call("inbox", json!({}))["waiting"].as_array().map(Vec::len), Some(2), "the others wait");

    let verdict = json!({ "verdict": "reject" });
    let input = json!({ "document": clear, "key": "system_name", "reason": null, "cite": [], "verdict": verdict });
    journey.call("fact_judge", input);
    journey.call("inbox_take_back", json!({ "documents": done["filed"] }));
    let view = journey.call("document", json!({ "document": clear }));
    assert_eq!(view["row"]["vendor"], Value::Null, "it is in the inbox again");
    assert_eq!(fact(&view, "auditor_firm")["standing"]["standing"], "open", "and nothing of it is confirmed");
    assert_eq!(fact(&view, "system_name")["standing"]["standing"], "rejected", "what was said since then stays");
    let open = view["facts"].as_array().expect("a list").len() - 1;
    assert_eq!(view["row"]["open_facts"], open, "the list says so");
    assert_eq!(journey.call("inbox", json!({}))["waiting"].as_array().map(Vec::len), Some(3), "all wait");
    let log = journey.call("history", json!({ "vendor": null, "before": null, "limit": 2 }));
    assert_eq!((&log[0]["op"], &log[1]["op"]), (&json!("document.return"), &json!("fact.judge")), "{log}");
    assert_eq!(log[1]["detail"]["auditor_firm"], "withdrawn", "the history says what was taken back");
}

#[test]
fn a_correction_that_was_begun_is_there_again_until_the_fact_is_judged() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let named = json!({ "document": document, "key": "system_name" });
    let kept = || journey.call("fact_draft", named.clone());
    assert_eq!(kept(), Value::Null, "nothing was typed");
    let draft = json!({ "text": "Harbourlight P", "date": null, "choice": null, "choices": [], "reason": "The contr" });
    let keep = |draft: &Value| {
        journey.call("fact_draft_keep", json!({ "document": document, "key": "system_name", "draft": draft }))
    };
    keep(&draft);
    assert_eq!(kept(), draft, "what was typed is there again");
    keep(&Value::Null);
    assert_eq!(kept(), Value::Null, "it can be thrown away");
    keep(&draft);
    let verdict = json!({ "verdict": "confirm" });
    journey.call(
        "fact_judge",
        json!({ "document": document, "key": "system_name", "reason": null, "cite": [], "verdict": verdict }),
    );
    assert_eq!(kept(), Value::Null, "the judgement takes its place");
}

#[test]
fn a_pipe_is_refused_and_the_next_file_is_read() {
    let journey = Journey::with_workspace(READER);
    let pipe = journey.folder.path().join("pipe.pdf");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo is on every Unix");
    assert_eq!(journey.receive(&pipe)["state"]["reason"], "not_found");
    journey.received();
}

#[test]
fn the_same_bytes_again_name_what_is_there() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let again = journey.receive(&journey.file("copy.pdf", &Report::default().pdf()));
    assert_eq!(again["state"]["state"], "duplicate");
    assert_eq!(again["state"]["document"], document);
    assert_eq!(again["state"]["received_by"], "Mara Lind");
}

#[test]
fn set_aside_and_back() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    journey.call("document_set_aside", json!({ "document": document, "reason": "Marketing." }));
    let inbox = journey.call("inbox", json!({}));
    assert_eq!(
        (inbox["waiting"].as_array().map(Vec::len), inbox["set_aside"].as_array().map(Vec::len)),
        (Some(0), Some(1))
    );
    journey.call("document_return", json!({ "document": document }));
    assert_eq!(journey.call("session", json!({}))["workspace"]["waiting"], 1);
}

#[test]
fn files_that_are_no_reports_say_why_and_the_next_one_is_read() {
    let journey = Journey::with_workspace(READER);
    let good = Report::default().pdf();
    let cases: [(&str, &[u8], &str); 3] = [
        ("notes.pdf", b"This is plain text, whatever its name says.", "not_a_pdf"),
        ("half.pdf", &good[..good.len() / 2], "damaged"),
        ("empty.pdf", b"", "not_a_pdf"),
    ];
    for (name, bytes, reason) in cases {
        let job = journey.receive(&journey.file(name, bytes));
        assert_eq!(job["state"]["reason"], reason, "{name}: {job}");
    }
    let gone = journey.receive(&journey.folder.path().join("gone.pdf"));
    assert_eq!(gone["state"]["reason"], "not_found");
    journey.received();
}

/// Enters a vendor with what is known of its company.
fn wharf(journey: &Journey, company: Value) -> Value {
    let view = journey.call(
        "vendor_save",
        json!({
            "id": null, "name": "Wharf", "aliases": [], "service": null, "tier": null, "tier_reason": null,
            "owner": null, "notes": null,
        }),
    );
    let mut part = json!({
        "part": "company", "legal_name": null, "identifiers": [], "affiliates": [], "website": null, "sponsor": null,
        "requester": null, "replaces": null, "needed_by": null, "tags": [],
    });
    for (key, value) in company.as_object().expect("fields") {
        part[key] = value.clone();
    }
    let vendor = view["row"]["id"].clone();
    journey.call("register_save", json!({ "vendor": vendor, "part": part }));
    vendor
}

#[test]
fn a_vendor_is_found_by_its_company_its_group_and_its_numbers() {
    let found = |company: Value, report: Report| {
        let journey = Journey::with_workspace(READER);
        wharf(&journey, company);
        let document = journey.receive(&journey.file("report.pdf", &report.pdf()))["state"]["document"].clone();
        journey.call("document", json!({ "document": document }))["suggestions"][0]["why"].clone()
    };
    assert_eq!(found(json!({}), Report::default()), Value::Null, "no name agrees");
    assert_eq!(found(json!({ "legal_name": "Harbourlight Payroll Inc" }), Report::default()), "legal_name");
    let group = json!({ "affiliates": [{ "name": "Harbourlight Payroll", "relation": "parent" }] });
    assert_eq!(found(group, Report::default()), "affiliate");
    let numbered = json!({ "identifiers": [{ "scheme": "company_register", "value": "HRB 4711-0815" }] });
    let report = Report { system: "Pay System (company number HRB 47110815)", ..Report::default() };
    assert_eq!(found(numbered.clone(), report), "identifier", "however it is written");
    assert_eq!(found(numbered, Report::default()), Value::Null, "it does not stand there");
}

#[test]
fn a_document_of_another_company_raises_an_alarm_where_it_is_filed() {
    let journey = Journey::with_workspace(READER);
    let vendor = wharf(&journey, json!({}));
    let path = journey.file("report.pdf", &Report::default().pdf());
    let job = journey.receive_for(&path, json!({ "target": "existing", "vendor": vendor })).expect("an answer");
    let document = job["state"]["document"].clone();
    let mismatch = || journey.call("document", json!({ "document": document }))["mismatches"].clone();
    assert_eq!(
        mismatch(),
        json!([{ "mismatch": "company", "named": "Harbourlight Payroll, Inc.", "akin": false, "other": null }])
    );
    let other = journey.call(
        "vendor_save",
        json!({
            "id": null, "name": "Harbourlight Payroll", "aliases": [], "service": "Travel", "tier": null,
            "tier_reason": null, "owner": null, "notes": null,
        }),
    );
    let other = other["row"]["id"].clone();
    assert_eq!(mismatch()[0]["other"], json!({ "vendor": other, "name": "Harbourlight Payroll" }));
    let target = json!({ "target": "existing", "vendor": other });
    let view = journey.call("document_file", json!({ "document": document, "vendor": target }));
    assert_eq!(
        view["mismatches"],
        json!([{ "mismatch": "product", "named": "Harbourlight Pay System", "services": ["Travel"] }]),
        "the company agrees, whether the system is what we buy is to be said"
    );
    journey.call("document_return", json!({ "document": document }));
    assert_eq!(mismatch(), json!([]), "it is filed with nobody");
}

#[test]
fn the_same_report_in_another_file_and_its_neighbours_are_told() {
    let journey = Journey::with_workspace(READER);
    let target = json!({ "target": "new", "name": "Harbourlight Payroll" });
    let add = |name: &str, target: &Value, report: Report| {
        let job = journey.receive_for(&journey.file(name, &report.pdf()), target.clone()).expect("an answer");
        job["state"]["document"].clone()
    };
    let first = add("first.pdf", &target, Report::default());
    let known = journey.call("vendors", json!({}))[0]["id"].clone();
    let target = json!({ "target": "existing", "vendor": known });
    let relations = |document: &Value| -> Vec<(Value, Value)> {
        let view = journey.call("document", json!({ "document": document }));
        let related = view["related"].as_array().expect("a list").clone();
        related.into_iter().map(|one| (one["document"].clone(), one["relation"].clone())).collect()
    };
    assert_eq!(relations(&first), [], "it is the only one");
    // Another watermark, the same report; while it waits the likeliest vendor's documents are looked at.
    let again =
        journey.receive(&journey.file("again.pdf", &Report { city: "Columbus, Ohio", ..Report::default() }.pdf()));
    let again = again["state"]["document"].clone();
    assert_eq!(relations(&again), [(first.clone(), json!("same_report"))]);
    let older =
        Report { from: "January 1, 2024", to: "December 31, 2024", dated: "February 3, 2025", ..Report::default() };
    let older = add("older.pdf", &target, older);
    assert_eq!(relations(&older), [(first.clone(), json!("precedes"))]);
    assert_eq!(relations(&first), [(older, json!("follows"))]);
    let other =
        Report { system: "Quay Travel Desk", from: "January 1, 2024", to: "December 31, 2024", ..Report::default() };
    let other = add("other.pdf", &target, other);
    assert_eq!(relations(&other), [], "another system has reports of its own");
}
